// One sheet of a workbook, from its XML to a table.
#pragma once

#include "core/register/sheet_values.hpp"
#include "core/register/table.hpp"
#include "core/register/xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// What all sheets of a workbook share.
struct SheetContents {
    std::vector<std::string> strings;
    std::vector<bool> day_styles; ///< which formats of cells show days
    DayCount count = DayCount::From1900;
};

/// The text of the element that just started, whatever its runs; readings given for pronunciation are no part of it.
/// Errors: those of the reader.
Result<std::string> read_rich_text(XmlReader& xml);

/// The table of a sheet. Errors: those of read_workbook about cells and limits.
Result<Table> read_sheet_table(std::string_view content, std::string_view part, const SheetContents& contents);

} // namespace pli
