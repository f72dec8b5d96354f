// What no field may hold, whatever its kind: the fiches carry "strictly the data listed".
#pragma once

#include <optional>
#include <string_view>

namespace pli {

/// The first of these found anywhere in the text, or nothing:
///   "line-break" any character that ends a line;
///   "url"        an address with a scheme, "www." or a usual domain (e-mail addresses are none);
///   "iban"       an IBAN with its key;
///   "nir"        the structure of a NIR, with or without key, unless `is_nir_field`;
///   "card"       the number of a bank card with its key;
///   "amount"     a number beside €, EUR or "euros".
/// Numbers are found in whatever groups they are written, with spaces, dots or dashes between.
std::optional<std::string_view> forbidden_pattern(std::string_view text, bool is_nir_field = false);

} // namespace pli
