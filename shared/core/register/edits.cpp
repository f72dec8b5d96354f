#include "core/register/edits.hpp"

#include "core/definition/formats.hpp"
#include "core/definition/register_names.hpp"
#include "core/register/faults.hpp"
#include "core/register/rules.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;

bool before(const Person& person, std::string_view id) { return person.id < id; }

/// The register with one person changed by `change`, which says what is wrong with it.
template <class Change>
Result<Register> changed(const Register& from, std::string_view id, const Date& today, const Change& change) {
    Register next = from;
    const auto person = std::lower_bound(next.persons.begin(), next.persons.end(), id, before);
    if (person == next.persons.end() || person->id != id) return Error{"register.unknown-person", "", {}};
    const Status status = change(*person);
    if (!status) return status.error();
    const std::vector<Error> faults = check_days(*person, today);
    if (!faults.empty()) return faults.front();
    return next;
}

Error wrong_state() { return {"habilitation.state", std::string(names::state), {}}; }

void withdraw_all(Person& person, const Date& day) {
    for (auto& [tool, grant] : person.tools)
        if (is_in_force(grant)) grant.withdrawn = std::max(day, grant.granted);
}

} // namespace

Result<Register> new_register(std::string_view id, std::string_view organisation, std::string_view safir,
                              const Date& today) {
    if (!is_hex(id, 32)) return bad_value(names::id);
    const std::vector<Error> faults = check_organisation(organisation, safir);
    if (!faults.empty()) return faults.front();
    Register made;
    made.id = id;
    made.saved = today;
    made.organisation = register_text("organisation", organisation).value();
    made.safir = register_text("safir", safir).value();
    return made;
}

Result<Register> add_person(const Register& from, std::string_view id, const UserIdentity& identity,
                            const Date& today) {
    if (!is_free_id(from, id)) return bad_value(names::id);
    if (from.persons.size() >= register_limits::persons) return too_many(names::persons, register_limits::persons);
    const IdentityCheck check = check_identity(entry_of(identity), today);
    if (!check.faults.empty()) return check.faults.front();
    Register next = from;
    Person person;
    person.id = id;
    person.identity = check.identity;
    next.persons.insert(std::lower_bound(next.persons.begin(), next.persons.end(), id, before), std::move(person));
    return next;
}

Result<Register> correct_person(const Register& from, std::string_view id, const UserIdentity& identity,
                                const Date& today) {
    const IdentityCheck check = check_identity(entry_of(identity), today);
    if (!check.faults.empty()) return check.faults.front();
    return changed(from, id, today, [&](Person& person) -> Status {
        person.identity = check.identity;
        return done();
    });
}

Result<Register> grant_tool(const Register& from, std::string_view id, std::string_view tool, const Date& day,
                            const Date& today) {
    if (!is_name(tool)) return bad_value(names::tools);
    return changed(from, id, today, [&](Person& person) -> Status {
        if (person.habilitation.state == Habilitation::State::Removed)
            return Error{"habilitation.removed", std::string(names::tools), {}};
        const auto [entry, is_new] = person.tools.try_emplace(std::string(tool), Grant{day, std::nullopt});
        if (!is_new && is_in_force(entry->second)) return Error{"habilitation.granted", std::string(names::tools), {}};
        if (person.tools.size() > register_limits::tools) return bad_value(names::tools);
        entry->second = {day, std::nullopt};
        return done();
    });
}

Result<Register> withdraw_tool(const Register& from, std::string_view id, std::string_view tool, const Date& day,
                               const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        const auto found = person.tools.find(tool);
        if (found == person.tools.end() || !is_in_force(found->second))
            return Error{"habilitation.not-granted", std::string(names::tools), {}};
        found->second.withdrawn = day;
        return done();
    });
}

Result<Register> record_use(const Register& from, std::string_view id, const Date& day, const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        person.last_use = person.last_use ? std::max(*person.last_use, day) : day;
        return done();
    });
}

Result<Register> record_absence(const Register& from, std::string_view id, const std::optional<Date>& since,
                                const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        person.absent = since;
        return done();
    });
}

Result<Register> record_ending(const Register& from, std::string_view id, const std::optional<Ending>& ending,
                               const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        person.ending = ending;
        return done();
    });
}

Result<Register> suspend(const Register& from, std::string_view id, const Date& day, const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        if (person.habilitation.state != Habilitation::State::Active) return wrong_state();
        person.habilitation = {Habilitation::State::Suspended, Reason::Inactivity, day};
        return done();
    });
}

Result<Register> reactivate(const Register& from, std::string_view id, const Date& day, const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        if (person.habilitation.state != Habilitation::State::Suspended) return wrong_state();
        person.habilitation = {Habilitation::State::Active, std::nullopt, day};
        return done();
    });
}

Result<Register> remove_habilitation(const Register& from, std::string_view id, Reason reason, const Date& day,
                                     const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        if (person.habilitation.state == Habilitation::State::Removed) return wrong_state();
        person.habilitation = {Habilitation::State::Removed, reason, day};
        withdraw_all(person, day);
        return done();
    });
}

Result<Register> note_grants_formalised(const Register& from, std::string_view id,
                                        const std::vector<std::string>& tools, const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        for (const std::string& tool : tools) {
            const auto found = person.tools.find(tool);
            if (found == person.tools.end()) return Error{"habilitation.not-granted", std::string(names::tools), {}};
            found->second.formalised = today;
        }
        return done();
    });
}

Result<Register> note_end_formalised(const Register& from, std::string_view id, const Date& today) {
    return changed(from, id, today, [&](Person& person) -> Status {
        if (person.habilitation.state == Habilitation::State::Active) return wrong_state();
        person.habilitation.formalised = today;
        return done();
    });
}

Result<Register> set_territory(const Register& from, std::string_view territory) {
    if (!is_name(territory)) return bad_value(names::territory);
    Register next = from;
    next.territory = territory;
    return next;
}

Result<Register> erase_person(const Register& from, std::string_view id) {
    Register next = from;
    const auto person = std::lower_bound(next.persons.begin(), next.persons.end(), id, before);
    if (person == next.persons.end() || person->id != id) return Error{"register.unknown-person", "", {}};
    next.persons.erase(person);
    next.erased.insert(std::lower_bound(next.erased.begin(), next.erased.end(), id), std::string(id));
    return next;
}

} // namespace pli
