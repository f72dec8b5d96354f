// The operations on the user's own keys. A worker that has unlocked keys is the vault: the page keeps it for as long
// as they are unlocked, and ends it to lock them.
#include "bridge/worker_core.hpp"
#include "core/base/encoding.hpp"
#include "core/seal/origin.hpp"

namespace pli::bridge {

namespace {

/// What of the keys is no secret: {"recipients", "verifyingKey": "" without a signing key}.
Result<std::string> facts_of(Crypto& crypto, const OwnKeys& keys) {
    Json recipients = Json::array();
    for (const Identity& identity : keys.identities) {
        const Result<Recipient> recipient = recipient_of(crypto, identity);
        if (!recipient.ok()) return recipient.error();
        recipients.push_back(to_json(crypto, recipient.value()));
    }
    const std::string verifying = keys.signing ? verifying_key_text(keys.signing->verifying()) : std::string();
    return dump_json({{"recipients", std::move(recipients)}, {"verifyingKey", verifying}});
}

/// Which files these are: {"key", "signature": "" without one}.
std::string digests_of(Crypto& crypto, ByteView identities, ByteView signing) {
    const auto digest = [&crypto](ByteView file) { return file.empty() ? "" : hex_encode(crypto.sha256(file)); };
    return dump_json({{"key", digest(identities)}, {"signature", digest(signing)}});
}

/// Adds the keys' facts and their files, sealed as the request's first parts say.
Status add_sealed(Crypto& crypto, const OwnKeys& keys, const Json& options, ByteView passphrase, Response& response) {
    const Result<OwnedLocks> locks = read_locks(options);
    if (!locks.ok()) return locks.error();
    const std::string created = text_member_or(options, "created", "");
    const Result<KeyFiles> files = seal_own_keys(crypto, keys, passphrase, created, locks.value().work_factor);
    if (!files.ok()) return files.error();
    const Result<std::string> facts = facts_of(crypto, keys);
    if (!facts.ok()) return facts.error();
    response.add(facts.value());
    response.add(digests_of(crypto, files.value().identities, files.value().signing));
    response.add(files.value().identities);
    response.add(files.value().signing);
    return done();
}

/// Adds the two files for the organisation's key of rescue, or nothing twice.
Status add_for_rescue(Crypto& crypto, const OwnKeys& keys, const Json& options, Response& response) {
    KeyFiles files;
    if (const std::string text = text_member_or(options, "rescue", ""); !text.empty()) {
        const Result<Recipient> rescue = parse_recipient(text);
        if (!rescue.ok()) return rescue.error();
        Result<KeyFiles> sealed = seal_for_rescue(crypto, keys, rescue.value(), text_member_or(options, "created", ""));
        if (!sealed.ok()) return sealed.error();
        files = std::move(sealed).value();
    }
    response.add(files.identities);
    response.add(files.signing);
    return done();
}

} // namespace

Status WorkerCore::make_keys(const Request& request, Response& response) {
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const KeyWish wish{bool_member_or(options.value(), "hybrid", false),
                       bool_member_or(options.value(), "signing", false)};
    const Result<OwnKeys> keys = new_own_keys(*crypto_, wish);
    if (!keys.ok()) return keys.error();
    const Status sealed = add_sealed(*crypto_, keys.value(), options.value(), request.bytes(1), response);
    if (!sealed.ok()) return sealed;
    return add_for_rescue(*crypto_, keys.value(), options.value(), response);
}

Status WorkerCore::unseal_keys(const Request& request, Response& response) {
    const Keyring keyring{{}, request.bytes(1)};
    const Result<SecretBytes> identities = read_key_file(*crypto_, request.bytes(2), keyring, key_file_place);
    if (!identities.ok()) return identities.error();
    const Result<SecretBytes> signing = read_key_file(*crypto_, request.bytes(3), keyring, signing_file_place);
    if (!signing.ok()) return signing.error();
    const std::string digests = digests_of(*crypto_, request.bytes(2), request.bytes(3));
    response.reserve({digests.size(), identities.value().bytes.size(), signing.value().bytes.size()});
    response.add(digests);
    response.add(identities.value().bytes);
    response.add(signing.value().bytes);
    return done();
}

Status WorkerCore::hold_keys(const Request& request, Response& response) {
    vault_.reset();
    Result<OwnKeys> keys = open_own_keys(*crypto_, request.bytes(0), request.bytes(1), {});
    if (!keys.ok()) return keys.error();
    const Result<std::string> facts = facts_of(*crypto_, keys.value());
    if (!facts.ok()) return facts.error();
    response.add(facts.value());
    vault_.emplace(std::move(keys).value());
    return done();
}

Status WorkerCore::reseal_keys(const Request& request, Response& response) {
    if (!vault_.has_value()) return out_of_turn();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    return add_sealed(*crypto_, *vault_, options.value(), request.bytes(1), response);
}

Status WorkerCore::sign_fiche(const Request& request, Response& response) {
    if (!vault_.has_value() || !vault_->signing) return out_of_turn();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const std::string id = text_member_or(options.value(), "documentId", "");
    const Result<FicheSignatures> signatures =
        pli::sign_fiche(*crypto_, *vault_->signing, request.bytes(1), request.bytes(2), id);
    if (!signatures.ok()) return signatures.error();
    response.add(signatures.value().json);
    response.add(signatures.value().pdf);
    return done();
}

} // namespace pli::bridge
