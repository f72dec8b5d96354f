// Lines that name an organisation, a function or a place: a fixed alphabet, one line, no free text.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

/// Minimisation: "80 in a street line"; the other lines follow it.
inline constexpr std::size_t line_max_length = 80;

/// Each accepts Latin letters, digits, single spaces and ' ’ - . , & ( ) / °, at most 80 characters.
/// Errors, each after the kind's name and a dot ("street.character"): empty (neither letter nor
/// digit), character (params character), too-long (params max, length).
Result<std::string> parse_organisation(std::string_view typed);
Result<std::string> parse_function(std::string_view typed);
Result<std::string> parse_street(std::string_view typed);
Result<std::string> parse_town(std::string_view typed); ///< with "CEDEX 9" where there is one
Result<std::string> parse_place(std::string_view typed);

/// ECMAScript pattern (u flag) of the canonical values, but for their length.
std::string line_pattern();

} // namespace pli
