// The names of the register of habilitations: its file, its columns and their values. They belong to that
// file's format, not to any form, although the acts give some of a form's items the same names.
#pragma once

#include <array>
#include <string_view>

namespace pli::register_names {

/// Columns that say who a person is and for whom they work.
inline constexpr std::string_view family_name = "nom";
inline constexpr std::string_view given_name = "prenom";
inline constexpr std::string_view birth = "naissance";
inline constexpr std::string_view mail = "mail";
inline constexpr std::string_view region = "region";
inline constexpr std::string_view manager = "manager";
inline constexpr std::string_view status = "statut";
inline constexpr std::string_view structure = "structure";
/// Columns that say what a person may use and does.
inline constexpr std::string_view tools = "outils";
inline constexpr std::string_view granted = "accorde";
inline constexpr std::string_view last_use = "utilise";
/// Columns of the yearly list alone.
inline constexpr std::string_view state = "etat";
inline constexpr std::string_view reason = "motif";
inline constexpr std::string_view findings = "constats";

inline constexpr std::array<std::string_view, 14> columns{family_name, given_name, birth,     mail,    region,
                                                          manager,     status,     structure, tools,   granted,
                                                          last_use,    state,      reason,    findings};

/// Values that have a wording: those of the columns of the same name, and of `manager`.
inline constexpr std::array<std::string_view, 2> yes_no{"oui", "non"};
inline constexpr std::array<std::string_view, 3> statuses{"personnel", "delegataire", "prestataire"};
inline constexpr std::array<std::string_view, 3> states{"active", "suspendue", "supprimee"};
inline constexpr std::array<std::string_view, 5> reasons{"inactivite", "depart", "changement", "absence",
                                                         "non-respect"};

/// What the audit may find (core/register/findings.hpp), without the "finding." of their codes.
inline constexpr std::array<std::string_view, 8> finding_names{
    "inactive", "never-used", "departure", "change-of-function", "long-absence", "absence", "listed-twice", "manager"};

/// Members of the file beside the columns.
inline constexpr std::string_view format = "format";
inline constexpr std::string_view register_itself = "registre";
inline constexpr std::string_view id = "id";
inline constexpr std::string_view version = "version";
inline constexpr std::string_view saved = "enregistre";
inline constexpr std::string_view ancestors = "predecesseurs";
inline constexpr std::string_view organisation = "organisme";
inline constexpr std::string_view safir = "safir";
inline constexpr std::string_view persons = "personnes";
inline constexpr std::string_view territory = "territoire";
inline constexpr std::string_view erased = "effacees";
inline constexpr std::string_view attachment = "rattachement";
inline constexpr std::string_view withdrawn = "retire";
inline constexpr std::string_view formalised = "formalise";
inline constexpr std::string_view absent = "absent";
inline constexpr std::string_view ending = "fin";
inline constexpr std::string_view day = "jour";
inline constexpr std::string_view kind = "genre";

} // namespace pli::register_names
