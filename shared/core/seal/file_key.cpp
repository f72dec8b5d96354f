#include "core/seal/file_key.hpp"

#include "core/base/encoding.hpp"

namespace pli {

namespace {

constexpr std::size_t tag_size = 16;
constexpr std::size_t body_size = sizeof(FileKey::bytes) + tag_size;

} // namespace

FileKey new_file_key(Crypto& crypto) {
    FileKey key(crypto);
    crypto.random(key.bytes);
    return key;
}

Bytes wrap_file_key(Crypto& crypto, const SecretKey& key, const Nonce12& nonce, const FileKey& file_key) {
    Bytes body(body_size);
    crypto.aead_seal(key.bytes, nonce, file_key.bytes, body);
    return body;
}

Unwrapped unwrap_file_key(Crypto& crypto, const SecretKey& key, const Nonce12& nonce, const Bytes& body) {
    if (body.size() != body_size) return Error{"seal.header", "stanza", {}};
    FileKey file_key(crypto);
    if (!crypto.aead_open(key.bytes, nonce, body, file_key.bytes)) return std::optional<FileKey>();
    return std::optional<FileKey>(std::move(file_key));
}

Result<Bytes> stanza_argument(const Stanza& stanza, std::size_t index, std::size_t size) {
    Result<Bytes> bytes = base64_decode(stanza.args[index], Padding::None);
    if (!bytes.ok() || bytes.value().size() != size) return stanza_failure(stanza);
    return bytes;
}

Error stanza_failure(const Stanza& stanza) { return {"seal.header", "stanza " + stanza.args.front(), {}}; }

} // namespace pli
