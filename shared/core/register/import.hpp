// Taking a table into the register: which column is which, what is wrong with each row, and what is left over.
#pragma once

#include "core/definition/register_wording.hpp"
#include "core/register/register.hpp"
#include "core/register/table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Which of the table's columns holds which of the register's.
struct ColumnMatch {
    std::string name;                ///< of register_names::columns
    std::optional<std::size_t> cell; ///< index in the rows; nothing: the table has no such column
};

struct Matching {
    std::size_t header = 0;           ///< index of the row of headers
    std::vector<ColumnMatch> columns; ///< those that an import can fill, in the pack's order
    std::vector<std::string> missing; ///< names of columns that must be there and are not
    std::vector<std::string> doubled; ///< names of columns that several headers claim; the first one counts
    std::vector<std::string> unknown; ///< headers that name no column, as they stand; they are not imported
};

/// Index of the row of headers. Titles may stand above it: among the first rows of the table it is the
/// one that names most of the pack's columns, if it names two at least; else the first row that is not blank, or the
/// number of rows when there is none.
std::size_t find_header(const Table& table, const RegisterWording& wording);

/// Compares that row, or the one at `header`, with the pack's headers, whatever their case, accents or "n°".
Matching match_columns(const Table& table, const RegisterWording& wording);
Matching match_columns(const Table& table, const RegisterWording& wording, std::size_t header);

/// The rows in which headers are looked for and may be chosen by hand: indices of those that are not blank.
std::vector<std::size_t> header_candidates(const Table& table);

/// The same with a column chosen by hand (nothing: none); `missing` follows.
Matching with_column(Matching matching, std::string_view name, std::optional<std::size_t> cell);

/// A row as it would enter the register.
struct ImportRow {
    std::size_t line = 0;  ///< in the file, from 1
    std::size_t index = 0; ///< in Table::rows
    UserIdentity identity; ///< as far as it could be read
    std::vector<std::string> tools;
    std::optional<Date> granted;
    std::optional<Date> last_use;
    std::string known;         ///< id of the person in the register that it is about, or empty: somebody new
    std::vector<Error> faults; ///< see check_row
    /// What was put right without asking, with row and column: import.serial-date (a spreadsheet's count of days),
    /// import.zero (a date that had lost the zero before its day), import.time (the time of day behind a day), all
    /// with before and after; import.merged (first, value: a cell merged with one above, and its text).
    std::vector<Error> notices;

    bool operator==(const ImportRow&) const = default;
};

struct Import {
    Matching matching;
    std::vector<ImportRow> rows; ///< all but the header and blank ones
};

/// Judges every row of a table, in linear time. Faults have the register's column as place, and "row" (the
/// file's line) and "column" (its label) among their params:
///   those of check_identity
///   import.cells (cells, columns)   the row has more cells than the header: something shifted it
///   import.shifted                  its mail and date stand in neighbouring columns
///   import.formula                  a cell that a spreadsheet would compute
///   import.unknown-tool (value)     no tool of the catalogue
///   import.repeated (first)         the same person as in an earlier row
///   habilitation.future                 used after today
///   habilitation.needs-day              tools without a day from which on they are granted
Import read_import(const Table& table, const Matching& matching, const RegisterWording& wording,
                   const Register& habilitations, const Date& today);

/// The register with all rows that have no fault: somebody known is corrected, is granted the tools that are not
/// in force yet, and used them last on the later day; others get the next of `ids` (32 hex digits each, at least
/// as many as rows). Rows that the register refuses (habilitation.removed, …) get that fault and are left out.
/// Error: register.too-many (max).
Result<Register> take_rows(const Register& from, Import& import, const std::vector<std::string>& ids,
                           const Date& today);

/// The header and the rows that have faults, as they stand in the table: nothing is lost.
std::vector<Row> refused_rows(const Table& table, const Import& import);

} // namespace pli
