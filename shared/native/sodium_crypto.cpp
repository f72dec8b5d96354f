#include "native/sodium_crypto.hpp"

#include <sodium.h>

namespace pli {

namespace {

class SodiumSha256 final : public Sha256Stream {
  public:
    SodiumSha256() { crypto_hash_sha256_init(&state_); }
    void update(ByteView bytes) override { crypto_hash_sha256_update(&state_, bytes.data(), bytes.size()); }
    Key32 finish() override {
        Key32 digest{};
        crypto_hash_sha256_final(&state_, digest.data());
        return digest;
    }

  private:
    crypto_hash_sha256_state state_{};
};

} // namespace

SodiumCrypto::SodiumCrypto() {
    // A negative result means that the system has no random source; libsodium then aborts by itself at
    // the first draw, so there is nothing left to decide here.
    [[maybe_unused]] const int status = sodium_init();
}

void SodiumCrypto::random(std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); }

Key32 SodiumCrypto::sha256(ByteView bytes) {
    Key32 digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

std::unique_ptr<Sha256Stream> SodiumCrypto::sha256_stream() { return std::make_unique<SodiumSha256>(); }

Key32 SodiumCrypto::hmac_sha256(ByteView key, ByteView message) {
    // libsodium wants an address even for no key at all, which is HKDF's salt in age.
    constexpr std::uint8_t nowhere = 0;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.empty() ? &nowhere : key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, message.data(), message.size());
    Key32 code{};
    crypto_auth_hmacsha256_final(&state, code.data());
    sodium_memzero(&state, sizeof state);
    return code;
}

void SodiumCrypto::aead_seal(const Key32& key, const Nonce12& nonce, ByteView message, std::span<std::uint8_t> out) {
    crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), nullptr, message.data(), message.size(), nullptr, 0, nullptr,
                                              nonce.data(), key.data());
}

bool SodiumCrypto::aead_open(const Key32& key, const Nonce12& nonce, ByteView sealed, std::span<std::uint8_t> out) {
    return crypto_aead_chacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                     nullptr, 0, nonce.data(), key.data()) == 0;
}

bool SodiumCrypto::x25519(const Key32& scalar, const Key32& point, Key32& out) {
    return crypto_scalarmult_curve25519(out.data(), scalar.data(), point.data()) == 0;
}

Key32 SodiumCrypto::x25519_base(const Key32& scalar) {
    Key32 point{};
    crypto_scalarmult_curve25519_base(point.data(), scalar.data());
    return point;
}

ScryptOutcome SodiumCrypto::scrypt(ByteView passphrase, ByteView salt, int log_n, Key32& out) {
    // With r = 8 and p = 1 and a log_n checked by the caller, only memory can be missing.
    const bool done =
        crypto_pwhash_scryptsalsa208sha256_ll(passphrase.data(), passphrase.size(), salt.data(), salt.size(),
                                              std::uint64_t{1} << log_n, 8, 1, out.data(), out.size()) == 0;
    return done ? ScryptOutcome::Done : ScryptOutcome::NoMemory;
}

#ifdef crypto_kem_xwing_PUBLICKEYBYTES

bool SodiumCrypto::has_xwing() const { return true; }

bool SodiumCrypto::xwing_public_from_seed(const Key32& seed, std::span<std::uint8_t> public_key) {
    std::array<std::uint8_t, crypto_kem_xwing_SECRETKEYBYTES> secret_key{};
    const bool done = crypto_kem_xwing_seed_keypair(public_key.data(), secret_key.data(), seed.data()) == 0;
    sodium_memzero(secret_key.data(), secret_key.size());
    return done;
}

bool SodiumCrypto::xwing_encapsulate(ByteView public_key, std::span<std::uint8_t> ciphertext, Key32& shared) {
    return crypto_kem_xwing_enc(ciphertext.data(), shared.data(), public_key.data()) == 0;
}

bool SodiumCrypto::xwing_decapsulate(const Key32& seed, ByteView ciphertext, Key32& shared) {
    return crypto_kem_xwing_dec(shared.data(), ciphertext.data(), seed.data()) == 0;
}

#else

bool SodiumCrypto::has_xwing() const { return false; }
bool SodiumCrypto::xwing_public_from_seed(const Key32& /*seed*/, std::span<std::uint8_t> /*public_key*/) {
    return false;
}
bool SodiumCrypto::xwing_encapsulate(ByteView /*public_key*/, std::span<std::uint8_t> /*ciphertext*/,
                                     Key32& /*shared*/) {
    return false;
}
bool SodiumCrypto::xwing_decapsulate(const Key32& /*seed*/, ByteView /*ciphertext*/, Key32& /*shared*/) {
    return false;
}

#endif

Bytes64 SodiumCrypto::blake2b(ByteView bytes) {
    Bytes64 digest{};
    crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    return digest;
}

void SodiumCrypto::ed25519_from_seed(const Key32& seed, Bytes64& secret) {
    Key32 point{}; // libsodium repeats it at the end of the secret key
    crypto_sign_seed_keypair(point.data(), secret.data(), seed.data());
}

Bytes64 SodiumCrypto::ed25519_sign(const Bytes64& secret, ByteView message) {
    Bytes64 signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.data());
    return signature;
}

bool SodiumCrypto::ed25519_verify(const Key32& point, ByteView message, const Bytes64& signature) {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), point.data()) == 0;
}

void SodiumCrypto::wipe(std::span<std::uint8_t> memory) { sodium_memzero(memory.data(), memory.size()); }

} // namespace pli
