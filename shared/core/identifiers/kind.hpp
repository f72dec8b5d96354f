// The declared kinds of value that a pack may give to a text field, by name.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pli {

struct Kind {
    std::string_view name;      ///< "person-name", "phone", … as packs write it
    std::string_view inputmode; ///< HTML inputmode of its field: "", "numeric", "tel", "email"
    std::size_t max_length;     ///< of the canonical value, in code points
    /// ECMAScript pattern (for JSON Schema, with the u flag) that every canonical value matches.
    std::string_view pattern;
    /// Canonical value of what a user typed (spaces folded, case and accents of names kept), or why it
    /// is refused: "<kind>.<reason>", e.g. "phone.digits", "person-name.digit". Never empty input.
    Result<std::string> (*parse)(std::string_view typed);
    /// The canonical value as a person reads it: telephones in pairs, times with "h", others unchanged.
    std::string (*show)(std::string_view canonical);
};

/// person-name, organisation, function, street, town, place, phone, email, postcode, ft-id, caf-id, nir,
/// safir, siren, siret, rome, insee-commune, departement, code-pe, time.
std::span<const Kind> all_kinds();

/// The kind with this name, or nullptr.
const Kind* find_kind(std::string_view name);

} // namespace pli
