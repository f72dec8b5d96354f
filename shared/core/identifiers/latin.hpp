// The letters of the European Latin alphabets, in which the names of people and places are written.
#pragma once

#include <string>

namespace pli {

/// A to Z and the Latin letters of Unicode's blocks Latin-1, Extended-A and Extended Additional, and
/// those of Extended-B in use in Europe or in Vietnamese (ș, ț, ǧ, ơ, ư, ə…).
bool is_latin_letter(char32_t c);

/// An accent that follows its letter, in decomposed text as some systems type it: "e" + U+0301.
bool is_combining_mark(char32_t c);

/// ECMAScript pattern (u flag) of one such letter with the marks that follow it.
std::string latin_letter_pattern();

} // namespace pli
