#include "core/base/date.hpp"

#include <gtest/gtest.h>

#include <limits>

using namespace pli;

namespace {

std::string typed(std::string_view text) {
    const auto date = parse_typed_date(text);
    return date ? iso_date(date.value()) : date.error().code;
}

TEST(Date, KnowsRealDays) {
    EXPECT_TRUE(is_real_day({2024, 2, 29}));
    EXPECT_TRUE(is_real_day({2000, 2, 29}));
    EXPECT_FALSE(is_real_day({1900, 2, 29}));
    EXPECT_FALSE(is_real_day({2025, 4, 31}));
    EXPECT_FALSE(is_real_day({2025, 13, 1}));
    EXPECT_FALSE(is_real_day({2025, 0, 1}));
    EXPECT_FALSE(is_real_day({0, 1, 1}));
    EXPECT_FALSE(is_real_day({10000, 1, 1}));
}

TEST(Date, CountsDaysFrom1970) {
    EXPECT_EQ(days_from_date({1970, 1, 1}), 0);
    EXPECT_EQ(days_from_date({2000, 3, 1}), 11017);
    EXPECT_EQ(days_from_date({1969, 12, 31}), -1);
}

TEST(Date, DaysRunThroughTheWholeCalendarWithoutAGap) {
    Date expected{1, 1, 1};
    const std::int64_t last = days_from_date({9999, 12, 31});
    for (std::int64_t day = days_from_date(expected); day <= last; ++day) {
        const Date date = date_from_days(day);
        ASSERT_EQ(date, expected) << iso_date(date);
        ASSERT_EQ(days_from_date(date), day) << iso_date(date);
        ++expected.day;
        if (!is_real_day(expected)) expected = {expected.year, expected.month + 1, 1};
        if (!is_real_day(expected)) expected = {expected.year + 1, 1, 1};
    }
    EXPECT_EQ(expected, (Date{10000, 1, 1})) << "the last day reached was not 9999-12-31";
}

TEST(Date, AddsDaysAndMonths) {
    EXPECT_EQ(add_days({2026, 11, 22}, 21), (Date{2026, 12, 13}));
    EXPECT_EQ(add_days({2024, 2, 28}, 1), (Date{2024, 2, 29}));
    EXPECT_EQ(add_months({2025, 1, 31}, 1), (Date{2025, 2, 28}));
    EXPECT_EQ(add_months({2024, 1, 31}, 1), (Date{2024, 2, 29}));
    EXPECT_EQ(add_months({2026, 11, 22}, 18), (Date{2028, 5, 22}));
    EXPECT_EQ(add_months({2026, 1, 15}, -1), (Date{2025, 12, 15}));
}

TEST(Date, StaysWithinTheCalendar) {
    EXPECT_EQ(add_days({9999, 12, 31}, 1), (Date{9999, 12, 31}));
    EXPECT_EQ(add_days({2026, 1, 1}, std::numeric_limits<std::int64_t>::min()), (Date{1, 1, 1}));
    EXPECT_EQ(add_months({2026, 1, 1}, std::numeric_limits<int>::max()), (Date{9999, 12, 31}));
    EXPECT_EQ(add_months({2026, 1, 1}, std::numeric_limits<int>::min()), (Date{1, 1, 1}));
}

TEST(Date, ReadsWhatPeopleType) {
    for (const auto* text : {"29/02/2024", "29-02-2024", "29.02.2024", "29 02 2024", "29/2/2024", " 29 / 02 / 2024 ",
                             "2024-02-29", "29\u00A0/\u00A002\u00A0/\u00A02024"})
        EXPECT_EQ(typed(text), "2024-02-29") << text;
    EXPECT_EQ(typed("1/2/2025"), "2025-02-01");
}

TEST(Date, SaysWhyADateIsRefused) {
    EXPECT_EQ(typed("30/02/2024"), "date.not-real");
    EXPECT_EQ(typed("31/04/2025"), "date.not-real");
    EXPECT_EQ(typed("2025-04-31"), "date.not-real");
    EXPECT_EQ(typed("01/01/0000"), "date.not-real");
    for (const auto* text : {"", "29", "29/02", "29/02/24", "29/02/2024/1", "29-02/2024", "2024/02/29", "le 29/02/2024",
                             "29/02/2024é", "-1/02/2024", "029/02/2024", "2024-2-29"})
        EXPECT_EQ(typed(text), "date.format") << text;
}

TEST(Date, TellsTheDayThatDoesNotExist) {
    const auto date = parse_typed_date("31/4/2025");
    ASSERT_FALSE(date.ok());
    EXPECT_EQ(date.error().params, (Params{{"day", "31"}, {"month", "04"}, {"year", "2025"}}));
}

TEST(Date, IsoIsStrict) {
    EXPECT_EQ(parse_iso_date("2026-11-22").value(), (Date{2026, 11, 22}));
    for (const auto* text : {"22/11/2026", "2026-11-2", "2026-11-22 ", "2026-11-22T00", "20261122", "+026-11-22"})
        EXPECT_FALSE(parse_iso_date(text).ok()) << text;
}

TEST(Date, WritesBothForms) {
    EXPECT_EQ(iso_date({987, 6, 5}), "0987-06-05");
    EXPECT_EQ(french_date({2026, 11, 2}), "02/11/2026");
}

} // namespace
