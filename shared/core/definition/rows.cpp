#include "core/definition/rows.hpp"

#include <charconv>
#include <system_error>

namespace pli {

namespace {

/// What follows the row in `path`, with its dot: ".nom".
std::string_view after_row(std::string_view list_path, std::string_view path) {
    const auto dot = path.find('.', list_path.size() + 1);
    return dot == std::string_view::npos ? std::string_view() : path.substr(dot);
}

/// The list of the form in which `path` lies, of whatever row, or nullptr.
const Item* list_around(const Form& form, std::string_view path) {
    const Item* found = nullptr;
    for_each_item(form, [&](const Item& item) {
        if (item.control == Control::Rows && row_of(item.path, path)) found = &item;
    });
    return found;
}

/// A condition on an answer outside the list stays as it is.
void put_row(std::string& path, std::string_view list_path, std::size_t row) {
    const std::string written = std::string(list_path).append(".").append(any_row).append(".");
    if (path.starts_with(written)) path = row_path(list_path, row).append(after_row(list_path, path));
}

void put_row(Condition& condition, std::string_view list_path, std::size_t row) {
    put_row(condition.path, list_path, row);
    for (Condition& part : condition.parts) put_row(part, list_path, row);
}

void put_row(Item& item, std::string_view list_path, std::size_t row) {
    put_row(item.path, list_path, row);
    put_row(item.visible_when, list_path, row);
    for (Item& child : item.children) put_row(child, list_path, row);
}

} // namespace

std::string row_path(std::string_view list_path, std::size_t row) {
    return std::string(list_path).append(".").append(std::to_string(row));
}

std::string row_title(const Item& list, std::size_t row) { return list.row_label + " " + std::to_string(row + 1); }

std::optional<std::size_t> row_of(std::string_view list_path, std::string_view path) {
    if (path.size() <= list_path.size() + 1 || !path.starts_with(list_path) || path[list_path.size()] != '.')
        return std::nullopt;
    const std::string_view digits =
        path.substr(list_path.size() + 1, path.find('.', list_path.size() + 1) - (list_path.size() + 1));
    const bool canonical = digits == "0" || !digits.starts_with('0');
    std::size_t row = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), row);
    if (!canonical || failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return row < static_cast<std::size_t>(max_rows) ? std::optional(row) : std::nullopt;
}

std::string written_path(const Form& form, std::string_view path) {
    const Item* list = list_around(form, path);
    if (list == nullptr) return std::string(path);
    return std::string(list->path).append(".").append(any_row).append(after_row(list->path, path));
}

std::vector<Item> row_items(const Item& list, std::size_t row) {
    std::vector<Item> items = list.children;
    for (Item& item : items) put_row(item, list.path, row);
    return items;
}

std::optional<Item> item_at(const Form& form, std::string_view path) {
    const Item* item = find_item(form, path);
    if (item == nullptr) return std::nullopt;
    Item found = *item;
    if (const Item* list = list_around(form, path)) put_row(found, list->path, *row_of(list->path, path));
    return found;
}

Condition condition_at(const Form& form, const Condition& condition, std::string_view path) {
    Condition placed = condition;
    if (condition.op == Condition::Op::Always) return placed;
    if (const Item* list = list_around(form, path)) put_row(placed, list->path, *row_of(list->path, path));
    return placed;
}

std::optional<std::string> path_without_row(std::string_view list_path, std::size_t removed, std::string_view path) {
    const std::optional<std::size_t> row = row_of(list_path, path);
    if (row == removed) return std::nullopt;
    if (!row || *row < removed) return std::string(path);
    return row_path(list_path, *row - 1).append(after_row(list_path, path));
}

} // namespace pli
