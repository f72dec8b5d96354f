// A host whose chance is seeded and that remembers what it was asked; keys and samples for the tests.
#pragma once

#include "core/seal/keys.hpp"
#include "core/seal/open_stream.hpp"
#include "core/seal/seal_stream.hpp"
#include "native/sodium_crypto.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace pli::test {

/// The system's libsodium, with three differences: chance is seeded, wiped memory is remembered, and X-Wing is
/// played by hashes (both halves agree, nothing is secret) so that what surrounds it can be tried everywhere.
class WatchedCrypto final : public Crypto {
  public:
    bool has_memory = true;
    bool plays_xwing = true;
    int scrypt_calls = 0;
    std::vector<Bytes> wiped; ///< what memory held before it was wiped

    [[nodiscard]] bool has_wiped(ByteView secret) const {
        return std::any_of(wiped.begin(), wiped.end(), [secret](const Bytes& memory) {
            return std::search(memory.begin(), memory.end(), secret.begin(), secret.end()) != memory.end();
        });
    }

    void random(std::span<std::uint8_t> out) override {
        for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(chance_() & 0xffU);
    }
    Key32 sha256(ByteView bytes) override { return host_.sha256(bytes); }
    std::unique_ptr<Sha256Stream> sha256_stream() override { return host_.sha256_stream(); }
    Key32 hmac_sha256(ByteView key, ByteView message) override { return host_.hmac_sha256(key, message); }
    void aead_seal(const Key32& key, const Nonce12& nonce, ByteView message, std::span<std::uint8_t> out) override {
        host_.aead_seal(key, nonce, message, out);
    }
    [[nodiscard]] bool aead_open(const Key32& key, const Nonce12& nonce, ByteView sealed,
                                 std::span<std::uint8_t> out) override {
        return host_.aead_open(key, nonce, sealed, out);
    }
    [[nodiscard]] bool x25519(const Key32& scalar, const Key32& point, Key32& out) override {
        return host_.x25519(scalar, point, out);
    }
    Key32 x25519_base(const Key32& scalar) override { return host_.x25519_base(scalar); }
    [[nodiscard]] ScryptOutcome scrypt(ByteView passphrase, ByteView salt, int log_n, Key32& out) override {
        ++scrypt_calls;
        return has_memory ? host_.scrypt(passphrase, salt, log_n, out) : ScryptOutcome::NoMemory;
    }
    [[nodiscard]] bool has_xwing() const override { return plays_xwing; }
    [[nodiscard]] bool xwing_public_from_seed(const Key32& seed, std::span<std::uint8_t> public_key) override {
        Key32 block = seed;
        for (std::size_t i = 0; i < public_key.size(); ++i) {
            if (i % block.size() == 0) block = sha256(block);
            public_key[i] = block[i % block.size()];
        }
        return plays_xwing;
    }
    [[nodiscard]] bool xwing_encapsulate(ByteView public_key, std::span<std::uint8_t> ciphertext,
                                         Key32& shared) override {
        random(ciphertext);
        shared = hmac_sha256(public_key, ciphertext);
        return plays_xwing;
    }
    [[nodiscard]] bool xwing_decapsulate(const Key32& seed, ByteView ciphertext, Key32& shared) override {
        Bytes public_key(xwing_public_size);
        const bool played = xwing_public_from_seed(seed, public_key);
        shared = hmac_sha256(public_key, ciphertext);
        return played;
    }
    Bytes64 blake2b(ByteView bytes) override { return host_.blake2b(bytes); }
    void ed25519_from_seed(const Key32& seed, Bytes64& secret) override { host_.ed25519_from_seed(seed, secret); }
    Bytes64 ed25519_sign(const Bytes64& secret, ByteView message) override {
        return host_.ed25519_sign(secret, message);
    }
    [[nodiscard]] bool ed25519_verify(const Key32& point, ByteView message, const Bytes64& signature) override {
        return host_.ed25519_verify(point, message, signature);
    }
    void wipe(std::span<std::uint8_t> memory) override {
        wiped.emplace_back(memory.begin(), memory.end());
        host_.wipe(memory);
    }

  private:
    SodiumCrypto host_;
    std::mt19937 chance_{20261122};
};

/// The code of a failure, or "accepted".
template <class T> std::string verdict(const Result<T>& result) {
    return result.ok() ? "accepted" : result.error().code;
}

/// One parameter of a failure; empty when it has none of this name.
template <class T> std::string param(const Result<T>& result, const std::string& name) {
    if (result.ok()) return {};
    const auto found = result.error().params.find(name);
    return found == result.error().params.end() ? std::string() : found->second;
}

/// Bytes that look random and are always the same.
inline Bytes sample_bytes(std::size_t size, unsigned seed = 1) {
    std::mt19937 chance(seed);
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(chance() & 0xffU);
    return bytes;
}

inline Key32 key_full_of(std::uint8_t byte) {
    Key32 key{};
    key.fill(byte);
    return key;
}

/// A key pair whose secret is one byte repeated.
class KeyPair {
  public:
    KeyPair(Crypto& crypto, std::uint8_t byte, KeyKind kind = KeyKind::X25519) {
        identities.push_back(Identity{kind, SecretKey(crypto, key_full_of(byte))});
        recipients.push_back(recipient_of(crypto, identities.front()).value());
    }
    std::vector<Identity> identities;
    std::vector<Recipient> recipients;

    [[nodiscard]] Locks locks() const { return {.recipients = recipients, .passphrase = {}}; }
    [[nodiscard]] Keyring keyring() const { return {.identities = identities, .passphrase = {}}; }
};

} // namespace pli::test
