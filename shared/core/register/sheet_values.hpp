// How a sheet writes values: addresses of cells, numbers, days and their formats (ECMA-376 part 1, 18.3, 18.8, 18.17).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pli {

/// From which day a workbook counts.
enum class DayCount : bool { From1900, From1904 };

/// A cell's address, both counted from 1.
struct CellAddress {
    std::size_t row = 0, column = 0;

    bool operator==(const CellAddress&) const = default;
};

/// "B7" with at most three letters and seven digits.
std::optional<CellAddress> parse_cell(std::string_view text);

/// The inverse of parse_cell.
std::string cell_text(const CellAddress& address);

/// A number as a person writes it: "1.25E2" is "125", "7.0" is "7". Nothing when it is none, or one of more than 40
/// digits.
std::optional<std::string> plain_number(std::string_view text);

/// The day of a plain number, as JJ/MM/AAAA, with HH:MM:SS unless it is midnight; nothing when it is before the first
/// day or after the year 9999.
std::optional<std::string> day_of_number(std::string_view plain, DayCount count);

/// The same of a day and time in ISO 8601.
std::optional<std::string> day_of_iso(std::string_view text);

/// Whether a format shows a number as a day: one that spreadsheets have by themselves, or by its code.
bool is_day_format(std::size_t id);
bool is_day_format(std::string_view code);

/// Text in which characters that XML cannot hold stand as "_x000D_".
std::string without_escapes(std::string_view text);

} // namespace pli
