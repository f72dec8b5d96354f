// The names of the receipts' file (receipts_file.hpp). They belong to that format, not to any form, although the acts
// give some of a form's items the same names.
#pragma once

#include <string_view>

namespace pli::receipt_names {

inline constexpr std::string_view format = "format";
inline constexpr std::string_view receipts = "recus";

/// Of a receipt.
inline constexpr std::string_view document = "document";
inline constexpr std::string_view sealed = "scelle";
inline constexpr std::string_view form = "formulaire";
inline constexpr std::string_view territory = "territoire";
inline constexpr std::string_view replaces = "remplace";
inline constexpr std::string_view file = "fichier";
inline constexpr std::string_view fiche = "fiche";
inline constexpr std::string_view locks = "verrou";
inline constexpr std::string_view recipients = "destinataires";
inline constexpr std::string_view signing_key = "signataire";
inline constexpr std::string_view advice = "consignes";
inline constexpr std::string_view deadlines = "echeances";
inline constexpr std::string_view destructions = "destructions";
inline constexpr std::string_view delivered = "remis";
inline constexpr std::string_view answer = "repondu";
inline constexpr std::string_view replaced_by = "remplace-par";

/// Kinds of locks.
inline constexpr std::string_view keys = "cles";
inline constexpr std::string_view passphrase = "phrase";

/// Of what a receipt holds.
inline constexpr std::string_view id = "id";
inline constexpr std::string_view version = "version";
inline constexpr std::string_view name = "nom";
inline constexpr std::string_view sha256 = "sha256";
inline constexpr std::string_view role = "role";
inline constexpr std::string_view fingerprint = "empreinte";
inline constexpr std::string_view label = "libelle";
inline constexpr std::string_view rule = "regle";
inline constexpr std::string_view opens = "debut";
inline constexpr std::string_view day = "jour";
inline constexpr std::string_view begins = "a-partir";
inline constexpr std::string_view is_answer = "reponse";

} // namespace pli::receipt_names
