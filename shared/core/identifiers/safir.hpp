// Code SAFIR of a France Travail structure.
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Five digits, leading zeros kept. Error: safir.digits.
Result<std::string> parse_safir(std::string_view typed);

inline constexpr std::string_view safir_pattern = "^[0-9]{5}$";

} // namespace pli
