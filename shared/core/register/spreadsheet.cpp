#include "core/register/spreadsheet.hpp"

#include "core/register/sheet_reader.hpp"
#include "core/register/sheet_values.hpp"
#include "core/register/xml.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace pli {

namespace {

using Event = XmlReader::Event;

struct Relationship {
    std::string id, type, target; ///< type: the last segment of its address; target: name of a part
};

struct SheetEntry {
    std::string name, relationship;
    bool is_visible = true;
};

Error damaged(std::string_view part) { return {"table.damaged", std::string(part), {{"part", std::string(part)}}}; }

Error limit(std::string_view code, std::size_t max) { return {std::string(code), "", {{"max", std::to_string(max)}}}; }

std::string lower_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string_view folder_of(std::string_view name) { return name.substr(0, name.rfind('/') + 1); }

/// The name of the part that a relationship of a part in `folder` leads to; empty when it leads out of the archive.
std::string part_at(std::string_view folder, const std::string& target) {
    const std::string path = target.starts_with('/') ? target : std::string(folder) + target;
    std::vector<std::string> segments;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string segment = path.substr(start, end - start);
        start = end + 1;
        if (segment == "..") {
            if (segments.empty()) return {};
            segments.pop_back();
        } else if (!segment.empty() && segment != ".") {
            segments.push_back(segment);
        }
    }
    std::string name;
    for (const std::string& segment : segments) name += (name.empty() ? "" : "/") + segment;
    return lower_case(name);
}

/// Calls take(reader) for every element that starts in a part. Errors: those of the reader, and of `take`.
template <class Take> Status for_each_element(const WorkbookPart& part, const Take& take) {
    XmlReader xml(part.content, part.name);
    while (true) {
        const Result<Event> event = xml.next();
        if (!event) return event.error();
        if (event.value() == Event::Finish) return done();
        if (event.value() != Event::Start) continue;
        if (Status taken = take(xml); !taken) return taken;
    }
}

class WorkbookReader {
  public:
    explicit WorkbookReader(std::span<const WorkbookPart> parts) : parts_(parts) {}

    Result<Workbook> read(std::size_t sheet) {
        std::size_t size = 0;
        for (const WorkbookPart& part : parts_) size += part.content.size();
        if (size > workbook_limits::bytes) return limit("table.too-large", workbook_limits::bytes);
        if (Status found = find_workbook(); !found) return found.error();
        if (Status read = read_sheets(); !read) return read.error();
        if (Status read = read_styles(); !read) return read.error();
        if (Status read = read_strings(); !read) return read.error();
        return read_sheet(sheet);
    }

  private:
    [[nodiscard]] const WorkbookPart* part(std::string_view name) const {
        const auto found =
            std::find_if(parts_.begin(), parts_.end(), [name](const WorkbookPart& one) { return one.name == name; });
        return found == parts_.end() ? nullptr : &*found;
    }

    static Result<std::vector<Relationship>> relationships(const WorkbookPart& part, std::string_view folder) {
        std::vector<Relationship> found;
        Status read = for_each_element(part, [&](const XmlReader& xml) -> Status {
            if (xml.name() != "Relationship" || xml.attribute("TargetMode").value_or("") == "External") return done();
            const std::string type = xml.attribute("Type").value_or("");
            found.push_back({xml.attribute("Id").value_or(""), type.substr(type.rfind('/') + 1),
                             part_at(folder, xml.attribute("Target").value_or(""))});
            return done();
        });
        if (!read) return read.error();
        return found;
    }

    /// The archive says which of its parts is the workbook, and that one which are its sheets, strings and styles.
    Status find_workbook() {
        const Error none{"table.workbook", "", {}};
        const WorkbookPart* roots = part("_rels/.rels");
        if (roots == nullptr) return none;
        const auto found = relationships(*roots, "");
        if (!found) return found.error();
        const auto main = std::find_if(found.value().begin(), found.value().end(),
                                       [](const Relationship& one) { return one.type == "officeDocument"; });
        if (main == found.value().end() || !main->target.ends_with(".xml")) return none;
        if (!is_workbook_part(main->target)) return none;
        workbook_ = part(main->target);
        if (workbook_ == nullptr) return damaged(main->target);
        const std::string folder(folder_of(main->target));
        const std::string links = folder + "_rels/" + main->target.substr(folder.size()) + ".rels";
        const WorkbookPart* related = part(links);
        if (related == nullptr) return damaged(links);
        auto relations = relationships(*related, folder);
        if (!relations) return relations.error();
        relations_ = std::move(relations).value();
        return done();
    }

