// Tables as spreadsheets export them: rows of cells, read from CSV whatever its separator and encoding. RFC 4180, as
// far as anybody follows it. They are written by base/csv.hpp.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/csv.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

using Row = std::vector<std::string>;

enum class TableEncoding : std::uint8_t { Utf8, Windows1252 };

/// A cell of a workbook that is merged with one above, and has its text.
struct MergedCell {
    std::size_t line = 0, cell = 0; ///< its line in the file, and its index in the row
    std::size_t first = 0;          ///< line of the cell that holds the text

    auto operator<=>(const MergedCell&) const = default;
};

struct Table {
    std::vector<Row> rows;          ///< all of them, the header and blank ones included, as they stand
    std::vector<std::size_t> lines; ///< where each begins in the file, from 1: a quoted cell may hold line breaks
    char separator = ';';
    TableEncoding encoding = TableEncoding::Utf8;
    bool counts_from_1904 = false;  ///< of a workbook whose days are counted from there
    std::vector<MergedCell> merged; ///< in ascending order
};

namespace table_limits {
inline constexpr std::size_t bytes = std::size_t{64} << 20U;
inline constexpr std::size_t rows = 100000; ///< below the header
inline constexpr std::size_t columns = 500;
} // namespace table_limits

/// Reads a CSV file in linear time: UTF-8 with or without BOM, else windows-1252; the separator is the one of
/// `;` `,` tab that the first rows hold most, or the one that a first line "sep=" names.
/// Errors: table.empty; table.too-large (max, in bytes); table.too-many-rows (max), table.too-many-columns (max);
/// table.workbook (a workbook, not its export), table.encrypted (one with a password); table.encoding (UTF-16, or no
/// text at all); table.quote (place "line N": a quotation mark that nothing closes, or text after the closing one).
Result<Table> read_csv(ByteView file);

/// The text of a cell: without the apostrophe that write_csv puts before what looks like a formula, and without the
/// spaces around it.
std::string read_cell(std::string_view cell);

} // namespace pli
