// The deadlines that follow from a form's answers (the rules are those of definition/form.hpp).
#pragma once

#include "core/base/date.hpp"
#include "core/state/answers.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pli {

struct Deadline {
    std::string id;
    std::string label;
    std::string rule;          ///< the sentence that sets it
    std::optional<Date> opens; ///< first day of a window
    Date due;                  ///< the last day
    bool late = false;         ///< the document is made after it, and the rule wants that to be seen
    bool begins = false;       ///< `due` is the first day, not the last
    std::optional<std::int64_t> moment = std::nullopt; ///< minutes of UTC since 1970 (base/calendar.hpp), on that day

    bool operator==(const Deadline&) const = default;
};

/// In the order of the form. A rule whose condition does not hold, or whose date or time is not answered or not shown,
/// has none. Days and months count from the date itself, months with the day clamped to the month's end; hours are
/// those that pass, whatever the clock does; a window is the one of that year, or of the next one when it is over, and
/// so with months and their worked Fridays. `created` is the day on which the document is made.
std::vector<Deadline> deadlines_of(const Form& form, const Answers& answers, const Date& created);

} // namespace pli
