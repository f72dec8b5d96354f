// The register's file: canonical JSON (RFC 8785), sealed as it stands.
//
//   { "format": "pli/registre/2",
//     "registre": {"id": "<32 hex>", "version": 3, "enregistre": "2026-11-22", "predecesseurs": ["<64 hex>"],
//                  "territoire": "pas-de-calais"},
//     "organisme": {"nom": "…", "safir": "62011"},
//     "personnes": [
//       {"id": "<32 hex>", "nom": "…", "prenom": "…", "naissance": "1985-03-07", "mail": "…", "region": "…",
//        "manager": false,
//        "rattachement": {"statut": "personnel"},           // or "delegataire", "prestataire", with "structure"
//        "outils": {"ouiform": {"accorde": "2026-01-05", "formalise": "2026-01-05", "retire": "2026-03-01"}},
//        "utilise": "2026-11-16", "absent": "2026-09-01", "fin": {"motif": "depart", "jour": "2026-10-31"},
//        "etat": {"genre": "suspendue", "motif": "inactivite", "jour": "2026-11-20"}}],
//     "effacees": ["<32 hex>"] }
//
// Days that are not known are absent, and so are `outils` and `effacees` without content and the state of a
// habilitation that was never touched. Version 1 of the format has no `territoire` and no `formalise` (of a tool or of
// a state). A register is written in the first version that can hold it: it has one text only, so that equal ones have
// equal hashes.
#pragma once

#include "core/base/json.hpp"
#include "core/register/register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::string_view first_register_format = "pli/registre/1";
inline constexpr std::string_view register_format = "pli/registre/2";

/// The first version of the format that can hold it.
std::string_view format_of(const Register& habilitations);

/// Whether a plaintext claims to be a register of any version, whatever else is wrong with it.
bool looks_like_register(std::string_view text);

/// The text of a register. Error: json.encoding, if one of its texts is not UTF-8.
Result<std::string> write_register(const Register& habilitations);

/// What an untrusted text holds, and everything that is wrong with it, at most 100 faults. Only without a
/// fault is it a register.
struct RegisterReading {
    Register content;
    std::vector<Error> faults;
};

/// Faults: those of parse_json; and, with a JSON pointer as place, the member as "name", and "row" (from 1)
/// and "column" when it lies in a person ("" otherwise):
///   register.format               not an object of this format
///   register.newer (format)       of a later version of this format
///   register.missing-member, register.unknown-member, register.wrong-type, register.empty
///   register.bad-value (code)     a value that is refused: why, as check_identity and check_days say, or
///                                 "value"
///   register.order                persons or erased ids that are not in ascending order, or are repeated
///   register.too-many (max)       more persons, tools, … than register_limits
///   register.not-canonical        not the one text of this register
/// Days are judged by the one on which the register was saved: a wrong clock loses nothing.
RegisterReading read_register(std::string_view text);

/// One person as in the file.
Json person_to_json(const Person& person);

} // namespace pli
