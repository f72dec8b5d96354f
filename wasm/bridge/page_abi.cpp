// The page's module as the shell calls it: the only exported functions, all plain C, beside those of
// bridge/exchange.hpp. Texts and bytes come in as (pointer, size) in the module's memory.
//
// Nothing here runs by itself. After what it has told, the shell calls pli_frame and then pli_patch, in an
// animation frame (canvas) or a microtask (plain HTML). In between, the canvas lays out what pli_frame
// described: so one patch holds all that a frame changes.
#include "bridge/exchange.hpp"
#include "core/base/date.hpp"
#include "core/base/json.hpp"
#include "ui/application.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace {

using pli::Bytes;
using pli::bridge::Reply;
using pli::semantics::Event;
using pli::semantics::EventType;

/// Everything the page holds.
struct Page {
    std::unique_ptr<pli::semantics::Application> application;
    pli::semantics::Ui ui;
    Bytes scene;
    std::string answer;
    Reply reply;
};

Page& page() {
    static Page only;
    return only;
}

const Reply* respond(std::uint32_t status, std::string answer) {
    Page& self = page();
    self.answer = std::move(answer);
    self.reply = pli::bridge::reply_of(status, pli::bytes_of(self.answer));
    return &self.reply;
}

const Reply* refuse(const pli::Error& error) {
    return respond(1, pli::dump_json({{"code", error.code}, {"place", error.place}, {"params", error.params}}));
}

} // namespace

extern "C" {

/// Starts the application with the pack bundle and the first texts (JSON, see ui/application.hpp), the day on this
/// machine ("AAAA-MM-JJ") and the address' route ("#/…" or empty). Status 0, or 1 with a failure as JSON
/// {"code", "place", "params"}.
EMSCRIPTEN_KEEPALIVE const Reply* pli_start(const char* pack, std::size_t pack_size, const char* texts,
                                            std::size_t texts_size, const char* today, std::size_t today_size,
                                            const char* route, std::size_t route_size) {
    const auto day = pli::parse_iso_date({today, today_size});
    if (!day) return refuse(day.error());
    auto application =
        pli::ui::create_application({pack, pack_size}, {texts, texts_size}, day.value(), pli::ui::Catalogue::First);
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

/// Takes what happened into account and declares the frame. Answers its scene (semantics/scene.hpp) when
/// `described`, else nothing.
EMSCRIPTEN_KEEPALIVE const Reply* pli_frame(int described) {
    Page& self = page();
    self.scene.clear();
    if (self.application) {
        if (self.ui.pending()) {
            self.ui.begin_consume();
            self.application->build(self.ui);
            self.ui.end_consume();
        }
        self.ui.begin_emit();
        self.application->build(self.ui);
        if (described != 0) self.scene = self.ui.scene();
    }
    self.reply = pli::bridge::reply_of(0, self.scene);
    return &self.reply;
}

/// Ends the frame that pli_frame declared and answers the patch, empty when the DOM is right already.
/// `places` are the canvas' answer to the scene; with anything else the DOM lays itself out. Status 1 when
/// another frame is needed at once, else 0.
EMSCRIPTEN_KEEPALIVE const Reply* pli_patch(const std::uint8_t* places, std::size_t size) {
    Page& self = page();
    if (!self.application) return respond(0, {});
    const auto read = pli::semantics::read_places({places, size});
    std::string patch = self.ui.end_emit(read ? &*read : nullptr);
    return respond(self.ui.pending() ? 1 : 0, std::move(patch));
}

} // extern "C"
