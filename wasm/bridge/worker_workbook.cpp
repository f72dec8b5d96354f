// The operations on workbooks: which parts of the archive are wanted, and what their sheet says.
#include "bridge/worker_core.hpp"
#include "core/register/spreadsheet.hpp"
#include "core/register/workbook_json.hpp"

#include <algorithm>

namespace pli::bridge {

Status WorkerCore::workbook_parts(const Request& request, Response& response) {
    Result<std::vector<ArchivePart>> parts = read_archive(request.bytes(0));
    if (!parts.ok()) return parts.error();
    archive_ = std::move(parts).value();
    std::erase_if(archive_, [](const ArchivePart& part) { return !is_workbook_part(part.name); });
    Json wanted = Json::array();
    std::size_t size = 0;
    for (const ArchivePart& part : archive_) {
        if (part.size > workbook_limits::bytes - size)
            return Error{"table.too-large", {}, {{"max", std::to_string(workbook_limits::bytes)}}};
        size += part.size;
        wanted.push_back(
            {{"deflated", part.is_deflated}, {"offset", part.offset}, {"packed", part.packed}, {"size", part.size}});
    }
    if (archive_.empty()) return Error{"table.workbook", {}, {}};
    response.add(dump_json(wanted));
    return done();
}

Status WorkerCore::workbook(const Request& request, Response& response) {
    const Result<Json> options = parse_json(request.text(0));
    if (!options.ok()) return options.error();
    std::vector<WorkbookPart> parts;
    for (std::size_t i = 0; i < archive_.size(); ++i) {
        const ByteView content = request.bytes(i + 1);
        if (const Status checked = check_part(archive_[i], content); !checked.ok()) return checked;
        parts.push_back({archive_[i].name, text_of(content)});
    }
    const std::int64_t sheet = std::max<std::int64_t>(int_member_or(options.value(), "sheet", 0), 0);
    const Result<Workbook> read = read_workbook(parts, static_cast<std::size_t>(sheet));
    if (!read.ok()) return read.error();
    response.add(dump_json(workbook_to_json(read.value())));
    return done();
}

} // namespace pli::bridge
