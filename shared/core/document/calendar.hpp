// Deadlines as a calendar file (iCalendar, RFC 5545) that any agenda takes in. It holds no personal data: the label
// and the rule of each deadline, its day, and the random number of the document.
#pragma once

#include "core/validation/deadlines.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

struct CalendarEvent {
    std::string uid; ///< the same for the same deadline of the same origin, so that it is never there twice
    std::string summary;
    std::string description;
    Date day;
    std::optional<std::int64_t> moment; ///< minutes of UTC (base/calendar.hpp); without one the whole day is meant
};

/// One event a deadline, on its last day; windows also have one on their first day. `origin` tells one document from
/// another (its id), or one day of an event from another; `title` says what kind of document or calendar it is.
std::vector<CalendarEvent> calendar_events(const std::vector<Deadline>& deadlines, std::string_view origin,
                                           std::string_view title);

/// The file: lines of at most 75 octets that end with CRLF. `stamp` is the moment of writing in UTC,
/// "20261122T093000Z".
std::string calendar_file(const std::vector<CalendarEvent>& events, std::string_view stamp);

} // namespace pli
