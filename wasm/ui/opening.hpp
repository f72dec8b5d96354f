// Asking the shell to open the chosen file: once from the screen, once more from its answer.
#pragma once

#include "ui/passphrase.hpp"
#include "ui/view.hpp"

namespace pli::ui {

/// Keys of the nodes that hold the sealed file and the key file: the shell keeps files by node key.
inline constexpr std::string_view sealed_file = "ouvrir-fichier";
inline constexpr std::string_view key_file = "ouvrir-cle";

/// Opens with what the user gave; what was open before is closed. A passphrase, of the file or of the key file, is
/// first read as a generated one (passphrase.hpp); if that one is wrong and differs from what was typed, the second
/// try (opening.as_typed) takes it as typed.
void ask_to_open(View& view);

} // namespace pli::ui
