// Texts of recipients and identities, which users paste or drop.
#include "core/seal/key_files.hpp"

#include "core/base/bech32.hpp"
#include "core/seal/locks.hpp"
#include "fuzz/target.hpp"
#include "native/sodium_crypto.hpp"

#include <string>
#include <utility>

using namespace pli;

namespace {

void check_recipients(Crypto& crypto, std::string_view text) {
    const RecipientList list = parse_recipients(text);
    fuzz::require(!list.recipients.empty() || !list.failures.empty(), "a text gives something");
    fuzz::require(list.recipients.size() <= max_recipients, "the number of recipients is bounded");
    for (const Recipient& recipient : list.recipients) {
        const auto again = parse_recipient(recipient.text);
        fuzz::require(again.ok() && again.value().text == recipient.text, "a recipient is read back");
        fuzz::require(again.value().public_key == recipient.public_key, "a recipient keeps its key");
        fuzz::require(fingerprint(crypto, recipient).size() == 64, "a fingerprint has 64 digits");
    }
}

void check_identities(Crypto& crypto, std::string_view text) {
    const IdentityList list = parse_identities(crypto, text);
    fuzz::require(!list.identities.empty() || !list.failures.empty(), "a text gives something");
    fuzz::require(list.identities.size() <= max_identities, "the number of identities is bounded");
    for (const Identity& identity : list.identities) {
        const auto recipient = recipient_of(crypto, identity);
        if (!recipient) continue; // post-quantum, with an older libsodium
        fuzz::require(parse_recipient(recipient.value().text).ok(), "an identity has a recipient");
    }
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

void check_bech32(std::string_view text) {
    const auto decoded = bech32_decode(text);
    if (!decoded) return;
    const std::string encoded = bech32_encode(decoded.value().prefix, decoded.value().bytes);
    fuzz::require(lower(encoded) == lower(text), "bytes have one Bech32 text only");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static SodiumCrypto crypto;
    const std::string_view text = text_of({data, size});
    check_recipients(crypto, text);
    check_identities(crypto, text);
    check_bech32(text);
    // A random text has no valid checksum: so the input also as the bytes of a key.
    check_bech32(bech32_encode("age", {data, size}));
    check_recipients(crypto, bech32_encode("age", {data, size}));
    check_recipients(crypto, bech32_encode("age1pq", {data, size}));
    check_identities(crypto, bech32_encode("AGE-SECRET-KEY-", {data, size}));
    check_identities(crypto, bech32_encode("AGE-SECRET-KEY-PQ-", {data, size}));
    return 0;
}
