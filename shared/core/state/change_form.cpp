#include "core/state/change_form.hpp"

#include "core/state/options.hpp"

#include <algorithm>

namespace pli {

namespace {

using Items = std::vector<const Item*>;

void collect(const std::vector<Item>& items, Items& found) {
    for (const Item& item : items) {
        if (is_answer(item.control)) found.push_back(&item);
        collect(item.children, found);
    }
}

/// The answers of the steps where one types.
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

} // namespace

Answers kept_answers(const Form& from, const Answers& answers, const Form& to) {
    const Items targets = typed_items(to);
    Answers kept;
    for (const Item* item : typed_items(from)) {
        const auto found = answers.all().find(item->path);
        if (found == answers.all().end()) continue;
        const bool taken = std::any_of(targets.begin(), targets.end(),
                                       [&](const Item* target) { return can_take(*target, *item, answers); });
        if (taken) kept.set(item->path, found->second);
    }
    return kept;
}

std::vector<const Item*> lost_answers(const Form& from, const Answers& answers, const Form& to) {
    const Answers kept = kept_answers(from, answers, to);
    Items lost;
    for_each_item(from, [&](const Item& item) {
        const bool asked = is_answer(item.control) || item.control == Control::Rows;
        const bool answered = asked && is_answered(answers, item) && !starts_again(to, item);
        if (answered && !kept.has(item.path) && is_visible(from, answers, item.path)) lost.push_back(&item);
    });
    return lost;
}

} // namespace pli
