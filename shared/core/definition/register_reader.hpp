// Reading the file of kind "register" of a pack.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// Reports missing-member, duplicate-name and bad-value beside what StrictObject reports. Every column and
/// every value has a wording, and no two columns share a header.
RegisterWording read_register_wording(StrictObject& file, Problems& problems);

/// Reads the member "forms" of that file, after the forms of the pack. Reports missing-file, unknown-field, bad-value
/// and duplicate-name besides: each answer is one that its column can give, and every tool of the catalogue has an
/// option.
void read_register_forms(StrictObject& file, const Pack& pack, Problems& problems, RegisterWording& wording);

} // namespace pli::definition
