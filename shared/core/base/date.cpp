#include "core/base/date.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pli {

namespace {

constexpr Date first_day{1, 1, 1};
constexpr Date last_day{9999, 12, 31};

bool is_leap_year(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::string padded(int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::optional<int> number_of(std::string_view digits, std::size_t min_size, std::size_t max_size) {
    if (digits.size() < min_size || digits.size() > max_size) return std::nullopt;
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

using Parts = std::array<std::string_view, 3>;

/// The three parts around two equal separators, each without the spaces around it.
std::optional<Parts> split(std::string_view text, char separator) {
    Parts parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = i < 2 ? text.find(separator) : text.size();
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view part = text.substr(0, end);
        if (part.starts_with(' ')) part.remove_prefix(1);
        if (part.ends_with(' ')) part.remove_suffix(1);
        parts[i] = part;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Error format_error() { return {"date.format", "", {}}; }

Result<Date> real_date(std::string_view year, std::string_view month, std::string_view day, std::size_t min_digits) {
    const auto y = number_of(year, 4, 4);
    const auto m = number_of(month, min_digits, 2);
    const auto d = number_of(day, min_digits, 2);
    if (!y || !m || !d) return format_error();
    const Date date{*y, *m, *d};
    if (is_real_day(date)) return date;
    return Error{"date.not-real", "", {{"day", padded(*d, 2)}, {"month", padded(*m, 2)}, {"year", padded(*y, 4)}}};
}

} // namespace

bool is_real_day(const Date& date) {
    return date.year >= first_day.year && date.year <= last_day.year && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Both conversions count in years that start in March, so that the leap day comes last, and in eras
// of 400 years (146097 days), after which the calendar repeats. 719468 days lie between 0000-03-01
// and 1970-01-01.

std::int64_t days_from_date(const Date& date) {
    const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month = (std::int64_t{date.month} + 9) % 12;
    const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Date date_from_days(std::int64_t days) {
    const std::int64_t since_march = std::clamp(days, days_from_date(first_day), days_from_date(last_day)) + 719468;
    const std::int64_t era = since_march / 146097;
    const std::int64_t day_of_era = since_march % 146097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month = (5 * day_of_year + 2) / 153;
    const std::int64_t year = year_of_era + era * 400 + (month >= 10 ? 1 : 0);
    return {static_cast<int>(year), static_cast<int>(month < 10 ? month + 3 : month - 9),
            static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1)};
}

Date add_days(const Date& date, std::int64_t days) {
    constexpr std::int64_t whole_calendar = std::int64_t{366} * 9999; // more would be clamped anyway
    return date_from_days(days_from_date(date) + std::clamp(days, -whole_calendar, whole_calendar));
}

Date add_months(const Date& date, int months) {
    const std::int64_t total = std::int64_t{date.year} * 12 + (date.month - 1) + months;
    if (total < std::int64_t{first_day.year} * 12) return first_day;
    if (total >= (std::int64_t{last_day.year} + 1) * 12) return last_day;
    const int year = static_cast<int>(total / 12);
    const int month = static_cast<int>(total % 12) + 1;
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

Result<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return format_error();
    return real_date(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2), 2);
}

Result<Date> parse_typed_date(std::string_view text) {
    const std::string folded = fold_spaces(text);
    if (folded.size() == 10 && folded[4] == '-') return parse_iso_date(folded);
    for (const char separator : {'/', '-', '.', ' '}) {
        const auto parts = split(folded, separator);
        if (parts) return real_date((*parts)[2], (*parts)[1], (*parts)[0], 1);
    }
    return format_error();
}

std::string iso_date(const Date& date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string french_date(const Date& date) {
    return padded(date.day, 2) + "/" + padded(date.month, 2) + "/" + padded(date.year, 4);
}

} // namespace pli
