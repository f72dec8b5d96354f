// Where the next thing goes: one column, filled from top to bottom by Dear ImGui's cursor.
#pragma once

#include "semantics/imgui_canvas.hpp"
#include "semantics/node.hpp"

#include <vector>

namespace pli::semantics {

class ImguiLayout {
  public:
    /// Opens the page's window. Every CSS pixel below counts from the top left of the main area.
    void begin(const CanvasView& view);
    /// Closes it; the answer is the height of the whole page.
    float end();

    /// Left edge and width of what is laid out now.
    [[nodiscard]] float left() const { return columns_.back().x; }
    [[nodiscard]] float width() const { return columns_.back().w; }
    /// Where the next thing starts, once the gap before it is spent.
    float top();

    /// At least this much room before the next thing; gaps do not add up.
    void gap(float pixels);
    /// No room before the next thing, whatever was asked.
    void close_up() { gap_ = 0; }

    /// The next `height` pixels of the column.
    Rect take(float height);
    /// A place beside the previous one if it was taken this way too and there is room, else on a new line.
    Rect take_inline(float width, float height, float space_beside, float space_below);

    void narrow(float left, float right); ///< until widen()
    void widen();

  private:
    struct Column {
        float x = 0, w = 0;
    };
    void advance(float pixels);

    CanvasView view_;
    std::vector<Column> columns_;
    float gap_ = 0;
    Rect last_inline_;
    bool in_line_ = false;
};

} // namespace pli::semantics
