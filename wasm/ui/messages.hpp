// The shell's answers (semantics/patch.hpp): each one changes the session.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// Takes every answer that came since the last frame.
void take_messages(View& view);

} // namespace pli::ui
