// The page's module as the shell calls it: the only exported functions, all plain C.
//
// Texts and bytes come in as (pointer, size) in the module's memory: the shell takes a block with
// pli_alloc, fills it, calls, and gives it back with pli_free, but for pli_font, which keeps its block.
// Answers are a Response {status, pointer, size} of three 32-bit words; its bytes are valid until the
// next call, so the shell copies them out first. Nothing here runs by itself: the shell calls
// pli_frame once after what it has told, in an animation frame (canvas) or a microtask (plain HTML).
#include "core/base/date.hpp"
#include "core/base/json.hpp"
#include "platform/canvas_page.hpp"
#include "ui/application.hpp"

#include <cstdlib>
#include <emscripten.h>
#include <memory>
#include <string>
#include <string_view>

namespace {

using pli::semantics::Event;
using pli::semantics::EventType;

struct Response {
    std::uint32_t status = 0;
    const char* pointer = nullptr;
    std::uint32_t size = 0;
};

/// Everything the page holds.
struct Page {
    std::unique_ptr<pli::semantics::Application> application;
    pli::semantics::Ui ui;
    pli::platform::CanvasPage canvas;
    bool canvas_mode = false;
    std::string answer;
    Response response;
};

Page& page() {
    static Page only;
    return only;
}

const Response* respond(std::uint32_t status, std::string answer) {
    Page& self = page();
    self.answer = std::move(answer);
    self.response = {status, self.answer.data(), static_cast<std::uint32_t>(self.answer.size())};
    return &self.response;
}

const Response* refuse(const pli::Error& error) {
    return respond(1, pli::dump_json({{"code", error.code}, {"place", error.place}, {"params", error.params}}));
}

std::string frame_patch(Page& self) {
    if (self.ui.pending()) {
        self.ui.begin_consume();
        self.application->build(self.ui);
        self.ui.end_consume();
    }
    if (self.canvas_mode && self.canvas.ready()) return self.canvas.frame(self.ui, *self.application);
    self.ui.begin_emit(nullptr);
    self.application->build(self.ui);
    return self.ui.end_emit(0);
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* pli_alloc(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }

EMSCRIPTEN_KEEPALIVE void pli_free(void* block) { std::free(block); }

/// Starts the application with the pack bundle and the texts (JSON), the day on this machine
/// ("AAAA-MM-JJ") and the address' route ("#/…" or empty). Status 0, or 1 with a failure as JSON
/// {"code", "place", "params"}.
EMSCRIPTEN_KEEPALIVE const Response* pli_start(const char* pack, std::size_t pack_size, const char* texts,
                                               std::size_t texts_size, const char* today, std::size_t today_size,
                                               const char* route, std::size_t route_size) {
    const auto day = pli::parse_iso_date({today, today_size});
    if (!day) return refuse(day.error());
    auto application = pli::ui::create_application({pack, pack_size}, {texts, texts_size}, day.value());
    if (!application) return refuse(application.error());
    page().application = std::move(application).value();
    page().ui.push({EventType::Route, {}, std::string(route, route_size)});
    return respond(0, {});
}

/// Tells one event (semantics/patch.hpp). Types that do not exist are ignored.
EMSCRIPTEN_KEEPALIVE void pli_event(int type, const char* key, std::size_t key_size, const char* value,
                                    std::size_t value_size) {
    if (type < static_cast<int>(EventType::Value) || type > static_cast<int>(EventType::Window)) return;
    page().ui.push({static_cast<EventType>(type), {key, key_size}, {value, value_size}});
}

/// Takes what happened into account and answers the patch, empty when the DOM is right already.
/// Status 1 when another frame is needed at once, else 0.
EMSCRIPTEN_KEEPALIVE const Response* pli_frame() {
    Page& self = page();
    if (!self.application) return respond(0, {});
    std::string patch = frame_patch(self);
    return respond(self.ui.pending() ? 1 : 0, std::move(patch));
}

/// The canvas covers the main area, css_width CSS px wide, from `anchor` CSS px down, with
/// pixel_width × pixel_height device pixels, `ratio` of them a CSS pixel.
EMSCRIPTEN_KEEPALIVE void pli_view(float css_width, int pixel_width, int pixel_height, float ratio, float anchor) {
    if (css_width <= 0 || pixel_width <= 0 || pixel_height <= 0 || !(ratio > 0)) return;
    page().canvas.view({css_width, ratio, anchor}, pixel_width, pixel_height);
}

/// Canvas or plain HTML, and the palette. Takes effect with the next frame.
EMSCRIPTEN_KEEPALIVE void pli_mode(int canvas, int dark) {
    page().canvas_mode = canvas != 0;
    page().canvas.dark(dark != 0);
}

/// Opens or, after its loss, opens again the WebGL 2 context of the canvas with this CSS selector
/// (a text that ends with a zero byte). 1 on success, else 0.
EMSCRIPTEN_KEEPALIVE int pli_gl_init(const char* selector) { return page().canvas.open(selector) ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void pli_gl_lost() { page().canvas.lost(); }

/// Gives the font that the style sheets show text in. The block stays with the module. 1 on success.
EMSCRIPTEN_KEEPALIVE int pli_font(const std::uint8_t* bytes, std::size_t size) {
    return page().canvas.load_font({bytes, size}) ? 1 : 0;
}

} // extern "C"
