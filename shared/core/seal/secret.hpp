// Secret bytes of a fixed size, wiped when they go out of scope.
#pragma once

#include "core/host/crypto.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace pli {

/// Holds a secret. It moves but never copies, and what it leaves behind is zero.
template <std::size_t size> class Secret {
  public:
    explicit Secret(Crypto& crypto) : crypto_(&crypto) {}
    Secret(Crypto& crypto, std::array<std::uint8_t, size>&& content) : bytes(content), crypto_(&crypto) {
        crypto.wipe(content);
    }
    Secret(Secret&& other) noexcept : bytes(other.bytes), crypto_(other.crypto_) { crypto_->wipe(other.bytes); }
    Secret& operator=(Secret&& other) noexcept {
        if (this == &other) return *this;
        bytes = other.bytes;
        crypto_ = other.crypto_;
        crypto_->wipe(other.bytes);
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { crypto_->wipe(bytes); }

    std::array<std::uint8_t, size> bytes{};

  private:
    Crypto* crypto_;
};

/// Secret bytes of any size, wiped when they go out of scope.
class SecretBytes {
  public:
    explicit SecretBytes(Crypto& crypto, Bytes&& content = {}) : bytes(std::move(content)), crypto_(&crypto) {}
    SecretBytes(SecretBytes&& other) noexcept = default;
    SecretBytes& operator=(SecretBytes&&) = delete;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes() { crypto_->wipe(bytes); }

    Bytes bytes;

  private:
    Crypto* crypto_;
};

using SecretKey = Secret<32>; ///< a scalar, a seed, a shared secret, a derived key
using FileKey = Secret<16>;   ///< what every stanza of a header wraps

} // namespace pli
