#include "core/register/sheet_values.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pli {

namespace {

constexpr std::int64_t seconds_of_day = 86400;

std::optional<std::size_t> whole_number(std::string_view digits, std::size_t most_digits) {
    if (digits.empty() || digits.size() > most_digits) return std::nullopt;
    std::size_t number = 0;
    for (const char c : digits) {
        if (!is_ascii_digit(c)) return std::nullopt;
        number = number * 10 + static_cast<std::size_t>(digit_value(c));
    }
    return number;
}

std::string two_digits(std::int64_t number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string day_text(const Date& day, std::int64_t seconds) {
    std::string text = french_date(day);
    if (seconds == 0) return text;
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    return text + " " + two_digits(seconds / hour) + ":" + two_digits(seconds % hour / minute) + ":" +
           two_digits(seconds % minute);
}

/// The digits of a number and where its point stands among them.
struct Decimal {
    bool is_negative = false;
    std::string digits;
    std::int64_t point = 0;
};

std::optional<std::int64_t> read_exponent(std::string_view text) {
    if (text.empty()) return 0;
    text.remove_prefix(1); // "E"
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    const auto value = whole_number(text, 3);
    if (!value) return std::nullopt;
    const auto exponent = static_cast<std::int64_t>(*value);
    return is_negative ? -exponent : exponent;
}

std::optional<Decimal> read_decimal(std::string_view text) {
    Decimal number;
    number.is_negative = text.starts_with('-');
    if (number.is_negative) text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, end);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    number.digits = mantissa.substr(0, point);
    if (point < mantissa.size()) number.digits += mantissa.substr(point + 1);
    const auto exponent = read_exponent(text.substr(end));
    constexpr std::size_t most_digits = 40;
    if (!exponent || number.digits.empty() || number.digits.size() > most_digits) return std::nullopt;
    if (!std::all_of(number.digits.begin(), number.digits.end(), [](char c) { return is_ascii_digit(c); }))
        return std::nullopt;
    number.point = static_cast<std::int64_t>(point) + *exponent;
    if (number.point > static_cast<std::int64_t>(most_digits) || number.point < -static_cast<std::int64_t>(most_digits))
        return std::nullopt;
    return number;
}

/// The hours, minutes and seconds of "14:32" or "14:32:05.5" in seconds; nothing when it is no time.
std::optional<std::int64_t> seconds_of(std::string_view time) {
    const std::string_view whole = time.substr(0, time.find_first_of(".Z+-"));
    if (whole.size() != 5 && whole.size() != 8) return std::nullopt;
    if (whole[2] != ':' || (whole.size() == 8 && whole[5] != ':')) return std::nullopt;
    const auto hours = whole_number(whole.substr(0, 2), 2);
    const auto minutes = whole_number(whole.substr(3, 2), 2);
    const auto seconds = whole_number(whole.size() == 8 ? whole.substr(6, 2) : "0", 2);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return static_cast<std::int64_t>((*hours * 60 + *minutes) * 60 + *seconds);
}

} // namespace

std::optional<CellAddress> parse_cell(std::string_view text) {
    CellAddress address;
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
        address.column = address.column * 26 + static_cast<std::size_t>(text[letters] - 'A' + 1);
        ++letters;
    }
    const auto row = whole_number(text.substr(letters), 7);
    if (letters == 0 || letters > 3 || !row || *row == 0) return std::nullopt;
    address.row = *row;
    return address;
}

std::string cell_text(const CellAddress& address) {
    std::string letters;
    for (std::size_t rest = address.column; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(address.row);
}

std::optional<std::string> plain_number(std::string_view text) {
    std::optional<Decimal> number = read_decimal(text);
    if (!number) return std::nullopt;
    std::string& digits = number->digits;
    if (number->point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - number->point), '0');
        number->point = 1;
    }
    const auto point = static_cast<std::size_t>(number->point);
    if (digits.size() < point) digits.append(point - digits.size(), '0');
    std::string whole = digits.substr(0, point);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    std::string fraction = digits.substr(point);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    const bool is_zero = whole == "0" && fraction.empty();
    return (number->is_negative && !is_zero ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::optional<std::string> day_of_number(std::string_view plain, DayCount count) {
    constexpr std::int64_t epoch_1900 = 25569; // of 1970-01-01, in a count that has a 29 February 1900
    constexpr std::int64_t epoch_1904 = 24107;
    constexpr std::int64_t phantom = 60;       // that 29 February
    constexpr std::int64_t last_day = 2932896; // 9999-12-31, from 1970-01-01
    const std::size_t point = std::min(plain.find('.'), plain.size());
    const auto whole = whole_number(plain.substr(0, point), 7);
    if (!whole) return std::nullopt;
    auto days = static_cast<std::int64_t>(*whole);
    std::int64_t seconds = 0;
    if (point < plain.size()) {
        constexpr std::size_t precision = 9;
        std::string fraction(plain.substr(point + 1, precision));
        fraction.append(precision - fraction.size(), '0');
        const auto billionths = static_cast<std::int64_t>(whole_number(fraction, precision).value_or(0));
        constexpr std::int64_t billion = 1000000000;
        seconds = (billionths * seconds_of_day + billion / 2) / billion;
    }
    if (count == DayCount::From1900 && (days == 0 || days == phantom)) return std::nullopt;
    if (seconds == seconds_of_day) {
        seconds = 0;
        ++days;
    }
    if (count == DayCount::From1904) {
        days -= epoch_1904;
    } else {
        days -= days < phantom ? epoch_1900 - 1 : epoch_1900;
    }
    if (days > last_day) return std::nullopt;
    return day_text(date_from_days(days), seconds);
}

std::optional<std::string> day_of_iso(std::string_view text) {
    constexpr std::size_t day_size = 10;
    const Result<Date> day = parse_iso_date(text.substr(0, day_size));
    if (!day) return std::nullopt;
    if (text.size() <= day_size) return french_date(day.value());
    const auto seconds = text[day_size] == 'T' ? seconds_of(text.substr(day_size + 1)) : std::nullopt;
    if (!seconds) return std::nullopt;
    return day_text(day.value(), *seconds);
}

bool is_day_format(std::size_t id) {
    // 18.8.30: dates everywhere, then those of East Asian spreadsheets; times alone (18 to 21, 45 to 47) are none.
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
           id == 57 || id == 58;
}

bool is_day_format(std::string_view code) {
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') { // literal text; a colour, a condition or a language
            const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) return false;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i; // the next character means itself
        } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
            return true;
        } else if (c == ';') {
            return false; // what follows is for negative numbers, which are no days
        }
    }
    return false;
}

std::string without_escapes(std::string_view text) {
    constexpr std::size_t size = 7; // _xHHHH_
    std::string out;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t mark = std::min(text.find("_x", start), text.size());
        out += text.substr(start, mark - start);
        if (mark == text.size()) break;
        char32_t character = 0;
        bool is_escape = text.size() - mark >= size && text[mark + size - 1] == '_';
        for (std::size_t i = mark + 2; is_escape && i + 1 < mark + size; ++i) {
            const char c = text[i];
            const bool is_letter = (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
            is_escape = is_letter || is_ascii_digit(c);
            const int digit = is_ascii_digit(c) ? digit_value(c) : (c | 0x20) - 'a' + 10;
            character = character * 16 + static_cast<char32_t>(digit);
        }
        is_escape = is_escape && character != 0 && (character < 0xD800 || character > 0xDFFF);
        if (is_escape) {
            append_utf8(out, character);
        } else {
            out += "_x";
        }
        start = mark + (is_escape ? size : 2);
    }
    return out;
}

} // namespace pli
