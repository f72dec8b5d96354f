// Receipts as files: canonical JSON (RFC 8785), one receipt as it is kept in the browser, or a register of them.
//
//   { "format": "pli/recu/1",
//     "document": "<32 hex>", "scelle": "2026-11-22",
//     "formulaire": {"id": "liaison-ag-tacite", "version": 1}, "territoire": "pas-de-calais",
//     "remplace": "<32 hex>",                                              // only when it corrects one
//     "fichier": {"nom": "pli_2026-11-22_0123abcd.age", "sha256": "<64 hex>"},
//     "fiche": "<64 hex>",                                                 // SHA-256 of fiche.json
//     "verrou": "cles",                                                    // or "phrase"
//     "destinataires": [{"role": "slai", "nom": "…", "empreinte": "<64 hex>"}],
//     "signataire": "RW…",                                                 // only when signed
//     "consignes": ["…"],
//     "echeances": [{"id": "reponse", "libelle": "…", "regle": "…", "debut": "…", "jour": "2026-12-13",
//                    "a-partir": true, "reponse": true}],
//     "destructions": [{"id": "…", "regle": "…", "jour": "2026-12-31"}],
//     "remis": "2026-11-23",
//     "repondu": {"jour": "2026-12-01", "document": "<32 hex>"},
//     "remplace-par": "<32 hex>" }
//
//   { "format": "pli/recus/1", "recus": [ receipts without "format", by document, ascending ] }
//
// What is not known, or would be empty, is absent, and so is what is not so (`a-partir`, `reponse`); but `recus` is
// always there. There is one text only for a value.
#pragma once

#include "core/base/result.hpp"
#include "core/receipts/receipt.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::string_view receipt_format = "pli/recu/1";
inline constexpr std::string_view receipts_format = "pli/recus/1";

/// Error: json.encoding, if a text is not UTF-8.
Result<std::string> write_receipt(const Receipt& receipt);
Result<std::string> write_receipts(const Receipts& receipts);

/// What an untrusted text holds, and everything that is wrong with it, at most 100 faults. Only without a fault it is
/// what it claims to be.
struct ReceiptsReading {
    Receipts content;
    std::vector<Error> faults;
};

/// Reads either format; a single receipt is a register of one.
/// Faults: those of parse_json; and, with a JSON pointer as place and the member as "name":
///   receipts.format              not an object of one of these formats
///   receipts.other-version (format)    of another version of them
///   receipts.missing-member, receipts.unknown-member, receipts.wrong-type, receipts.empty
///   receipts.not-canonical       not the one text of what it holds
/// and those of check_receipts (rules.hpp).
ReceiptsReading read_receipts(std::string_view text);

} // namespace pli
