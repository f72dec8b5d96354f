// The document that an answer answers: as the page gives it with a draft, and as an answer's bundle carries it.
#pragma once

#include "core/base/json.hpp"
#include "core/document/fiche.hpp"
#include "core/host/crypto.hpp"
#include "core/seal/bundle.hpp"

#include <optional>
#include <string>

namespace pli::bridge {

/// A request and what binds an answer to it.
struct Answered {
    Fiche fiche;
    std::string sha256; ///< of its exact fiche.json
};

/// The member "request": {"json", "signature"} of a draft; nothing without one. Errors: those of read_fiche.
Result<std::optional<Answered>> drafted_request(Crypto& crypto, const Pack& pack, const Json& draft, const Date& today);

/// What an opened bundle carries beside its own document; nothing unless it is an answer's. Judges all that binds the
/// two. Errors: reply.files (a bundle of an answer around another document, or the other way round), those of
/// read_fiche (place: fiche.json, then the pointer), of check_reply and of check_request_origin.
Result<std::optional<Answered>> opened_request(Crypto& crypto, const Pack& pack, const Bundle& bundle,
                                               const Fiche& opened, const Date& today);

/// What the page is told of a document and its exact text, be it the one that was opened or the one that it answers:
/// {"form","answers","documentId","created","structure","role","signer","territory","addresseeRoles","replyKey": null |
/// {"recipient","type","fingerprint"},"json","signature": "" | text of its signature file,"contentSha256"}
Json document_facts(Crypto& crypto, const Fiche& fiche, ByteView json, ByteView signature);

} // namespace pli::bridge
