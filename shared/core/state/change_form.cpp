#include "core/state/change_form.hpp"

#include "core/definition/rows.hpp"
#include "core/state/options.hpp"

#include <algorithm>

namespace pli {

namespace {

using Items = std::vector<const Item*>;

void collect(const std::vector<Item>& items, Items& found) {
    for (const Item& item : items) {
        if (is_answer(item.control) || item.control == Control::Rows) found.push_back(&item);
        if (item.control != Control::Rows) collect(item.children, found);
    }
}

/// The answers and lists of the steps where one types.
Items typed_items(const Form& form) {
    Items found;
    for (const Step& step : form.steps)
        if (step.stage == Stage::Saisie) collect(step.items, found);
    return found;
}

bool offers_all(const Item& item, const TickedOptions& values) {
    return std::all_of(values.begin(), values.end(),
                       [&](const std::string& value) { return find_option(item, value) != nullptr; });
}

/// Whether `target` can take the answer that `item` has.
bool can_take(const Item& target, const Item& item, const Answers& answers) {
    if (target.path != item.path || target.control != item.control || target.kind != item.kind) return false;
    if (target.receiver_only) return false;
    if (item.control == Control::Choice || item.control == Control::YesNo)
        return offers_all(target, {answers.text(item.path)});
    if (item.control != Control::Multi) return true;
    const TickedOptions& ticked = answers.list(item.path);
    return settled_options(target, ticked).size() == ticked.size();
}

/// A day that both forms fill in by themselves.
bool starts_again(const Form& to, const Item& item) {
    const Item* target = item.today ? find_item(to, item.path) : nullptr;
    return target != nullptr && target->today;
}

/// Takes one answer over, if an item of `targets` can have it.
void keep_answer(const Item& item, const Answers& answers, const Items& targets, Answers& kept) {
    const auto found = answers.all().find(item.path);
    if (found == answers.all().end()) return;
    const bool taken = std::any_of(targets.begin(), targets.end(),
                                   [&](const Item* target) { return can_take(*target, item, answers); });
    if (taken) kept.set(item.path, found->second);
}

void keep_row(const Item& list, const Item& target, std::size_t row, const Answers& answers, Answers& kept) {
    const std::vector<Item> items = row_items(list, row);
    const std::vector<Item> wanted = row_items(target, row);
    Items sources;
    Items targets;
    collect(items, sources);
    collect(wanted, targets);
    for (const Item* item : sources) keep_answer(*item, answers, targets, kept);
}

/// Takes the rows of a list over, if `targets` has it too: without any answer in common, none.
void keep_rows(const Item& list, const Answers& answers, const Items& targets, Answers& kept) {
    const auto same = std::find_if(targets.begin(), targets.end(), [&](const Item* target) {
        return target->control == Control::Rows && target->path == list.path && !target->receiver_only;
    });
    if (same == targets.end()) return;
    const std::size_t rows = std::min(answers.row_count(list.path), static_cast<std::size_t>((*same)->max));
    const std::size_t answered = kept.all().size();
    kept.set_row_count(list.path, rows);
    for (std::size_t row = 0; row < rows; ++row) keep_row(list, **same, row, answers, kept);
    if (kept.all().size() == answered) kept.set_row_count(list.path, 0);
}

/// Whether the list comes along with all its rows and all that is answered and shown in them.
bool keeps_all_rows(const Form& from, const Item& list, const Answers& answers, const Form& to, const Answers& kept) {
    const std::size_t rows = answers.row_count(list.path);
    if (kept.row_count(list.path) != rows) return false;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::vector<Item> items = row_items(list, row);
        Items asked;
        collect(items, asked);
        const bool whole = std::all_of(asked.begin(), asked.end(), [&](const Item* item) {
            return !is_answered(answers, *item) || kept.has(item->path) || starts_again(to, *item) ||
                   !is_visible(from, answers, item->path);
        });
        if (!whole) return false;
    }
    return true;
}

} // namespace

Answers kept_answers(const Form& from, const Answers& answers, const Form& to) {
    const Items targets = typed_items(to);
    Answers kept;
    for (const Item* item : typed_items(from)) {
        if (item->control == Control::Rows)
            keep_rows(*item, answers, targets, kept);
        else
            keep_answer(*item, answers, targets, kept);
    }
    return kept;
}

std::vector<const Item*> lost_answers(const Form& from, const Answers& answers, const Form& to) {
    const Answers kept = kept_answers(from, answers, to);
    Items lost;
    for_each_item(from, [&](const Item& item) {
        const bool list = item.control == Control::Rows;
        const bool asked = is_answer(item.control) || list;
        const bool answered = asked && is_answered(answers, item) && !starts_again(to, item);
        if (!answered || !is_visible(from, answers, item.path)) return;
        const bool whole = list ? keeps_all_rows(from, item, answers, to, kept) : kept.has(item.path);
        if (!whole) lost.push_back(&item);
    });
    return lost;
}

} // namespace pli
