// The controls of ImguiPainter.
#include "semantics/imgui_painter.hpp"

#include "semantics/strokes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace pli::semantics {
namespace {

constexpr float control_radius = 8;
constexpr float box_size = 24; ///< of ticks and radios: the smallest target
constexpr float below = 20;    ///< room after a control

Rect& place(Node& node, Part part) { return node.rects[static_cast<std::size_t>(part)]; }

bool has(const Node& node, Flag flag) { return (node.flags & flag) != 0; }

} // namespace

Colour ImguiPainter::border(const Node& node, Look look) const {
    if (!node.error.empty()) return palette_->danger;
    return look.hovered || look.focused ? palette_->accent : palette_->line;
}

void ImguiPainter::ring(const Rect& rect, float radius, Look look) {
    constexpr float away = 5;
    if (!look.focused) return;
    canvas_.frame({rect.x - away, rect.y - away, rect.w + 2 * away, rect.h + 2 * away}, palette_->focus, radius + away,
                  3);
}

void ImguiPainter::field(Node& node, float height, Look look) {
    above_control(node);
    layout_.gap(6);
    const Rect rect = place(node, Part::Control) = layout_.take(height);
    canvas_.fill(rect, has(node, FlagDisabled) ? palette_->paper : palette_->field, control_radius);
    canvas_.frame(rect, border(node, look), control_radius, node.error.empty() ? 1 : 2);
    ring(rect, control_radius, look);
    below_control(node);
    layout_.gap(below);
}

void ImguiPainter::area(Node& node, Look look) {
    const float room = layout_.width() - 2 * control_padding - 4;
    const int lines = std::clamp(count_lines(widths_, node.value, body_text.em, room) + 1, 4, 14);
    field(node, static_cast<float>(lines) * body_text.line + control_height - body_text.line, look);
}

void ImguiPainter::select(Node& node, Look look) {
    field(node, control_height, look);
    const Rect& rect = place(node, Part::Control);
    canvas_.chevron_down(rect.x + rect.w - control_padding - 13, rect.y + rect.h / 2 - 3, 12, palette_->accent);
}

/// Takes the place of a box with its label on the right, and gives the box's.
Rect ImguiPainter::label_beside(Node& node, float box) {
    constexpr float beside = 12;
    layout_.narrow(box + beside, 0);
    const float top = layout_.top();
    place(node, Part::Label) = text(node.label, body_text);
    if (!node.hint.empty()) place(node, Part::Hint) = text(node.hint, body_text);
    below_control(node);
    layout_.widen();
    return place(node, Part::Control) = {layout_.left(), top, box, box};
}

void ImguiPainter::check(Node& node, Look look) {
    const Rect box = label_beside(node, box_size);
    const bool on = has(node, FlagChecked);
    const bool disabled = has(node, FlagDisabled);
    const Colour quiet = disabled ? palette_->paper : palette_->field;
    canvas_.fill(box, !on ? quiet : disabled ? mix(palette_->accent, palette_->paper, 0.3F) : palette_->accent, 6);
    if (on) {
        canvas_.tick(box.x, box.y, box_size, palette_->accent_ink);
    } else {
        canvas_.frame(box, border(node, look), 6, node.error.empty() ? 1.5F : 2);
    }
    ring(box, 6, look);
    layout_.gap(16);
}

void ImguiPainter::radio(Node& node, Look look) {
    const Rect box = label_beside(node, box_size);
    const float x = box.x + box_size / 2, y = box.y + box_size / 2;
    const bool on = has(node, FlagChecked);
    const bool faulty = !containers_.empty() && containers_.back().faulty;
    const Colour edge = on ? palette_->accent : faulty ? palette_->danger : border(node, look);
    canvas_.disc(x, y, box_size / 2, palette_->field);
    canvas_.circle(x, y, box_size / 2, edge, on || faulty ? 2.0F : 1.5F);
    if (on) canvas_.disc(x, y, 6, palette_->accent);
    ring(box, box_size / 2, look);
    layout_.gap(12);
}

