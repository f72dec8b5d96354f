#include "core/production/acts.hpp"

#include "core/identifiers/search_key.hpp"
#include "core/register/edits.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pli {

namespace {

/// Tools in force by the day on which they were granted and the day on which that was put in writing.
std::vector<Act> grants_of(const Person& person) {
    if (person.habilitation.state != Habilitation::State::Active) return {};
    std::map<std::pair<Date, std::optional<Date>>, std::vector<std::string>> tools;
    for (const auto& [tool, grant] : person.tools)
        if (is_in_force(grant)) tools[{grant.granted, grant.formalised}].push_back(tool);
    std::vector<Act> acts;
    acts.reserve(tools.size());
    for (auto& [days, names] : tools)
        acts.push_back({ActKind::Grant, person.id, days.first, std::move(names), days.second});
    return acts;
}

std::vector<Act> ends_of(const Person& person) {
    const Habilitation& habilitation = person.habilitation;
    if (habilitation.state == Habilitation::State::Active || !habilitation.day || person.tools.empty()) return {};
    return {{ActKind::Withdrawal, person.id, *habilitation.day, {}, habilitation.formalised}};
}

} // namespace

std::string Act::key() const {
    std::string key = person + "-" + iso_date(day);
    if (formalised) key += "-" + iso_date(*formalised);
    return key;
}

std::vector<Act> acts_of(const Register& habilitations, ActKind kind, bool again) {
    std::vector<std::pair<std::string, Act>> named;
    for (const Person& person : habilitations.persons) {
        const std::string name = search_key(person.identity.family_name + " " + person.identity.given_name);
        for (Act& act : kind == ActKind::Grant ? grants_of(person) : ends_of(person))
            if (again || !act.formalised) named.emplace_back(name, std::move(act));
    }
    std::stable_sort(named.begin(), named.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    std::vector<Act> acts;
    acts.reserve(named.size());
    for (auto& entry : named) acts.push_back(std::move(entry.second));
    return acts;
}

Result<Register> note_formalised(const Register& from, const std::vector<Act>& acts, const Date& today) {
    Register next = from;
    for (const Act& act : acts) {
        Result<Register> noted = act.kind == ActKind::Grant ? note_grants_formalised(next, act.person, act.tools, today)
                                                            : note_end_formalised(next, act.person, today);
        if (!noted) return noted.error();
        next = std::move(noted).value();
    }
    return next;
}

} // namespace pli
