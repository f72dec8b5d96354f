// The payload of an age file (C2SP age.md, "Payload"): STREAM in chunks of 64 KiB, in bounded memory.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/seal/secret.hpp"

#include <cstdint>

namespace pli {

inline constexpr std::size_t chunk_size = std::size_t{64} << 10;
inline constexpr std::size_t chunk_tag_size = 16;
inline constexpr std::size_t payload_nonce_size = 16;

/// The key of a payload, from the file key and the nonce that precedes the payload.
SecretKey payload_key(Crypto& crypto, const FileKey& file_key, ByteView nonce);

/// Counter of chunks (11 bytes, big-endian) and the mark of the last one.
class ChunkNonce {
  public:
    [[nodiscard]] const Nonce12& value(bool last);
    void next();
    [[nodiscard]] std::uint64_t index() const { return index_; } ///< of the current chunk, from 0

  private:
    Nonce12 bytes_{};
    std::uint64_t index_ = 0;
};

class PayloadWriter {
  public:
    PayloadWriter(Crypto& crypto, SecretKey key);
    PayloadWriter(PayloadWriter&&) noexcept = default;
    PayloadWriter& operator=(PayloadWriter&&) noexcept = default;
    ~PayloadWriter();

    /// Appends the chunks completed by some more plaintext.
    void push(ByteView plaintext, Bytes& out);
    /// Appends the last chunk: the only one that may be short, empty only for an empty payload.
    void finish(Bytes& out);

  private:
    void seal_pending(bool last, Bytes& out);
    void seal_chunk(ByteView plaintext, bool last, Bytes& out);
    Crypto* crypto_;
    SecretKey key_;
    ChunkNonce nonce_;
    Bytes pending_;
};

class PayloadReader {
  public:
    PayloadReader(Crypto& crypto, SecretKey key);

    /// Appends the plaintext of the chunks completed so far. What was appended before a failure is
    /// authentic, but its end is missing. Errors: seal.payload (place "chunk N", params chunk),
    /// seal.trailing-data.
    Status push(ByteView sealed, Bytes& out);
    /// Appends the last chunk. Errors: seal.payload, seal.truncated.
    Status finish(Bytes& out);

  private:
    bool open_chunk(bool last, Bytes& out);
    [[nodiscard]] Error failure() const;
    Crypto* crypto_;
    SecretKey key_;
    ChunkNonce nonce_;
    Bytes pending_;
};

} // namespace pli
