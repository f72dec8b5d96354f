#include "core/seal/origin.hpp"

#include <algorithm>

namespace pli {

namespace {

std::string comment_for(Signed what, std::string_view document_id) {
    return std::string(what == Signed::Reply ? reply_comment : fiche_comment) + " " + std::string(document_id);
}

Error at(Error error, std::string_view place) {
    error.place = place;
    return error;
}

Status check_one(Crypto& crypto, const VerifyingKey& key, ByteView signature_file, ByteView content,
                 const std::string& comment) {
    const Result<DetachedSignature> signature = parse_signature(text_of(signature_file));
    if (!signature) return signature.error();
    const Result<std::string> vouched = verify(crypto, key, signature.value(), content);
    if (!vouched) return vouched.error();
    if (vouched.value() != comment) return Error{"origin.document", {}, {}};
    return done();
}

} // namespace

Result<FicheSignatures> sign_fiche(Crypto& crypto, const SigningKey& key, ByteView json, ByteView pdf,
                                   std::string_view document_id, Signed what) {
    const std::string comment = comment_for(what, document_id);
    Result<std::string> of_json = sign(crypto, key, json, comment);
    if (!of_json) return of_json.error();
    Result<std::string> of_pdf = sign(crypto, key, pdf, comment);
    if (!of_pdf) return of_pdf.error();
    return FicheSignatures{std::move(of_json).value(), std::move(of_pdf).value()};
}

Status check_origin(Crypto& crypto, const Bundle& bundle, const OriginClaim& claim) {
    if (claim.signing_key.empty()) {
        if (!bundle.is_signed()) return done();
        return Error{"origin.unnamed", {}, {}};
    }
    if (!bundle.is_signed()) return Error{"origin.unsigned", {}, {}};
    const Result<VerifyingKey> key = parse_verifying_key(claim.signing_key);
    if (!key) return Error{"origin.key", {}, {}};
    const bool is_reply = bundle.is_reply();
    const std::string comment = comment_for(is_reply ? Signed::Reply : Signed::Fiche, claim.document_id);
    const Status json = check_one(crypto, key.value(), bundle.json_signature, bundle.json, comment);
    if (!json) return at(json.error(), is_reply ? reply_json_signature_name : json_signature_name);
    const Status pdf = check_one(crypto, key.value(), bundle.pdf_signature, bundle.pdf, comment);
    if (!pdf) return at(pdf.error(), is_reply ? reply_pdf_signature_name : pdf_signature_name);
    return done();
}

Status check_request_origin(Crypto& crypto, const Bundle& reply, const OriginClaim& claim) {
    const bool is_signed = !reply.request_signature.empty();
    if (claim.signing_key.empty()) return is_signed ? Status(Error{"reply.request-unnamed", {}, {}}) : done();
    if (!is_signed) return Error{"reply.request-unsigned", {}, {}};
    const auto refused = [](const std::string& code) {
        return Error{"reply.request-signature", std::string(json_signature_name), {{"code", code}}};
    };
    const Result<VerifyingKey> key = parse_verifying_key(claim.signing_key);
    if (!key) return refused("origin.key");
    const std::string comment = comment_for(Signed::Fiche, claim.document_id);
    const Status json = check_one(crypto, key.value(), reply.request_signature, reply.request_json, comment);
    return json ? done() : Status(refused(json.error().code));
}

bool is_addressed(Crypto& crypto, const Keyring& opener, bool opened_by_key, std::span<const std::string> recipients) {
    if (!opened_by_key) return recipients.empty();
    return std::any_of(opener.identities.begin(), opener.identities.end(), [&](const Identity& identity) {
        const Result<Recipient> own = recipient_of(crypto, identity);
        return own.ok() && std::find(recipients.begin(), recipients.end(), own.value().text) != recipients.end();
    });
}

} // namespace pli
