#include "bridge/locks_input.hpp"

namespace pli::bridge {

Error at_recipient(Error error, std::size_t position) {
    error.place = "recipients/" + std::to_string(position);
    error.params["line"] = std::to_string(position + 1);
    return error;
}

Result<Json> read_options(const Request& request) { return parse_json(request.text(0)); }

Result<OwnedLocks> read_locks(const Json& options) {
    OwnedLocks locks;
    const std::int64_t factor = int_member_or(options, "workFactor", default_work_factor);
    if (factor >= 1 && factor <= max_work_factor) locks.work_factor = static_cast<int>(factor);
    const Json* recipients = member(options, "recipients");
    if (recipients == nullptr || !recipients->is_array()) return locks;
    for (const Json& text : *recipients) {
        Result<Recipient> recipient = parse_recipient(text.is_string() ? text.get_ref<const std::string&>() : "");
        if (!recipient.ok()) return at_recipient(recipient.error(), locks.recipients.size());
        locks.recipients.push_back(std::move(recipient).value());
    }
    return locks;
}

OwnedKeyring::OwnedKeyring(Crypto& crypto, std::vector<Identity>&& identities, ByteView passphrase, bool confirmed)
    : identities_(std::move(identities)), passphrase_(crypto, Bytes(passphrase.begin(), passphrase.end())),
      confirmed_(confirmed) {}

Keyring OwnedKeyring::view() const {
    return {identities_, passphrase_.bytes, confirmed_ ? max_work_factor : default_work_factor};
}

Result<OwnedKeyring> read_keyring(Crypto& crypto, const Json& options, const Request& request) {
    const bool confirmed = bool_member_or(options, "confirmed", false);
    const Keyring of_key_file{{}, request.bytes(2), confirmed ? max_work_factor : default_work_factor};
    const Result<SecretBytes> text = read_key_file(crypto, request.bytes(1), of_key_file, key_file_place);
    if (!text.ok()) return text.error();
    IdentityList list;
    if (!text.value().bytes.empty()) list = parse_identities(crypto, text_of(text.value().bytes));
    if (!list.failures.empty()) return list.failures.front();
    return OwnedKeyring(crypto, std::move(list.identities), request.bytes(3), confirmed);
}

} // namespace pli::bridge
