// SIREN of an enterprise and SIRET of an establishment (Code de commerce, articles R123-220 and R123-221).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Nine digits with a Luhn key; spaces are dropped. Errors: siren.digits, siren.key.
Result<std::string> parse_siren(std::string_view typed);

/// A SIREN and five digits, with a Luhn key over all fourteen; spaces are dropped. La Poste has more
/// establishments than that allows: there, but for the head office, the sum of all digits is a
/// multiple of five. Errors: siret.digits, siret.key.
Result<std::string> parse_siret(std::string_view typed);

inline constexpr std::string_view siren_pattern = "^[0-9]{9}$";
inline constexpr std::string_view siret_pattern = "^[0-9]{14}$";

} // namespace pli
