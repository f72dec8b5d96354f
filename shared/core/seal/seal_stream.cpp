#include "core/seal/seal_stream.hpp"

#include "core/seal/file_key.hpp"

namespace pli {

Result<SealStream> SealStream::begin(Crypto& crypto, const Locks& locks, Bytes& out) {
    const FileKey file_key = new_file_key(crypto);
    const Result<std::vector<Stanza>> stanzas = wrap_for(crypto, locks, file_key);
    if (!stanzas.ok()) return stanzas.error();
    const std::string header = write_header(crypto, stanzas.value(), file_key);
    out.insert(out.end(), header.begin(), header.end());
    std::array<std::uint8_t, payload_nonce_size> nonce{};
    crypto.random(nonce);
    out.insert(out.end(), nonce.begin(), nonce.end());
    return SealStream(PayloadWriter(crypto, payload_key(crypto, file_key, nonce)));
}

Result<Bytes> seal(Crypto& crypto, const Locks& locks, ByteView plaintext) {
    Bytes out;
    Result<SealStream> stream = SealStream::begin(crypto, locks, out);
    if (!stream.ok()) return stream.error();
    out.reserve(out.size() + plaintext.size() + (plaintext.size() / chunk_size + 1) * chunk_tag_size);
    stream.value().push(plaintext, out);
    stream.value().finish(out);
    return out;
}

} // namespace pli
