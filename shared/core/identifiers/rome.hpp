// Job code of the Répertoire opérationnel des métiers et des emplois (ROME 4.0).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// A letter from A to N, put in capitals, and four digits. Error: rome.format.
Result<std::string> parse_rome(std::string_view typed);

inline constexpr std::string_view rome_pattern = "^[A-N][0-9]{4}$";

} // namespace pli
