#include "semantics/imgui_painter.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace pli::semantics {
namespace {

constexpr float slack = 2; // a browser may measure a line a little wider than we do
constexpr float card_radius = 12;

Rect& place(Node& node, Part part) { return node.rects[static_cast<std::size_t>(part)]; }

bool has(const Node& node, Flag flag) { return (node.flags & flag) != 0; }

} // namespace

float ImguiPainter::paint(Scene& scene, const CanvasView& view, const Palette& palette, ImFont* digits) {
    palette_ = &palette;
    containers_.clear();
    layout_.begin(view);
    canvas_.begin(view, ImGui::GetWindowDrawList(), digits);
    paint_nodes(scene);
    canvas_.end();
    return layout_.end();
}

void ImguiPainter::paint_nodes(Scene& scene) {
    std::vector<int> open;
    const auto close = [&] {
        end(scene.nodes[static_cast<std::size_t>(open.back())]);
        open.pop_back();
    };
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        Node& node = scene.nodes[i];
        const int index = static_cast<int>(i);
        while (!open.empty() && open.back() != node.parent) close();
        if (node.holds) {
            begin(node);
            open.push_back(index);
        } else {
            leaf(node, {index == scene.focused, index == scene.hovered && !has(node, FlagDisabled)});
        }
    }
    while (!open.empty()) close();
}

bool ImguiPainter::inside(Role role) const {
    return std::any_of(containers_.begin(), containers_.end(), [role](const Container& c) { return c.role == role; });
}

// ---- dispatch

void ImguiPainter::leaf(Node& node, Look look) {
    switch (node.role) {
    case Role::Heading:
        return heading(node);
    case Role::Item:
        return !containers_.empty() && containers_.back().role == Role::Stepper ? step(node) : item(node);
    case Role::Row:
        return row(node);
    case Role::TableRow:
        return;
    case Role::Field:
        return field(node, control_height, look);
    case Role::Area:
        return area(node, look);
    case Role::Select:
        return select(node, look);
    case Role::Check:
        return check(node, look);
    case Role::Radio:
        return radio(node, look);
    case Role::Button:
        return button(node, look);
    case Role::Link:
        return link(node, look);
    case Role::Progress:
        return progress(node);
    case Role::File:
        return file(node, look);
    case Role::Pad:
        return pad(node, look);
    default:
        return paragraph(node);
    }
}

// ---- text

Rect ImguiPainter::text(std::string_view text, TextSize size, float spacing) {
    if (text.empty()) return {};
    const int lines = count_lines(widths_, text, size.em, layout_.width() - slack, spacing);
    return layout_.take(static_cast<float>(lines) * size.line);
}

void ImguiPainter::heading(Node& node) {
    const TextSize size = node.level == 1 ? title_text : node.level == 2 ? section_text : body_text;
    layout_.gap(node.level == 1 ? 0.0F : node.level == 2 ? 32.0F : 20.0F);
    const Rect rect = place(node, Part::Control) = text(node.label, size);
    if (node.level == 1) {
        layout_.gap(10);
        const Rect seal = layout_.take(4);
        canvas_.fill({seal.x, seal.y, 48, 4}, palette_->wax, 2);
        layout_.gap(22);
    } else if (node.level == 2) {
        const float below = rect.y + rect.h + 6;
        canvas_.line(rect.x, below, rect.x + rect.w, below, mix(palette_->surface, palette_->line, 0.4F), 1);
        layout_.gap(20);
    } else {
        layout_.gap(8);
    }
}

void ImguiPainter::paragraph(Node& node) {
    if (node.label.empty()) return;
    if (has(node, FlagMono)) {
        layout_.gap(8);
        const float top = layout_.top();
        const Rect outer{layout_.left(), top, layout_.width(), 0};
        layout_.narrow(16, 16);
        layout_.gap(12);
        const Rect rect = place(node, Part::Control) = text(node.label, body_text, mono_spacing);
        layout_.widen();
        layout_.gap(12);
        canvas_.fill({outer.x, outer.y, outer.w, rect.h + 24}, palette_->accent_soft, 8);
        layout_.top();
    } else {
        place(node, Part::Control) = text(node.label, body_text);
    }
    layout_.gap(12);
}

