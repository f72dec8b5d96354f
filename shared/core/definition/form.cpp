#include "core/definition/form.hpp"

#include "core/definition/rows.hpp"
#include <algorithm>

namespace pli {

namespace {

/// Extends `chain` down to the item with this path, or leaves it as it was.
bool descend(const std::vector<Item>& items, std::string_view path, std::vector<const Item*>& chain) {
    for (const Item& item : items) {
        chain.push_back(&item);
        if (item.path == path || descend(item.children, path, chain)) return true;
        chain.pop_back();
    }
    return false;
}

std::vector<const Item*> chain_to_written(const Form& form, std::string_view path) {
    std::vector<const Item*> chain;
    for (const Step& step : form.steps)
        if (descend(step.items, path, chain)) break;
    return chain;
}

} // namespace

const Form* find_form(const Pack& pack, std::string_view id) {
    for (const Form& form : pack.forms)
        if (form.id == id) return &form;
    return nullptr;
}

const Assistant* find_assistant(const Pack& pack, std::string_view form_id) {
    for (const Assistant& assistant : pack.assistants)
        for (const Outcome& outcome : assistant.outcomes)
            if (outcome.form == form_id) return &assistant;
    return nullptr;
}

const Territory* find_territory(const Pack& pack, std::string_view id) {
    for (const Territory& territory : pack.territories)
        if (territory.id == id) return &territory;
    return nullptr;
}

RegisterWording register_wording_of(const Pack& pack, const Territory* territory) {
    RegisterWording wording = pack.register_wording;
    if (territory == nullptr || territory->tools.empty()) return wording;
    std::erase_if(wording.tools, [&](const RegisterWord& tool) {
        return std::find(territory->tools.begin(), territory->tools.end(), tool.value) == territory->tools.end();
    });
    return wording;
}

const Calendar* find_calendar(const Pack& pack, std::string_view id) {
    for (const Calendar& calendar : pack.calendars)
        if (calendar.id == id) return &calendar;
    return nullptr;
}

bool offers(const Territory& territory, std::string_view form) {
    const auto among = [form](const std::vector<std::string>& forms) {
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    return among(territory.replies) || std::any_of(territory.families.begin(), territory.families.end(),
                                                   [&among](const Family& family) { return among(family.forms); });
}

const Territory* territory_for(const Pack& pack, std::string_view form, const Territory* wanted) {
    if (wanted != nullptr && offers(*wanted, form)) return wanted;
    for (const Territory& territory : pack.territories)
        if (offers(territory, form)) return &territory;
    return nullptr;
}

const Item* find_item(const Form& form, std::string_view path) {
    const std::vector<const Item*> chain = chain_to(form, path);
    return chain.empty() ? nullptr : chain.back();
}

std::vector<const Item*> chain_to(const Form& form, std::string_view path) {
    std::vector<const Item*> chain = chain_to_written(form, path);
    return chain.empty() ? chain_to_written(form, written_path(form, path)) : chain;
}

const Item* structure_of(const Form& form, std::string_view role) {
    const auto found = form.sender_structures.find(std::string(role));
    return found == form.sender_structures.end() ? nullptr : find_item(form, found->second);
}

bool is_answer(Control control) {
    return control != Control::Group && control != Control::Composite && control != Control::Rows &&
           control != Control::Notice;
}

} // namespace pli
