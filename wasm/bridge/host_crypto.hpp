// The core's cryptographic host in WebAssembly: every primitive is an import named "host", which
// web/src/sealing/sodium_host.ts carries out with libsodium.js.
#pragma once

#include "core/host/crypto.hpp"

namespace pli::bridge {

class HostCrypto final : public Crypto {
  public:
    void random(std::span<std::uint8_t> out) override;
    Key32 sha256(ByteView bytes) override;
    std::unique_ptr<Sha256Stream> sha256_stream() override;
    Key32 hmac_sha256(ByteView key, ByteView message) override;
    void aead_seal(const Key32& key, const Nonce12& nonce, ByteView message, std::span<std::uint8_t> out) override;
    [[nodiscard]] bool aead_open(const Key32& key, const Nonce12& nonce, ByteView sealed,
                                 std::span<std::uint8_t> out) override;
    [[nodiscard]] bool x25519(const Key32& scalar, const Key32& point, Key32& out) override;
    Key32 x25519_base(const Key32& scalar) override;
    [[nodiscard]] ScryptOutcome scrypt(ByteView passphrase, ByteView salt, int log_n, Key32& out) override;
    [[nodiscard]] bool has_xwing() const override { return true; }
    [[nodiscard]] bool xwing_public_from_seed(const Key32& seed, std::span<std::uint8_t> public_key) override;
    [[nodiscard]] bool xwing_encapsulate(ByteView public_key, std::span<std::uint8_t> ciphertext,
                                         Key32& shared) override;
    [[nodiscard]] bool xwing_decapsulate(const Key32& seed, ByteView ciphertext, Key32& shared) override;
    Bytes64 blake2b(ByteView bytes) override;
    void ed25519_from_seed(const Key32& seed, Bytes64& secret) override;
    Bytes64 ed25519_sign(const Bytes64& secret, ByteView message) override;
    [[nodiscard]] bool ed25519_verify(const Key32& point, ByteView message, const Bytes64& signature) override;
    void wipe(std::span<std::uint8_t> memory) override;
};

} // namespace pli::bridge
