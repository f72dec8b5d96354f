#include "core/seal/x25519.hpp"

#include "core/base/encoding.hpp"
#include "core/seal/hkdf.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::string_view label = "age-encryption.org/v1/X25519";
// A wrapping key serves once, so its nonce can be fixed.
constexpr Nonce12 zero_nonce{};

Key32 point_of(const Bytes& bytes) {
    Key32 point{};
    std::copy(bytes.begin(), bytes.end(), point.begin());
    return point;
}

SecretKey wrapping_key(Crypto& crypto, const SecretKey& shared, const Key32& share, const Key32& public_key) {
    Bytes salt(share.begin(), share.end());
    salt.insert(salt.end(), public_key.begin(), public_key.end());
    return hkdf_sha256(crypto, shared.bytes, salt, bytes_of(label));
}

} // namespace

Result<Stanza> wrap_x25519(Crypto& crypto, const Recipient& recipient, const FileKey& file_key) {
    SecretKey ephemeral(crypto);
    crypto.random(ephemeral.bytes);
    const Key32 share = crypto.x25519_base(ephemeral.bytes);
    const Key32 public_key = point_of(recipient.public_key);
    SecretKey shared(crypto);
    if (!crypto.x25519(ephemeral.bytes, public_key, shared.bytes)) return Error{"recipient.weak", {}, {}};
    const SecretKey key = wrapping_key(crypto, shared, share, public_key);
    return Stanza{{std::string(x25519_stanza), base64_encode(share, Padding::None)},
                  wrap_file_key(crypto, key, zero_nonce, file_key)};
}

Unwrapped unwrap_x25519(Crypto& crypto, const Identity& identity, const Stanza& stanza) {
    if (stanza.args.size() != 2) return stanza_failure(stanza);
    const Result<Bytes> argument = stanza_argument(stanza, 1, sizeof(Key32));
    if (!argument.ok()) return argument.error();
    const Key32 share = point_of(argument.value());
    SecretKey shared(crypto);
    if (!crypto.x25519(identity.secret.bytes, share, shared.bytes)) return stanza_failure(stanza);
    const SecretKey key = wrapping_key(crypto, shared, share, crypto.x25519_base(identity.secret.bytes));
    return unwrap_file_key(crypto, key, zero_nonce, stanza.body);
}

} // namespace pli
