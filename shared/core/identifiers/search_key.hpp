// Texts as people look for them: "Éloïse D’HONDT" is found by "eloise d hondt".
#pragma once

#include <string>
#include <string_view>

namespace pli {

/// Lower-case ASCII letters and digits in words joined by one space: accents are dropped, œ is "oe", ß "ss",
/// everything that is no Latin letter and no digit only parts words (an apostrophe or hyphen too). Two texts
/// that a person would take for the same name have the same key. "N°" at the head of a word is dropped, as is
/// the word "numero": headers of tables write either, or none.
std::string search_key(std::string_view text);

} // namespace pli
