// Tables as spreadsheets take them in (CSV, RFC 4180), written so that none takes a cell for a formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// UTF-8 with BOM, `;`, CRLF; cells are quoted where needed. A cell that a spreadsheet would compute (it begins
/// with = + - @ tab or CR) gets an apostrophe in front.
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

/// Whether a spreadsheet would compute this cell.
bool is_formula(std::string_view cell);

} // namespace pli
