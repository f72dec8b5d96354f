// What an act gives a time for: the member "deadlines".
#pragma once

#include "core/definition/condition_reader.hpp"

#include <cstdint>
#include <vector>

namespace pli::definition {

/// Whose deadlines they are: those of a calendar may end at an hour.
enum class DeadlinesOf : std::uint8_t { Document, Calendar };

/// The deadlines of a form or calendar whose items were read.
std::vector<DeadlineRule> read_deadlines(StrictObject& form, const KnownAnswers& known, DeadlinesOf of,
                                         Problems& problems);

} // namespace pli::definition
