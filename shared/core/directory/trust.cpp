#include "core/directory/trust.hpp"

#include "core/base/encoding.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/rules.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

Error failure(std::string_view code, Params params = {}) { return {std::string(code), {}, std::move(params)}; }

Error too_large() { return failure("directory.too-large", {{"max", std::to_string(directory_limits::bytes)}}); }

Status add_keys(std::vector<VerifyingKey>& keys, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const Result<VerifyingKey> key = parse_verifying_key(text);
        if (!key) return key.error();
        keys.push_back(key.value());
    }
    return done();
}

/// A number is free to choose: keys with one point are one key.
bool holds_point(const std::vector<VerifyingKey>& keys, const VerifyingKey& sought) {
    return std::any_of(keys.begin(), keys.end(), [&](const VerifyingKey& key) { return key.point == sought.point; });
}

/// The key that made a signature, out of those that are known.
Result<VerifyingKey> signer_of(Crypto& crypto, const DirectoryTrust& trust, const DetachedSignature& signature,
                               std::string_view text) {
    std::vector<VerifyingKey> known = trust.keys;
    known.insert(known.end(), trust.revoked.begin(), trust.revoked.end());
    bool claims_known_key = false;
    for (const VerifyingKey& key : known) {
        const Result<std::string> comment = verify(crypto, key, signature, bytes_of(text));
        if (comment) return holds_point(trust.revoked, key) ? failure("directory.revoked-signer") : Result(key);
        claims_known_key = claims_known_key || comment.error().code != "minisig.other-key";
    }
    return failure(claims_known_key ? "directory.altered" : "directory.unknown-signer");
}

/// Whether a comment is of this kind of file at all: the same key may sign others.
bool is_of_directory(std::string_view comment) {
    return comment.starts_with(directory_format) && comment.substr(directory_format.size()).starts_with(' ');
}

Status check_version(const DirectoryTrust& trust, const KnownVersion& read) {
    const std::int64_t known = std::max(trust.minimum_version, trust.known ? trust.known->version : 0);
    if (read.version < known)
        return failure("directory.rolled-back",
                       {{"version", std::to_string(read.version)}, {"known", std::to_string(known)}});
    if (trust.known && read.version == trust.known->version && read.sha256 != trust.known->sha256)
        return failure("directory.same-version", {{"version", std::to_string(read.version)}});
    return done();
}

Status check_days(const Directory& directory, const Date& today) {
    if (today < directory.issued) return failure("directory.not-yet", {{"day", french_date(directory.issued)}});
    if (today > directory.valid_until)
        return failure("directory.expired", {{"day", french_date(directory.valid_until)}});
    return done();
}

/// Judges a directory whose signature is good.
Result<VerifiedDirectory> judge(Crypto& crypto, std::string_view text, std::string_view comment,
                                const VerifyingKey& signer, const DirectoryTrust& trust, const Date& today) {
    DirectoryReading reading = read_directory(text);
    if (!reading.faults.empty()) return reading.faults.front();
    const Directory& content = reading.content;
    if (content.signer != verifying_key_text(signer)) return failure("directory.signer");
    if (comment != trusted_comment(content)) return failure("directory.comment");
    if (content.territory != trust.territory) return failure("directory.territory", {{"territory", content.territory}});
    KnownVersion version{content.version, hex_encode(crypto.sha256(bytes_of(text)))};
    if (const Status in_order = check_version(trust, version); !in_order) return in_order.error();
    if (const Status in_time = check_days(content, today); !in_time) return in_time.error();
    return VerifiedDirectory{std::move(reading.content), std::move(version)};
}

} // namespace

Result<DirectoryTrust> trust_of(const Territory& territory) {
    if (!territory.directory) return failure("directory.no-anchor");
    DirectoryTrust trust;
    trust.territory = territory.id;
    trust.minimum_version = territory.directory->minimum_version;
    if (const Status good = add_keys(trust.keys, territory.directory->keys); !good) return good.error();
    if (const Status good = add_keys(trust.revoked, territory.directory->revoked); !good) return good.error();
    return trust;
}

Result<VerifiedDirectory> verify_directory(Crypto& crypto, std::string_view text, std::string_view minisig,
                                           const DirectoryTrust& trust, const DirectoryDays& days) {
    if (days.today < days.built) return failure("directory.clock", {{"day", french_date(days.built)}});
    if (minisig.empty()) return failure("directory.unsigned");
    const Result<DetachedSignature> signature = parse_signature(minisig);
    if (!signature) return signature.error();
    if (text.size() > directory_limits::bytes) return too_large();
    const Result<VerifyingKey> signer = signer_of(crypto, trust, signature.value(), text);
    if (!signer) return signer.error();
    const std::string& comment = signature.value().trusted_comment;
    if (!is_of_directory(comment)) return failure("directory.comment");
    return judge(crypto, text, comment, signer.value(), trust, days.today);
}

DirectoryTrust trust_after(const DirectoryTrust& trust, const VerifiedDirectory& accepted) {
    DirectoryTrust after = trust;
    after.known = accepted.version;
    const auto learn = [](std::vector<VerifyingKey>& keys, const std::string& text) {
        const Result<VerifyingKey> key = parse_verifying_key(text);
        if (key && !holds_point(keys, key.value())) keys.push_back(key.value());
    };
    if (!accepted.content.successor.empty()) learn(after.keys, accepted.content.successor);
    for (const std::string& key : accepted.content.revoked_signers) learn(after.revoked, key);
    return after;
}

Result<SignedDirectory> sign_directory(Crypto& crypto, const SigningKey& key, const Directory& directory,
                                       const Territory& territory) {
    if (directory.signer != verifying_key_text(key.verifying())) return failure("directory.signer");
    if (directory.territory != territory.id)
        return failure("directory.territory", {{"territory", directory.territory}});
    for (const auto& faults : {check_directory(directory), check_roles(directory, territory)})
        if (!faults.empty()) return faults.front();
    Result<std::string> text = write_directory(directory);
    if (!text) return text.error();
    if (text.value().size() > directory_limits::bytes) return too_large();
    Result<std::string> minisig = sign(crypto, key, bytes_of(text.value()), trusted_comment(directory));
    if (!minisig) return minisig.error();
    return SignedDirectory{std::move(text).value(), std::move(minisig).value()};
}

std::string trusted_comment(const Directory& directory) {
    return std::string(directory_format)
        .append(" ")
        .append(directory.territory)
        .append(" version ")
        .append(std::to_string(directory.version));
}

} // namespace pli
