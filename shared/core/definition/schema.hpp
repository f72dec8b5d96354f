// JSON Schema (2020-12) of the fiche.json that a form produces.
#pragma once

#include "core/definition/form.hpp"

namespace pli {

/// The schema of a form's fiche.json: the same structure as document/fiche.hpp accepts (members,
/// types, enumerations, patterns, conditional presence). What a schema cannot say (a real calendar
/// day, a check key) stays with the validation.
Json json_schema(const Form& form);

} // namespace pli
