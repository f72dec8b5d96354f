#include "core/seal/payload.hpp"

#include "core/seal/hkdf.hpp"

#include <algorithm>

namespace pli {

namespace {

/// Moves bytes from the front of `from` until `pending` holds `full` of them.
void fill(Bytes& pending, std::size_t full, ByteView& from) {
    const std::size_t taken = std::min(from.size(), full - pending.size());
    pending.insert(pending.end(), from.begin(), from.begin() + static_cast<std::ptrdiff_t>(taken));
    from = from.subspan(taken);
}

/// Room for so many bytes at the end, found once; doubled, so that many small pieces stay cheap.
void make_room(Bytes& out, std::size_t more) {
    if (out.capacity() - out.size() < more) out.reserve(std::max(out.size() + more, 2 * out.capacity()));
}

/// At most: the chunks of so much plaintext, with their tags.
std::size_t sealed_size(std::size_t plaintext) { return plaintext + (plaintext / chunk_size + 1) * chunk_tag_size; }

} // namespace

SecretKey payload_key(Crypto& crypto, const FileKey& file_key, ByteView nonce) {
    return hkdf_sha256(crypto, file_key.bytes, nonce, bytes_of("payload"));
}

const Nonce12& ChunkNonce::value(bool last) {
    bytes_.back() = last ? 1 : 0;
    return bytes_;
}

void ChunkNonce::next() {
    ++index_;
    std::size_t digit = bytes_.size() - 1;
    do {
        --digit;
        ++bytes_[digit];
    } while (bytes_[digit] == 0 && digit > 0);
}

PayloadWriter::PayloadWriter(Crypto& crypto, SecretKey key) : crypto_(&crypto), key_(std::move(key)) {
    pending_.reserve(chunk_size);
}

PayloadWriter::~PayloadWriter() {
    pending_.resize(pending_.capacity()); // cleared chunks left their plaintext there
    crypto_->wipe(pending_);
}

void PayloadWriter::push(ByteView plaintext, Bytes& out) {
    make_room(out, sealed_size(pending_.size() + plaintext.size()));
    while (!plaintext.empty()) {
        // A full chunk waits for one more byte: only then is it known not to be the last.
        if (pending_.size() == chunk_size) seal_pending(false, out);
        if (pending_.empty() && plaintext.size() > chunk_size) {
            seal_chunk(plaintext.first(chunk_size), false, out); // from where it lies: copies cost a third of sealing
            plaintext = plaintext.subspan(chunk_size);
        } else {
            fill(pending_, chunk_size, plaintext);
        }
    }
}

void PayloadWriter::finish(Bytes& out) { seal_pending(true, out); }

void PayloadWriter::seal_pending(bool last, Bytes& out) {
    seal_chunk(pending_, last, out);
    pending_.clear();
}

void PayloadWriter::seal_chunk(ByteView plaintext, bool last, Bytes& out) {
    const std::size_t start = out.size();
    out.resize(start + plaintext.size() + chunk_tag_size);
    crypto_->aead_seal(key_.bytes, nonce_.value(last), plaintext, std::span(out).subspan(start));
    nonce_.next();
}

PayloadReader::PayloadReader(Crypto& crypto, SecretKey key) : crypto_(&crypto), key_(std::move(key)) {
    pending_.reserve(chunk_size + chunk_tag_size);
}

Error PayloadReader::failure() const {
    const std::string number = std::to_string(nonce_.index() + 1);
    return {"seal.payload", "chunk " + number, {{"chunk", number}}};
}

Status PayloadReader::push(ByteView sealed, Bytes& out) {
    while (!sealed.empty()) {
        if (pending_.size() == chunk_size + chunk_tag_size && !open_chunk(false, out)) {
            // It may be the last chunk with something behind it.
            return open_chunk(true, out) ? Error{"seal.trailing-data", {}, {}} : failure();
        }
        fill(pending_, chunk_size + chunk_tag_size, sealed);
    }
    return done();
}

Status PayloadReader::finish(Bytes& out) {
    if (pending_.size() < chunk_tag_size) return Error{"seal.truncated", {}, {}};
    const bool empty_after_others = pending_.size() == chunk_tag_size && nonce_.index() > 0;
    if (empty_after_others) return failure();
    if (open_chunk(true, out)) return done();
    // A whole chunk that is not marked as the last: the file was cut between two chunks.
    const bool cut = pending_.size() == chunk_size + chunk_tag_size && open_chunk(false, out);
    return cut ? Error{"seal.truncated", {}, {}} : failure();
}

bool PayloadReader::open_chunk(bool last, Bytes& out) {
    const std::size_t start = out.size();
    out.resize(start + pending_.size() - chunk_tag_size);
    if (!crypto_->aead_open(key_.bytes, nonce_.value(last), pending_, std::span(out).subspan(start))) {
        out.resize(start);
        return false;
    }
    nonce_.next();
    pending_.clear();
    return true;
}

} // namespace pli
