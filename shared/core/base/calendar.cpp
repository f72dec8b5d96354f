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

Date last_sunday(int year, int month) {
    const Date last = add_days(add_months({year, month, 1}, 1), -1);
    return add_days(last, -((static_cast<int>(weekday_of(last)) + 1) % 7));
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

int paris_offset(const Date& date) {
    return date >= last_sunday(date.year, 3) && date < last_sunday(date.year, 10) ? 2 : 1;
}

Date cgpe_stock_due(int year, int month) { return nth_worked_friday(year, month, 3); }

Date pecgm_available(int year, int month) { return add_days(nth_worked_friday(year, month, 2), 3); }

} // namespace pli
