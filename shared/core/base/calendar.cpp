#include "core/base/calendar.hpp"

#include <algorithm>
#include <array>

namespace pli {

namespace {

struct DayOfYear {
    int month, day;
};

constexpr std::array<DayOfYear, 8> fixed_holidays{
    {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};

/// Easter Monday, Ascension, Whit Monday: days after Easter Sunday.
constexpr std::array<int, 3> days_after_easter{1, 39, 50};

constexpr std::int64_t minutes_an_hour = 60;
constexpr std::int64_t minutes_a_day = 24 * minutes_an_hour;
constexpr std::int64_t summer_offset = 120; ///< minutes ahead of UTC
constexpr std::int64_t winter_offset = 60;
constexpr int change_hour = 1; ///< of UTC, in March and October

std::int64_t minutes_of(const Date& day, int hour) {
    return days_from_date(day) * minutes_a_day + hour * minutes_an_hour;
}

Date day_at(std::int64_t minutes) {
    const std::int64_t rest = minutes % minutes_a_day;
    return date_from_days((minutes - (rest < 0 ? rest + minutes_a_day : rest)) / minutes_a_day);
}

Date last_sunday(int year, int month) {
    const Date last = add_days(add_months({year, month, 1}, 1), -1);
    return add_days(last, -((static_cast<int>(weekday_of(last)) + 1) % 7));
}

bool is_summer(std::int64_t utc) {
    const int year = day_at(utc).year;
    return utc >= minutes_of(last_sunday(year, 3), change_hour) && utc < minutes_of(last_sunday(year, 10), change_hour);
}

} // namespace

Weekday weekday_of(const Date& date) {
    constexpr std::int64_t thursday = 3; // 1970-01-01
    const std::int64_t days = (days_from_date(date) + thursday) % 7;
    return static_cast<Weekday>(days < 0 ? days + 7 : days);
}

// The algorithm of Meeus, Jones and Butcher: golden number, century corrections, epact, then the next Sunday.
Date easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int moon_correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int march_day = epact + to_sunday - 7 * late_moon + 114;
    return {year, march_day / 31, march_day % 31 + 1};
}

bool is_public_holiday(const Date& date) {
    const bool fixed = std::any_of(fixed_holidays.begin(), fixed_holidays.end(), [&](const DayOfYear& holiday) {
        return holiday.month == date.month && holiday.day == date.day;
    });
    const Date sunday = easter(date.year);
    return fixed || std::any_of(days_after_easter.begin(), days_after_easter.end(),
                                [&](int days) { return add_days(sunday, days) == date; });
}

bool is_worked_day(const Date& date) { return weekday_of(date) <= Weekday::Friday && !is_public_holiday(date); }

Date nth_worked_friday(int year, int month, int n) {
    Date day{year, month, 1};
    for (int counted = 0;; day = add_days(day, 1)) {
        if (weekday_of(day) == Weekday::Friday && is_worked_day(day)) ++counted;
        if (counted >= n) return day;
    }
}

std::int64_t utc_minutes(const LegalTime& legal) {
    const std::int64_t local = minutes_of(legal.day, legal.time.hour) + legal.time.minute;
    const std::int64_t summer = local - summer_offset;
    return is_summer(summer) ? summer : local - winter_offset;
}

LegalTime legal_time(std::int64_t utc_minutes) {
    const std::int64_t local = utc_minutes + (is_summer(utc_minutes) ? summer_offset : winter_offset);
    const Date day = day_at(local);
    const auto minute = static_cast<int>(local - minutes_of(day, 0));
    return {day, {minute / 60, minute % 60}};
}

// What belongs to the month before may lie in the one of `from`. The months after are tried no longer than needed.
Date next_after_worked_friday(const Date& from, int n, int days_after) {
    const Date first{from.year, from.month, 1};
    for (const int months : {-1, 0}) {
        const Date month = add_months(first, months);
        const Date day = add_days(nth_worked_friday(month.year, month.month, n), days_after);
        if (day >= from) return day;
    }
    const Date next = add_months(first, 1);
    return add_days(nth_worked_friday(next.year, next.month, n), days_after);
}

} // namespace pli
