// The operations on fiches: from a draft to a sealed file, and back.
#include "bridge/reply_input.hpp"
#include "bridge/worker_core.hpp"
#include "core/base/date.hpp"
#include "core/base/encoding.hpp"
#include "core/document/fiche.hpp"
#include "core/document/print_model.hpp"
#include "core/document/reply.hpp"
#include "core/register/register_file.hpp"
#include "core/seal/origin.hpp"

#include <array>

namespace pli::bridge {

namespace {

/// The largest bundle, sealed and armored, with room for its header.
constexpr std::size_t max_fiche_file = std::size_t{48} << 20;

std::string random_id(Crypto& crypto) {
    std::array<std::uint8_t, 16> bytes{};
    crypto.random(bytes);
    return hex_encode(bytes);
}

/// Who the draft is for. Fingerprints are computed here: the page's are only for show.
Result<std::vector<Addressee>> read_addressees(Crypto& crypto, const Json& draft) {
    std::vector<Addressee> addressees;
    if (const Json* roles = member(draft, "roles"); roles != nullptr && roles->is_array())
        for (const Json& role : *roles)
            if (const auto* name = role.get_ptr<const std::string*>()) addressees.push_back({{}, {}, *name});
    const Json* list = member(draft, "recipients");
    if (list == nullptr || !list->is_array()) return addressees;
    for (const Json& entry : *list) {
        const Result<Recipient> recipient = parse_recipient(text_member_or(entry, "recipient", ""));
        if (!recipient.ok()) return at_recipient(recipient.error(), addressees.size());
        addressees.push_back(
            {recipient.value().text, fingerprint(crypto, recipient.value()), text_member_or(entry, "role", "")});
    }
    return addressees;
}

/// The "opened" message, but for what the file itself says.
Json summary_of(Crypto& crypto, const Fiche& fiche, const Bundle& bundle, const std::optional<Answered>& request) {
    Json summary = document_facts(crypto, fiche, bundle.json, bundle.json_signature);
    summary["document"] = print_model_to_json(print_model(*fiche.form, fiche.answers, Reader::Receiver));
    summary["replaces"] = fiche.envelope.replaces;
    summary["packVersion"] = fiche.pack_version;
    if (!request) return summary;
    const Fiche& answered = request->fiche;
    Json& of_request = summary["request"];
    of_request = document_facts(crypto, answered, bundle.request_json, bundle.request_signature);
    // As its sender saw it: what the receiver was to fill in is what the answer says.
    of_request["document"] = print_model_to_json(print_model(*answered.form, answered.answers));
    return summary;
}

std::vector<std::string> recipients_of(const Envelope& envelope) {
    std::vector<std::string> recipients;
    for (const Addressee& one : envelope.addressees)
        if (!one.recipient.empty()) recipients.push_back(one.recipient);
    return recipients;
}

/// Whether a signed fiche was meant for whoever opened it.
bool was_meant(Crypto& crypto, const Envelope& envelope, const Inspection& inspection, const Keyring& keys) {
    if (inspection.seven_zip) return envelope.has_seven_zip; // its passphrase names nobody
    return is_addressed(crypto, keys, !inspection.by_passphrase, recipients_of(envelope));
}

/// Seals as the request's first parts say; adds what seal_fiche and seal_register add.
Status seal_plaintext(Crypto& crypto, const Request& request, ByteView plaintext, const std::string& content_sha256,
                      Response& response) {
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<OwnedLocks> owned = read_locks(options.value());
    if (!owned.ok()) return owned.error();
    const Locks locks{owned.value().recipients, request.bytes(1), owned.value().work_factor};
    const Result<Bytes> sealed = seal(crypto, locks, plaintext);
    if (!sealed.ok()) return sealed.error();

    std::string armored;
    if (bool_member_or(options.value(), "armor", false)) {
        ArmorWriter writer;
        writer.push(sealed.value(), armored);
        writer.finish(armored);
    }
    Json facts = {{"sha256", hex_encode(crypto.sha256(sealed.value()))}};
    if (!content_sha256.empty()) facts["contentSha256"] = content_sha256;
    response.add(dump_json(facts));
    response.add(sealed.value());
    response.add(armored);
    return done();
}

Json register_summary(Crypto& crypto, const Inspection& inspection, ByteView text) {
    return {{"register", true},
            {"sha256", hex_encode(crypto.sha256(text))},
            {"locks", inspection.by_passphrase ? "passphrase" : "keys"},
            {"recipients", inspection.recipients}};
}

} // namespace

Status WorkerCore::load_pack(const Request& request, Response& response) {
    const Result<std::string> canonical = canonical_pack(request.text(0));
    if (!canonical.ok()) return canonical.error();
    Result<Pack> pack = pli::load_pack(request.text(0));
    if (!pack.ok()) return pack.error();
    pack_.emplace(std::move(pack).value());
    pack_sha256_ = hex_encode(crypto_->sha256(bytes_of(canonical.value())));
    Json territories = Json::array();
    for (const Territory& territory : pack_->territories)
        territories.push_back({{"id", territory.id}, {"version", territory.version}});
    response.add(dump_json({{"territories", std::move(territories)}, {"sha256", pack_sha256_}}));
    return done();
}

Status WorkerCore::document(const Request& request, Response& response) {
    if (!pack_.has_value()) return out_of_turn();
    const Result<Json> draft = read_options(request);
    if (!draft.ok()) return draft.error();
    const std::string form_id = text_member_or(draft.value(), "form", "");
    const Form* form = find_form(*pack_, form_id);
    if (form == nullptr) return Error{"fiche.unknown-form", "/form", {{"name", form_id}}};
    const std::string territory_id = text_member_or(draft.value(), "territory", "");
    const Territory* territory = find_territory(*pack_, territory_id);
    if (territory == nullptr) return Error{"document.territory", "/territory", {{"name", territory_id}}};
    const Json* answers_json = member(draft.value(), "answers");
    const Result<Answers> answers = answers_from_json(*form, answers_json == nullptr ? Json::object() : *answers_json);
    if (!answers.ok()) return answers.error();
    const Result<Date> created = parse_iso_date(text_member_or(draft.value(), "created", ""));
    if (!created.ok()) return created.error();
    Result<std::vector<Addressee>> addressees = read_addressees(*crypto_, draft.value());
    if (!addressees.ok()) return addressees.error();
    const Result<std::optional<Answered>> asked = drafted_request(*crypto_, *pack_, draft.value(), created.value());
    if (!asked.ok()) return asked.error();
    const std::optional<Answered>& answered = asked.value();

    const Envelope envelope{.document_id = random_id(*crypto_),
                            .salt = random_id(*crypto_),
                            .created = created.value(),
                            .pack_sha256 = pack_sha256_,
                            .sender_role = text_member_or(draft.value(), "role", ""),
                            .addressees = std::move(addressees).value(),
                            .replaces = text_member_or(draft.value(), "replaces", ""),
                            .signing_key = text_member_or(draft.value(), "signer", ""),
                            .reply_key = text_member_or(draft.value(), "replyKey", ""),
                            .answered_id = answered ? answered->fiche.envelope.document_id : "",
                            .answered_sha256 = answered ? answered->sha256 : "",
                            .has_seven_zip = bool_member_or(draft.value(), "hasSevenZip", false)};
    if (answered) {
        const Status bound = check_reply(*form, envelope, answered->fiche, answered->sha256);
        if (!bound.ok()) return bound.error();
    }
    const Result<std::string> fiche = build_fiche(*territory, *form, answers.value(), envelope);
    if (!fiche.ok()) return fiche.error();
    response.add(dump_json({{"documentId", envelope.document_id}}));
    response.add(fiche.value());
    const PrintModel model = answered
                                 ? reply_model(*form, answers.value(), *answered->fiche.form, answered->fiche.answers)
                                 : print_model(*form, answers.value());
    response.add(dump_json(print_model_to_json(model)));
    return done();
}

Status WorkerCore::seal_fiche(const Request& request, Response& response) {
    Result<Bytes> zip =
        write_bundle({request.bytes(locks_parts), request.bytes(locks_parts + 1), request.bytes(locks_parts + 2),
                      request.bytes(locks_parts + 3), request.bytes(locks_parts + 4), request.bytes(locks_parts + 5)});
    if (!zip.ok()) return zip.error();
    const SecretBytes plaintext(*crypto_, std::move(zip).value());
    const std::string fiche_sha256 = hex_encode(crypto_->sha256(request.bytes(locks_parts)));
    return seal_plaintext(*crypto_, request, plaintext.bytes, fiche_sha256, response);
}

Status WorkerCore::seal_register(const Request& request, Response& response) {
    const ByteView text = request.bytes(locks_parts);
    return seal_plaintext(*crypto_, request, text, hex_encode(crypto_->sha256(text)), response);
}

Status WorkerCore::open_fiche(const Request& request, Response& response) {
    if (!pack_.has_value()) return out_of_turn();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<Date> today = parse_iso_date(text_member_or(options.value(), "today", ""));
    if (!today.ok()) return today.error();
    const ByteView file = request.bytes(keyring_parts);
    if (file.size() > max_fiche_file) return Error{"seal.too-large", {}, {{"max", std::to_string(max_fiche_file)}}};
    const Result<Inspection> inspection = pli::inspect(file.first(std::min(file.size(), max_inspected)));
    if (!inspection.ok()) return inspection.error();
    const Result<OwnedKeyring> keyring = read_keyring(*crypto_, options.value(), request);
    if (!keyring.ok()) return keyring.error();
    const Result<Keyring> keys = keys_of(keyring.value(), options.value());
    if (!keys.ok()) return keys.error();
    Result<Bytes> opened = open(*crypto_, keys.value(), file);
    if (!opened.ok()) return opened.error();

    const SecretBytes plaintext(*crypto_, std::move(opened).value());
    if (looks_like_register(text_of(plaintext.bytes))) {
        response.add(dump_json(register_summary(*crypto_, inspection.value(), plaintext.bytes)));
        response.add(text_of(plaintext.bytes));
        response.add(std::string_view());
        return done();
    }
    const Result<Bundle> bundle = read_bundle(plaintext.bytes);
    if (!bundle.ok()) return bundle.error();
    const Provenance provenance{today.value(), inspection.value(), keys.value(), hex_encode(crypto_->sha256(file))};
    return add_opened(bundle.value(), provenance, response);
}

Status WorkerCore::add_opened(const Bundle& bundle, const Provenance& provenance, Response& response) {
    const Result<Fiche> fiche = read_fiche(*pack_, text_of(bundle.json), provenance.today);
    if (!fiche.ok()) return fiche.error();
    const Result<std::optional<Answered>> answered =
        opened_request(*crypto_, *pack_, bundle, fiche.value(), provenance.today);
    if (!answered.ok()) return answered.error();
    const Envelope& envelope = fiche.value().envelope;
    const Status origin = check_origin(*crypto_, bundle, {envelope.signing_key, envelope.document_id});
    if (!origin.ok()) return origin.error();
    // An unsigned fiche vouches for nothing, its recipients included.
    if (!envelope.signing_key.empty() && !was_meant(*crypto_, envelope, provenance.inspection, provenance.keys))
        return Error{"origin.not-addressed", {}, {}};
    Json summary = summary_of(*crypto_, fiche.value(), bundle, answered.value());
    summary["recipients"] = provenance.inspection.recipients;
    summary["locks"] = provenance.inspection.by_passphrase ? "passphrase" : "keys";
    summary["sevenZip"] = provenance.inspection.seven_zip;
    summary["sha256"] = provenance.sha256;
    response.add(dump_json(summary));
    response.add(bundle.json);
    response.add(bundle.pdf);
    return done();
}

} // namespace pli::bridge
