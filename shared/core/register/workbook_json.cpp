#include "core/register/workbook_json.hpp"

#include <algorithm>

namespace pli {

namespace {

std::vector<std::string> texts_of(const Json& list) {
    std::vector<std::string> texts;
    if (!list.is_array()) return texts;
    texts.reserve(list.size());
    for (const Json& each : list) {
        const auto* text = each.get_ptr<const std::string*>();
        texts.push_back(text == nullptr ? std::string() : *text);
    }
    return texts;
}

std::vector<std::size_t> numbers_of(const Json& list) {
    std::vector<std::size_t> numbers;
    if (!list.is_array()) return numbers;
    numbers.reserve(list.size());
    for (const Json& each : list) {
        const auto* number = each.get_ptr<const Json::number_unsigned_t*>();
        numbers.push_back(number == nullptr ? 0 : static_cast<std::size_t>(*number));
    }
    return numbers;
}

const Json& list_of(const Json& json, std::string_view key) {
    static const Json none = Json::array();
    const Json* list = member(json, key);
    return list != nullptr && list->is_array() ? *list : none;
}

} // namespace

Json workbook_to_json(const Workbook& workbook) {
    Json merged = Json::array();
    for (const MergedCell& each : workbook.table.merged)
        merged.push_back(Json::array({each.line, each.cell, each.first}));
    return {{"sheets", workbook.sheets},
            {"sheet", workbook.sheet},
            {"rows", workbook.table.rows},
            {"lines", workbook.table.lines},
            {"from1904", workbook.table.counts_from_1904},
            {"merged", std::move(merged)}};
}

Workbook workbook_from_json(const Json& json) {
    Workbook workbook;
    workbook.sheets = texts_of(list_of(json, "sheets"));
    workbook.sheet = static_cast<std::size_t>(std::max<std::int64_t>(int_member_or(json, "sheet", 0), 0));
    Table& table = workbook.table;
    table.lines = numbers_of(list_of(json, "lines"));
    for (const Json& row : list_of(json, "rows")) table.rows.push_back(texts_of(row));
    table.lines.resize(std::min(table.lines.size(), table.rows.size()));
    while (table.lines.size() < table.rows.size())
        table.lines.push_back(table.lines.empty() ? 1 : table.lines.back() + 1);
    table.counts_from_1904 = bool_member_or(json, "from1904", false);
    for (const Json& each : list_of(json, "merged")) {
        const std::vector<std::size_t> numbers = numbers_of(each);
        if (numbers.size() == 3) table.merged.push_back({numbers[0], numbers[1], numbers[2]});
    }
    return workbook;
}

} // namespace pli
