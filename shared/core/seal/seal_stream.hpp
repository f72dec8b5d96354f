// Seals one age file piece by piece: memory does not grow with the file.
#pragma once

#include "core/seal/locks.hpp"
#include "core/seal/payload.hpp"

namespace pli {

class SealStream {
  public:
    /// Draws a file key and appends the header and the payload's nonce. Errors: those of wrap_for.
    static Result<SealStream> begin(Crypto& crypto, const Locks& locks, Bytes& out);

    void push(ByteView plaintext, Bytes& out) { payload_.push(plaintext, out); }
    void finish(Bytes& out) { payload_.finish(out); }

  private:
    explicit SealStream(PayloadWriter payload) : payload_(std::move(payload)) {}
    PayloadWriter payload_;
};

/// Seals a whole plaintext that is in memory anyway.
Result<Bytes> seal(Crypto& crypto, const Locks& locks, ByteView plaintext);

} // namespace pli
