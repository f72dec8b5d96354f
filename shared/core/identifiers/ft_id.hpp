// Identifiant France Travail of a job-seeker.
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Regional identifier: seven digits and a digit or letter; national one (since 2025): eleven digits.
/// The two are never converted into each other. Spaces are dropped, case stays as typed.
/// Errors: ft-id.character (params character), ft-id.length (params length), ft-id.format (a letter
/// elsewhere than in the eighth place).
Result<std::string> parse_ft_id(std::string_view typed);

inline constexpr std::string_view ft_id_pattern = "^(?:[0-9]{7}[0-9A-Za-z]|[0-9]{11})$";

} // namespace pli
