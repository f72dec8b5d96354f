// Number of a département (Code officiel géographique).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// 01–19, 2A, 2B, 21–95, 971–978, 984, 986–989; the letter is put in capitals.
/// Error: departement.unknown.
Result<std::string> parse_departement(std::string_view typed);

inline constexpr std::string_view departement_pattern =
    "^(?:0[1-9]|1[0-9]|2[AB1-9]|[3-8][0-9]|9[0-5]|97[1-8]|984|98[6-9])$";

} // namespace pli
