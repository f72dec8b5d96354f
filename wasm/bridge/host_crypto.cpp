#include "bridge/host_crypto.hpp"

#include <cstring>

#define PLI_HOST(name) __attribute__((import_module("host"), import_name(#name)))

extern "C" {
PLI_HOST(random) void host_random(std::uint8_t* out, std::size_t size);
PLI_HOST(sha256_begin) void host_sha256_begin(std::uint8_t* state);
PLI_HOST(sha256_push) void host_sha256_push(std::uint8_t* state, const std::uint8_t* bytes, std::size_t size);
PLI_HOST(sha256_finish) void host_sha256_finish(std::uint8_t* state, std::uint8_t* out);
PLI_HOST(hmac_sha256)
void host_hmac_sha256(const std::uint8_t* key, std::size_t key_size, const std::uint8_t* message, std::size_t size,
                      std::uint8_t* out);
PLI_HOST(aead_seal)
void host_aead_seal(const std::uint8_t* key, const std::uint8_t* nonce, const std::uint8_t* message, std::size_t size,
                    std::uint8_t* out);
PLI_HOST(aead_open)
int host_aead_open(const std::uint8_t* key, const std::uint8_t* nonce, const std::uint8_t* sealed, std::size_t size,
                   std::uint8_t* out);
PLI_HOST(x25519) int host_x25519(const std::uint8_t* scalar, const std::uint8_t* point, std::uint8_t* out);
PLI_HOST(x25519_base) void host_x25519_base(const std::uint8_t* scalar, std::uint8_t* out);
PLI_HOST(scrypt)
int host_scrypt(const std::uint8_t* passphrase, std::size_t size, const std::uint8_t* salt, std::size_t salt_size,
                int log_n, std::uint8_t* out);
PLI_HOST(xwing_public) int host_xwing_public(const std::uint8_t* seed, std::uint8_t* out);
PLI_HOST(xwing_encapsulate)
int host_xwing_encapsulate(const std::uint8_t* public_key, std::uint8_t* ciphertext, std::uint8_t* shared);
PLI_HOST(xwing_decapsulate)
int host_xwing_decapsulate(const std::uint8_t* seed, const std::uint8_t* ciphertext, std::uint8_t* shared);
PLI_HOST(blake2b) void host_blake2b(const std::uint8_t* bytes, std::size_t size, std::uint8_t* out);
PLI_HOST(ed25519_from_seed) void host_ed25519_from_seed(const std::uint8_t* seed, std::uint8_t* secret);
PLI_HOST(ed25519_sign)
void host_ed25519_sign(const std::uint8_t* secret, const std::uint8_t* message, std::size_t size, std::uint8_t* out);
PLI_HOST(ed25519_verify)
int host_ed25519_verify(const std::uint8_t* point, const std::uint8_t* message, std::size_t size,
                        const std::uint8_t* signature);
}

namespace pli::bridge {

namespace {

/// libsodium's state of a digest, kept here between calls so that the host holds none.
class HostSha256 final : public Sha256Stream {
  public:
    HostSha256() { host_sha256_begin(state_.data()); }
    void update(ByteView bytes) override { host_sha256_push(state_.data(), bytes.data(), bytes.size()); }
    Key32 finish() override {
        Key32 digest{};
        host_sha256_finish(state_.data(), digest.data());
        return digest;
    }

  private:
    static constexpr std::size_t state_size = 104; // crypto_hash_sha256_statebytes()
    alignas(8) std::array<std::uint8_t, state_size> state_{};
};

} // namespace

void HostCrypto::random(std::span<std::uint8_t> out) { host_random(out.data(), out.size()); }

Key32 HostCrypto::sha256(ByteView bytes) {
    HostSha256 stream;
    stream.update(bytes);
    return stream.finish();
}

std::unique_ptr<Sha256Stream> HostCrypto::sha256_stream() { return std::make_unique<HostSha256>(); }

Key32 HostCrypto::hmac_sha256(ByteView key, ByteView message) {
    Key32 code{};
    host_hmac_sha256(key.data(), key.size(), message.data(), message.size(), code.data());
    return code;
}

void HostCrypto::aead_seal(const Key32& key, const Nonce12& nonce, ByteView message, std::span<std::uint8_t> out) {
    host_aead_seal(key.data(), nonce.data(), message.data(), message.size(), out.data());
}

bool HostCrypto::aead_open(const Key32& key, const Nonce12& nonce, ByteView sealed, std::span<std::uint8_t> out) {
    return host_aead_open(key.data(), nonce.data(), sealed.data(), sealed.size(), out.data()) != 0;
}

bool HostCrypto::x25519(const Key32& scalar, const Key32& point, Key32& out) {
    return host_x25519(scalar.data(), point.data(), out.data()) != 0;
}

Key32 HostCrypto::x25519_base(const Key32& scalar) {
    Key32 point{};
    host_x25519_base(scalar.data(), point.data());
    return point;
}

ScryptOutcome HostCrypto::scrypt(ByteView passphrase, ByteView salt, int log_n, Key32& out) {
    const bool done =
        host_scrypt(passphrase.data(), passphrase.size(), salt.data(), salt.size(), log_n, out.data()) != 0;
    return done ? ScryptOutcome::Done : ScryptOutcome::NoMemory;
}

bool HostCrypto::xwing_public_from_seed(const Key32& seed, std::span<std::uint8_t> public_key) {
    return host_xwing_public(seed.data(), public_key.data()) != 0;
}

bool HostCrypto::xwing_encapsulate(ByteView public_key, std::span<std::uint8_t> ciphertext, Key32& shared) {
    return host_xwing_encapsulate(public_key.data(), ciphertext.data(), shared.data()) != 0;
}

bool HostCrypto::xwing_decapsulate(const Key32& seed, ByteView ciphertext, Key32& shared) {
    return host_xwing_decapsulate(seed.data(), ciphertext.data(), shared.data()) != 0;
}

Bytes64 HostCrypto::blake2b(ByteView bytes) {
    Bytes64 digest{};
    host_blake2b(bytes.data(), bytes.size(), digest.data());
    return digest;
}

void HostCrypto::ed25519_from_seed(const Key32& seed, Bytes64& secret) {
    host_ed25519_from_seed(seed.data(), secret.data());
}

Bytes64 HostCrypto::ed25519_sign(const Bytes64& secret, ByteView message) {
    Bytes64 signature{};
    host_ed25519_sign(secret.data(), message.data(), message.size(), signature.data());
    return signature;
}

bool HostCrypto::ed25519_verify(const Key32& point, ByteView message, const Bytes64& signature) {
    return host_ed25519_verify(point.data(), message.data(), message.size(), signature.data()) != 0;
}

void HostCrypto::wipe(std::span<std::uint8_t> memory) {
    if (memory.empty()) return;
    std::memset(memory.data(), 0, memory.size());
    // The compiler must believe that someone reads the zeros.
    asm volatile("" : : "r"(memory.data()) : "memory");
}

} // namespace pli::bridge
