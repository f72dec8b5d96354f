#include "core/definition/register_names.hpp"
#include "core/register/register_file.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;

std::string key(std::string_view name) { return std::string(name); }

Json attachment_to_json(const UserIdentity& identity) {
    Json json = {{key(names::status), name_of(identity.works_for)}};
    if (!identity.structure.empty()) json[key(names::structure)] = identity.structure;
    return json;
}

Json tools_to_json(const Person& person) {
    Json json = Json::object();
    for (const auto& [tool, grant] : person.tools) {
        Json& entry = json[tool];
        entry[key(names::granted)] = iso_date(grant.granted);
        if (grant.withdrawn) entry[key(names::withdrawn)] = iso_date(*grant.withdrawn);
        if (grant.formalised) entry[key(names::formalised)] = iso_date(*grant.formalised);
    }
    return json;
}

Json habilitation_to_json(const Habilitation& habilitation) {
    Json json = {{key(names::kind), name_of(habilitation.state)}};
    if (habilitation.reason) json[key(names::reason)] = name_of(*habilitation.reason);
    if (habilitation.day) json[key(names::day)] = iso_date(*habilitation.day);
    if (habilitation.formalised) json[key(names::formalised)] = iso_date(*habilitation.formalised);
    return json;
}

/// Whether something of the person is noted that the first version of the format does not know.
bool needs_second_format(const Person& person) {
    return person.habilitation.formalised ||
           std::any_of(person.tools.begin(), person.tools.end(),
                       [](const auto& tool) { return tool.second.formalised.has_value(); });
}

} // namespace

Json person_to_json(const Person& person) {
    const UserIdentity& identity = person.identity;
    Json json = {
        {key(names::id), person.id},
        {key(names::family_name), identity.family_name},
        {key(names::given_name), identity.given_name},
        {key(names::birth), iso_date(identity.birth)},
        {key(names::mail), identity.mail},
        {key(names::region), identity.region},
        {key(names::manager), identity.manager},
        {key(names::attachment), attachment_to_json(identity)},
    };
    if (!person.tools.empty()) json[key(names::tools)] = tools_to_json(person);
    if (person.last_use) json[key(names::last_use)] = iso_date(*person.last_use);
    if (person.absent) json[key(names::absent)] = iso_date(*person.absent);
    if (person.ending)
        json[key(names::ending)] = {{key(names::reason), name_of(person.ending->reason)},
                                    {key(names::day), iso_date(person.ending->day)}};
    if (person.habilitation != Habilitation{}) json[key(names::state)] = habilitation_to_json(person.habilitation);
    return json;
}

std::string_view format_of(const Register& habilitations) {
    const auto& persons = habilitations.persons;
    const bool second =
        !habilitations.territory.empty() || std::any_of(persons.begin(), persons.end(), needs_second_format);
    return second ? register_format : first_register_format;
}

Result<std::string> write_register(const Register& habilitations) {
    Json persons = Json::array();
    for (const Person& person : habilitations.persons) persons.push_back(person_to_json(person));
    Json json = {
        {key(names::format), format_of(habilitations)},
        {key(names::register_itself),
         {{key(names::id), habilitations.id},
          {key(names::version), habilitations.version},
          {key(names::saved), iso_date(habilitations.saved)},
          {key(names::ancestors), habilitations.ancestors}}},
        {key(names::organisation),
         {{key(names::family_name), habilitations.organisation}, {key(names::safir), habilitations.safir}}},
        {key(names::persons), std::move(persons)},
    };
    if (!habilitations.territory.empty())
        json[key(names::register_itself)][key(names::territory)] = habilitations.territory;
    if (!habilitations.erased.empty()) json[key(names::erased)] = habilitations.erased;
    return canonical_json(json);
}

} // namespace pli
