// The shell's answers (semantics/patch.hpp): each one changes the session.
#pragma once

#include "core/base/json.hpp"
#include "ui/view.hpp"

#include <string_view>

namespace pli::ui {

struct MessageHandler {
    std::string_view name;
    void (*handle)(View&, const Json&);
};

/// Those that are understood once Session::is_whole; until then the shell keeps them back. As later_screens
/// (screens.hpp).
extern "C" const MessageHandler later_messages[];
extern "C" const std::size_t later_messages_count;

/// Takes every answer that came since the last frame.
void take_messages(View& view);

} // namespace pli::ui
