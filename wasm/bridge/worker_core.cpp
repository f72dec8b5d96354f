// Keys, passphrases, digests and streams. What concerns fiches is in worker_fiche.cpp.
#include "bridge/worker_core.hpp"

#include "core/base/encoding.hpp"
#include "core/seal/inspect.hpp"
#include "core/seal/passphrase.hpp"

namespace pli::bridge {

namespace {

Json to_json(const Error& error) { return {{"code", error.code}, {"place", error.place}, {"params", error.params}}; }

Json to_json(const std::vector<Error>& errors) {
    Json list = Json::array();
    for (const Error& error : errors) list.push_back(to_json(error));
    return list;
}

Json parsed(Json recipients, const std::vector<Error>& failures) {
    return {{"recipients", std::move(recipients)}, {"failures", to_json(failures)}};
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end != 0) lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace

Json to_json(Crypto& crypto, const Recipient& recipient) {
    return {{"recipient", recipient.text},
            {"type", recipient.kind == KeyKind::Hybrid ? "hybrid" : "x25519"},
            {"fingerprint", fingerprint(crypto, recipient)}};
}

Status WorkerCore::recipients(const Request& request, Response& response) {
    const RecipientList list = parse_recipients(request.text(0));
    Json recipients = Json::array();
    for (const Recipient& recipient : list.recipients) recipients.push_back(to_json(*crypto_, recipient));
    response.add(dump_json(parsed(std::move(recipients), list.failures)));
    return done();
}

Status WorkerCore::identities(const Request& request, Response& response) {
    const IdentityList list = parse_identities(*crypto_, request.text(0));
    Json recipients = Json::array();
    for (const Identity& identity : list.identities) {
        const Result<Recipient> recipient = recipient_of(*crypto_, identity);
        if (!recipient.ok()) return recipient.error();
        recipients.push_back(to_json(*crypto_, recipient.value()));
    }
    response.add(dump_json(parsed(std::move(recipients), list.failures)));
    return done();
}

Status WorkerCore::passphrase(const Request& request, Response& response) {
    const Result<std::vector<std::string>> words = make_passphrase(*crypto_, lines_of(request.text(0)));
    if (!words.ok()) return words.error();
    response.add(dump_json(words.value()));
    return done();
}

Status WorkerCore::inspect(const Request& request, Response& response) {
    const Result<Inspection> result = pli::inspect(request.bytes(0));
    if (!result.ok()) return result.error();
    const Inspection& inspection = result.value();
    response.add(dump_json({{"locks", inspection.by_passphrase ? "passphrase" : "keys"},
                            {"recipients", inspection.recipients},
                            {"hybrid", inspection.hybrid},
                            {"workFactor", inspection.work_factor},
                            {"confirm", inspection.confirm},
                            {"sevenZip", inspection.seven_zip}}));
    return done();
}

Status WorkerCore::digest_begin(const Request& /*request*/, Response& /*response*/) {
    digest_ = crypto_->sha256_stream();
    return done();
}

Status WorkerCore::digest_push(const Request& request, Response& /*response*/) {
    if (digest_ == nullptr) return out_of_turn();
    digest_->update(request.bytes(0));
    return done();
}

Status WorkerCore::digest_finish(const Request& /*request*/, Response& response) {
    if (digest_ == nullptr) return out_of_turn();
    response.add(dump_json({{"sha256", hex_encode(digest_->finish())}}));
    digest_.reset();
    return done();
}

Status WorkerCore::seal_begin(const Request& request, Response& response) {
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<OwnedLocks> owned = read_locks(options.value());
    if (!owned.ok()) return owned.error();
    const Locks locks{owned.value().recipients, request.bytes(1), owned.value().work_factor};
    sealing_.reset();
    Result<SealStream> stream = SealStream::begin(*crypto_, locks, response.begin());
    if (!stream.ok()) return stream.error();
    response.end();
    sealing_.emplace(std::move(stream).value());
    return done();
}

Status WorkerCore::seal_push(const Request& request, Response& response) {
    if (!sealing_.has_value()) return out_of_turn();
    sealing_->push(request.bytes(0), response.begin());
    response.end();
    return done();
}

Status WorkerCore::seal_finish(const Request& /*request*/, Response& response) {
    if (!sealing_.has_value()) return out_of_turn();
    sealing_->finish(response.begin());
    response.end();
    sealing_.reset();
    return done();
}

Result<Keyring> WorkerCore::keys_of(const OwnedKeyring& given, const Json& options) const {
    Keyring keys = given.view();
    if (!bool_member_or(options, "vault", false)) return keys;
    if (!vault_.has_value()) return out_of_turn();
    keys.identities = vault_->identities;
    return keys;
}

Status WorkerCore::open_begin(const Request& request, Response& /*response*/) {
    opening_.reset();
    keyring_.reset();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    Result<OwnedKeyring> keyring = read_keyring(*crypto_, options.value(), request);
    if (!keyring.ok()) return keyring.error();
    keyring_.emplace(std::move(keyring).value());
    const Result<Keyring> keys = keys_of(*keyring_, options.value());
    if (!keys.ok()) return keys.error();
    opening_ = std::make_unique<OpenStream>(*crypto_, keys.value());
    return done();
}

Status WorkerCore::open_push(const Request& request, Response& response) {
    if (opening_ == nullptr) return out_of_turn();
    const Status status = opening_->push(request.bytes(0), response.begin());
    response.end();
    return status;
}

Status WorkerCore::open_finish(const Request& /*request*/, Response& response) {
    if (opening_ == nullptr) return out_of_turn();
    const bool second_pass = opening_->authenticated();
    const Status status = opening_->finish(response.begin());
    response.end();
    if (!status.ok()) return status;
    response.add(dump_json({{"size", opening_->plaintext_size()}}));
    if (second_pass) {
        opening_.reset();
        keyring_.reset();
    }
    return done();
}

} // namespace pli::bridge
