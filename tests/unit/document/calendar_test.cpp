// The agenda file, against RFC 5545.
#include "core/document/calendar.hpp"

#include "core/base/calendar.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view stamp = "20261122T093000Z";

std::vector<std::string> lines_of(std::string_view file) {
    std::vector<std::string> lines;
    while (!file.empty()) {
        const std::size_t end = file.find("\r\n");
        EXPECT_NE(end, std::string_view::npos) << "every line ends with CRLF";
        if (end == std::string_view::npos) break;
        lines.emplace_back(file.substr(0, end));
        file.remove_prefix(end + 2);
    }
    return lines;
}

/// The content lines, unfolded.
std::string unfolded(std::string file) {
    for (std::size_t at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ", at)) file.erase(at, 3);
    return file;
}

TEST(CalendarFile, HasOneWholeDayForADeadline) {
    const std::vector<Deadline> deadlines{{"suite", "Suite", "Sous 21 jours.", {}, {2026, 12, 13}, false}};
    const std::string file = calendar_file(calendar_events(deadlines, std::string(32, 'd'), "Fiche"), stamp);
    EXPECT_EQ(file, "BEGIN:VCALENDAR\r\n"
                    "VERSION:2.0\r\n"
                    "PRODID:-//Pli//Pli//FR\r\n"
                    "CALSCALE:GREGORIAN\r\n"
                    "METHOD:PUBLISH\r\n"
                    "BEGIN:VEVENT\r\n"
                    "UID:dddddddddddddddddddddddddddddddd-suite@pli.invalid\r\n"
                    "DTSTAMP:20261122T093000Z\r\n"
                    "DTSTART;VALUE=DATE:20261213\r\n"
                    "TRANSP:TRANSPARENT\r\n"
                    "SUMMARY:Suite (Fiche)\r\n"
                    "DESCRIPTION:Sous 21 jours.\r\n"
                    "END:VEVENT\r\n"
                    "END:VCALENDAR\r\n");
}

TEST(CalendarFile, HasBothEndsOfAWindow) {
    const std::vector<Deadline> deadlines{{"liste", "Liste", "Au printemps.", Date{2027, 3, 1}, {2027, 4, 30}, false}};
    const std::string file = calendar_file(calendar_events(deadlines, "d", "Liste"), stamp);
    EXPECT_THAT(file, HasSubstr("UID:d-liste-debut@pli.invalid\r\n"));
    EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20270301\r\n"));
    EXPECT_THAT(file, HasSubstr("UID:d-liste@pli.invalid\r\n"));
    EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20270430\r\n"));
}

TEST(CalendarFile, GivesAnHourInUtcSummerAndWinter) {
    const auto start = [](const Date& day, const ClockTime& time) {
        return calendar_file({{"u", "s", "d", day, utc_minutes({day, time})}}, stamp);
    };
    EXPECT_THAT(start({2026, 11, 20}, {17, 0}), HasSubstr("DTSTART:20261120T160000Z\r\n"));
    EXPECT_THAT(start({2026, 6, 19}, {17, 5}), HasSubstr("DTSTART:20260619T150500Z\r\n"));
    EXPECT_THAT(start({2027, 1, 1}, {0, 30}), HasSubstr("DTSTART:20261231T233000Z\r\n")) << "the day before, there";
}

TEST(CalendarFile, HasTheHourOfADeadlineThatHasOne) {
    Deadline deadline{"fuite", "Fuite", "Sous 36 heures.", {}, {2026, 11, 20}};
    deadline.moment = utc_minutes({{2026, 11, 20}, {17, 0}});
    const std::string file = calendar_file(calendar_events({deadline}, "d", "Échéances"), stamp);
    EXPECT_THAT(file, HasSubstr("DTSTART:20261120T160000Z\r\n"));
    EXPECT_THAT(file, Not(HasSubstr("VALUE=DATE")));
}

TEST(CalendarFile, FoldsLongLinesBetweenCharacters) {
    std::string description;
    for (int n = 0; n < 60; ++n) description += "é";
    const std::string file = calendar_file({{"u", "s", "a" + description, {2026, 11, 20}, {}}}, stamp);
    for (const std::string& line : lines_of(file)) {
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_FALSE((static_cast<unsigned char>(line.front()) & 0xC0U) == 0x80U) << "within a character";
    }
    EXPECT_THAT(unfolded(file), HasSubstr("DESCRIPTION:a" + description + "\r\n"));
}

TEST(CalendarFile, EscapesWhatTheFormatUses) {
    const std::string file = calendar_file({{"u", "a, b; c\\d\ne", "f", {2026, 11, 20}, {}}}, stamp);
    EXPECT_THAT(file, HasSubstr("SUMMARY:a\\, b\\; c\\\\d\\ne\r\n"));
}

TEST(CalendarFile, OfNothingIsAnEmptyCalendar) { EXPECT_THAT(calendar_file({}, stamp), Not(HasSubstr("VEVENT"))); }

} // namespace
} // namespace pli
