// Workbooks as spreadsheets save them (XLSX: ECMA-376 part 1, 18): from the XML parts of the archive to the same table
// as a CSV file gives. What a cell shows is what its row says; nothing is ever computed.
#pragma once

#include "core/base/result.hpp"
#include "core/register/table.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

namespace workbook_limits {
inline constexpr std::size_t bytes = std::size_t{128} << 20U; ///< of all parts that are read, inflated
inline constexpr std::size_t cells = 4000000;                 ///< of the sheet, merged ones included
inline constexpr std::size_t strings = 2000000;               ///< that cells share
inline constexpr std::size_t blocks = 65536;                  ///< of merged cells
inline constexpr std::size_t sheets = 256;
} // namespace workbook_limits

/// A part of the archive, inflated.
struct WorkbookPart {
    std::string_view name; ///< in lower case (archive.hpp)
    std::string_view content;
};

/// One sheet of a workbook as a table, and which others there are.
struct Workbook {
    std::vector<std::string> sheets; ///< those that can be seen, in their order
    std::size_t sheet = 0;           ///< index of the one that was read
    Table table;                     ///< rows that have a text, `lines` counted as the spreadsheet does
};

/// Whether read_workbook may look at a part of this name: the others need not be inflated.
bool is_workbook_part(std::string_view name);

/// Reads the sheet of this index among those that can be seen; the first one when there is no such. Cells become text:
///   numbers as a person writes them, without exponent; those with a format of dates JJ/MM/AAAA, with HH:MM:SS behind
///   it unless it is midnight, whether days are counted from 1900 or from 1904
///   truth values "oui" or "non"
///   a formula "=" and the value that was saved with it; so does an error such as #N/A. It is that value that a
///   person saw last, but nobody wrote it: the import refuses it by row and column until somebody has looked at it
///   merged cells: the text of the first one in all those below it (Table::merged)
/// Errors, with part or cell as place:
///   table.workbook                     an archive, but no XLSX workbook
///   table.damaged (part), table.unsafe (part)        see xml.hpp; parts that are missing or contradict each other
///   table.cell (cell)                  a cell that cannot be read, "B7"
///   table.no-sheet                     no sheet that can be seen
///   table.empty; table.too-large (max, in bytes); table.too-many-rows, table.too-many-columns, table.too-many-cells
///   (max)
Result<Workbook> read_workbook(std::span<const WorkbookPart> parts, std::size_t sheet);

} // namespace pli
