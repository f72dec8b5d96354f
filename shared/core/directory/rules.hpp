// What must hold in every directory, whether it was read from a file or edited here.
#pragma once

#include "core/base/result.hpp"
#include "core/definition/form.hpp"
#include "core/directory/directory.hpp"

#include <vector>

namespace pli {

/// Everything that is wrong with a directory, at most 100 faults, each with the JSON pointer of its file as place and
/// the member as "name":
///   directory.bad-value (code)   a value that is refused: why, as its kind, parse_recipient or parse_verifying_key
///                                say, or "value"
///   directory.order              entries that are not in ascending order of their ids, or are repeated
///   directory.repeated           a key that is there already, in whatever entry or as a key that signs directories; a
///   holder
///                                of the same entry
///   directory.too-many (max)     more entries, holders, … than directory_limits
///   directory.validity (max)     it says to be valid for longer than that many days
std::vector<Error> check_directory(const Directory& directory);

/// Roles that the territory does not know: directory.unknown-role, with the role as "name". For whoever signs; a
/// reader's pack may be older, and sends nothing to a role that it does not know.
std::vector<Error> check_roles(const Directory& directory, const Territory& territory);

} // namespace pli
