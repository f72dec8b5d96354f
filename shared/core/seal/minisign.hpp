// Signatures and keys as minisign writes them (https://jedisct1.github.io/minisign/), prehashed form only: stock
// minisign checks what is signed here, and the other way round.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/seal/secret.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pli {

/// A number that says which key a signature claims to be made by. It proves nothing: keys are compared whole.
using KeyNumber = std::array<std::uint8_t, 8>;

struct VerifyingKey {
    KeyNumber number{};
    Key32 point{};

    bool operator==(const VerifyingKey&) const = default;
};

struct SigningKey {
    KeyNumber number;
    Secret<64> secret; ///< seed and point, as libsodium keeps them

    [[nodiscard]] VerifyingKey verifying() const;
};

inline constexpr std::size_t max_key_text = 4096;        ///< bytes of a key file
inline constexpr std::size_t max_signature_text = 16384; ///< bytes of a signature file
inline constexpr std::size_t max_trusted_comment = 8192; ///< bytes, as minisign has it

SigningKey new_signing_key(Crypto& crypto);

/// The 56 characters that people pass on, which are the second line of a public key file.
std::string verifying_key_text(const VerifyingKey& key);

/// Takes a public key file, or its second line alone. Errors, without a place: verifying-key.syntax,
/// verifying-key.type (another algorithm), verifying-key.is-secret.
Result<VerifyingKey> parse_verifying_key(std::string_view text);

/// A secret key file that is not protected by itself: it is for sealing, never for a disk.
SecretBytes signing_key_file(Crypto& crypto, const SigningKey& key);

/// Errors, without a place: signing-key.syntax, signing-key.type, signing-key.is-public, signing-key.protected
/// (minisign's own passphrase: only keys without it are sealed), signing-key.damaged (its halves do not fit).
Result<SigningKey> parse_signing_key(Crypto& crypto, std::string_view text);

/// The signature file of a message. The comment is signed too: one line of printable text.
/// Error: minisig.comment-unfit.
Result<std::string> sign(Crypto& crypto, const SigningKey& key, ByteView message, std::string_view trusted_comment);

/// A signature file that was read, but not yet checked.
struct DetachedSignature {
    KeyNumber number{};
    Bytes64 of_message{};
    Bytes64 of_comment{}; ///< of of_message followed by the comment
    std::string trusted_comment;
};

/// Errors: minisig.syntax (place "line N"), minisig.not-prehashed (minisign's old form), minisig.too-large.
Result<DetachedSignature> parse_signature(std::string_view text);

/// What the signature vouches for: its trusted comment. Errors, without a place: minisig.other-key, minisig.content
/// (the message is not what was signed), minisig.comment (the comment is not what was signed).
Result<std::string> verify(Crypto& crypto, const VerifyingKey& key, const DetachedSignature& signature,
                           ByteView message);

} // namespace pli
