// The directory's file: canonical JSON (RFC 8785), signed as it stands by a minisign file beside it (trust.hpp).
//
//   { "format": "pli/annuaire/1",
//     "annuaire": {"territoire": "pas-de-calais", "version": 3, "emis": "2026-11-22", "expire": "2027-02-20",
//                  "signataire": "RW…", "successeur": "RW…", "revoquees": ["RW…"]},
//     "inscriptions": [
//       {"id": "slai-arras", "role": "slai", "structure": "…", "service": "…", "mail": "…", "telephone": "+33…",
//        "titulaires": [
//          {"nom": "…"},
//          {"nom": "…", "etat": {"genre": "absent", "du": "2026-12-01", "au": "2026-12-24"}},
//          {"nom": "…", "etat": {"genre": "parti", "du": "2026-10-31"}}],
//        "cles": [
//          {"destinataire": "age1…", "hybride": "age1pq1…", "signature": "RW…", "du": "2026-01-01", "au":
//          "2027-12-31"},
//          {"signature": "RW…", "du": "…", "au": "…", "etat": {"genre": "remplacee", "jour": "…", "par": "age1…"}},
//          {"destinataire": "age1…", "du": "…", "au": "…",
//           "etat": {"genre": "revoquee", "jour": "…", "motif": "compromis"}}]}]}
//
// What is not known, or would be empty, is absent; but `inscriptions` is always there. A directory has one text only.
#pragma once

#include "core/base/result.hpp"
#include "core/directory/directory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

inline constexpr std::string_view directory_format = "pli/annuaire/1";

/// Whether a text claims to be a directory of any version, whatever else is wrong with it.
bool looks_like_directory(std::string_view text);

/// The text of a directory. Error: json.encoding, if one of its texts is not UTF-8.
Result<std::string> write_directory(const Directory& directory);

/// What an untrusted text holds, and everything that is wrong with it, at most 100 faults. Only without a fault is it
/// a directory.
struct DirectoryReading {
    Directory content;
    std::vector<Error> faults;
};

/// Faults: those of parse_json; and, with a JSON pointer as place and the member as "name":
///   directory.format              not an object of this format
///   directory.newer (format)      of a later version of this format
///   directory.missing-member, directory.unknown-member, directory.wrong-type, directory.empty
///   directory.not-canonical       not the one text of this directory
/// and those of check_directory (rules.hpp).
DirectoryReading read_directory(std::string_view text);

} // namespace pli
