// Packs: the territories of a bundle, their forms, lists and notices, as JSON files. Untrusted until checked.
#pragma once

#include "core/definition/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Reads a pack from its bundle: one JSON object whose members are the pack's files by name
/// ({"pas-de-calais.json": {...}, "listes.json": {...}}). The language is in shared/packs/README.md.
/// Errors: those of parse_json, and, with the place "file.json#/json/pointer" and the offending
/// name as "name":
///   pack.missing-file     no territory; a form that one offers or an assistant leads to, or the card, is not there
///   pack.missing-member   a member that the language requires
///   pack.unknown-member   a member that the language does not know there
///   pack.wrong-type       a member of another JSON type
///   pack.bad-value        a value that the language does not permit there
///   pack.empty            an empty text or list
///   pack.unknown-kind     of a file, of a text or of a date
///   pack.unknown-control  of an item
///   pack.unknown-list, pack.unknown-block, pack.unknown-notice
///   pack.unknown-field    a condition, a rule, a deadline or what an assistant carries names no answer (before it)
///   pack.repeated-field   …or one in the rows of a list, from outside
///   pack.unknown-role     a route, or all senders of a form, have no role that the territory knows
///   pack.too-large        a form of too many items, or too deep (the limit as "name": item_reader.hpp)
///   pack.block-cycle      a block that uses itself
///   pack.duplicate-name   two files, lists, options, paths… with one name
///   pack.unused           a list, block or notice that no form uses, or a form that no territory offers
Result<Pack> load_pack(std::string_view bundle);

/// Everything wrong with a bundle (at most the first hundred things), for whoever writes it: empty for a
/// good one. The first failure is that of load_pack; later ones may follow from it.
std::vector<Error> check_pack(std::string_view bundle);

/// Canonical bytes of a bundle (RFC 8785), over which the pack's SHA-256 is taken.
Result<std::string> canonical_pack(std::string_view bundle);

} // namespace pli