    Status read_sheets() {
        return for_each_element(*workbook_, [this](const XmlReader& xml) -> Status {
            if (xml.depth() == 1 && xml.name() != "workbook") return Error{"table.workbook", "", {}};
            if (xml.name() == "workbookPr") {
                const std::string from_1904 = xml.attribute("date1904").value_or("");
                if (from_1904 == "1" || from_1904 == "true") contents_.count = DayCount::From1904;
            }
            if (xml.name() != "sheet") return done();
            if (sheets_.size() == workbook_limits::sheets) return damaged(workbook_->name);
            const std::string state = xml.attribute("state").value_or("visible");
            sheets_.push_back(
                {xml.attribute("name").value_or(""), xml.attribute("id").value_or(""), state == "visible"});
            return done();
        });
    }

    /// The part that a relationship of this type leads to, if the workbook has one.
    Result<const WorkbookPart*> related(std::string_view type) const {
        const auto found = std::find_if(relations_.begin(), relations_.end(),
                                        [type](const Relationship& one) { return one.type == type; });
        if (found == relations_.end()) return nullptr;
        const WorkbookPart* related = part(found->target);
        if (related == nullptr) return damaged(found->target);
        return related;
    }

    /// Which cell formats show days.
    Status read_styles() {
        const auto styles = related("styles");
        if (!styles) return styles.error();
        if (styles.value() == nullptr) return done();
        std::map<std::string, bool, std::less<>> own;
        bool are_of_cells = false;
        return for_each_element(*styles.value(), [&](const XmlReader& xml) -> Status {
            const std::string_view name = xml.name();
            if (xml.depth() == 2) are_of_cells = name == "cellXfs";
            if (name == "numFmt" && xml.depth() == 3)
                own[xml.attribute("numFmtId").value_or("")] = is_day_format(xml.attribute("formatCode").value_or(""));
            if (name != "xf" || !are_of_cells || xml.depth() != 3) return done();
            const std::string id = xml.attribute("numFmtId").value_or("0");
            const auto known = own.find(id);
            contents_.day_styles.push_back(known != own.end() ? known->second : is_day_format_id(id));
            return done();
        });
    }

    static bool is_day_format_id(std::string_view text) {
        std::size_t id = 0;
        for (const char c : text) {
            if (c < '0' || c > '9' || id > 1000) return false;
            id = id * 10 + static_cast<std::size_t>(c - '0');
        }
        return is_day_format(id);
    }

    Status read_strings() {
        const auto shared = related("sharedStrings");
        if (!shared) return shared.error();
        if (shared.value() == nullptr) return done();
        XmlReader xml(shared.value()->content, shared.value()->name);
        while (true) {
            const Result<Event> event = xml.next();
            if (!event) return event.error();
            if (event.value() == Event::Finish) return done();
            if (event.value() != Event::Start || xml.depth() != 2 || xml.name() == "extLst") continue;
            if (contents_.strings.size() == workbook_limits::strings)
                return limit("table.too-many-cells", workbook_limits::strings);
            Result<std::string> text = read_rich_text(xml);
            if (!text) return text.error();
            contents_.strings.push_back(std::move(text).value());
        }
    }

    Result<Workbook> read_sheet(std::size_t index) {
        Workbook workbook;
        std::vector<const WorkbookPart*> found;
        for (const SheetEntry& sheet : sheets_) {
            const auto relation = std::find_if(relations_.begin(), relations_.end(), [&sheet](const Relationship& one) {
                return one.id == sheet.relationship && one.type == "worksheet";
            });
            if (!sheet.is_visible || relation == relations_.end()) continue; // charts are sheets too
            const WorkbookPart* content = part(relation->target);
            if (content == nullptr) return damaged(relation->target);
            found.push_back(content);
            workbook.sheets.push_back(sheet.name);
        }
        if (found.empty()) return Error{"table.no-sheet", "", {}};
        workbook.sheet = index < found.size() ? index : 0;
        const WorkbookPart& chosen = *found[workbook.sheet];
        Result<Table> table = read_sheet_table(chosen.content, chosen.name, contents_);
        if (!table) return table.error();
        workbook.table = std::move(table).value();
        return workbook;
    }

    std::span<const WorkbookPart> parts_;
    const WorkbookPart* workbook_ = nullptr;
    std::vector<Relationship> relations_;
    std::vector<SheetEntry> sheets_;
    SheetContents contents_;
};

} // namespace

bool is_workbook_part(std::string_view name) {
    if (name == "_rels/.rels") return true;
    const std::string_view folder = folder_of(name);
    const std::string_view file = name.substr(folder.size());
    if (folder.ends_with("_rels/")) return file.starts_with("workbook") && file.ends_with(".xml.rels");
    if (!file.ends_with(".xml")) return false;
    return folder.ends_with("worksheets/") || file.starts_with("workbook") || file == "styles.xml" ||
           file == "sharedstrings.xml";
}

Result<Workbook> read_workbook(std::span<const WorkbookPart> parts, std::size_t sheet) {
    return WorkbookReader(parts).read(sheet);
}

} // namespace pli
