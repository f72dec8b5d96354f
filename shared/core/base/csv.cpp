#include "core/base/csv.hpp"

namespace pli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view computed = "=+-@\t\r";
constexpr char quotation_mark = '"';

std::string quoted(const std::string& cell) {
    std::string text(1, quotation_mark);
    for (const char c : cell) {
        if (c == quotation_mark) text += quotation_mark;
        text += c;
    }
    return text + quotation_mark;
}

std::string written_cell(const std::string& cell) {
    std::string text = is_formula(cell) ? "'" + cell : cell;
    return text.find_first_of(";\"\r\n\t,") == std::string::npos ? text : quoted(text);
}

} // namespace

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string text(byte_order_mark);
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ';';
            text += written_cell(row[i]);
        }
        text += "\r\n";
    }
    return text;
}

bool is_formula(std::string_view cell) {
    return !cell.empty() && computed.find(cell.front()) != std::string_view::npos;
}

} // namespace pli
