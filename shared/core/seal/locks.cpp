#include "core/seal/locks.hpp"

#include "core/seal/hybrid.hpp"
#include "core/seal/x25519.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace pli {

namespace {

Status check_recipients(std::span<const Recipient> recipients) {
    if (recipients.empty()) return Error{"seal.no-recipient", {}, {}};
    if (recipients.size() > max_recipients)
        return Error{"recipient.too-many", {}, {{"max", std::to_string(max_recipients)}}};
    std::map<std::string_view, std::size_t> seen;
    for (const Recipient& recipient : recipients) {
        if (recipient.kind != recipients.front().kind) return Error{"seal.mixed-recipients", {}, {}};
        const std::size_t line = seen.size() + 1;
        const auto [first, is_new] = seen.emplace(recipient.text, line);
        if (!is_new)
            return Error{
                "recipient.duplicate", {}, {{"line", std::to_string(line)}, {"first", std::to_string(first->second)}}};
    }
    return done();
}

bool is_scrypt(const Stanza& stanza) { return stanza.args.front() == scrypt_stanza; }

Unwrapped unwrap(Crypto& crypto, const Identity& identity, const Stanza& stanza) {
    const std::string& type = stanza.args.front();
    if (identity.kind == KeyKind::X25519 && type == x25519_stanza) return unwrap_x25519(crypto, identity, stanza);
    if (identity.kind == KeyKind::Hybrid && type == hybrid_stanza) return unwrap_hybrid(crypto, identity, stanza);
    return std::optional<FileKey>();
}

Result<FileKey> find_with_identities(Crypto& crypto, const Header& header, const Keyring& keyring) {
    const std::string count = std::to_string(header.stanzas.size());
    if (keyring.identities.empty()) return Error{"seal.needs-key", {}, {{"stanzas", count}}};
    for (const Identity& identity : keyring.identities) {
        for (const Stanza& stanza : header.stanzas) {
            Unwrapped unwrapped = unwrap(crypto, identity, stanza);
            if (!unwrapped.ok()) return unwrapped.error();
            if (unwrapped.value().has_value()) return std::move(*unwrapped.value());
        }
    }
    return Error{"seal.no-match", {}, {{"stanzas", count}}};
}

Result<FileKey> find_with_passphrase(Crypto& crypto, const Header& header, const Keyring& keyring) {
    const Stanza& stanza = header.stanzas.front();
    // A malformed or too costly stanza is refused before the user is asked for anything.
    if (const Result<int> factor = work_factor_of(stanza); !factor.ok()) return factor.error();
    if (keyring.passphrase.empty()) return Error{"seal.needs-passphrase", {}, {}};
    Unwrapped unwrapped = unwrap_scrypt(crypto, keyring.passphrase, keyring.allowed_work_factor, stanza);
    if (!unwrapped.ok()) return unwrapped.error();
    if (!unwrapped.value().has_value()) return Error{"seal.wrong-passphrase", {}, {}};
    return std::move(*unwrapped.value());
}

} // namespace

Result<std::vector<Stanza>> wrap_for(Crypto& crypto, const Locks& locks, const FileKey& file_key) {
    std::vector<Stanza> stanzas;
    if (!locks.passphrase.empty() && locks.recipients.empty()) {
        Result<Stanza> stanza = wrap_scrypt(crypto, locks.passphrase, locks.work_factor, file_key);
        if (!stanza.ok()) return stanza.error();
        stanzas.push_back(std::move(stanza).value());
        return stanzas;
    }
    if (!locks.passphrase.empty()) return Error{"seal.mixed-recipients", {}, {}};
    if (const Status status = check_recipients(locks.recipients); !status.ok()) return status.error();
    for (const Recipient& recipient : locks.recipients) {
        Result<Stanza> stanza = recipient.kind == KeyKind::Hybrid ? wrap_hybrid(crypto, recipient, file_key)
                                                                  : wrap_x25519(crypto, recipient, file_key);
        if (!stanza.ok()) return stanza.error();
        stanzas.push_back(std::move(stanza).value());
    }
    return stanzas;
}

Result<FileKey> unlock(Crypto& crypto, const Header& header, const Keyring& keyring) {
    const auto scrypt = std::find_if(header.stanzas.begin(), header.stanzas.end(), is_scrypt);
    const bool by_passphrase = scrypt != header.stanzas.end();
    if (by_passphrase && header.stanzas.size() > 1) return stanza_failure(*scrypt);
    Result<FileKey> file_key =
        by_passphrase ? find_with_passphrase(crypto, header, keyring) : find_with_identities(crypto, header, keyring);
    if (file_key.ok() && !header_is_authentic(crypto, header, file_key.value())) return Error{"seal.hmac", {}, {}};
    return file_key;
}

} // namespace pli
