// The canvas' module as the shell calls it: the only exported functions, all plain C, beside those of
// bridge/exchange.hpp. It knows nothing of forms: it lays out and draws the scenes that the page's module
// describes, whenever the shell brings one.
#include "bridge/exchange.hpp"
#include "platform/canvas_page.hpp"

namespace {

using pli::Bytes;
using pli::bridge::Reply;

struct Canvas {
    pli::platform::CanvasPage page;
    Bytes places;
    Reply reply;
};

Canvas& canvas() {
    static Canvas only;
    return only;
}

} // namespace

extern "C" {

/// Opens or, after its loss, opens again the WebGL 2 context of the canvas with this CSS selector
/// (a text that ends with a zero byte). 1 on success, else 0.
EMSCRIPTEN_KEEPALIVE int canvas_open(const char* selector) { return canvas().page.open(selector) ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void canvas_lost() { canvas().page.lost(); }

/// Gives the font that the style sheets show text in. The block stays with the module. 1 on success.
EMSCRIPTEN_KEEPALIVE int canvas_font(const std::uint8_t* bytes, std::size_t size) {
    return canvas().page.load_font({bytes, size}) ? 1 : 0;
}

/// The canvas covers the main area, css_width CSS px wide, from `anchor` CSS px down, with
/// pixel_width × pixel_height device pixels, `ratio` of them a CSS pixel.
EMSCRIPTEN_KEEPALIVE void canvas_view(float css_width, int pixel_width, int pixel_height, float ratio, float anchor) {
    if (css_width <= 0 || pixel_width <= 0 || pixel_height <= 0 || !(ratio > 0)) return;
    canvas().page.view({css_width, ratio, anchor}, pixel_width, pixel_height);
}

/// The palette of the next frames.
EMSCRIPTEN_KEEPALIVE void canvas_dark(int dark) { canvas().page.dark(dark != 0); }

/// Draws a scene and answers its places (semantics/scene.hpp). Status 1, without places, when there is
/// nothing to draw on or the bytes are no scene.
EMSCRIPTEN_KEEPALIVE const Reply* canvas_draw(const std::uint8_t* scene, std::size_t size) {
    Canvas& self = canvas();
    self.places.clear();
    auto read = pli::semantics::read_scene({scene, size});
    const bool drawn = read && self.page.ready();
    if (drawn) {
        const float height = self.page.draw(*read);
        self.places = pli::semantics::write_places(read->nodes, height);
    }
    self.reply = pli::bridge::reply_of(drawn ? 0 : 1, self.places);
    return &self.reply;
}

} // extern "C"
