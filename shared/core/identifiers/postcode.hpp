// Code postal (La Poste).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Five digits, overseas and military ones included; spaces are dropped. "CEDEX" belongs to the town.
/// Errors: postcode.digits (not five digits), postcode.unknown (00xxx: no department).
Result<std::string> parse_postcode(std::string_view typed);

inline constexpr std::string_view postcode_pattern = "^(?!00)[0-9]{5}$";

} // namespace pli
