#include "core/document/calendar.hpp"

namespace pli {

namespace {

constexpr std::size_t max_octets = 75; // of a line, without its end (RFC 5545, 3.1)

bool continues_character(char octet) { return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U; }

/// Appends a content line; a long one goes on in lines that start with a space, never within a character.
void append_line(std::string& file, std::string_view line) {
    std::size_t room = max_octets;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 0 && continues_character(line[end])) --end;
        file.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = max_octets - 1; // the space counts
    }
    file.append(line).append("\r\n");
}

/// A text value (3.3.11).
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

std::string basic_date(const Date& date) {
    std::string digits = iso_date(date);
    std::erase(digits, '-');
    return digits;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "20261120T160000Z".
std::string utc_time(std::int64_t minutes) {
    constexpr std::int64_t minutes_a_day = std::int64_t{24} * 60;
    const std::int64_t rest = minutes % minutes_a_day;
    const std::int64_t minute = rest < 0 ? rest + minutes_a_day : rest;
    const Date day = date_from_days((minutes - minute) / minutes_a_day);
    return basic_date(day) + "T" + two_digits(minute / 60) + two_digits(minute % 60) + "00Z";
}

void append_event(std::string& file, const CalendarEvent& event, std::string_view stamp) {
    append_line(file, "BEGIN:VEVENT");
    append_line(file, "UID:" + event.uid);
    append_line(file, "DTSTAMP:" + std::string(stamp));
    if (event.moment) {
        append_line(file, "DTSTART:" + utc_time(*event.moment));
    } else {
        append_line(file, "DTSTART;VALUE=DATE:" + basic_date(event.day));
        append_line(file, "TRANSP:TRANSPARENT"); // a deadline does not make the day busy
    }
    append_line(file, "SUMMARY:" + escaped(event.summary));
    append_line(file, "DESCRIPTION:" + escaped(event.description));
    append_line(file, "END:VEVENT");
}

} // namespace

std::vector<CalendarEvent> calendar_events(const std::vector<Deadline>& deadlines, std::string_view origin,
                                           std::string_view title) {
    std::vector<CalendarEvent> events;
    for (const Deadline& deadline : deadlines) {
        const std::string uid = std::string(origin) + "-" + deadline.id;
        const std::string summary = deadline.label + " (" + std::string(title) + ")";
        if (deadline.opens) events.push_back({uid + "-debut@pli.invalid", summary, deadline.rule, *deadline.opens, {}});
        events.push_back({uid + "@pli.invalid", summary, deadline.rule, deadline.due, deadline.moment});
    }
    return events;
}

std::string calendar_file(const std::vector<CalendarEvent>& events, std::string_view stamp) {
    std::string file;
    append_line(file, "BEGIN:VCALENDAR");
    append_line(file, "VERSION:2.0");
    append_line(file, "PRODID:-//Pli//Pli//FR");
    append_line(file, "CALSCALE:GREGORIAN");
    append_line(file, "METHOD:PUBLISH");
    for (const CalendarEvent& event : events) append_event(file, event, stamp);
    append_line(file, "END:VCALENDAR");
    return file;
}

} // namespace pli
