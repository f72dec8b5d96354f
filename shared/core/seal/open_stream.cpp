#include "core/seal/open_stream.hpp"

#include <algorithm>

namespace pli {

namespace {

/// What must be the same in both passes: header, MAC and nonce settle the payload's key.
std::string seen(const Header& header, const Bytes& nonce) {
    return header.authenticated + std::string(text_of(header.mac)) + std::string(text_of(nonce));
}

} // namespace

Status OpenStream::push(ByteView sealed, Bytes& out) { return advance(sealed, out, false); }

Status OpenStream::finish(Bytes& out) { return advance({}, out, true); }

Status OpenStream::advance(ByteView sealed, Bytes& out, bool last) {
    if (failure_.has_value()) return *failure_;
    Bytes binary;
    Status status = last ? input_.finish(binary) : input_.push(sealed, binary);
    if (status.ok()) status = take(binary, out);
    if (status.ok() && last) status = end(out);
    if (!status.ok()) failure_ = status.error();
    return status;
}

Status OpenStream::take(ByteView binary, Bytes& out) {
    if (!header_.complete()) {
        const Result<std::size_t> taken = header_.push(binary);
        if (!taken.ok()) return taken.error();
        binary = binary.subspan(taken.value());
    }
    if (header_.complete() && !payload_.has_value()) {
        const std::size_t taken = std::min(binary.size(), payload_nonce_size - nonce_.size());
        nonce_.insert(nonce_.end(), binary.begin(), binary.begin() + static_cast<std::ptrdiff_t>(taken));
        binary = binary.subspan(taken);
        if (nonce_.size() == payload_nonce_size)
            if (const Status status = begin_payload(); !status.ok()) return status;
    }
    if (!payload_.has_value()) return done();
    if (authenticated_) return payload_->push(binary, out);
    // Reserved at once: a growing vector would leave plaintext behind in memory that nobody wipes.
    scratch_.reserve(binary.size() + chunk_size);
    const Status status = payload_->push(binary, scratch_);
    forget_scratch();
    return status;
}

Status OpenStream::begin_payload() {
    if (authenticated_) {
        if (seen(header_.header(), nonce_) != first_header_) return Error{"seal.changed", {}, {}};
    } else {
        const Result<FileKey> file_key = unlock(*crypto_, header_.header(), keyring_);
        if (!file_key.ok()) return file_key.error();
        key_.emplace(payload_key(*crypto_, file_key.value(), nonce_));
        first_header_ = seen(header_.header(), nonce_);
    }
    payload_.emplace(*crypto_, SecretKey(*crypto_, Key32(key_->bytes)));
    return done();
}

Status OpenStream::end(Bytes& out) {
    if (!header_.complete()) return header_.cut_short();
    if (!payload_.has_value()) {
        // The keys are judged first: a wrong passphrase matters more than a missing end.
        const Result<FileKey> file_key = unlock(*crypto_, header_.header(), keyring_);
        return file_key.ok() ? Error{"seal.truncated", "header", {}} : file_key.error();
    }
    if (authenticated_) return payload_->finish(out);
    const Status status = payload_->finish(scratch_);
    forget_scratch();
    if (!status.ok()) return status;
    authenticated_ = true;
    input_ = AgeInput();
    header_ = HeaderReader();
    nonce_.clear();
    payload_.reset();
    return done();
}

void OpenStream::forget_scratch() {
    plaintext_size_ += scratch_.size();
    crypto_->wipe(scratch_);
    scratch_.clear();
}

Result<Bytes> open(Crypto& crypto, const Keyring& keyring, ByteView sealed) {
    OpenStream stream(crypto, keyring);
    Bytes plaintext;
    for (int pass = 0; pass < 2; ++pass) {
        if (stream.authenticated()) plaintext.reserve(static_cast<std::size_t>(stream.plaintext_size()));
        Status status = stream.push(sealed, plaintext);
        if (status.ok()) status = stream.finish(plaintext);
        if (!status.ok()) {
            crypto.wipe(plaintext);
            return status.error();
        }
    }
    return plaintext;
}

} // namespace pli
