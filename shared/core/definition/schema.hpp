// JSON Schema (2020-12) of the fiche.json that a form produces.
#pragma once

#include "core/definition/form.hpp"

namespace pli {

/// The schema of a form's fiche.json: the same structure as document/fiche.hpp accepts (members,
/// types, enumerations, patterns, conditional presence). What a schema cannot say stays with the
/// validation: a real calendar day, a check key, something forbidden inside a text, the height of a
/// stroke's points and their even number.
Json json_schema(const Form& form);

} // namespace pli
