// Telephone numbers of France and its overseas territories (ITU-T E.164; plan of ARCEP).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// The number in E.164, "+33612345678". Accepts ten digits from 0[1-9] (those of an overseas
/// territory get its code: 0692… is +262), or +33, +262, +590, +594, +596, +508, +687, +689, also
/// written 00…, with or without the trunk "(0)"; spaces, dots and hyphens anywhere.
/// Errors: phone.character (params character), phone.country (another country's code), phone.digits
/// (wrong number of digits), phone.missing-zero (nine digits: spreadsheets drop the 0; params
/// suggestion).
Result<std::string> parse_phone(std::string_view typed);

/// "06 12 34 56 78"; "+687 41 12 34" where no form in ten digits gives the same number back.
std::string show_phone(std::string_view canonical);

inline constexpr std::string_view phone_pattern =
    "^\\+(?:(?:33|262|590|594|596)[1-9][0-9]{8}|508[1-9][0-9]{5}(?:[0-9]{3})?|687[1-9][0-9]{5}|689[1-9][0-9]{7})$";

} // namespace pli
