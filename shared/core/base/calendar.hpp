// The French working calendar: public holidays, worked Fridays, legal time. No time zone data and no clock.
#pragma once

#include "core/base/date.hpp"

#include <cstdint>

namespace pli {

enum class Weekday : std::uint8_t { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

Weekday weekday_of(const Date& date);

/// Easter Sunday of the Gregorian calendar.
Date easter(int year);

/// The eleven public holidays of the labour code (L3133-1), as they are outside Alsace-Moselle and overseas.
bool is_public_holiday(const Date& date);

/// Monday to Friday, and no public holiday.
bool is_worked_day(const Date& date);

/// The n-th Friday of a month (from 1) that is worked: Fridays that are holidays are not counted. A month has
/// at least three of them; what it has not falls into the next one.
Date nth_worked_friday(int year, int month, int n);

/// A time of the day.
struct ClockTime {
    int hour = 0;   ///< 0..23
    int minute = 0; ///< 0..59

    bool operator==(const ClockTime&) const = default;
};

/// A day and time in legal time in France (Europe/Paris).
struct LegalTime {
    Date day;
    ClockTime time;

    bool operator==(const LegalTime&) const = default;
};

/// Minutes since 1970-01-01 00:00 UTC, and back. Legal time in France is two hours ahead of UTC from the last Sunday
/// of March to the last Sunday of October, at 01:00 UTC, else one hour (directive 2000/84/CE). In October, an hour
/// comes twice: the first one is meant, so that no limit that is counted from it ends too late. In March, a time that
/// the clock leaps over is read as if it had not yet: 02:30 is 03:30.
std::int64_t utc_minutes(const LegalTime& legal);
LegalTime legal_time(std::int64_t utc_minutes);

/// The first day from `from` on that lies `days_after` (0 to 14) days after the n-th worked Friday of some month.
Date next_after_worked_friday(const Date& from, int n, int days_after);

} // namespace pli
