// The operations on drafts. What a draft says is the page's business: here it is bytes that are sealed and opened.
#include "bridge/worker_core.hpp"
#include "core/seal/seal_stream.hpp"

namespace pli::bridge {

namespace {

/// A draft grows with each key: its size must not tell how many.
constexpr std::size_t draft_step = 4096; // bytes

/// The text of a draft, filled up with spaces, which JSON lets stand after it.
SecretBytes padded(Crypto& crypto, ByteView text) {
    Bytes bytes;
    bytes.reserve(text.size() + draft_step);
    bytes.assign(text.begin(), text.end());
    bytes.resize((text.size() / draft_step + 1) * draft_step, ' ');
    return SecretBytes(crypto, std::move(bytes));
}

} // namespace

Status WorkerCore::seal_draft(const Request& request, Response& response) {
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<OwnedLocks> owned = read_locks(options.value());
    if (!owned.ok()) return owned.error();
    const SecretBytes text = padded(*crypto_, request.bytes(locks_parts));
    const Result<Bytes> sealed =
        seal(*crypto_, {owned.value().recipients, request.bytes(1), owned.value().work_factor}, text.bytes);
    if (!sealed.ok()) return sealed.error();
    response.add(sealed.value());
    return done();
}

Status WorkerCore::open_draft(const Request& request, Response& response) {
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<OwnedKeyring> keyring = read_keyring(*crypto_, options.value(), request);
    if (!keyring.ok()) return keyring.error();
    const Result<Keyring> keys = keys_of(keyring.value(), options.value());
    if (!keys.ok()) return keys.error();
    Result<Bytes> opened = open(*crypto_, keys.value(), request.bytes(keyring_parts));
    if (!opened.ok()) return opened.error();
    const SecretBytes text(*crypto_, std::move(opened).value());
    std::string recipient;
    if (!keys.value().identities.empty()) {
        const Result<Recipient> first = recipient_of(*crypto_, keys.value().identities.front());
        if (!first.ok()) return first.error();
        recipient = first.value().text;
    }
    response.reserve({recipient.size(), text.bytes.size()});
    response.add(recipient);
    response.add(text.bytes);
    return done();
}

} // namespace pli::bridge
