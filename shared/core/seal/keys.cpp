#include "core/seal/keys.hpp"

#include "core/base/bech32.hpp"
#include "core/base/encoding.hpp"

#include <algorithm>
#include <vector>

namespace pli {

namespace {

constexpr std::string_view recipient_prefix = "age";
constexpr std::string_view hybrid_recipient_prefix = "age1pq";
constexpr std::string_view identity_prefix = "AGE-SECRET-KEY-";
constexpr std::string_view hybrid_identity_prefix = "AGE-SECRET-KEY-PQ-";
constexpr std::size_t max_identity_lines = 128; // of one identity in a file, without its recipient and date

char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool equal_but_for_case(char a, char b) { return to_upper(a) == to_upper(b); }

/// Where a word stands in a text, whatever its case; npos when it does not. No copy: the text may be a secret.
std::size_t find_word(std::string_view text, std::string_view word) {
    const auto found = std::search(text.begin(), text.end(), word.begin(), word.end(), equal_but_for_case);
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

bool begins_with(std::string_view text, std::string_view word) {
    return find_word(text.substr(0, word.size()), word) == 0;
}

/// Secret keys of every kind, plugins' ones included, however they were typed.
bool looks_secret(std::string_view text) {
    return begins_with(text, "AGE-SECRET-KEY-") || begins_with(text, "AGE-PLUGIN-") ||
           find_word(text, "PRIVATE KEY-----") != std::string_view::npos;
}

bool looks_public(std::string_view text) {
    return begins_with(text, "AGE1") || text.starts_with("ssh-") || text.starts_with("ecdsa-");
}

Error error_of(std::string_view family, std::string_view reason) {
    return {std::string(family).append(".").append(reason), {}, {}};
}

/// The failure of a key that is not Bech32 at all, told apart from one with a mistyped character.
Error bech32_failure(std::string_view family, const Error& error) {
    return error_of(family, error.code == "bech32.checksum" ? "checksum" : "syntax");
}

} // namespace

Result<Recipient> parse_recipient(std::string_view text) {
    if (looks_secret(text)) return error_of("recipient", "is-secret");
    if (text.starts_with("ssh-") || text.starts_with("ecdsa-")) return error_of("recipient", "type");
    const Result<Bech32> decoded = bech32_decode(text);
    if (!decoded.ok()) return bech32_failure("recipient", decoded.error());
    const auto& [prefix, bytes] = decoded.value();
    const bool hybrid = prefix == hybrid_recipient_prefix;
    if (!hybrid && prefix != recipient_prefix) return error_of("recipient", "type");
    const std::size_t size = hybrid ? Crypto::xwing_public_size : sizeof(Key32);
    if (bytes.size() != size) return error_of("recipient", "syntax");
    return Recipient{hybrid ? KeyKind::Hybrid : KeyKind::X25519, std::string(text), bytes};
}

Result<Identity> parse_identity(Crypto& crypto, std::string_view text) {
    if (looks_public(text)) return error_of("identity", "is-recipient");
    Result<Bech32> decoded = bech32_decode(text);
    if (!decoded.ok()) return bech32_failure("identity", decoded.error());
    auto& [prefix, bytes] = decoded.value();
    const bool hybrid = prefix == hybrid_identity_prefix;
    const bool known = hybrid || prefix == identity_prefix;
    Identity identity{hybrid ? KeyKind::Hybrid : KeyKind::X25519, SecretKey(crypto)};
    const bool fits = bytes.size() == identity.secret.bytes.size();
    if (known && fits) std::copy(bytes.begin(), bytes.end(), identity.secret.bytes.begin());
    crypto.wipe(bytes);
    if (!known) return error_of("identity", "type");
    if (!fits) return error_of("identity", "syntax");
    return identity;
}

Identity new_identity(Crypto& crypto, KeyKind kind) {
    Identity identity{kind, SecretKey(crypto)};
    crypto.random(identity.secret.bytes);
    return identity;
}

Result<SecretBytes> identity_file(Crypto& crypto, std::span<const Identity> identities, std::string_view created) {
    std::vector<std::string> recipients;
    std::size_t size = 0;
    for (const Identity& identity : identities) {
        const Result<Recipient> recipient = recipient_of(crypto, identity);
        if (!recipient.ok()) return recipient.error();
        recipients.push_back(recipient.value().text);
        size += recipients.back().size() + created.size() + max_identity_lines;
    }
    SecretBytes file(crypto);
    file.bytes.reserve(size); // so that no copy stays behind
    const auto add = [&file](std::string_view text) { file.bytes.insert(file.bytes.end(), text.begin(), text.end()); };
    for (std::size_t i = 0; i < identities.size(); ++i) {
        add("# created: ");
        add(created);
        add("\n# public key: ");
        add(recipients[i]);
        add("\n");
        const bool hybrid = identities[i].kind == KeyKind::Hybrid;
        std::string line = bech32_encode(hybrid ? hybrid_identity_prefix : identity_prefix, identities[i].secret.bytes);
        add(line);
        add("\n");
        crypto.wipe({reinterpret_cast<std::uint8_t*>(line.data()), line.size()});
    }
    return file;
}

Result<Recipient> recipient_of(Crypto& crypto, const Identity& identity) {
    if (identity.kind == KeyKind::X25519) {
        const Key32 point = crypto.x25519_base(identity.secret.bytes);
        return Recipient{identity.kind, bech32_encode(recipient_prefix, point), Bytes(point.begin(), point.end())};
    }
    Bytes public_key(Crypto::xwing_public_size);
    if (!crypto.has_xwing() || !crypto.xwing_public_from_seed(identity.secret.bytes, public_key))
        return Error{"seal.hybrid-unsupported", {}, {}};
    std::string text = bech32_encode(hybrid_recipient_prefix, public_key);
    return Recipient{identity.kind, std::move(text), std::move(public_key)};
}

std::string fingerprint(Crypto& crypto, const Recipient& recipient) {
    return hex_encode(crypto.sha256(bytes_of(recipient.text)));
}

} // namespace pli
