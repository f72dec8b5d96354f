// Names of persons: as their bearer writes them.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

/// Minimisation: "more than 60 characters in a name" is something else than a name.
inline constexpr std::size_t person_name_max_length = 60;

/// Letters of any European Latin alphabet, precomposed or not, with space, hyphen, ' and ’, and a dot
/// after a letter (an initial). Case and accents stay as typed.
/// Errors: person-name.empty (no letter), person-name.digit, person-name.character (params character),
/// person-name.too-long (params max, length).
Result<std::string> parse_person_name(std::string_view typed);

/// ECMAScript pattern (u flag) of the canonical values, but for their length.
std::string person_name_pattern();

} // namespace pli
