// Long lists are shown in pages of rows.
#pragma once

#include "ui/view.hpp"

#include <cstddef>
#include <string_view>

namespace pli::ui {

inline constexpr std::size_t most_rows_at_once = 25; ///< of a list that needs no pages
inline constexpr std::size_t rows_of_a_page = 20;

/// The rows that are shown: from `first` up to, but without, `end`.
struct RowPage {
    std::size_t first = 0;
    std::size_t end = 0;
};
RowPage row_page(const Session& session, const Item& list);

/// Turns to the page with this row.
void show_row(Session& session, const Item& list, std::size_t row);

/// The same for the answer at `path`, if it lies in a row.
void show_row_of(Session& session, std::string_view path);

/// Which rows are shown, and buttons to the page before and the one after. Nothing for a list without pages.
void row_page_buttons(View& view, const Item& list);

} // namespace pli::ui
