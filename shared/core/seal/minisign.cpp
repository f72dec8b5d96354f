#include "core/seal/minisign.hpp"

#include "core/base/encoding.hpp"

#include <algorithm>
#include <optional>

namespace pli {

namespace {

constexpr std::string_view untrusted_prefix = "untrusted comment: ";
constexpr std::string_view trusted_prefix = "trusted comment: ";
constexpr std::string_view key_algorithm = "Ed";
constexpr std::string_view prehashed_algorithm = "ED";
constexpr std::string_view legacy_algorithm = "Ed";
/// Key algorithm, no derivation, BLAKE2b checksum: what `minisign -G -W` writes.
constexpr std::string_view open_secret_head{"Ed\0\0B2", 6};
constexpr std::size_t derivation_size = 32 + 8 + 8; // salt, operations, memory: zeros here
constexpr std::size_t checksum_size = 32;           // zeros here too
constexpr std::size_t public_size = 2 + 8 + 32;
constexpr std::size_t secret_size = open_secret_head.size() + derivation_size + 8 + 64 + checksum_size;
constexpr std::size_t signature_size = 2 + 8 + 64;

Error failure(std::string_view code) { return {std::string(code), {}, {}}; }
Error syntax_at(int line) { return {"minisig.syntax", "line " + std::to_string(line), {}}; }

/// Takes bytes off the front of a view.
class Taker {
  public:
    explicit Taker(ByteView bytes) : rest_(bytes) {}
    std::string_view text(std::size_t size) { return text_of(take(size)); }
    void fill(std::span<std::uint8_t> out) {
        const ByteView taken = take(out.size());
        std::copy(taken.begin(), taken.end(), out.begin());
    }
    ByteView take(std::size_t size) {
        const ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }

