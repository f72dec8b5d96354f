#include "core/base/calendar.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pli {
namespace {

TEST(Calendar, KnowsTheDaysOfTheWeek) {
    EXPECT_EQ(weekday_of({1970, 1, 1}), Weekday::Thursday);
    EXPECT_EQ(weekday_of({2026, 11, 22}), Weekday::Sunday);
    EXPECT_EQ(weekday_of({2024, 2, 29}), Weekday::Thursday);
    EXPECT_EQ(weekday_of({1900, 3, 1}), Weekday::Thursday);
    EXPECT_EQ(weekday_of({1, 1, 1}), Weekday::Monday);
}

TEST(Calendar, KnowsEaster) {
    for (const Date& sunday : {Date{2024, 3, 31}, Date{2025, 4, 20}, Date{2026, 4, 5}, Date{2027, 3, 28},
                               Date{2038, 4, 25}, Date{2008, 3, 23}, Date{1818, 3, 22}, Date{1954, 4, 18}})
        EXPECT_EQ(easter(sunday.year), sunday) << sunday.year;
    for (int year = 1900; year < 2200; ++year) EXPECT_EQ(weekday_of(easter(year)), Weekday::Sunday) << year;
}

TEST(Calendar, KnowsTheElevenPublicHolidays) {
    int holidays = 0;
    for (Date day{2026, 1, 1}; day.year == 2026; day = add_days(day, 1)) holidays += is_public_holiday(day) ? 1 : 0;
    EXPECT_EQ(holidays, 11);
    EXPECT_TRUE(is_public_holiday({2026, 4, 6})) << "Easter Monday";
    EXPECT_TRUE(is_public_holiday({2026, 5, 14})) << "Ascension";
    EXPECT_TRUE(is_public_holiday({2026, 5, 25})) << "Whit Monday";
    EXPECT_FALSE(is_public_holiday({2026, 4, 3})) << "Good Friday is none outside Alsace-Moselle";
    EXPECT_FALSE(is_public_holiday({2026, 4, 5})) << "Easter Sunday";
    EXPECT_FALSE(is_public_holiday({2026, 12, 26}));
}

TEST(Calendar, WorksFromMondayToFridayButOnHolidays) {
    EXPECT_TRUE(is_worked_day({2026, 11, 20}));
    EXPECT_FALSE(is_worked_day({2026, 11, 21})) << "a Saturday";
    EXPECT_FALSE(is_worked_day({2026, 5, 1})) << "a Friday, and a holiday";
}

TEST(Calendar, CountsOnlyWorkedFridays) {
    EXPECT_EQ(nth_worked_friday(2026, 11, 1), (Date{2026, 11, 6}));
    // 1 and 8 May 2026 are Fridays and holidays: the third worked one is the fifth of the month.
    EXPECT_EQ(nth_worked_friday(2026, 5, 1), (Date{2026, 5, 15}));
    EXPECT_EQ(nth_worked_friday(2026, 5, 3), (Date{2026, 5, 29}));
    EXPECT_EQ(nth_worked_friday(2026, 12, 3), (Date{2026, 12, 18})) << "before Christmas, a Friday too";
    EXPECT_EQ(nth_worked_friday(2027, 1, 3), (Date{2027, 1, 22})) << "1 January is a Friday";
}

TEST(Calendar, GoesOnToTheNextMonthWhenAWorkedFridayIsOver) {
    EXPECT_EQ(next_after_worked_friday({2026, 11, 1}, 3, 0), (Date{2026, 11, 20}));
    EXPECT_EQ(next_after_worked_friday({2026, 11, 20}, 3, 0), (Date{2026, 11, 20})) << "the day itself";
    EXPECT_EQ(next_after_worked_friday({2026, 11, 21}, 3, 0), (Date{2026, 12, 18}));
    EXPECT_EQ(next_after_worked_friday({2026, 12, 19}, 3, 0), (Date{2027, 1, 22})) << "over the year";
    EXPECT_EQ(next_after_worked_friday({2026, 11, 14}, 2, 3), (Date{2026, 11, 16})) << "the Monday after";
    EXPECT_EQ(next_after_worked_friday({2026, 11, 17}, 2, 3), (Date{2026, 12, 14}));
    EXPECT_EQ(next_after_worked_friday({2026, 5, 23}, 2, 3), (Date{2026, 5, 25})) << "though it is Whit Monday";
    EXPECT_EQ(next_after_worked_friday({2026, 6, 1}, 3, 4), (Date{2026, 6, 2})) << "of the month before";
    EXPECT_EQ(next_after_worked_friday({2026, 6, 3}, 3, 4), (Date{2026, 6, 23}));
    EXPECT_EQ(next_after_worked_friday({9999, 12, 31}, 3, 0).year, 9999) << "the end of the calendar is no trap";
}

/// "2026-11-22 09:30" in UTC, for a time in France.
std::string in_utc(const LegalTime& legal) {
    const std::int64_t minutes = utc_minutes(legal);
    const std::int64_t minute = ((minutes % 1440) + 1440) % 1440;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return iso_date(date_from_days((minutes - minute) / 1440)) + " " + two(minute / 60) + ":" + two(minute % 60);
}

TEST(Calendar, FollowsDaylightSavingToTheMinute) {
    EXPECT_EQ(in_utc({{2026, 1, 15}, {17, 0}}), "2026-01-15 16:00");
    EXPECT_EQ(in_utc({{2026, 7, 15}, {17, 0}}), "2026-07-15 15:00");
    EXPECT_EQ(in_utc({{2026, 3, 29}, {1, 59}}), "2026-03-29 00:59") << "the last Sunday of March";
    EXPECT_EQ(in_utc({{2026, 3, 29}, {3, 0}}), "2026-03-29 01:00");
    EXPECT_EQ(in_utc({{2026, 3, 29}, {2, 30}}), in_utc({{2026, 3, 29}, {3, 30}})) << "leapt over";
    EXPECT_EQ(in_utc({{2026, 10, 25}, {1, 59}}), "2026-10-24 23:59") << "the last Sunday of October";
    EXPECT_EQ(in_utc({{2026, 10, 25}, {2, 30}}), "2026-10-25 00:30") << "the first one of two";
    EXPECT_EQ(in_utc({{2026, 10, 25}, {3, 0}}), "2026-10-25 02:00");
    EXPECT_EQ(in_utc({{2024, 3, 31}, {3, 0}}), "2024-03-31 01:00") << "the very last day of the month";
    EXPECT_EQ(in_utc({{2027, 1, 1}, {0, 30}}), "2026-12-31 23:30");
    EXPECT_EQ(in_utc({{1970, 1, 1}, {0, 30}}), "1969-12-31 23:30");
}

TEST(Calendar, ComesBackFromUtc) {
    const std::int64_t spring = utc_minutes({{2026, 3, 29}, {1, 59}});
    EXPECT_EQ(legal_time(spring), (LegalTime{{2026, 3, 29}, {1, 59}}));
    EXPECT_EQ(legal_time(spring + 1), (LegalTime{{2026, 3, 29}, {3, 0}}));
    const std::int64_t autumn = utc_minutes({{2026, 10, 25}, {2, 59}});
    EXPECT_EQ(legal_time(autumn), (LegalTime{{2026, 10, 25}, {2, 59}}));
    EXPECT_EQ(legal_time(autumn + 1), (LegalTime{{2026, 10, 25}, {2, 0}})) << "the hour comes again";
    EXPECT_EQ(legal_time(autumn + 61), (LegalTime{{2026, 10, 25}, {3, 0}}));
    EXPECT_EQ(legal_time(-30), (LegalTime{{1970, 1, 1}, {0, 30}}));
}

} // namespace
} // namespace pli
