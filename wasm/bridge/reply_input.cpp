#include "bridge/reply_input.hpp"

#include "bridge/worker_core.hpp"
#include "core/base/encoding.hpp"
#include "core/document/reply.hpp"
#include "core/seal/origin.hpp"

namespace pli::bridge {

namespace {

Result<Answered> answered(Crypto& crypto, const Pack& pack, ByteView json, const Date& today) {
    Result<Fiche> fiche = read_fiche(pack, text_of(json), today);
    if (!fiche.ok()) return Error{fiche.error().code, "fiche.json" + fiche.error().place, fiche.error().params};
    return Answered{std::move(fiche).value(), hex_encode(crypto.sha256(json))};
}

} // namespace

Result<std::optional<Answered>> drafted_request(Crypto& crypto, const Pack& pack, const Json& draft,
                                                const Date& today) {
    const Json* request = member(draft, "request");
    if (request == nullptr || !request->is_object()) return std::optional<Answered>();
    const std::string json = text_member_or(*request, "json", "");
    Result<Answered> read = answered(crypto, pack, bytes_of(json), today);
    if (!read.ok()) return read.error();
    return std::optional(std::move(read).value());
}

Result<std::optional<Answered>> opened_request(Crypto& crypto, const Pack& pack, const Bundle& bundle,
                                               const Fiche& opened, const Date& today) {
    const bool is_reply = format_of(*opened.form) == reply_format;
    if (is_reply != bundle.is_reply()) return Error{"reply.files", {}, {}};
    if (!is_reply) return std::optional<Answered>();
    Result<Answered> read = answered(crypto, pack, bundle.request_json, today);
    if (!read.ok()) return read.error();
    const Fiche& request = read.value().fiche;
    const Status bound = check_reply(*opened.form, opened.envelope, request, read.value().sha256);
    if (!bound.ok()) return bound.error();
    const Status origin =
        check_request_origin(crypto, bundle, {request.envelope.signing_key, request.envelope.document_id});
    if (!origin.ok()) return origin.error();
    return std::optional(std::move(read).value());
}

Json document_facts(Crypto& crypto, const Fiche& fiche, ByteView json, ByteView signature) {
    const Envelope& envelope = fiche.envelope;
    Json reply_key;
    if (const Result<Recipient> key = parse_recipient(envelope.reply_key); key.ok())
        reply_key = to_json(crypto, key.value());
    return {{"form", fiche.form->id},
            {"answers", answers_to_json(fiche.answers)},
            {"documentId", envelope.document_id},
            {"created", iso_date(envelope.created)},
            {"structure", fiche.sender_structure},
            {"role", envelope.sender_role},
            {"signer", envelope.signing_key},
            {"territory", fiche.territory},
            {"addresseeRoles", roles_of(envelope.addressees)},
            {"replyKey", std::move(reply_key)},
            {"json", std::string(text_of(json))},
            {"signature", std::string(text_of(signature))},
            {"contentSha256", hex_encode(crypto.sha256(json))}};
}

} // namespace pli::bridge
