#include "ui/row_pages.hpp"

#include "core/definition/rows.hpp"
#include "ui/form_view.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace pli::ui {

namespace {

/// "Lignes 21 à 40 sur 132", as a person counts.
Params numbers(const RowPage& page, std::size_t count) {
    return {{"de", std::to_string(page.first + 1)}, {"a", std::to_string(page.end)}, {"total", std::to_string(count)}};
}

RowPage page_from(std::size_t first, std::size_t count) { return {first, std::min(first + rows_of_a_page, count)}; }

} // namespace

RowPage row_page(const Session& session, const Item& list) {
    const std::size_t count = session.answers.row_count(list.path);
    if (count <= most_rows_at_once) return {0, count};
    const auto found = session.first_rows.find(list.path);
    const std::size_t wanted = found == session.first_rows.end() ? 0 : found->second;
    const std::size_t last = (count - 1) / rows_of_a_page * rows_of_a_page;
    return page_from(std::min(wanted, last), count);
}

void show_row(Session& session, const Item& list, std::size_t row) {
    session.first_rows.insert_or_assign(list.path, row / rows_of_a_page * rows_of_a_page);
}

void show_row_of(Session& session, std::string_view path) {
    for (const Item* outer : chain_to(*session.form, path))
        if (const auto row = row_of(outer->path, path); row && outer->control == Control::Rows)
            show_row(session, *outer, *row);
}

void row_page_buttons(View& view, const Item& list) {
    const std::size_t count = view.session.answers.row_count(list.path);
    if (count <= most_rows_at_once) return;
    const std::string key = key_of(list) + "-page";
    const RowPage page = row_page(view.session, list);
    view.ui.text(key, view.say("lignes.page", numbers(page, count)), semantics::Emphasis::Strong);
    std::optional<std::size_t> wanted;
    if (page.first > 0) {
        const RowPage before = page_from(page.first - rows_of_a_page, count);
        if (view.ui.button(key + "-avant", view.say("lignes.avant", numbers(before, count)))) wanted = before.first;
    }
    if (page.end < count) {
        const RowPage after = page_from(page.end, count);
        if (view.ui.button(key + "-apres", view.say("lignes.apres", numbers(after, count)))) wanted = after.first;
    }
    if (!wanted) return;
    show_row(view.session, list, *wanted);
    view.session.notice = view.say("lignes.page", numbers(page_from(*wanted, count), count));
    const bool forward = *wanted > page.first;
    const bool more = forward ? page_from(*wanted, count).end < count : *wanted > 0;
    view.ui.focus(key + (forward == more ? "-apres" : "-avant"));
}

} // namespace pli::ui
