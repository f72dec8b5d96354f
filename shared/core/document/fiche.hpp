// fiche.json: the data of one sealed document, in canonical JSON (RFC 8785).
//
//   { "format": "pli/fiche/1",
//     "formulaire": {"id": "liaison-ag-tacite", "version": 1},
//     "pack": {"id": "…", "version": "1.0.0", "sha256": "<64 hex>"},     // the territory, and the whole bundle
//     "document": {"id": "<32 hex>", "sel": "<32 hex>", "cree": "2026-11-22"},
//     "emetteur": {"role": "…", "structure": "…",                       // the structure if the form asks for it
//                  "cle": "RW…",                                        // only when signed: by whose signing key
//                  "retour": "age1…"},                                  // perhaps, where the form is answered: the
//                                                                       // sender's own key, for the answer
//     "destinataires": [{"cle": "age1…", "empreinte": "<64 hex>", "role": "…"}]
//                    | [{"role": "…"}],                                  // for a passphrase: whom it is given to
//     "echeances": [{"id": "…", "jour": "2026-12-13", "debut": "…"}],    // only if there are; "debut" of a window
//     "reponses": {"demandeur": {"nom": "…", "brsa": true, "enfants": 2, "freins": ["…"]}},
//     "signature": {"mode": "papier"} | {"mode": "dessin", "traits": [[x0,y0,x1,y1,…],…]},
//     "remplace": "<32 hex>",                                             // only when it replaces one
//     "copie": "7z",                                                      // only when a 7-Zip archive was made with it
//     "repond": {"id": "<32 hex>", "sha256": "<64 hex>"} }                // of an answer: the document answered, and
//                                                                       // its exact fiche.json
//
// The answer to another document has the format "pli/reponse/1" and is called reponse.json; all else is the same.
//
// Roles are there wherever the territory has routes for the form. Answers are canonical values (dates ISO, telephones
// E.164), visible and not capture-only.
#pragma once

#include "core/validation/deadlines.hpp"
#include "core/validation/faults.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::string_view fiche_format = "pli/fiche/1";
inline constexpr std::string_view seven_zip_copy = "7z"; ///< what the member "copie" says
inline constexpr std::string_view reply_format = "pli/reponse/1";

/// The one of the two that documents of this form have.
std::string_view format_of(const Form& form);

struct Addressee {
    std::string recipient;   ///< "age1…" / "age1pq…"; empty for one who is given the passphrase
    std::string fingerprint; ///< SHA-256 of the recipient string, 64 hex digits; empty without one
    std::string role;        ///< in the territory; empty where the form has no route
};

/// What the document states beside its answers. Ids and salt are random, given by the caller.
struct Envelope {
    std::string document_id; ///< 32 hex digits
    std::string salt;        ///< 32 hex digits
    Date created;
    std::string pack_sha256;           ///< 64 hex digits
    std::string sender_role;           ///< one of sender_roles (validation/routing.hpp)
    std::vector<Addressee> addressees; ///< all with a key, or all without
    std::string replaces;              ///< document id, or empty
    std::string signing_key;           ///< minisign's text of the sender's verifying key, or empty
    std::string reply_key = {};        ///< a recipient of the sender's own, only where the form is answered; or empty
    std::string answered_id = {};      ///< of an answer: the id of the document that it answers; else empty
    std::string answered_sha256 = {};  ///< of an answer: of that document's exact fiche.json; else empty
    bool has_seven_zip = false;        ///< the sender also made a 7-Zip archive of it, under a passphrase
};

/// The addressees' roles, in their order: what check_routing takes.
std::vector<std::string> roles_of(const std::vector<Addressee>& addressees);

/// The member "echeances"; an empty array when there are none.
Json deadlines_to_json(const std::vector<Deadline>& deadlines);

/// Builds fiche.json from valid answers; those of hidden items are dropped. Errors: document.invalid
/// (place = path of the first fault, params code), document.envelope (place = the member that is not
/// as Envelope says), document.territory (name: the territory, which does not offer the form), document.routing
/// (place = the member, params code and those of validation/routing.hpp).
Result<std::string> build_fiche(const Territory& territory, const Form& form, const Answers& answers,
                                const Envelope& envelope);

/// A fiche.json read back.
struct Fiche {
    const Form* form = nullptr; ///< of the reader's own pack
    Envelope envelope;
    std::string sender_structure; ///< empty when no answer names it for the sender's role
    std::string territory;        ///< id of the writer's, which the reader's pack may not know
    std::string pack_version;     ///< of the writer's territory
    Answers answers;              ///< as a user would have typed them, capture aids restored
};

/// Reads an untrusted fiche.json with the reader's own pack and re-validates all of it.
/// Errors: those of parse_json, and, with a JSON pointer as place and the member's name as "name":
///   fiche.format          not an object of this format
///   fiche.newer           of another version of it: this one is the first
///   fiche.unknown-form, fiche.form-version (version, known)    not a form of the reader's pack
///   fiche.missing-member, fiche.unknown-member (also answers of hidden branches), fiche.wrong-type,
///   fiche.empty           not the structure that the form calls for
///   fiche.value           a value that is refused (code: why, as a fault, a routing fault or "value")
///   fiche.not-canonical   not the one form in which a value, or the whole, is written
/// Roles must be ones that the writer's territory permits as the reader knows it or, if he does not, that some
/// territory permits which offers the form. Deadlines must be those that follow from the answers.
/// `today` is the reader's day: no birth date can be after it. The document's dates are judged by the
/// day on which it says to be made, or by `today` if that one lies ahead.
Result<Fiche> read_fiche(const Pack& pack, std::string_view json, const Date& today);

} // namespace pli
