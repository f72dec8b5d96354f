// Code INSEE of a commune (Code officiel géographique).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Department (2A and 2B for Corsica, put in capitals) and commune, five characters.
/// Errors: insee-commune.format, insee-commune.departement (00, 20, or 99, which means abroad: no place
/// of residence).
Result<std::string> parse_insee_commune(std::string_view typed);

inline constexpr std::string_view insee_commune_pattern = "^(?!00|99)(?:[013-9][0-9]|2[AB1-9])[0-9]{3}$";

} // namespace pli
