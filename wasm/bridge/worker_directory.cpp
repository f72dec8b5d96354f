// The operations on the directory of correspondents: whether one may be believed, and signing one.
#include "bridge/worker_core.hpp"
#include "core/base/date.hpp"
#include "core/directory/directory_file.hpp"
#include "core/directory/learned_trust.hpp"

namespace pli::bridge {

namespace {

/// The territory that the options name.
Result<const Territory*> territory_of(const Pack& pack, const Json& options) {
    const std::string id = text_member_or(options, "territory", "");
    const Territory* territory = find_territory(pack, id);
    if (territory == nullptr) return Error{"document.territory", "/territory", {{"name", id}}};
    return territory;
}

Result<DirectoryDays> days_of(const Json& options) {
    const Result<Date> today = parse_iso_date(text_member_or(options, "today", ""));
    if (!today.ok()) return today.error();
    const Result<Date> built = parse_iso_date(text_member_or(options, "built", ""));
    if (!built.ok()) return built.error();
    return DirectoryDays{today.value(), built.value()};
}

/// {recipient: its fingerprint} of every recipient in the directory.
Json fingerprints_of(Crypto& crypto, const Directory& directory) {
    Json fingerprints = Json::object();
    for (const DirectoryEntry& entry : directory.entries)
        for (const DirectoryKey& key : entry.keys)
            for (const std::string* text : {&key.recipient, &key.hybrid})
                if (const Result<Recipient> recipient = parse_recipient(*text); recipient.ok())
                    fingerprints[*text] = fingerprint(crypto, recipient.value());
    return fingerprints;
}

} // namespace

Status WorkerCore::verify_directory(const Request& request, Response& response) {
    if (!pack_.has_value()) return out_of_turn();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<const Territory*> territory = territory_of(*pack_, options.value());
    if (!territory.ok()) return territory.error();
    const Result<DirectoryDays> days = days_of(options.value());
    if (!days.ok()) return days.error();
    const auto learned = read_learned_trust(text_member_or(options.value(), "learned", ""));
    if (!learned.ok()) return learned.error();
    const Result<DirectoryTrust> trust = trust_of(*territory.value(), learned.value());
    if (!trust.ok()) return trust.error();
    const Result<VerifiedDirectory> verified =
        pli::verify_directory(*crypto_, request.text(1), request.text(2), trust.value(), days.value());
    if (!verified.ok()) return verified.error();
    const auto after = learned_after(learned.value(), *territory.value(), trust.value(), verified.value());
    response.add(dump_json({{"territory", territory.value()->id},
                            {"sha256", verified.value().version.sha256},
                            {"learned", write_learned_trust(after)},
                            {"fingerprints", fingerprints_of(*crypto_, verified.value().content)}}));
    response.add(request.text(1));
    return done();
}

Status WorkerCore::sign_directory(const Request& request, Response& response) {
    if (!pack_.has_value() || !vault_.has_value() || !vault_->signing) return out_of_turn();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<const Territory*> territory = territory_of(*pack_, options.value());
    if (!territory.ok()) return territory.error();
    const DirectoryReading reading = read_directory(request.text(1));
    if (!reading.faults.empty()) return reading.faults.front();
    const Result<SignedDirectory> files =
        pli::sign_directory(*crypto_, *vault_->signing, reading.content, *territory.value());
    if (!files.ok()) return files.error();
    response.add(files.value().text);
    response.add(files.value().minisig);
    return done();
}

} // namespace pli::bridge
