// Numbers of bank cards (ISO/IEC 7812-1), which no field of a form may hold.
#pragma once

#include <string_view>

namespace pli {

/// Whether 13 to 19 digits, without separators, are a card's number: the prefix and length of a scheme
/// in use in France, and a Luhn key. Never 14 digits: those are SIRET, whose key is the same.
bool is_bank_card(std::string_view digits);

} // namespace pli
