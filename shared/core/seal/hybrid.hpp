// The post-quantum stanza mlkem768x25519 (C2SP age.md, "Hybrid recipient stanza"): X-Wing in HPKE.
#pragma once

#include "core/seal/file_key.hpp"
#include "core/seal/keys.hpp"

namespace pli {

inline constexpr std::string_view hybrid_stanza = "mlkem768x25519";

/// Errors: seal.hybrid-unsupported where the host has no X-Wing; recipient.weak for an invalid key.
Result<Stanza> wrap_hybrid(Crypto& crypto, const Recipient& recipient, const FileKey& file_key);

/// Errors: seal.header for a malformed stanza, seal.hybrid-unsupported.
Unwrapped unwrap_hybrid(Crypto& crypto, const Identity& identity, const Stanza& stanza);

} // namespace pli
