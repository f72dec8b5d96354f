// Lays the page out and draws what is not text with Dear ImGui: frames, ticks, cards, the focus ring…
// Text is never drawn (but for the stepper's digits): its place is measured and the DOM shows it there.
#pragma once

#include "semantics/imgui_canvas.hpp"
#include "semantics/imgui_layout.hpp"
#include "semantics/palette.hpp"
#include "semantics/scene.hpp"
#include "semantics/text_layout.hpp"

#include <vector>

namespace pli::semantics {

class ImguiPainter {
  public:
    /// `widths` are those of the typeface that the DOM shows text in.
    explicit ImguiPainter(const GlyphWidths& widths) : widths_(widths) {}

    /// Between ImGui::NewFrame and ImGui::Render: draws the scene and fills the rects of its nodes. `digits`
    /// is at body size. The answer is the height of the page, CSS px.
    float paint(Scene& scene, const CanvasView& view, const Palette& palette, ImFont* digits);

  private:
    struct Container {
        Role role = Role::Region;
        float top = 0;
        float first_line = 0; ///< Item: top of the text that its bullet stands beside
        float padding = 0;    ///< of a card; 0 for what is none
        bool faulty = false;  ///< RadioGroup: its radios look so
        int steps = 0;        ///< Stepper: how many so far
        bool passed = true;   ///< Stepper: the current step is still to come
    };
    /// How a leaf looks now.
    struct Look {
        bool focused = false;
        bool hovered = false;
    };

    // text and structure: imgui_painter.cpp
    void paint_nodes(Scene& scene);
    void leaf(Node& node, Look look);
    void begin(Node& node);
    void end(Node& node);
    [[nodiscard]] bool inside(Role role) const;
    Rect text(std::string_view text, TextSize size, float spacing = 0);
    void above_control(Node& node);
    void below_control(Node& node);
    void heading(Node& node);
    void paragraph(Node& node);
    void item(Node& node);
    void bullet(float top);
    void writing_line(const Rect& rect);
    void step(Node& node);
    void row(Node& node);
    void table(Node& node);
    void begin_card(float padding);
    void begin_group(Node& node, float padding);
    void end_card(const Container& card);
    void end_nested_group(const Container& group);

    // controls: imgui_controls.cpp
    void field(Node& node, float height, Look look);
    void select(Node& node, Look look);
    void area(Node& node, Look look);
    void check(Node& node, Look look);
    void radio(Node& node, Look look);
    void button(Node& node, Look look);
    void link(Node& node, Look look);
    void file(Node& node, Look look);
    void pad(Node& node, Look look);
    void progress(Node& node);
    void ring(const Rect& rect, float radius, Look look);
    [[nodiscard]] Colour border(const Node& node, Look look) const;
    [[nodiscard]] Rect label_beside(Node& node, float box);

    const GlyphWidths& widths_;
    const Palette* palette_ = &light_palette;
    ImguiCanvas canvas_;
    ImguiLayout layout_;
    std::vector<Container> containers_;
};

} // namespace pli::semantics
