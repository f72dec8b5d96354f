#include "core/register/table.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace pli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr char quotation_mark = '"';

/// What windows-1252 has between 0x80 and 0x9F; zero where it has nothing.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Error limit(std::string_view code, std::size_t max) { return {std::string(code), "", {{"max", std::to_string(max)}}}; }

/// The file as UTF-8, or nothing when it has bytes that windows-1252 does not know.
std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        char32_t c = static_cast<std::uint8_t>(byte);
        if (c >= 0x80 && c < 0xA0) {
            c = windows_1252[c - 0x80];
            if (c == 0) return std::nullopt;
        }
        append_utf8(text, c);
    }
    return text;
}

/// Why a workbook is no table: an archive (XLSX, ODS), or the older container, in which XLSX with a password hides too.
std::optional<Error> workbook(std::string_view bytes) {
    constexpr std::string_view locked("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    if (bytes.starts_with("PK\x03\x04")) return Error{"table.workbook", "", {}};
    if (!bytes.starts_with("\xD0\xCF\x11\xE0")) return std::nullopt;
    const bool is_locked = bytes.find(locked) != std::string_view::npos;
    return Error{is_locked ? "table.encrypted" : "table.workbook", "", {}};
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

/// The separator that the first rows hold most; quoted text does not count. A row counts for a few separators at most,
/// as titles above the headers and lists within a cell hold other ones.
char separator_of(std::string_view text) {
    constexpr std::array<char, 3> separators{';', ',', '\t'}; // of equal ones, the first
    constexpr std::size_t rows = 20, most_of_a_row = 5;
    std::array<std::size_t, 3> counts{}, in_row{};
    const auto end_row = [&] {
        for (std::size_t i = 0; i < separators.size(); ++i) counts[i] += std::min(in_row[i], most_of_a_row);
        in_row = {};
    };
    bool quoted = false;
    std::size_t seen = 0;
    for (const char c : text) {
        if (c == quotation_mark) quoted = !quoted;
        if (quoted) continue;
        if ((c == '\n' || c == '\r') && in_row != std::array<std::size_t, 3>{}) {
            end_row();
            if (++seen == rows) break;
        }
        for (std::size_t i = 0; i < separators.size(); ++i)
            if (c == separators[i]) ++in_row[i];
    }
    end_row();
    return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// The separator of a first line "sep=;", which some spreadsheets write; takes that line away.
std::optional<char> take_separator_line(std::string_view& text) {
    if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
    const char separator = text[4];
    if (separator != ';' && separator != ',' && separator != '\t') return std::nullopt;
    if (text[5] != '\n' && text[5] != '\r') return std::nullopt;
    text.remove_prefix(text.substr(5).starts_with("\r\n") ? 7 : 6);
    return separator;
}

/// Parts a text into rows of cells, in one walk.
class CsvReader {
  public:
    CsvReader(std::string_view text, char separator, std::size_t first_line) : text_(text), line_(first_line) {
        table_.separator = separator;
    }

    Result<Table> read() {
        while (position_ < text_.size()) {
            table_.lines.push_back(line_);
            if (Status row = read_row(); !row) return row.error();
            if (table_.rows.size() > table_limits::rows + 1) return limit("table.too-many-rows", table_limits::rows);
        }
        return std::move(table_);
    }

  private:
    Status read_row() {
        Row row;
        while (true) {
            Result<std::string> cell = starts_quoted() ? read_quoted() : read_plain();
            if (!cell) return cell.error();
            if (row.size() == table_limits::columns) return limit("table.too-many-columns", table_limits::columns);
            row.push_back(std::move(cell).value());
            if (position_ == text_.size()) break;
            if (text_[position_] != table_.separator) {
                end_line();
                break;
            }
            ++position_;
        }
        table_.rows.push_back(std::move(row));
        return done();
    }

    [[nodiscard]] bool starts_quoted() const { return position_ < text_.size() && text_[position_] == quotation_mark; }

    [[nodiscard]] bool ends_cell(char c) const { return c == table_.separator || c == '\n' || c == '\r'; }

    Result<std::string> read_plain() {
        const std::size_t start = position_;
        while (position_ < text_.size() && !ends_cell(text_[position_])) ++position_;
        return std::string(text_.substr(start, position_ - start));
    }

    Result<std::string> read_quoted() {
        const std::size_t first_line = line_;
        std::string cell;
        ++position_;
        while (position_ < text_.size()) {
            const char c = text_[position_++];
            if (c != quotation_mark) {
                if (c == '\n') ++line_;
                cell += c;
            } else if (starts_quoted()) { // a doubled mark stands for one
                cell += c;
                ++position_;
            } else if (position_ == text_.size() || ends_cell(text_[position_])) {
                return cell;
            } else {
                break;
            }
        }
        return Error{"table.quote", "line " + std::to_string(first_line), {{"line", std::to_string(first_line)}}};
    }

    void end_line() {
        const bool both = text_.substr(position_).starts_with("\r\n");
        position_ += both ? 2 : 1;
        ++line_;
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t line_;
    Table table_;
};

} // namespace

Result<Table> read_csv(ByteView file) {
    std::string_view bytes = text_of(file);
    if (bytes.size() > table_limits::bytes) return limit("table.too-large", table_limits::bytes);
    if (auto other = workbook(bytes)) return std::move(*other);
    if (is_utf16(bytes) || bytes.find('\0') != std::string_view::npos) return Error{"table.encoding", "", {}};
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());

    std::string decoded;
    const bool is_utf8 = !first_invalid_utf8(bytes);
    if (!is_utf8) {
        auto text = from_windows_1252(bytes);
        if (!text) return Error{"table.encoding", "", {}};
        decoded = std::move(*text);
    }
    std::string_view text = is_utf8 ? bytes : std::string_view(decoded);
    const auto named = take_separator_line(text);
    if (text.find_first_not_of(" \t\r\n;,\"") == std::string_view::npos) return Error{"table.empty", "", {}};
    Result<Table> table = CsvReader(text, named ? *named : separator_of(text), named ? 2 : 1).read();
    if (table && !is_utf8) table.value().encoding = TableEncoding::Windows1252;
    return table;
}

std::string read_cell(std::string_view cell) {
    std::string text = fold_spaces(cell);
    if (text.size() > 1 && text[0] == '\'' && is_formula(std::string_view(text).substr(1))) text.erase(0, 1);
    return text;
}

} // namespace pli