  private:
    ByteView rest_;
};

void append(Bytes& bytes, std::string_view text) { bytes.insert(bytes.end(), text.begin(), text.end()); }
void append(Bytes& bytes, ByteView more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

/// The next line of a text, without its end; nothing when the text is over.
std::optional<std::string_view> next_line(std::string_view& text) {
    if (text.empty()) return std::nullopt;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The line of a key that a file or a pasted text holds: the only one, or the one after the comment.
std::optional<std::string_view> key_line(std::string_view text) {
    if (text.size() > max_key_text) return std::nullopt;
    std::optional<std::string_view> line = next_line(text);
    if (line && line->starts_with(untrusted_prefix)) line = next_line(text);
    if (!line || text.find_first_not_of("\r\n") != std::string_view::npos) return std::nullopt;
    return line;
}

/// The comment of a key file, by which a pasted file is known to be of the other kind.
bool says(std::string_view text, std::string_view word) {
    return text.starts_with(untrusted_prefix) && text.substr(0, text.find('\n')).find(word) != std::string_view::npos;
}

/// A number as minisign shows it: hexadecimal, the last byte first.
std::string shown(const KeyNumber& number) {
    std::string text = hex_encode(Bytes(number.rbegin(), number.rend()));
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

bool is_printable_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; });
}

/// What the second signature of a file is made over.
Bytes with_comment(const Bytes64& signature, std::string_view comment) {
    Bytes bytes(signature.begin(), signature.end());
    append(bytes, comment);
    return bytes;
}

} // namespace

VerifyingKey SigningKey::verifying() const {
    VerifyingKey key{number, {}};
    std::copy(secret.bytes.begin() + 32, secret.bytes.end(), key.point.begin());
    return key;
}

SigningKey new_signing_key(Crypto& crypto) {
    SigningKey key{{}, Secret<64>(crypto)};
    crypto.random(key.number);
    SecretKey seed(crypto);
    crypto.random(seed.bytes);
    crypto.ed25519_from_seed(seed.bytes, key.secret.bytes);
    return key;
}

std::string verifying_key_text(const VerifyingKey& key) {
    Bytes bytes;
    append(bytes, key_algorithm);
    append(bytes, ByteView(key.number));
    append(bytes, ByteView(key.point));
    return base64_encode(bytes, Padding::Required);
}

Result<VerifyingKey> parse_verifying_key(std::string_view text) {
    if (says(text, "secret key")) return failure("verifying-key.is-secret");
    const auto line = key_line(text);
    if (!line) return failure("verifying-key.syntax");
    const Result<Bytes> bytes = base64_decode(*line, Padding::Required);
    if (bytes.ok() && bytes.value().size() == secret_size) return failure("verifying-key.is-secret");
    if (!bytes.ok() || bytes.value().size() != public_size) return failure("verifying-key.syntax");
    Taker taker(bytes.value());
    if (taker.text(2) != key_algorithm) return failure("verifying-key.type");
    VerifyingKey key;
    taker.fill(key.number);
    taker.fill(key.point);
    return key;
}

SecretBytes signing_key_file(Crypto& crypto, const SigningKey& key) {
    SecretBytes raw(crypto);
    raw.bytes.reserve(secret_size); // so that no copy stays behind
    append(raw.bytes, open_secret_head);
    raw.bytes.resize(raw.bytes.size() + derivation_size);
    append(raw.bytes, ByteView(key.number));
    append(raw.bytes, ByteView(key.secret.bytes));
    raw.bytes.resize(secret_size);
    std::string line = base64_encode(raw.bytes, Padding::Required);
    const std::string comment =
        std::string(untrusted_prefix).append("minisign secret key ").append(shown(key.number)).append("\n");
    SecretBytes file(crypto);
    file.bytes.reserve(comment.size() + line.size() + 1);
    append(file.bytes, comment);
    append(file.bytes, line);
    append(file.bytes, "\n");
    crypto.wipe({reinterpret_cast<std::uint8_t*>(line.data()), line.size()});
    return file;
}

Result<SigningKey> parse_signing_key(Crypto& crypto, std::string_view text) {
    if (says(text, "public key")) return failure("signing-key.is-public");
    const auto line = key_line(text);
    if (!line) return failure("signing-key.syntax");
    Result<Bytes> decoded = base64_decode(*line, Padding::Required);
    if (!decoded.ok()) return failure("signing-key.syntax");
    const SecretBytes raw(crypto, std::move(decoded).value());
    if (raw.bytes.size() == public_size) return failure("signing-key.is-public");
    if (raw.bytes.size() != secret_size) return failure("signing-key.syntax");
    Taker taker(raw.bytes);
    const std::string_view head = taker.text(open_secret_head.size());
    if (!head.starts_with(key_algorithm)) return failure("signing-key.type");
    if (head != open_secret_head) return failure("signing-key.protected");
    taker.take(derivation_size);
    SigningKey key{{}, Secret<64>(crypto)};
    taker.fill(key.number);
    taker.fill(key.secret.bytes);
    SecretKey seed(crypto);
    std::copy_n(key.secret.bytes.begin(), seed.bytes.size(), seed.bytes.begin());
    Secret<64> fresh(crypto);
    crypto.ed25519_from_seed(seed.bytes, fresh.bytes);
    if (fresh.bytes != key.secret.bytes) return failure("signing-key.damaged");
    return key;
}

Result<std::string> sign(Crypto& crypto, const SigningKey& key, ByteView message, std::string_view trusted_comment) {
    if (trusted_comment.size() > max_trusted_comment || !is_printable_line(trusted_comment))
        return failure("minisig.comment-unfit");
    const Bytes64 of_message = crypto.ed25519_sign(key.secret.bytes, crypto.blake2b(message));
    const Bytes64 of_comment = crypto.ed25519_sign(key.secret.bytes, with_comment(of_message, trusted_comment));
    Bytes head;
    append(head, prehashed_algorithm);
    append(head, ByteView(key.number));
    append(head, ByteView(of_message));
    std::string text(untrusted_prefix);
    text.append("signature from key ").append(shown(key.number)).append("\n");
    text.append(base64_encode(head, Padding::Required)).append("\n");
    text.append(trusted_prefix).append(trusted_comment).append("\n");
    text.append(base64_encode(of_comment, Padding::Required)).append("\n");
    return text;
}

Result<DetachedSignature> parse_signature(std::string_view text) {
    if (text.size() > max_signature_text) return failure("minisig.too-large");
    const auto untrusted = next_line(text);
    if (!untrusted || !untrusted->starts_with(untrusted_prefix)) return syntax_at(1);
    const Result<Bytes> head = base64_decode(next_line(text).value_or(""), Padding::Required);
    if (!head.ok() || head.value().size() != signature_size) return syntax_at(2);
    DetachedSignature signature;
    Taker taker(head.value());
    const std::string_view algorithm = taker.text(2);
    if (algorithm == legacy_algorithm) return failure("minisig.not-prehashed");
    if (algorithm != prehashed_algorithm) return syntax_at(2);
    taker.fill(signature.number);
    taker.fill(signature.of_message);
    const auto trusted = next_line(text);
    if (!trusted || !trusted->starts_with(trusted_prefix)) return syntax_at(3);
    signature.trusted_comment = trusted->substr(trusted_prefix.size());
    if (!is_printable_line(signature.trusted_comment)) return syntax_at(3);
    const Result<Bytes> of_comment = base64_decode(next_line(text).value_or(""), Padding::Required);
    if (!of_comment.ok() || of_comment.value().size() != signature.of_comment.size()) return syntax_at(4);
    std::copy(of_comment.value().begin(), of_comment.value().end(), signature.of_comment.begin());
    if (!text.empty()) return syntax_at(5);
    return signature;
}

Result<std::string> verify(Crypto& crypto, const VerifyingKey& key, const DetachedSignature& signature,
                           ByteView message) {
    if (signature.number != key.number) return failure("minisig.other-key");
    if (!crypto.ed25519_verify(key.point, crypto.blake2b(message), signature.of_message))
        return failure("minisig.content");
    if (!crypto.ed25519_verify(key.point, with_comment(signature.of_message, signature.trusted_comment),
                               signature.of_comment))
        return failure("minisig.comment");
    return signature.trusted_comment;
}

} // namespace pli
