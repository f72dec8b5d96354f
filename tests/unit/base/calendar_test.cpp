#include "core/base/calendar.hpp"

#include <gtest/gtest.h>

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
    EXPECT_EQ(cgpe_stock_due(2026, 11), (Date{2026, 11, 20}));
    EXPECT_EQ(pecgm_available(2026, 11), (Date{2026, 11, 16}));
    // 1 and 8 May 2026 are Fridays and holidays: the third worked one is the fifth of the month.
    EXPECT_EQ(nth_worked_friday(2026, 5, 1), (Date{2026, 5, 15}));
    EXPECT_EQ(cgpe_stock_due(2026, 5), (Date{2026, 5, 29}));
    EXPECT_EQ(pecgm_available(2026, 5), (Date{2026, 5, 25})) << "the Monday after, though it is Whit Monday";
    EXPECT_EQ(cgpe_stock_due(2026, 12), (Date{2026, 12, 18})) << "before Christmas, a Friday too";
    EXPECT_EQ(cgpe_stock_due(2027, 1), (Date{2027, 1, 22})) << "1 January is a Friday";
    EXPECT_EQ(pecgm_available(2026, 7).month, 7);
}

TEST(Calendar, FollowsDaylightSaving) {
    EXPECT_EQ(paris_offset({2026, 3, 28}), 1);
    EXPECT_EQ(paris_offset({2026, 3, 29}), 2) << "the last Sunday of March";
    EXPECT_EQ(paris_offset({2026, 10, 24}), 2);
    EXPECT_EQ(paris_offset({2026, 10, 25}), 1) << "the last Sunday of October";
    EXPECT_EQ(paris_offset({2024, 3, 30}), 1);
    EXPECT_EQ(paris_offset({2024, 3, 31}), 2) << "the very last day of the month";
    EXPECT_EQ(paris_offset({2026, 1, 15}), 1);
    EXPECT_EQ(paris_offset({2026, 7, 15}), 2);
}

} // namespace
} // namespace pli
