// A time of the day, as people write it.
#pragma once

#include "core/base/calendar.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace pli {

/// "14:30", "14h30", "9 h 05", "9h": hours from 0 to 23, then minutes in two digits. Error: time.format.
Result<ClockTime> read_time(std::string_view typed);

/// As read_time; the canonical value is "14:30", "09:05".
Result<std::string> parse_time(std::string_view typed);

/// "14 h 30".
std::string show_time(std::string_view canonical);
std::string french_time(const ClockTime& time);

inline constexpr std::string_view time_pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

} // namespace pli
