// What the screens of the register share.
#pragma once

#include "core/register/edits.hpp"
#include "ui/view.hpp"

#include <string>
#include <string_view>

namespace pli::ui {

inline constexpr std::string_view table_file = "registre-tableau"; ///< the node that holds the table to import

/// Asks the shell for random ids; `purpose` says what to do with them when they come.
void ask_for_ids(View& view, NeedsIds purpose, std::size_t count);

/// What the ids were asked for.
void begin_register(View& view, const std::string& id);
void add_drafted_person(View& view, const std::string& id);
void take_imported_rows(View& view, const std::vector<std::string>& ids);

/// The table that the shell read: its bytes, each as the code point of the same number.
void read_table(View& view, std::string_view bytes);

/// The sheet of a workbook that the shell had read (core/register/workbook_json.hpp).
void read_sheet(View& view, const Json& json);

/// A register that was opened: shown at once, or compared with the one that is open.
void open_register(View& view, Register content, std::string sha256);

/// The version in the shell's hands was sealed as `file`; `content_sha256` is the hash of its text.
void register_sealed(View& view, Sealed file, const std::string& content_sha256);

/// The file that was chosen again is the one sealed last, or is not.
void register_verified(View& view, bool same);

/// What is wrong, with the label of the column that the fault names.
std::string fault_sentence(const View& view, const Error& fault);
/// What is wrong with a register's file, with the person and the column where it lies in one.
std::string placed_sentence(const View& view, const Error& fault);
/// The first fault of a column in words, or nothing.
std::string column_error(const View& view, const std::vector<Error>& faults, std::string_view column);

/// A sentence of the audit; days as people write them, tools by their label.
std::string finding_sentence(const View& view, const Finding& finding);

/// A text field for a column of the pack; true when it changed.
bool column_field(View& view, std::string_view name, std::string& value, const std::vector<Error>& faults,
                  bool required = true);

/// The key of the field of a column.
std::string column_key(std::string_view column);

/// Fills in the screen of a person with what the register says; an empty id is somebody new.
void draft_person(RegisterDesk& desk, const std::string& id);

} // namespace pli::ui