void ImguiPainter::above_control(Node& node) {
    place(node, Part::Label) = text(node.label, body_text);
    if (node.hint.empty()) return;
    layout_.gap(2);
    place(node, Part::Hint) = text(node.hint, body_text);
}

void ImguiPainter::below_control(Node& node) {
    if (node.error.empty()) return;
    layout_.gap(6);
    place(node, Part::Error) = text(node.error, body_text);
}

// ---- lists, steps, rows

void ImguiPainter::bullet(float top) { canvas_.disc(layout_.left() + 8, top + body_text.line / 2, 3, palette_->wax); }

void ImguiPainter::item(Node& node) {
    const float top = layout_.top();
    layout_.narrow(24, 0);
    place(node, Part::Control) = text(node.label, body_text);
    layout_.widen();
    bullet(top);
    layout_.gap(6);
}

// Steps flow like words, so that the same drawing serves a wide screen and one of 320 px.
void ImguiPainter::step(Node& node) {
    constexpr float disc = 28, beside = 10, between = 36;
    Container& stepper = containers_.back();
    const bool current = has(node, FlagCurrent);
    if (current) stepper.passed = false;
    const float room = layout_.width() - disc - beside;
    const float label = std::min(std::ceil(text_width(widths_, node.label, body_text.em)) + slack, room);
    const int lines = count_lines(widths_, node.label, body_text.em, label - 1);
    const float height = std::max(disc, static_cast<float>(lines) * body_text.line);
    const Rect rect = layout_.take_inline(disc + beside + label, height, between, 10);
    place(node, Part::Control) = {rect.x + disc + beside, rect.y + (disc - body_text.line) / 2, label,
                                  static_cast<float>(lines) * body_text.line};

    const float x = rect.x + disc / 2, y = rect.y + disc / 2;
    if (rect.x > layout_.left()) canvas_.line(rect.x - between + 8, y, rect.x - 8, y, palette_->line, 1);
    const std::string number = std::to_string(++stepper.steps);
    if (current) {
        canvas_.disc(x, y, disc / 2, palette_->accent);
        canvas_.digits(x, y, number, palette_->accent_ink);
    } else if (stepper.passed) {
        canvas_.disc(x, y, disc / 2, palette_->accent_soft);
        canvas_.tick(x - 11, y - 11, 22, palette_->accent);
    } else {
        canvas_.circle(x, y, disc / 2, palette_->line, 1.5F);
        canvas_.digits(x, y, number, palette_->ink_soft);
    }
}

/// What has no value is left to be written by hand.
void ImguiPainter::writing_line(const Rect& rect) {
    const float bottom = rect.y + rect.h - 2;
    for (float x = rect.x; x + 2 <= rect.x + rect.w; x += 4) canvas_.line(x, bottom, x + 2, bottom, palette_->line, 2);
}

void ImguiPainter::row(Node& node) {
    constexpr float between = 20;
    const float spacing = has(node, FlagMono) ? mono_spacing : 0;
    const float width = layout_.width();
    const float key = std::floor(width * 0.38F);
    layout_.gap(9);
    const float top = layout_.top();
    if (width >= 440) {
        const auto height = [&](std::string_view text, float room, float space) {
            return static_cast<float>(count_lines(widths_, text, body_text.em, room - slack, space)) * body_text.line;
        };
        const float value = width - key - between;
        const float key_height = height(node.label, key, 0), value_height = height(node.value, value, spacing);
        const Rect rect = layout_.take(std::max({key_height, value_height, body_text.line}));
        place(node, Part::Label) = {rect.x, rect.y, key, key_height};
        place(node, Part::Control) = {rect.x + key + between, rect.y, value, value_height};
        if (node.value.empty()) writing_line({rect.x + key + between, rect.y, value, rect.h});
    } else {
        place(node, Part::Label) = text(node.label, body_text);
        place(node, Part::Control) = text(node.value, body_text, spacing);
        if (node.value.empty()) writing_line(layout_.take(body_text.line));
    }
    layout_.gap(9);
    const float bottom = layout_.top();
    if (bottom > top && !node.value.empty())
        canvas_.line(layout_.left(), bottom, layout_.left() + width, bottom,
                     mix(palette_->surface, palette_->line, 0.35F), 1);
}

