// The member "reply" of a form: which form answers it.
#pragma once

#include "core/definition/condition_reader.hpp"
#include "core/definition/form.hpp"
#include "core/definition/strict_object.hpp"

#include <string>
#include <vector>

namespace pli::definition {

/// What is known once the form itself is read; join_replies judges the rest.
ReplyRule read_reply(StrictObject& form_file, const KnownAnswers& known, Problems& problems);

/// Once all forms are read: the answers' forms are there and ask for what is carried over to them, and each of them
/// learns what it answers. `places` are those of the forms' files, in the order of `forms`.
void join_replies(std::vector<Form>& forms, const std::vector<std::string>& places, Problems& problems);

} // namespace pli::definition
