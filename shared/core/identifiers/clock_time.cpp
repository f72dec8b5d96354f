#include "core/identifiers/clock_time.hpp"

#include "core/identifiers/ascii.hpp"

#include <optional>

namespace pli {

namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// A number of one or two digits, not above `most`.
std::optional<int> small_number(std::string_view digits, int most) {
    if (!is_digits(digits, 1) && !is_digits(digits, 2)) return std::nullopt;
    int number = 0;
    for (const char digit : digits) number = 10 * number + digit_value(digit);
    return number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

Result<ClockTime> read_time(std::string_view typed) {
    const Error refused{"time.format", "", {}};
    const std::string text = without_spaces(typed);
    const std::size_t separator = text.find_first_of(":hH");
    if (separator == std::string::npos) return refused;
    const std::string_view minutes = std::string_view(text).substr(separator + 1);
    const bool whole_hour = minutes.empty() && text[separator] != ':';
    if (!whole_hour && minutes.size() != 2) return refused;
    const std::optional<int> hour = small_number(std::string_view(text).substr(0, separator), 23);
    const std::optional<int> minute = whole_hour ? std::optional(0) : small_number(minutes, 59);
    if (!hour || !minute) return refused;
    return ClockTime{*hour, *minute};
}

Result<std::string> parse_time(std::string_view typed) {
    const Result<ClockTime> time = read_time(typed);
    if (!time) return time.error();
    return two_digits(time.value().hour) + ":" + two_digits(time.value().minute);
}

std::string show_time(std::string_view canonical) {
    const Result<ClockTime> time = read_time(canonical);
    return time ? french_time(time.value()) : std::string(canonical);
}

std::string french_time(const ClockTime& time) {
    constexpr std::string_view between = "\u00a0h\u00a0";
    return std::to_string(time.hour).append(between) + two_digits(time.minute);
}

} // namespace pli
