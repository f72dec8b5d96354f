// Key files as age writes them: one key a line, "#" comments, empty lines.
#pragma once

#include "core/seal/keys.hpp"

#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::size_t max_recipients_text = std::size_t{4} << 20; ///< bytes
inline constexpr std::size_t max_identities_text = std::size_t{64} << 10;
inline constexpr std::size_t max_identities = 64;

/// Failures have place "line N" and params line; a line that failed gives no key.
struct RecipientList {
    std::vector<Recipient> recipients;
    std::vector<Error> failures;
};

struct IdentityList {
    std::vector<Identity> identities;
    std::vector<Error> failures;
};

/// Failures: those of parse_recipient, recipient.duplicate (params first: the line of the first one),
/// recipient.too-many, recipient.too-large (params max), recipient.none when there is no line at all.
RecipientList parse_recipients(std::string_view text);

/// Failures: those of parse_identity, identity.too-many, identity.too-large, identity.none.
IdentityList parse_identities(Crypto& crypto, std::string_view text);

} // namespace pli
