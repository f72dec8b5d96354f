#include "core/register/sheet_reader.hpp"

#include "core/definition/register_names.hpp"
#include "core/register/spreadsheet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pli {

namespace {

using Event = XmlReader::Event;

Error limit(std::string_view code, std::size_t max) { return {std::string(code), "", {{"max", std::to_string(max)}}}; }

/// What the XML says of a cell.
struct Cell {
    CellAddress address;
    std::string type, style, value;
    bool is_formula = false;
};

struct Block {
    CellAddress first, last;
};

class SheetReader {
  public:
    SheetReader(std::string_view content, std::string_view part, const SheetContents& contents)
        : xml_(content, part), part_(part), contents_(contents) {
        table_.counts_from_1904 = contents.count == DayCount::From1904;
    }

    Result<Table> read() {
        while (true) {
            const Result<Event> event = xml_.next();
            if (!event) return event.error();
            if (event.value() == Event::Finish) break;
            if (Status taken = take(event.value()); !taken) return taken.error();
        }
        if (table_.rows.empty()) return Error{"table.empty", "", {}};
        if (Status filled = fill_merged(); !filled) return filled.error();
        return std::move(table_);
    }

  private:
    Status take(Event event) {
        const std::string_view name = xml_.name();
        if (event == Event::End && name == "row") return end_row();
        if (event != Event::Start) return done();
        if (name == "row") return begin_row();
        if (name == "c") return take_cell();
        if (name == "mergeCell") return take_block();
        return done();
    }

    [[nodiscard]] Error damaged() const {
        return {"table.damaged", std::string(part_), {{"part", std::string(part_)}}};
    }

    [[nodiscard]] static Error unreadable(const CellAddress& address) {
        return {"table.cell", cell_text(address), {{"cell", cell_text(address)}}};
    }

    /// Rows come in ascending order; one that does not say which it is follows the last.
    Status begin_row() {
        const auto number = xml_.attribute("r");
        const auto line = number ? index_of(*number) : std::optional(line_ + 1);
        if (!line || *line <= line_) return damaged();
        line_ = *line;
        column_ = 0;
        row_.clear();
        return done();
    }

    /// Rows without any text are none.
    Status end_row() {
        if (row_.empty()) return done();
        if (table_.rows.size() == table_limits::rows + 1) return limit("table.too-many-rows", table_limits::rows);
        cells_ += row_.size();
        if (cells_ > workbook_limits::cells) return limit("table.too-many-cells", workbook_limits::cells);
        table_.rows.push_back(std::move(row_));
        table_.lines.push_back(line_);
        row_ = {};
        return done();
    }

    Status take_cell() {
        Cell cell;
        cell.address = {line_, column_ + 1};
        const auto reference = xml_.attribute("r");
        if (reference) {
            const auto address = parse_cell(*reference);
            if (!address || address->row != line_ || address->column <= column_) return damaged();
            cell.address = *address;
        }
        column_ = cell.address.column;
        cell.type = xml_.attribute("t").value_or("n");
        cell.style = xml_.attribute("s").value_or("");
        if (Status read = read_content(cell); !read) return read;
        std::optional<std::string> text = text_of(cell);
        if (!text) return unreadable(cell.address);
        if (cell.is_formula || cell.type == "e") text->insert(0, "=");
        return put(cell.address.column, std::move(*text));
    }

    Status read_content(Cell& cell) {
        const std::size_t depth = xml_.depth();
        bool is_value = false;
        while (true) {
            const Result<Event> event = xml_.next();
            if (!event) return event.error();
            if (xml_.depth() < depth) return done();
            if (event.value() == Event::Text) {
                if (is_value) cell.value += xml_.text();
                continue;
            }
            is_value = event.value() == Event::Start && xml_.name() == "v";
            if (event.value() != Event::Start) continue;
            if (xml_.name() == "f") cell.is_formula = true;
            if (xml_.name() != "is") continue;
            Result<std::string> text = read_rich_text(xml_);
            if (!text) return text.error();
            cell.value = std::move(text).value();
        }
    }

    /// What the cell shows; nothing when its value is none of its type.
    [[nodiscard]] std::optional<std::string> text_of(const Cell& cell) const {
        const std::string& value = cell.value;
        if (cell.type == "inlineStr" || value.empty()) return value;
        if (cell.type == "str" || cell.type == "e") return without_escapes(value);
        if (cell.type == "d") return day_of_iso(value);
        if (cell.type == "b") {
            if (value != "0" && value != "1") return std::nullopt;
            return std::string(register_names::yes_no[value == "1" ? 0 : 1]);
        }
        if (cell.type == "s") {
            const auto index = index_of(value);
            if (!index || *index >= contents_.strings.size()) return std::nullopt;
            return contents_.strings[*index];
        }
        if (cell.type != "n") return std::nullopt;
        auto number = plain_number(value);
        if (!number || !shows_day(cell.style)) return number;
        auto day = day_of_number(*number, contents_.count);
        return day ? day : number;
    }

