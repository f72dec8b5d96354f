// A calendar: what becomes due without a document.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/library.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// Reads a file of kind "calendar". The members that it does not know are left to the caller's finish().
Calendar read_calendar(StrictObject& file, Library& library, Problems& problems);

} // namespace pli::definition
