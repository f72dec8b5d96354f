// Passphrases as people type them after hearing them over the telephone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pli::ui {

/// The generated form of a passphrase: its words in one line, joined by hyphens.
std::string joined_words(const std::vector<std::string>& words);

/// "Abaisser abandon ÉLÉPHANT …" -> "abaisser-abandon-elephant-…": when the text is as many words as a
/// generated passphrase has (8, of 5 to 8 letters), however they are separated, in capitals or with accents.
/// Any other text is given back as it is: it comes from another tool, and each character counts.
std::string as_generated(std::string_view typed);

/// Whether a passphrase has exactly that form. Any other one was made up by somebody, and may be guessed.
bool is_generated(std::string_view passphrase);

} // namespace pli::ui
