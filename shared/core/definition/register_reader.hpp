// Reading the file of kind "register" of a pack.
#pragma once

#include "core/definition/register_wording.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// Reports missing-member, duplicate-name and bad-value beside what StrictObject reports. Every column and
/// every value has a wording, and no two columns share a header.
RegisterWording read_register_wording(StrictObject& file, Problems& problems);

} // namespace pli::definition
