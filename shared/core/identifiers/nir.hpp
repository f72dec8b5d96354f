// Numéro d'inscription au répertoire of natural persons (décret n° 82-103 du 22 janvier 1982, article 4).
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// Thirteen characters: sex 1, year 2, month 2, place of birth 5, order 3; then, unless it is left
/// out, a key of two digits. Spaces are dropped, the Corsican letter is put in capitals.
/// Errors: nir.character (params character), nir.length (params length), nir.sex, nir.year-month
/// (digits expected), nir.month, nir.place, nir.order, nir.key.
Result<std::string> parse_nir(std::string_view typed);

/// Whether thirteen or fifteen characters, without separators, have the structure of a NIR. The key is
/// not computed: a NIR with a slip of the finger is still one for the minimisation guard.
bool looks_like_nir(std::string_view digits_and_letters);

inline constexpr std::string_view nir_pattern = "^[123478][0-9]{2}(?:0[1-9]|1[0-2]|20|3[0-9]|4[0-2]|[5-9][0-9])"
                                                "(?:(?:0[1-9]|1[0-9]|2[AB0-9]|[3-8][0-9]|9[0-5]|9[789])[0-9]{3})"
                                                "(?!000)[0-9]{3}(?:0[1-9]|[1-8][0-9]|9[0-7])?$";

} // namespace pli
