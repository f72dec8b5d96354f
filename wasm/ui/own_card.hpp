// The user's own card between the page and the shell (semantics/patch.hpp).
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// Key of the file field on the card's screen.
inline constexpr std::string_view card_file = "carte-fichier";

/// Takes over a card that came from a file, or that this browser kept. A damaged one is told and overwrites nothing.
void take_card(View& view, const std::string& content, bool kept);

/// Uses the typed card in every form; keeps it in the browser if that is asked for. True unless it has faults,
/// which are shown then.
bool accept_card(View& view);

} // namespace pli::ui
