// Packs: the forms, lists and notices of a territory, as JSON files. Untrusted until checked.
#pragma once

#include "core/definition/form.hpp"

#include <string_view>

namespace pli {

/// Reads a pack from its bundle: one JSON object whose members are the pack's files by name
/// ({"pas-de-calais.json": {...}, "listes.json": {...}}).
/// Errors: those of parse_json; pack.missing-file, pack.missing-member, pack.unknown-member,
/// pack.wrong-type, pack.unknown-kind, pack.unknown-control, pack.unknown-list, pack.unknown-block,
/// pack.unknown-field (a condition or rule names no item), pack.duplicate-name, pack.empty.
/// place is "file.json#/json/pointer"; params hold the offending name as "name".
Result<Pack> load_pack(std::string_view bundle);

/// Canonical bytes of a bundle (RFC 8785), over which the pack's SHA-256 is taken.
Result<std::string> canonical_pack(std::string_view bundle);

} // namespace pli
