// Code of a France Travail directorate, as its exchange files carry it.
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Three digits, leading zeros kept. Error: code-pe.digits.
Result<std::string> parse_code_pe(std::string_view typed);

inline constexpr std::string_view code_pe_pattern = "^[0-9]{3}$";

} // namespace pli