/// Only the ground of a table is drawn: the page shows its rows, which are too many to be laid out here.
void ImguiPainter::table(Node& node) {
    std::size_t rows = 0;
    std::from_chars(node.value.data(), node.value.data() + node.value.size(), rows);
    const Rect rect = place(node, Part::Control) = layout_.take(static_cast<float>(rows + 1) * table_row_height);
    canvas_.fill(rect, palette_->surface, 8);
    canvas_.fill({rect.x, rect.y, rect.w, table_row_height}, palette_->accent_soft, 8);
    canvas_.frame(rect, mix(palette_->surface, palette_->line, 0.35F), 8, 1);
}

// ---- containers

void ImguiPainter::begin(Node& node) {
    const bool card =
        node.role == Role::Region || node.role == Role::Alert || (node.role == Role::Group && !inside(Role::Group));
    layout_.gap(card || node.role == Role::Group ? 20.0F : 12.0F);
    Container container;
    container.role = node.role;
    container.top = container.first_line = layout_.top();
    container.faulty = !node.error.empty();
    container.padding = !card ? 0.0F : layout_.width() > 440 ? 24.0F : 16.0F;
    containers_.push_back(container);
    switch (node.role) {
    case Role::Group:
        begin_group(node, container.padding);
        break;
    case Role::Region:
    case Role::Alert:
        begin_card(container.padding);
        break;
    case Role::Item:
        layout_.narrow(24, 0);
        break;
    case Role::Table:
        table(node);
        break;
    case Role::RadioGroup:
        above_control(node);
        layout_.gap(10);
        break;
    case Role::Stepper:
        place(node, Part::Label) = text(node.label, body_text);
        layout_.gap(8);
        break;
    default:
        break;
    }
}

void ImguiPainter::begin_card(float padding) {
    layout_.narrow(padding, padding);
    layout_.gap(padding - 3); // a line of text brings some room of its own
}

void ImguiPainter::begin_group(Node& node, float padding) {
    const bool card = padding > 0;
    if (card) {
        begin_card(padding);
    } else {
        layout_.narrow(18, 0);
    }
    place(node, Part::Label) = text(node.label, card ? section_text : body_text);
    layout_.gap(card ? 16 : 12);
}

void ImguiPainter::end(Node& node) {
    if (containers_.empty()) return;
    const Container container = containers_.back();
    if (node.role == Role::Group || node.role == Role::RadioGroup) below_control(node);
    if (container.padding > 0) {
        end_card(container);
    } else if (node.role == Role::Group) {
        end_nested_group(container);
    } else if (node.role == Role::Item) {
        layout_.widen();
        bullet(container.first_line);
    }
    containers_.pop_back();
    layout_.gap(container.padding > 0 ? 24.0F : node.role == Role::Item ? 6.0F : 20.0F);
}

void ImguiPainter::end_card(const Container& card) {
    layout_.close_up();
    layout_.gap(card.padding - 3);
    const float bottom = layout_.top();
    layout_.widen();
    const Rect rect{layout_.left(), card.top, layout_.width(), bottom - card.top};
    canvas_.to_ground(static_cast<int>(containers_.size()) - 1);
    if (card.role == Role::Alert) {
        canvas_.fill(rect, palette_->danger_soft, 8);
        canvas_.fill({rect.x, rect.y, 6, rect.h}, palette_->danger, 3);
    } else {
        canvas_.fill(rect, palette_->surface, card_radius);
        canvas_.frame(rect, mix(palette_->surface, palette_->line, 0.35F), card_radius, 1);
    }
    canvas_.to_front();
}

void ImguiPainter::end_nested_group(const Container& group) {
    layout_.close_up();
    const float bottom = layout_.top();
    layout_.widen();
    canvas_.fill({layout_.left(), group.top, 3, bottom - group.top}, mix(palette_->surface, palette_->accent, 0.35F),
                 1.5F);
}

} // namespace pli::semantics
