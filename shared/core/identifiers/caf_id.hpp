// Numéro allocataire of a Caisse d'allocations familiales.
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// One to seven digits. CAF extracts pad it to fifteen with zeros: from a longer number, the tail is
/// cut after seven digits if it is all zeros; failing that, leading zeros are dropped first.
/// Errors: caf-id.character (params character), caf-id.length.
Result<std::string> parse_caf_id(std::string_view typed);

inline constexpr std::string_view caf_id_pattern = "^[0-9]{1,7}$";

} // namespace pli
