// Shapes in CSS pixels of the main area, drawn into Dear ImGui's list. Edges fall on device pixels.
#pragma once

#include "semantics/node.hpp"
#include "semantics/palette.hpp"

#include <imgui.h>
#include <string_view>
#include <vector>

namespace pli::semantics {

/// The part of the main area that the canvas shows.
struct CanvasView {
    float css_width = 0; ///< of the main area
    float ratio = 1;     ///< device pixels per CSS pixel
    float anchor = 0;    ///< top of the canvas within the main area, CSS px
};

class ImguiCanvas {
  public:
    /// Grounds that enclose one another; deeper ones are drawn later.
    static constexpr int max_depth = 6;

    void begin(const CanvasView& view, ImDrawList* list, ImFont* digits);
    void end();

    /// Draws what follows below everything else, as the ground of nesting depth `depth`…
    void to_ground(int depth);
    /// …and what follows above all grounds again.
    void to_front();

    void fill(const Rect& rect, Colour colour, float radius = 0);
    void frame(const Rect& rect, Colour colour, float radius, float thickness);
    void dashed_frame(const Rect& rect, Colour colour);
    void line(float x0, float y0, float x1, float y1, Colour colour, float thickness);
    void disc(float x, float y, float radius, Colour colour);
    void circle(float x, float y, float radius, Colour colour, float thickness);
    void tick(float x, float y, float size, Colour colour);
    void chevron_down(float x, float y, float size, Colour colour);
    /// A text of digits, centred; everything else that reads is DOM.
    void digits(float x, float y, std::string_view text, Colour colour);
    /// Strokes as strokes.hpp writes them, from 1000 × 300 into `rect`.
    void strokes(const Rect& rect, std::string_view strokes, Colour colour);

  private:
    [[nodiscard]] ImVec2 point(float x, float y) const;
    [[nodiscard]] ImVec2 snapped(float x, float y) const;
    [[nodiscard]] float pixels(float css) const;
    [[nodiscard]] bool outside(const Rect& rect) const;

    CanvasView view_;
    ImDrawList* list_ = nullptr;
    ImFont* digits_ = nullptr;
    ImDrawListSplitter layers_;
    std::vector<ImVec2> path_;
};

/// `share` of the second colour in the first, 0..1.
Colour mix(Colour first, Colour second, float share);

} // namespace pli::semantics
