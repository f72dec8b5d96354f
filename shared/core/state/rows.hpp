// The items that a form has for some answers: those of a list once for each of its rows.
#pragma once

#include "core/definition/rows.hpp"
#include "core/state/answers.hpp"

#include <cstddef>
#include <vector>

namespace pli {

/// Calls visit(item) for every item, hidden ones too, parents before children, in the form's order; those of a
/// list for each row, with the paths of that row. What lies in a row is gone after the call.
void for_each_item(const Form& form, const Answers& answers, const auto& visit) {
    const auto walk = [&](const auto& self, const std::vector<Item>& items) -> void {
        for (const Item& item : items) {
            visit(item);
            if (item.control != Control::Rows) {
                self(self, item.children);
                continue;
            }
            for (std::size_t row = 0; row < answers.row_count(item.path); ++row) self(self, row_items(item, row));
        }
    };
    for (const Step& step : form.steps) walk(walk, step.items);
}

} // namespace pli