void ImguiPainter::button(Node& node, Look look) {
    constexpr float padding = 22;
    const float wanted = std::ceil(text_width(widths_, node.label, body_text.em)) + 2 * padding;
    const float width = std::min(wanted, layout_.width());
    const int lines = width < wanted ? count_lines(widths_, node.label, body_text.em, width - 2 * padding) : 1;
    const float height = control_height - body_text.line + static_cast<float>(lines) * body_text.line;
    const Rect rect = place(node, Part::Control) = layout_.take_inline(width, height, 12, 16);
    const bool begins_item = inside(Role::Item) && containers_.back().first_line == rect.y;
    if (begins_item) containers_.back().first_line += (control_height - body_text.line) / 2;
    const bool disabled = has(node, FlagDisabled), danger = has(node, FlagDanger);
    if (has(node, FlagPrimary)) {
        const Colour fill = disabled       ? mix(palette_->accent, palette_->paper, 0.3F)
                            : look.hovered ? mix(palette_->accent, palette_->ink, 0.25F)
                                           : palette_->accent;
        canvas_.fill(rect, fill, control_radius);
    } else {
        const Colour hovered = danger ? palette_->danger_soft : palette_->accent_soft;
        canvas_.fill(rect, look.hovered ? hovered : palette_->surface, control_radius);
        const Colour edge = disabled ? palette_->line : danger ? palette_->danger : palette_->accent;
        canvas_.frame(rect, edge, control_radius, 1.5F);
    }
    ring(rect, control_radius, look);
}

void ImguiPainter::link(Node& node, Look look) {
    const float wanted = std::ceil(text_width(widths_, node.label, body_text.em)) + 2;
    const float width = std::min(wanted, layout_.width());
    const int lines = width < wanted ? count_lines(widths_, node.label, body_text.em, width - 2) : 1;
    const float height = static_cast<float>(lines) * body_text.line;
    if (inside(Role::Alert)) layout_.gap(4);
    const Rect rect = place(node, Part::Control) = layout_.take_inline(width, height, 24, 8);
    ring({rect.x, rect.y, rect.w, rect.h}, 2, look);
}

void ImguiPainter::progress(Node& node) {
    constexpr float thickness = 10;
    above_control(node);
    layout_.gap(8);
    const Rect rect = place(node, Part::Control) = layout_.take(thickness);
    canvas_.fill(rect, palette_->surface, thickness / 2);
    canvas_.frame(rect, palette_->line, thickness / 2, 1);
    int percent = 0;
    const bool known =
        std::from_chars(node.value.data(), node.value.data() + node.value.size(), percent).ec == std::errc{};
    if (known) {
        const float done = rect.w * static_cast<float>(percent) / 100;
        if (percent > 0) canvas_.fill({rect.x, rect.y, std::max(done, thickness), thickness}, palette_->accent, 5);
    } else { // no motion: a bar of beads says that there is work, not how much
        for (float x = rect.x + 12; x < rect.x + rect.w - 6; x += 18)
            canvas_.disc(x, rect.y + thickness / 2, 3, palette_->accent);
    }
    layout_.gap(below);
}

void ImguiPainter::file(Node& node, Look look) {
    above_control(node);
    layout_.gap(6);
    const Rect rect = place(node, Part::Control) = layout_.take(2 * control_height);
    const bool chosen = !node.value.empty();
    canvas_.fill(rect, look.hovered || chosen ? palette_->accent_soft : palette_->field, control_radius);
    if (chosen || !node.error.empty()) {
        canvas_.frame(rect, node.error.empty() ? palette_->accent : palette_->danger, control_radius, 1.5F);
    } else {
        canvas_.dashed_frame(rect, border(node, look));
    }
    ring(rect, control_radius, look);
    below_control(node);
    layout_.gap(below);
}

void ImguiPainter::pad(Node& node, Look look) {
    above_control(node);
    layout_.gap(6);
    const float height = std::round(layout_.width() * pad_height / pad_width);
    const Rect rect = place(node, Part::Control) = layout_.take(height);
    canvas_.fill(rect, palette_->field, control_radius);
    canvas_.frame(rect, border(node, look), control_radius, 1);
    const float base = rect.y + rect.h * 0.78F;
    for (float x = rect.x + 24; x + 4 < rect.x + rect.w - 20; x += 10)
        canvas_.line(x, base, x + 4, base, palette_->line, 1);
    canvas_.strokes(rect, node.value, palette_->ink);
    ring(rect, control_radius, look);
    below_control(node);
    layout_.gap(below);
}

} // namespace pli::semantics
