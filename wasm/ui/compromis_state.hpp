// What the user tells of a key that others may know, and has done about it. It is kept nowhere: with the page it is
// gone.
#pragma once

#include "core/definition/form.hpp"
#include "core/state/answers.hpp"

#include <optional>
#include <set>
#include <string>

namespace pli::ui {

struct Compromise {
    std::string what;                        ///< what happened: one of the screen's choices
    const Calendar* calendar = nullptr;      ///< whose limits are computed; nullptr before a territory is chosen
    std::optional<Form> questions;           ///< of that calendar, those about the day and the time
    Answers answers;                         ///< to them
    bool reckoned = false;                   ///< the limits were asked for, and nothing changed since
    std::string which;                       ///< the key that is unlocked here, or another one; empty until chosen
    std::string fingerprint;                 ///< of another one, as it is typed
    std::string signing_key;                 ///< likewise
    std::set<std::string, std::less<>> done; ///< keys of the steps that are ticked
};

} // namespace pli::ui
