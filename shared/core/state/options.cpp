#include "core/state/options.hpp"

#include <algorithm>

namespace pli {

namespace {

bool contains(const TickedOptions& ticked, std::string_view value) {
    return std::find(ticked.begin(), ticked.end(), value) != ticked.end();
}

bool any_free(const Item& item, const TickedOptions& ticked) {
    return std::any_of(ticked.begin(), ticked.end(), [&](const std::string& value) {
        const Option* option = find_option(item, value);
        return option != nullptr && !option->locked && !option->unavailable;
    });
}

/// Adds the option and, one after the other, those that it needs. A pack has no circle of needs: each option
/// needs an earlier one.
void add_with_needs(const Item& item, TickedOptions& ticked, std::string_view value) {
    for (const Option* option = find_option(item, value); option != nullptr; option = find_option(item, option->needs))
        ticked.push_back(option->value);
}

} // namespace

const Option* find_option(const Item& item, std::string_view value) {
    const auto found = std::find_if(item.options.begin(), item.options.end(),
                                    [&](const Option& option) { return option.value == value; });
    return found == item.options.end() ? nullptr : &*found;
}

TickedOptions settled_options(const Item& item, const TickedOptions& ticked) {
    const bool asked_for = std::any_of(ticked.begin(), ticked.end(), [&](const std::string& value) {
        const Option* option = find_option(item, value);
        return option != nullptr && !option->unavailable;
    });
    TickedOptions settled;
    bool own_wish = false; // something else than locked ones that go with it
    for (const Option& option : item.options) {
        const bool wanted = contains(ticked, option.value);
        if (option.unavailable || !(wanted || (option.locked && asked_for))) continue;
        if (!option.needs.empty() && !contains(settled, option.needs)) continue;
        settled.push_back(option.value);
        own_wish = own_wish || wanted;
    }
    return own_wish ? settled : TickedOptions();
}

TickedOptions options_after(const Item& item, const TickedOptions& ticked, std::string_view value, bool on) {
    TickedOptions changed = ticked;
    if (on) {
        add_with_needs(item, changed, value);
        return settled_options(item, changed);
    }
    std::erase(changed, value);
    changed = settled_options(item, changed);
    return any_free(item, changed) ? changed : TickedOptions();
}

bool is_held(const Item& item, const TickedOptions& ticked, const Option& option) {
    return option.locked && any_free(item, ticked);
}

} // namespace pli
