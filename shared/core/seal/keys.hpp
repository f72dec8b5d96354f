// Recipients and identities: the public and the secret half of an age key.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/seal/secret.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pli {

enum class KeyKind : std::uint8_t {
    X25519, ///< age1…, AGE-SECRET-KEY-1…
    Hybrid, ///< age1pq1…, AGE-SECRET-KEY-PQ-1…: post-quantum (mlkem768x25519)
};

struct Recipient {
    KeyKind kind = KeyKind::X25519;
    std::string text; ///< as bech32 writes it: equal keys have equal texts
    Bytes public_key;
};

struct Identity {
    KeyKind kind;
    SecretKey secret; ///< X25519 scalar, or X-Wing seed
};

/// Errors, without a place: recipient.syntax, recipient.checksum, recipient.type (another tool's kind of
/// key), recipient.is-secret (a secret key was pasted: it must never be passed on).
Result<Recipient> parse_recipient(std::string_view text);

/// Errors, without a place: identity.syntax, identity.checksum, identity.type, identity.is-recipient.
Result<Identity> parse_identity(Crypto& crypto, std::string_view text);

/// A fresh key, out of the host's randomness.
Identity new_identity(Crypto& crypto, KeyKind kind);

/// The text of a key file as age-keygen writes it: creation date, recipient and secret of each identity. It is for
/// sealing (cle.age), never for a disk. Error seal.hybrid-unsupported where the host has no X-Wing.
Result<SecretBytes> identity_file(Crypto& crypto, std::span<const Identity> identities, std::string_view created);

/// The recipient of an identity. Error seal.hybrid-unsupported where the host has no X-Wing.
Result<Recipient> recipient_of(Crypto& crypto, const Identity& identity);

/// SHA-256 of the recipient's text, in 64 hexadecimal digits.
std::string fingerprint(Crypto& crypto, const Recipient& recipient);

} // namespace pli
