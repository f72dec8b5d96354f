#include "core/seal/scrypt.hpp"

#include "core/base/encoding.hpp"

#include <algorithm>

namespace pli {

namespace {

constexpr std::string_view label = "age-encryption.org/v1/scrypt";
constexpr std::size_t salt_size = 16;
// A wrapping key serves once, so its nonce can be fixed.
constexpr Nonce12 zero_nonce{};

std::string mebibytes(int work_factor) {
    // 128 · r · N bytes with r = 8 (RFC 7914 section 2), that is 2^10 · 2^factor.
    return std::to_string(work_factor >= 10 ? 1 << (work_factor - 10) : 1);
}

int number_of(std::string_view digits) {
    int number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number;
}

Result<SecretKey> derive(Crypto& crypto, ByteView passphrase, const Bytes& salt, int work_factor) {
    Bytes labeled_salt(label.begin(), label.end());
    labeled_salt.insert(labeled_salt.end(), salt.begin(), salt.end());
    SecretKey key(crypto);
    if (crypto.scrypt(passphrase, labeled_salt, work_factor, key.bytes) == ScryptOutcome::NoMemory)
        return Error{"seal.no-memory", {}, {{"mebibytes", mebibytes(work_factor)}}};
    return key;
}

} // namespace

Result<Stanza> wrap_scrypt(Crypto& crypto, ByteView passphrase, int work_factor, const FileKey& file_key) {
    Bytes salt(salt_size);
    crypto.random(salt);
    const Result<SecretKey> key = derive(crypto, passphrase, salt, work_factor);
    if (!key.ok()) return key.error();
    return Stanza{{std::string(scrypt_stanza), base64_encode(salt, Padding::None), std::to_string(work_factor)},
                  wrap_file_key(crypto, key.value(), zero_nonce, file_key)};
}

Result<int> work_factor_of(const Stanza& stanza) {
    if (stanza.args.size() != 3) return stanza_failure(stanza);
    const std::string& text = stanza.args[2];
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::all_of(text.begin(), text.end(), is_digit) || text.front() == '0') return stanza_failure(stanza);
    // Three digits are too high already, and any longer number could overflow.
    const int factor = text.size() > 2 ? max_work_factor + 1 : number_of(text);
    if (factor > max_work_factor)
        return Error{"seal.work-factor-too-high", {}, {{"factor", text}, {"max", std::to_string(max_work_factor)}}};
    return factor;
}

Unwrapped unwrap_scrypt(Crypto& crypto, ByteView passphrase, int allowed, const Stanza& stanza) {
    const Result<int> factor = work_factor_of(stanza);
    if (!factor.ok()) return factor.error();
    const Result<Bytes> salt = stanza_argument(stanza, 1, salt_size);
    if (!salt.ok()) return salt.error();
    if (factor.value() > allowed)
        return Error{"seal.work-factor-confirm",
                     {},
                     {{"factor", std::to_string(factor.value())}, {"mebibytes", mebibytes(factor.value())}}};
    const Result<SecretKey> key = derive(crypto, passphrase, salt.value(), factor.value());
    if (!key.ok()) return key.error();
    return unwrap_file_key(crypto, key.value(), zero_nonce, stanza.body);
}

} // namespace pli
