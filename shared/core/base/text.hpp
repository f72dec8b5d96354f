// UTF-8 text: validation, code points, spaces. Never alters case or accents that the user typed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Position of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Code points of a UTF-8 text; every malformed byte becomes U+FFFD.
std::vector<char32_t> code_points(std::string_view text);

/// Appends a code point; surrogates and values past U+10FFFF, which have no UTF-8 form, as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// Number of code points.
std::size_t length(std::string_view text);

/// Trims and folds runs of spaces (tab and every Unicode space separator: U+00A0, U+202F, U+2009, …)
/// into one U+0020. Line breaks are kept: a field that forbids them must see them. Malformed bytes
/// become U+FFFD.
std::string fold_spaces(std::string_view text);

} // namespace pli
