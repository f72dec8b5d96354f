// International bank account numbers (ISO 13616), which no field of a form may hold.
#pragma once

#include <string_view>

namespace pli {

/// Whether digits and letters, without separators, are an IBAN: a country of the registry with its own
/// length, and the check of ISO 7064 (MOD 97-10).
bool is_iban(std::string_view digits_and_letters);

} // namespace pli
