// A territory of a pack: the forms that it offers, in families.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// Reads a file of kind "territory"; the caller finishes the object. `pack` holds the forms of the bundle already.
Territory read_territory(StrictObject& object, const Pack& pack, Problems& problems);

} // namespace pli::definition
