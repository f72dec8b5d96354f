// A workbook's sheet on its way from the worker, which reads it, to the page.
#pragma once

#include "core/base/json.hpp"
#include "core/register/spreadsheet.hpp"

namespace pli {

/// {"sheets": ["…"], "sheet": n, "rows": [["…"]], "lines": [n], "from1904": bool, "merged": [[line, cell, first]]}
Json workbook_to_json(const Workbook& workbook);

/// The inverse. Members that are absent or of another shape read as empty; a row without a line follows the one before.
Workbook workbook_from_json(const Json& json);

} // namespace pli
