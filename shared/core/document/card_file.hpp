// pli_carte.json: what users keep of themselves, on their own disk. Untrusted when it comes back.
//
//   { "format": "pli/carte/1", "carte": {"nom": "…", …} }
//
// The members of "carte" are the fields of the pack's card, in canonical form (telephones E.164).
#pragma once

#include "core/base/date.hpp"
#include "core/state/answers.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

inline constexpr std::string_view card_format = "pli/carte/1";
inline constexpr std::size_t max_card = std::size_t{16} << 10; ///< bytes; a card is a few hundred

/// The file of valid answers. Error card.value (place: the path of the first fault; name, code).
Result<std::string> write_card(const Card& card, const Answers& answers, const Date& today);

/// The answers of a file, as a user would type them. Errors: those of parse_json, and, with a JSON pointer as place
/// and the member's name as "name": card.format, card.missing-member, card.unknown-member, card.wrong-type,
/// card.empty, card.value (code: why).
Result<Answers> read_card(const Card& card, std::string_view json, const Date& today);

} // namespace pli
