// A territory of a pack: the forms that it offers, in families; its roles, and the routes between them.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/library.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// Reads a file of kind "territory"; the caller finishes the object. `pack` holds the forms of the bundle already.
Territory read_territory(StrictObject& object, const Pack& pack, Library& library, Problems& problems);

/// The names of a list, each once. Reports wrong-type, bad-value and duplicate-name at the member `name`.
std::vector<std::string> read_names(StrictObject& object, std::string_view name, const Json& list);

} // namespace pli::definition
