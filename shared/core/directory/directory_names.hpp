// The names of the directory's file (directory_file.hpp). They belong to that format, not to any form, although the
// acts give some of a form's items the same names.
#pragma once

#include <string_view>

namespace pli::directory_names {

inline constexpr std::string_view format = "format";
inline constexpr std::string_view directory_itself = "annuaire";
inline constexpr std::string_view entries = "inscriptions";

/// Of the directory itself.
inline constexpr std::string_view territory = "territoire";
inline constexpr std::string_view version = "version";
inline constexpr std::string_view issued = "emis";
inline constexpr std::string_view valid_until = "expire";
inline constexpr std::string_view signer = "signataire";
inline constexpr std::string_view successor = "successeur";
inline constexpr std::string_view revoked_signers = "revoquees";

/// Of an entry.
inline constexpr std::string_view id = "id";
inline constexpr std::string_view role = "role";
inline constexpr std::string_view structure = "structure";
inline constexpr std::string_view service = "service";
inline constexpr std::string_view mail = "mail";
inline constexpr std::string_view phone = "telephone";
inline constexpr std::string_view holders = "titulaires";
inline constexpr std::string_view keys = "cles";

/// Of a holder or a key.
inline constexpr std::string_view holder_name = "nom";
inline constexpr std::string_view recipient = "destinataire";
inline constexpr std::string_view hybrid = "hybride";
inline constexpr std::string_view signing = "signature";
inline constexpr std::string_view from = "du";
inline constexpr std::string_view until = "au";
inline constexpr std::string_view state = "etat";

/// Of a state, and its kinds.
inline constexpr std::string_view kind = "genre";
inline constexpr std::string_view day = "jour";
inline constexpr std::string_view by = "par";
inline constexpr std::string_view reason = "motif";
inline constexpr std::string_view absent = "absent";
inline constexpr std::string_view left = "parti";
inline constexpr std::string_view replaced = "remplacee";
inline constexpr std::string_view revoked = "revoquee";
inline constexpr std::string_view compromised = "compromis";

/// Of what was learned from directories (learned_trust.hpp).
inline constexpr std::string_view trust = "confiance";
inline constexpr std::string_view successors = "successeurs";

} // namespace pli::directory_names
