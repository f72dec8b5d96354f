#include "semantics/imgui_layout.hpp"

#include <algorithm>
#include <cmath>

namespace pli::semantics {
namespace {

constexpr float page_top = 28;
constexpr float page_bottom = 40;
constexpr float endless = 1e6F; // the page scrolls, never an ImGui window

} // namespace

void ImguiLayout::begin(const CanvasView& view) {
    view_ = view;
    ImGui::SetNextWindowPos({0, -std::round(view.anchor * view.ratio)});
    ImGui::SetNextWindowSize({view.css_width * view.ratio, endless});
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground);
    const float width = std::min(page_width, view.css_width - 2 * page_margin);
    columns_ = {{std::floor((view.css_width - width) / 2), width}};
    in_line_ = false;
    gap_ = 0;
    advance(page_top);
}

float ImguiLayout::end() {
    gap_ = 0;
    advance(page_bottom);
    const float height = std::ceil(top());
    ImGui::End();
    return height;
}

void ImguiLayout::advance(float pixels) { ImGui::Dummy({1, std::ceil(pixels * view_.ratio)}); }

float ImguiLayout::top() {
    if (gap_ > 0) advance(gap_);
    gap_ = 0;
    return ImGui::GetCursorPosY() / view_.ratio;
}

void ImguiLayout::gap(float pixels) {
    in_line_ = false;
    gap_ = std::max(gap_, pixels);
}

Rect ImguiLayout::take(float height) {
    in_line_ = false;
    const Rect rect{left(), top(), width(), height};
    advance(height);
    return rect;
}

Rect ImguiLayout::take_inline(float width, float height, float space_beside, float space_below) {
    const float beside = last_inline_.x + last_inline_.w + space_beside;
    if (in_line_ && height <= last_inline_.h && beside + width <= left() + this->width()) {
        last_inline_ = {beside, last_inline_.y, width, height};
        return last_inline_;
    }
    last_inline_ = take(height);
    last_inline_.w = width;
    gap(space_below);
    in_line_ = true;
    return last_inline_;
}

void ImguiLayout::narrow(float left, float right) {
    const Column& outer = columns_.back();
    columns_.push_back({outer.x + left, outer.w - left - right});
}

void ImguiLayout::widen() {
    in_line_ = false;
    columns_.pop_back();
}

} // namespace pli::semantics
