// Lists of rows. A pack writes the items of a list once; their paths have "#" where the row stands
// ("utilisateurs.#.nom"). The answers of row n, from 0, have its number there ("utilisateurs.0.nom").
#pragma once

#include "core/definition/form.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Stands for the row in the paths of a list's items.
inline constexpr std::string_view any_row = "#";

/// "utilisateurs.0": what the paths of a row's answers begin with, before a dot.
std::string row_path(std::string_view list_path, std::size_t row);

/// "Utilisateur 1" for row 0.
std::string row_title(const Item& list, std::size_t row);

/// The row in which `path` lies: 3 for "utilisateurs.3.nom" in the list "utilisateurs". Nothing when it lies
/// elsewhere, or its number is not written as row_path writes it, or not below max_rows.
std::optional<std::size_t> row_of(std::string_view list_path, std::string_view path);

/// The path of all rows ("utilisateurs.#.nom") for that of one ("utilisateurs.3.nom"); others as they are.
std::string written_path(const Form& form, std::string_view path);

/// The items of one row: those of the list, with the paths and conditions of that row.
std::vector<Item> row_items(const Item& list, std::size_t row);

/// The item with the paths and conditions that it has at `path`, which may be one of a row. Nothing when there is none.
std::optional<Item> item_at(const Form& form, std::string_view path);

/// A condition of the item at `path`, which may lie in a row: on the answers of that row.
Condition condition_at(const Form& form, const Condition& condition, std::string_view path);

/// The path after row `removed` was taken out of the list, and the rows below it moved up; nothing when it lay in
/// that row.
std::optional<std::string> path_without_row(std::string_view list_path, std::size_t removed, std::string_view path);

} // namespace pli
