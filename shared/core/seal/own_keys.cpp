#include "core/seal/own_keys.hpp"

#include "core/seal/key_files.hpp"
#include "core/seal/open_stream.hpp"
#include "core/seal/seal_stream.hpp"

namespace pli {

namespace {

bool is_age_file(std::string_view content) {
    return content.starts_with("age-encryption.org/") || content.starts_with("-----BEGIN AGE ENCRYPTED FILE-----");
}

Error at(Error error, std::string_view place) {
    error.place = place;
    return error;
}

Result<KeyFiles> seal_files(Crypto& crypto, const OwnKeys& keys, const Locks& locks, std::string_view created) {
    const Result<SecretBytes> identities = identity_file(crypto, keys.identities, created);
    if (!identities) return identities.error();
    Result<Bytes> sealed = seal(crypto, locks, identities.value().bytes);
    if (!sealed) return sealed.error();
    KeyFiles files{std::move(sealed).value(), {}};
    if (!keys.signing) return files;
    const SecretBytes signing = signing_key_file(crypto, *keys.signing);
    Result<Bytes> sealed_signing = seal(crypto, locks, signing.bytes);
    if (!sealed_signing) return sealed_signing.error();
    files.signing = std::move(sealed_signing).value();
    return files;
}

} // namespace

Result<OwnKeys> new_own_keys(Crypto& crypto, const KeyWish& wish) {
    OwnKeys keys;
    keys.identities.push_back(new_identity(crypto, KeyKind::X25519));
    if (wish.hybrid) {
        if (!crypto.has_xwing()) return Error{"seal.hybrid-unsupported", {}, {}};
        keys.identities.push_back(new_identity(crypto, KeyKind::Hybrid));
    }
    if (wish.signing) keys.signing.emplace(new_signing_key(crypto));
    return keys;
}

Result<KeyFiles> seal_own_keys(Crypto& crypto, const OwnKeys& keys, ByteView passphrase, std::string_view created,
                               int work_factor) {
    return seal_files(crypto, keys, {{}, passphrase, work_factor}, created);
}

Result<KeyFiles> seal_for_rescue(Crypto& crypto, const OwnKeys& keys, const Recipient& rescue,
                                 std::string_view created) {
    return seal_files(crypto, keys, {{&rescue, 1}, {}}, created);
}

Result<SecretBytes> read_key_file(Crypto& crypto, ByteView file, const Keyring& keyring, std::string_view place) {
    if (!is_age_file(text_of(file))) return SecretBytes(crypto, Bytes(file.begin(), file.end()));
    Result<Bytes> opened = open(crypto, keyring, file);
    if (!opened) return at(opened.error(), place);
    return SecretBytes(crypto, std::move(opened).value());
}

Result<OwnKeys> open_own_keys(Crypto& crypto, ByteView identities, ByteView signing, const Keyring& keyring) {
    OwnKeys keys;
    const Result<SecretBytes> text = read_key_file(crypto, identities, keyring, key_file_place);
    if (!text) return text.error();
    IdentityList list = parse_identities(crypto, text_of(text.value().bytes));
    if (!list.failures.empty()) return at(list.failures.front(), key_file_place);
    keys.identities = std::move(list.identities);
    if (signing.empty()) return keys;
    const Result<SecretBytes> secret = read_key_file(crypto, signing, keyring, signing_file_place);
    if (!secret) return secret.error();
    Result<SigningKey> key = parse_signing_key(crypto, text_of(secret.value().bytes));
    if (!key) return at(key.error(), signing_file_place);
    keys.signing.emplace(std::move(key).value());
    return keys;
}

} // namespace pli
