#include "semantics/imgui_canvas.hpp"

#include "semantics/strokes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace pli::semantics {
namespace {

ImU32 packed(Colour colour) { return IM_COL32(colour.red(), colour.green(), colour.blue(), 255); }

} // namespace

Colour mix(Colour first, Colour second, float share) {
    const auto channel = [share](int a, int b) {
        const float mixed = static_cast<float>(a) + static_cast<float>(b - a) * share;
        return static_cast<std::uint32_t>(std::lround(mixed));
    };
    return {channel(first.red(), second.red()) << 16U | channel(first.green(), second.green()) << 8U |
            channel(first.blue(), second.blue())};
}

void ImguiCanvas::begin(const CanvasView& view, ImDrawList* list, ImFont* digits) {
    view_ = view;
    list_ = list;
    digits_ = digits;
    layers_.Split(list_, max_depth + 1);
    to_front();
}

void ImguiCanvas::end() { layers_.Merge(list_); }

void ImguiCanvas::to_ground(int depth) { layers_.SetCurrentChannel(list_, std::clamp(depth, 0, max_depth - 1)); }

void ImguiCanvas::to_front() { layers_.SetCurrentChannel(list_, max_depth); }

ImVec2 ImguiCanvas::point(float x, float y) const { return {x * view_.ratio, (y - view_.anchor) * view_.ratio}; }

ImVec2 ImguiCanvas::snapped(float x, float y) const {
    const ImVec2 exact = point(x, y);
    return {std::round(exact.x), std::round(exact.y)};
}

float ImguiCanvas::pixels(float css) const { return std::max(1.0F, std::round(css * view_.ratio)); }

bool ImguiCanvas::outside(const Rect& rect) const {
    const float margin = 8 * view_.ratio;
    const ImVec2 top = point(rect.x, rect.y);
    return top.y - margin > list_->GetClipRectMax().y ||
           top.y + rect.h * view_.ratio + margin < list_->GetClipRectMin().y;
}

void ImguiCanvas::fill(const Rect& rect, Colour colour, float radius) {
    if (outside(rect)) return;
    list_->AddRectFilled(snapped(rect.x, rect.y), snapped(rect.x + rect.w, rect.y + rect.h), packed(colour),
                         radius * view_.ratio);
}

void ImguiCanvas::frame(const Rect& rect, Colour colour, float radius, float thickness) {
    if (outside(rect)) return;
    const float width = pixels(thickness);
    // AddRect strokes half a pixel inside its corners; wider strokes are moved inwards to match.
    const float inset = (width - 1) / 2;
    ImVec2 top = snapped(rect.x, rect.y);
    ImVec2 bottom = snapped(rect.x + rect.w, rect.y + rect.h);
    top = {top.x + inset, top.y + inset};
    bottom = {bottom.x - inset, bottom.y - inset};
    list_->AddRect(top, bottom, packed(colour), radius * view_.ratio - inset, 0, width);
}

void ImguiCanvas::dashed_frame(const Rect& rect, Colour colour) {
    constexpr float dash = 7, gap = 5;
    const float right = rect.x + rect.w - 1, bottom = rect.y + rect.h - 1;
    for (float x = rect.x + gap; x < right - gap; x += dash + gap) {
        const float to = std::min(x + dash, right - gap);
        line(x, rect.y, to, rect.y, colour, 1.5F);
        line(x, bottom, to, bottom, colour, 1.5F);
    }
    for (float y = rect.y + gap; y < bottom - gap; y += dash + gap) {
        const float to = std::min(y + dash, bottom - gap);
        line(rect.x, y, rect.x, to, colour, 1.5F);
        line(right, y, right, to, colour, 1.5F);
    }
}

void ImguiCanvas::line(float x0, float y0, float x1, float y1, Colour colour, float thickness) {
    if (outside({x0, y0, x1 - x0, y1 - y0})) return;
    const float width = pixels(thickness);
    // AddLine moves by half a pixel, which is right for odd widths; even ones must not straddle pixels.
    const float shift = std::fmod(width, 2.0F) == 0 ? -0.5F : 0;
    const ImVec2 from = snapped(x0, y0), to = snapped(x1, y1);
    list_->AddLine({from.x + shift, from.y + shift}, {to.x + shift, to.y + shift}, packed(colour), width);
}

void ImguiCanvas::disc(float x, float y, float radius, Colour colour) {
    if (outside({x - radius, y - radius, 2 * radius, 2 * radius})) return;
    list_->AddCircleFilled(point(x, y), radius * view_.ratio, packed(colour));
}

void ImguiCanvas::circle(float x, float y, float radius, Colour colour, float thickness) {
    if (outside({x - radius, y - radius, 2 * radius, 2 * radius})) return;
    const float width = thickness * view_.ratio;
    list_->AddCircle(point(x, y), radius * view_.ratio - width / 2, packed(colour), 0, width);
}

void ImguiCanvas::tick(float x, float y, float size, Colour colour) {
    if (outside({x, y, size, size})) return;
    const std::array<ImVec2, 3> corners{point(x + size * 0.22F, y + size * 0.53F),
                                        point(x + size * 0.42F, y + size * 0.73F),
                                        point(x + size * 0.79F, y + size * 0.30F)};
    list_->AddPolyline(corners.data(), 3, packed(colour), 0, size * 0.115F * view_.ratio);
}

void ImguiCanvas::chevron_down(float x, float y, float size, Colour colour) {
    if (outside({x, y, size, size})) return;
    const std::array<ImVec2, 3> corners{point(x, y), point(x + size / 2, y + size / 2), point(x + size, y)};
    list_->AddPolyline(corners.data(), 3, packed(colour), 0, 2 * view_.ratio);
}

void ImguiCanvas::digits(float x, float y, std::string_view text, Colour colour) {
    if (outside({x, y, 1, 1})) return;
    const char* const end = text.data() + text.size();
    const ImVec2 size = digits_->CalcTextSizeA(digits_->FontSize, FLT_MAX, 0, text.data(), end);
    const ImVec2 centre = point(x, y);
    list_->AddText(digits_, digits_->FontSize, {std::round(centre.x - size.x / 2), std::round(centre.y - size.y / 2)},
                   packed(colour), text.data(), end);
}

void ImguiCanvas::strokes(const Rect& rect, std::string_view strokes, Colour colour) {
    const float scale_x = rect.w / pad_width, scale_y = rect.h / pad_height;
    while (!strokes.empty()) {
        const auto size = std::min(strokes.find(';'), strokes.size());
        const std::vector<int> stroke = parse_stroke(strokes.substr(0, size));
        strokes.remove_prefix(std::min(size + 1, strokes.size()));
        path_.clear();
        for (std::size_t i = 0; i + 1 < stroke.size(); i += 2)
            path_.push_back(point(rect.x + static_cast<float>(stroke[i]) * scale_x,
                                  rect.y + static_cast<float>(stroke[i + 1]) * scale_y));
        const float width = 2.5F * view_.ratio;
        if (path_.size() == 1) list_->AddCircleFilled(path_[0], width, packed(colour));
        if (path_.size() > 1)
            list_->AddPolyline(path_.data(), static_cast<int>(path_.size()), packed(colour), 0, width);
    }
}

} // namespace pli::semantics
