// The own card: what users keep of themselves, and where each form takes it over.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/item_reader.hpp"
#include "core/definition/library.hpp"
#include "core/definition/strict_object.hpp"

#include <vector>

namespace pli::definition {

/// Reads a file of kind "card". The members of the file that it does not know are left to the caller's finish().
Card read_card_fields(StrictObject& file, Library& library, Problems& problems);

/// The member "own" of a form whose items were read; `card` is nullptr when the pack has none.
std::vector<OwnBlock> read_own_blocks(StrictObject& form_file, const Form& form, const Card* card, Problems& problems);

} // namespace pli::definition
