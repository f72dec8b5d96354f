// A WebGL 2 context, and one Dear ImGui frame for every scene.
#pragma once

#include "core/base/bytes.hpp"
#include "platform/gl_renderer.hpp"
#include "platform/typeface.hpp"
#include "semantics/imgui_painter.hpp"
#include "semantics/scene.hpp"

namespace pli::platform {

class CanvasPage {
  public:
    /// `selector`: the CSS selector of the canvas. False without WebGL 2.
    bool open(const char* selector);
    void lost() { open_ = false; }
    bool load_font(ByteView file) { return typeface_.load(file); }
    [[nodiscard]] bool ready() const { return open_ && typeface_.loaded() && view_.css_width > 0; }

    /// The canvas was resized or moved within the main area; `width` and `height` in device pixels.
    void view(const semantics::CanvasView& view, int width, int height);
    void dark(bool dark);

    /// Lays the scene out, fills the rects of its nodes, and draws it if it differs from what is shown. The
    /// answer is the height of the page, CSS px.
    float draw(semantics::Scene& scene);

  private:
    void begin_imgui_frame();
    void show();

    Typeface typeface_;
    GlRenderer renderer_;
    semantics::ImguiPainter painter_{typeface_};
    semantics::CanvasView view_;
    const semantics::Palette* palette_ = &semantics::light_palette;
    int width_ = 0;
    int height_ = 0;
    unsigned shown_ = 0; ///< hash of the drawn lists
    bool open_ = false;
    bool stale_ = true;
};

} // namespace pli::platform
