// Who a document comes from: fiche.json and fiche.pdf (of an answer reponse.json and reponse.pdf), each signed as
// minisign signs (stock minisign checks them with the files' usual names). The signed fiche.json names the key; whose
// key that is, only a directory can say.
#pragma once

#include "core/seal/bundle.hpp"
#include "core/seal/locks.hpp"
#include "core/seal/minisign.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pli {

/// How trusted comments begin.
inline constexpr std::string_view fiche_comment = "pli/fiche/1";
inline constexpr std::string_view reply_comment = "pli/reponse/1";

enum class Signed : std::uint8_t { Fiche, Reply };

/// The contents of the two signature files.
struct FicheSignatures {
    std::string json;
    std::string pdf;
};

/// What a fiche.json states of its origin.
struct OriginClaim {
    std::string_view signing_key; ///< verifying_key_text, or empty
    std::string_view document_id;
};

/// Both trusted comments carry the document's id: no signature fits another document. Errors: those of sign().
Result<FicheSignatures> sign_fiche(Crypto& crypto, const SigningKey& key, ByteView json, ByteView pdf,
                                   std::string_view document_id, Signed what = Signed::Fiche);

/// Whether what the bundle holds is what the fiche claims; an unsigned fiche that names no key passes. Errors:
/// origin.unsigned (it names a key, but no signature is there), origin.unnamed (signatures of a fiche that names no
/// key), origin.key (the key named is none), and with the signature file's name as place: origin.document (signed for
/// another document), those of parse_signature and verify.
Status check_origin(Crypto& crypto, const Bundle& bundle, const OriginClaim& claim);

/// Whether the request that an answer carries is what it claims to be; an unsigned one that names no key passes.
/// Errors: reply.request-unsigned (it names a key, but its signature was left out), reply.request-unnamed (a signature
/// of a request that names no key), reply.request-signature (params code: why its signature does not hold, as above).
Status check_request_origin(Crypto& crypto, const Bundle& reply, const OriginClaim& claim);

/// Whether a document that names these recipients (none for who is given a passphrase) was sealed for who opened it:
/// else somebody who could read it has sealed it anew for another. `opened_by_key` tells which of the keyring's keys or
/// its passphrase opened the file.
bool is_addressed(Crypto& crypto, const Keyring& opener, bool opened_by_key, std::span<const std::string> recipients);

} // namespace pli
