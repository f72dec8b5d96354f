// The cryptographic primitives that the core asks of its host: libsodium, natively or in the browser.
// Nothing here composes primitives: HKDF, HPKE and age are in core/seal.
#pragma once

#include "core/base/bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace pli {

using Key32 = std::array<std::uint8_t, 32>;
using Bytes64 = std::array<std::uint8_t, 64>;
using Nonce12 = std::array<std::uint8_t, 12>;

enum class ScryptOutcome : std::uint8_t { Done, NoMemory };

/// SHA-256 fed piece by piece. After finish() it must not be used again.
class Sha256Stream {
  public:
    virtual ~Sha256Stream() = default;
    virtual void update(ByteView bytes) = 0;
    virtual Key32 finish() = 0;
};

class Crypto {
  public:
    virtual ~Crypto() = default;

    virtual void random(std::span<std::uint8_t> out) = 0;
    virtual Key32 sha256(ByteView bytes) = 0;
    virtual std::unique_ptr<Sha256Stream> sha256_stream() = 0;
    virtual Key32 hmac_sha256(ByteView key, ByteView message) = 0;

    /// ChaCha20-Poly1305 (RFC 8439) without associated data. `out` is message + 16 bytes / minus 16.
    virtual void aead_seal(const Key32& key, const Nonce12& nonce, ByteView message, std::span<std::uint8_t> out) = 0;
    /// False when the tag does not match; `out` is then unspecified and must not be used.
    [[nodiscard]] virtual bool aead_open(const Key32& key, const Nonce12& nonce, ByteView sealed,
                                         std::span<std::uint8_t> out) = 0;

    /// X25519 (RFC 7748). False for a low-order point (all-zero result).
    [[nodiscard]] virtual bool x25519(const Key32& scalar, const Key32& point, Key32& out) = 0;
    virtual Key32 x25519_base(const Key32& scalar) = 0;

    /// scrypt (RFC 7914) with r = 8, p = 1 and N = 2^log_n. Needs 128 · 8 · N bytes.
    [[nodiscard]] virtual ScryptOutcome scrypt(ByteView passphrase, ByteView salt, int log_n, Key32& out) = 0;

    /// X-Wing (draft-connolly-cfrg-xwing-kem): false where this libsodium lacks it (before 1.0.22).
    [[nodiscard]] virtual bool has_xwing() const = 0;
    static constexpr std::size_t xwing_public_size = 1216;
    static constexpr std::size_t xwing_ciphertext_size = 1120;
    [[nodiscard]] virtual bool xwing_public_from_seed(const Key32& seed, std::span<std::uint8_t> public_key) = 0;
    [[nodiscard]] virtual bool xwing_encapsulate(ByteView public_key, std::span<std::uint8_t> ciphertext,
                                                 Key32& shared) = 0;
    [[nodiscard]] virtual bool xwing_decapsulate(const Key32& seed, ByteView ciphertext, Key32& shared) = 0;

    /// BLAKE2b (RFC 7693) without a key, 64 bytes long.
    virtual Bytes64 blake2b(ByteView bytes) = 0;

    /// Ed25519 (RFC 8032). A secret key is the seed followed by its public point, as libsodium keeps it.
    virtual void ed25519_from_seed(const Key32& seed, Bytes64& secret) = 0;
    virtual Bytes64 ed25519_sign(const Bytes64& secret, ByteView message) = 0;
    /// False also for a point of low order and for a signature that is not in its one canonical form.
    [[nodiscard]] virtual bool ed25519_verify(const Key32& point, ByteView message, const Bytes64& signature) = 0;

    /// Overwrites memory in a way that the compiler keeps.
    virtual void wipe(std::span<std::uint8_t> memory) = 0;
};

} // namespace pli
