// Assistants: questions in the language of items, and which form their answers lead to.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/library.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// Reads a file of kind "assistant"; the forms that it leads to are those of `pack`. The members of the file that it
/// does not know are left to the caller's finish().
Assistant read_assistant(StrictObject& file, const Pack& pack, Library& library, Problems& problems);

} // namespace pli::definition
