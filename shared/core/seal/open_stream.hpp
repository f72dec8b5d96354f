// Opens one age file piece by piece, in two passes over the same bytes: the first authenticates all of
// it and releases nothing, the second releases the plaintext. Nobody sees the start of an altered file.
#pragma once

#include "core/seal/age_input.hpp"
#include "core/seal/locks.hpp"
#include "core/seal/payload.hpp"

#include <optional>

namespace pli {

class OpenStream {
  public:
    /// The keyring is used until the header is read in the first pass and must live that long.
    OpenStream(Crypto& crypto, const Keyring& keyring) : crypto_(&crypto), keyring_(keyring) {}
    OpenStream(const OpenStream&) = delete;
    OpenStream& operator=(const OpenStream&) = delete;

    /// Some more bytes of the file, binary or armored. The first pass leaves `out` alone. Errors: those of
    /// HeaderReader, ArmorReader, unlock and PayloadReader; seal.changed when the second pass meets
    /// another file. After a failure every call fails the same way.
    Status push(ByteView sealed, Bytes& out);

    /// The end of the file. After the first pass the second one begins.
    Status finish(Bytes& out);

    [[nodiscard]] bool authenticated() const { return authenticated_; }            ///< the first pass succeeded
    [[nodiscard]] std::uint64_t plaintext_size() const { return plaintext_size_; } ///< once authenticated

  private:
    Status advance(ByteView sealed, Bytes& out, bool last);
    Status take(ByteView binary, Bytes& out);
    Status begin_payload();
    Status end(Bytes& out);
    void forget_scratch();

    Crypto* crypto_;
    Keyring keyring_;
    AgeInput input_;
    HeaderReader header_;
    Bytes nonce_;
    std::optional<PayloadReader> payload_;
    std::string first_header_; ///< of the first pass: its bytes, MAC and nonce
    std::optional<SecretKey> key_;
    Bytes scratch_; ///< plaintext of the first pass, wiped before each return
    std::optional<Error> failure_;
    bool authenticated_ = false;
    std::uint64_t plaintext_size_ = 0;
};

/// Opens a whole file that is in memory anyway. Errors: those of OpenStream::push.
Result<Bytes> open(Crypto& crypto, const Keyring& keyring, ByteView sealed);

} // namespace pli
