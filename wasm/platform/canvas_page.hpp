// Canvas mode: a WebGL 2 context, and one Dear ImGui frame whenever the page asks for one.
#pragma once

#include "core/base/bytes.hpp"
#include "platform/gl_renderer.hpp"
#include "platform/typeface.hpp"
#include "semantics/application.hpp"
#include "semantics/imgui_painter.hpp"

#include <string>

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
    /// The canvas' content may be gone, or was drawn in another mode.
    void redraw() { stale_ = true; }

    /// Builds the application's screen, draws it if it differs from what is shown, and gives the patch.
    std::string frame(semantics::Ui& ui, semantics::Application& application);

  private:
    void begin_imgui_frame(const semantics::Ui& ui);
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
