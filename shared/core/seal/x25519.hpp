// The X25519 stanza (C2SP age.md, "X25519 recipient stanza").
#pragma once

#include "core/seal/file_key.hpp"
#include "core/seal/keys.hpp"

namespace pli {

inline constexpr std::string_view x25519_stanza = "X25519";

/// Error recipient.weak for a public key of low order: anybody could open what is sealed to it.
Result<Stanza> wrap_x25519(Crypto& crypto, const Recipient& recipient, const FileKey& file_key);

/// Error seal.header for a malformed stanza or a share of low order.
Unwrapped unwrap_x25519(Crypto& crypto, const Identity& identity, const Stanza& stanza);

} // namespace pli
