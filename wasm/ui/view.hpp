// What every screen works with: the widgets, the state, the wording.
#pragma once

#include "core/base/json.hpp"
#include "semantics/ui.hpp"
#include "ui/session.hpp"
#include "ui/texts.hpp"

#include <string>
#include <string_view>

namespace pli::ui {

struct View {
    semantics::Ui& ui;
    Session& session;
    Texts& texts;
    const Pack& pack;
    Date today;

    [[nodiscard]] std::string say(std::string_view key, const Params& params = {}) const {
        return texts.say(key, params);
    }
    [[nodiscard]] std::string say_count(std::string_view key, std::size_t n) const { return texts.say_count(key, n); }

    void paragraph(std::string_view key, std::string_view sentence) { ui.text(key, say(sentence)); }
    bool button(std::string_view key, std::string_view label,
                semantics::ButtonStyle style = semantics::ButtonStyle::Plain) {
        return ui.button(key, say(label), style);
    }
    /// Asks the shell for something (semantics/patch.hpp).
    void effect(std::string_view name, const Json& payload = Json::object()) { ui.effect(name, dump_json(payload)); }
};

/// A control's options when all it needs is a hint, or to be required.
semantics::Field hinted(std::string hint);
semantics::Field required_field();

/// "22/11/2026" of an ISO day; the text itself when it is not one.
std::string shown_day(std::string_view iso);

/// A fingerprint in groups of four digits, so that two people can compare it aloud.
std::string grouped(std::string_view hex);

/// "12 Ko", "1,4 Mo" with a non-breaking space.
std::string shown_size(const View& view, std::int64_t bytes);

} // namespace pli::ui
