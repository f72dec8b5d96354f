// Tables of many rows: the page scrolls over all of them, the tree holds those around the window.
#include "semantics/ui.hpp"

#include <algorithm>
#include <charconv>

namespace pli::semantics {

namespace {

/// Three whole numbers parted by spaces: what the shell tells of a table.
struct Seen {
    int first = 0, count = 0, focused = -1;
};

std::optional<Seen> read_seen(std::string_view text) {
    Seen seen;
    const char* position = text.data();
    const char* const end = text.data() + text.size();
    for (int* number : {&seen.first, &seen.count, &seen.focused}) {
        if (position < end && *position == ' ') ++position;
        const auto read = std::from_chars(position, end, *number);
        if (read.ec != std::errc()) return std::nullopt;
        position = read.ptr;
    }
    constexpr int most_rows = 200; // no window shows more, and each costs elements
    if (seen.first < 0 || seen.count < 0 || seen.count > most_rows) return std::nullopt;
    return seen;
}

} // namespace

std::vector<std::size_t> TableWindow::rows(std::size_t total) const {
    const std::size_t from = std::min(first - std::min(first, count), total);
    const std::size_t to = std::min(first + 2 * count, total);
    std::vector<std::size_t> rows;
    if (focused && *focused < from) rows.push_back(*focused);
    for (std::size_t row = from; row < to; ++row) rows.push_back(row);
    if (focused && *focused >= to && *focused < total) rows.push_back(*focused);
    return rows;
}

bool Ui::begin_table(std::string_view key, std::string_view label, const Cells& columns, std::size_t total,
                     TableWindow& window) {
    const auto told = take(EventType::Window, key);
    const auto seen = told ? read_seen(*told) : std::nullopt;
    if (seen) {
        window.first = static_cast<std::size_t>(seen->first);
        window.count = static_cast<std::size_t>(seen->count);
        window.focused.reset();
        if (seen->focused >= 0) window.focused = static_cast<std::size_t>(seen->focused);
    }
    Node table = node(Role::Table, key, label);
    table.options = columns;
    table.value = std::to_string(total);
    begin(std::move(table));
    return seen.has_value();
}

bool Ui::table_row(std::string_view key, std::size_t index, const Cells& cells, std::string_view address) {
    const bool followed = take(EventType::Click, key).has_value();
    Node row = node(Role::TableRow, key, {});
    row.options = cells;
    row.value = address;
    row.hint = std::to_string(index);
    leaf(std::move(row));
    return followed;
}

void Ui::end_table() { end(); }

} // namespace pli::semantics
