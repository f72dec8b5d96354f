// The deadlines of a form, as its pack writes them.
#pragma once

#include "core/definition/condition_reader.hpp"

namespace pli::definition {

/// Reads the member "deadlines" of a form, if it has one; `known` are all its answers.
std::vector<DeadlineRule> read_deadlines(StrictObject& form, const KnownAnswers& known, Problems& problems);

} // namespace pli::definition
