// Calendar days (proleptic Gregorian) without a time zone and without a clock: "today" is always given.
#pragma once

#include "core/base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace pli {

struct Date {
    int year = 0;  ///< 1..9999
    int month = 0; ///< 1..12
    int day = 0;   ///< 1..31

    auto operator<=>(const Date&) const = default;
};

/// True for a real day: 29/02 only in leap years, no 31/04.
bool is_real_day(const Date& date);

/// Days since 1970-01-01, of a real day; the inverse of date_from_days, which clamps what lies
/// outside 0001-01-01 … 9999-12-31. So do the additions below.
std::int64_t days_from_date(const Date& date);
Date date_from_days(std::int64_t days);

/// Adds days, or months with the day clamped to the month's end (31/01 + 1 month = 28 or 29/02).
Date add_days(const Date& date, std::int64_t days);
Date add_months(const Date& date, int months);

/// Strict ISO 8601 "AAAA-MM-JJ". Errors: date.format, date.not-real.
Result<Date> parse_iso_date(std::string_view text);

/// As a person types it: JJ/MM/AAAA, J/M/AAAA, ISO pasted; also - . or space between the numbers,
/// and spaces around them.
/// Errors: date.format, date.not-real (params day, month, year).
Result<Date> parse_typed_date(std::string_view text);

std::string iso_date(const Date& date);    ///< "2026-11-22"
std::string french_date(const Date& date); ///< "22/11/2026"

} // namespace pli
