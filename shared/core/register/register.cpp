#include "core/register/register.hpp"

#include "core/definition/formats.hpp"
#include "core/definition/register_names.hpp"

#include <algorithm>
#include <span>

namespace pli {

namespace {

/// The value whose place among `names` is the name's.
template <class Value> std::optional<Value> named(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

} // namespace

const Person* find_person(const Register& habilitations, std::string_view id) {
    const auto& persons = habilitations.persons;
    const auto found = std::lower_bound(persons.begin(), persons.end(), id,
                                        [](const Person& person, std::string_view other) { return person.id < other; });
    return found != persons.end() && found->id == id ? &*found : nullptr;
}

bool is_free_id(const Register& habilitations, std::string_view id) {
    const auto& erased = habilitations.erased;
    return is_hex(id, 32) && find_person(habilitations, id) == nullptr &&
           !std::binary_search(erased.begin(), erased.end(), id);
}

bool is_in_force(const Grant& grant) { return !grant.withdrawn.has_value(); }

bool has_access(const Person& person) {
    return person.habilitation.state != Habilitation::State::Removed &&
           std::any_of(person.tools.begin(), person.tools.end(),
                       [](const auto& tool) { return is_in_force(tool.second); });
}

std::string_view name_of(WorksFor value) { return register_names::statuses[static_cast<std::size_t>(value)]; }
std::string_view name_of(Reason value) { return register_names::reasons[static_cast<std::size_t>(value)]; }
std::string_view name_of(Habilitation::State value) { return register_names::states[static_cast<std::size_t>(value)]; }

std::optional<WorksFor> works_for_named(std::string_view name) {
    return named<WorksFor>(register_names::statuses, name);
}

std::optional<Reason> reason_named(std::string_view name) { return named<Reason>(register_names::reasons, name); }

std::optional<Habilitation::State> state_named(std::string_view name) {
    return named<Habilitation::State>(register_names::states, name);
}

} // namespace pli
