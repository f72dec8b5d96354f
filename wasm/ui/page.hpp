// What all screens share: title, status line, question, failure, and the links at the foot.
#pragma once

#include "ui/view.hpp"

#include <string>

namespace pli::ui {

/// The h1 of the current screen, without personal data.
std::string title_of(const View& view);

/// The title, then what was just said or failed, then the pending question.
void page_head(View& view);

/// In the place of a screen that is still on its way; what is to be told of the arrival waits as well.
void waiting(View& view);

/// The help and information screens.
void page_foot(View& view);

/// Forgets the fiche and its sealed file, by a full reload of the page unless a register or
/// receipts would be lost with it.
void erase_fiche(View& view);

/// Asks before something is lost; the focus goes to the answer that loses nothing.
void ask(View& view, Question question);

/// Starts a form; over one in progress only after a question.
void begin_form(View& view, Beginning beginning);

/// Tells the shell whether leaving the page loses something, whenever that changes.
void tell_risk(View& view);

/// Tells the shell the address and title of a screen that was just reached.
void announce(View& view);

} // namespace pli::ui
