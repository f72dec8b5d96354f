// Who may fill in a form, and which of its answers names their structure.
#pragma once

#include "core/definition/condition_reader.hpp"
#include "core/definition/form.hpp"
#include "core/definition/strict_object.hpp"

namespace pli::definition {

/// The member "sender" of a form whose items were read, into `form`.
void read_sender(StrictObject& form_file, const KnownAnswers& known, Problems& problems, Form& form);

} // namespace pli::definition