    static std::optional<std::size_t> index_of(std::string_view text) {
        constexpr std::size_t most_digits = 9;
        if (text.empty() || text.size() > most_digits) return std::nullopt;
        std::size_t index = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') return std::nullopt;
            index = index * 10 + static_cast<std::size_t>(c - '0');
        }
        return index;
    }

    [[nodiscard]] bool shows_day(std::string_view style) const {
        const auto index = index_of(style.empty() ? "0" : style);
        return index && *index < contents_.day_styles.size() && contents_.day_styles[*index];
    }

    /// A text that many cells share counts once for each.
    Status put(std::size_t column, std::string text) {
        if (text.empty()) return done();
        if (column > table_limits::columns) return limit("table.too-many-columns", table_limits::columns);
        size_ += text.size();
        if (size_ > table_limits::bytes) return limit("table.too-large", table_limits::bytes);
        if (row_.size() < column) row_.resize(column);
        row_[column - 1] = std::move(text);
        return done();
    }

    Status take_block() {
        const std::string reference = xml_.attribute("ref").value_or("");
        const std::size_t colon = std::min(reference.find(':'), reference.size());
        const auto first = parse_cell(reference.substr(0, colon));
        const auto last = colon == reference.size() ? first : parse_cell(reference.substr(colon + 1));
        if (!first || !last) return damaged();
        if (blocks_.size() == workbook_limits::blocks) return limit("table.too-many-cells", workbook_limits::blocks);
        if (first->row < last->row) blocks_.push_back({*first, *last});
        return done();
    }

    /// The cells below the first one of a block have its text. Rows that have nothing else remain none.
    Status fill_merged() {
        for (const Block& block : blocks_)
            if (Status filled = fill(block); !filled) return filled;
        std::sort(table_.merged.begin(), table_.merged.end());
        return done();
    }

    Status fill(const Block& block) {
        const std::size_t cell = block.first.column - 1;
        const auto first = std::lower_bound(table_.lines.begin(), table_.lines.end(), block.first.row);
        if (first == table_.lines.end() || *first != block.first.row) return done();
        const Row& top = table_.rows[static_cast<std::size_t>(first - table_.lines.begin())];
        if (cell >= top.size() || top[cell].empty()) return done();
        const std::string text = top[cell];
        for (auto line = first + 1; line != table_.lines.end() && *line <= block.last.row; ++line) {
            Row& row = table_.rows[static_cast<std::size_t>(line - table_.lines.begin())];
            cells_ += row.size() <= cell ? cell + 1 - row.size() : 1;
            size_ += text.size();
            if (cells_ > workbook_limits::cells) return limit("table.too-many-cells", workbook_limits::cells);
            if (size_ > table_limits::bytes) return limit("table.too-large", table_limits::bytes);
            if (row.size() <= cell) row.resize(cell + 1);
            if (!row[cell].empty()) continue; // it has a text of its own
            row[cell] = text;
            table_.merged.push_back({*line, cell, block.first.row});
        }
        return done();
    }

    XmlReader xml_;
    std::string_view part_;
    const SheetContents& contents_;
    Table table_;
    std::size_t line_ = 0;
    std::size_t column_ = 0;
    Row row_;
    std::size_t cells_ = 0;
    std::size_t size_ = 0;
    std::vector<Block> blocks_;
};

} // namespace

Result<std::string> read_rich_text(XmlReader& xml) {
    const std::size_t depth = xml.depth();
    std::size_t reading = 0; // depth of the open pronunciation
    bool is_text = false;
    std::string text;
    while (true) {
        const Result<Event> event = xml.next();
        if (!event) return event.error();
        if (xml.depth() < depth) return without_escapes(text);
        if (event.value() == Event::Text) {
            if (is_text) text += xml.text();
            continue;
        }
        if (event.value() == Event::Start && xml.name() == "rPh" && reading == 0) reading = xml.depth();
        if (event.value() == Event::End && xml.depth() < reading) reading = 0;
        is_text = event.value() == Event::Start && xml.name() == "t" && reading == 0;
    }
}

Result<Table> read_sheet_table(std::string_view content, std::string_view part, const SheetContents& contents) {
    return SheetReader(content, part, contents).read();
}

} // namespace pli
