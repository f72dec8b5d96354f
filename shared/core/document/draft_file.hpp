// pli/brouillon/1: a form in progress, everything as it was typed. It lies sealed in the browser, or in a file of the
// user's; untrusted when it comes back.
//
//   { "format": "pli/brouillon/1",
//     "formulaire": {"id": "liaison-ag-tacite", "version": 1}, "territoire": "pas-de-calais",
//     "etape": 1,                           // of those that are typed, from 1
//     "role": "…",                          // the sender's, once it is chosen
//     "remplace": "<32 hex>",               // only of a fiche that corrects another
//     "reponses": {"demandeur.nom": "…"} }  // answers_to_json of state/answers.hpp
#pragma once

#include "core/state/answers.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pli {

inline constexpr std::string_view draft_format = "pli/brouillon/1";
inline constexpr std::size_t max_draft = std::size_t{4} << 20; ///< bytes
inline constexpr int draft_days = 7;                           ///< how long it is kept after its last change

struct DraftFile {
    const Form* form = nullptr;
    const Territory* territory = nullptr; ///< under whose rules it is filled in; offers the form
    int step = 0;                         ///< from 0; perhaps beyond the last one
    std::string sender_role;              ///< empty until it is chosen; perhaps no longer one of the territory's
    std::string replaces;                 ///< document id, or empty
    Answers answers;
    std::size_t left_out = 0; ///< answers of another version of the form that this one does not ask for
};

/// The JSON of a draft (`left_out` is no part of it). Error draft.too-large (params max, in bytes).
Result<std::string> write_draft(const DraftFile& draft);

/// A draft read back, with the forms of `pack`. Errors: those of parse_json; draft.format, draft.newer (of a later
/// page); and with a JSON pointer as place and the member or its value as "name": draft.missing-member,
/// draft.unknown-member, draft.wrong-type, draft.empty, draft.bad-value, draft.unknown-form, draft.unknown-territory.
Result<DraftFile> read_draft(const Pack& pack, std::string_view json);

} // namespace pli
