// A workbook as any program may have saved it: the archive with its parts, or a sheet alone.
#include "core/register/spreadsheet.hpp"

#include "core/register/archive.hpp"
#include "core/register/sheet_reader.hpp"
#include "core/register/workbook_json.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

void check_table(const Table& table) {
    fuzz::require(table.rows.size() == table.lines.size(), "every row has a line");
    for (std::size_t i = 1; i < table.lines.size(); ++i)
        fuzz::require(table.lines[i - 1] < table.lines[i], "lines ascend");
    for (const MergedCell& each : table.merged) fuzz::require(each.first < each.line, "merged cells lie below");
    const auto again = read_csv(bytes_of(write_csv(table.rows)));
    fuzz::require(again.ok() || again.error().code == "table.empty" || again.error().code == "table.encoding",
                  "what was read can be written");
}

/// Parts that are not stored as they are would have to be inflated first.
std::vector<WorkbookPart> stored_parts(const std::vector<ArchivePart>& archive, ByteView file) {
    std::vector<WorkbookPart> parts;
    for (const ArchivePart& part : archive) {
        const ByteView content = file.subspan(part.offset, part.packed);
        if (!part.is_deflated) parts.push_back({part.name, text_of(content)});
    }
    return parts;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    const auto archive = read_archive(file);
    if (!archive) {
        SheetContents contents;
        contents.strings = {"a"};
        contents.day_styles = {false, true};
        const auto table = read_sheet_table(text_of(file), "sheet", contents);
        if (table) check_table(table.value());
        return 0;
    }
    const auto workbook = read_workbook(stored_parts(archive.value(), file), 0);
    if (!workbook) return 0;
    check_table(workbook.value().table);
    const Workbook again = workbook_from_json(workbook_to_json(workbook.value()));
    fuzz::require(again.table.rows.size() == workbook.value().table.rows.size(), "rows travel");
    return 0;
}
