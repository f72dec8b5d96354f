#include "core/register/yearly_list.hpp"

#include "core/definition/register_names.hpp"
#include "core/register/lineage.hpp"
#include "core/register/listing.hpp"

#include <algorithm>
#include <optional>

namespace pli {

namespace {

namespace names = register_names;

void append(std::string& list, std::string_view part, std::string_view separator) {
    if (!list.empty()) list += separator;
    list += part;
}

std::string tools_text(const Person& person, const RegisterWording& wording) {
    std::string text;
    for (const auto& [tool, grant] : person.tools)
        if (is_in_force(grant)) append(text, label_of(wording.tools, tool), ", ");
    return text;
}

std::string first_grant(const Person& person) {
    std::optional<Date> first;
    for (const auto& [tool, grant] : person.tools)
        if (is_in_force(grant)) first = first ? std::min(*first, grant.granted) : grant.granted;
    return first ? french_date(*first) : std::string();
}

std::string findings_text(const std::vector<Finding>& findings, const FindingSentence& sentence) {
    std::string text;
    for (const Finding& finding : findings) append(text, sentence(finding), " ");
    return text;
}

} // namespace

std::vector<Row> yearly_list(const Register& habilitations, const RegisterWording& wording, const Date& today,
                             const FindingSentence& sentence) {
    std::vector<Row> rows{Row{}};
    for (const RegisterColumn& column : wording.columns) rows.front().push_back(column.label);
    const Listing listing(habilitations, today);
    for (const std::size_t index : listing.find(habilitations, {})) {
        const Person& person = habilitations.persons[index];
        Row row;
        for (const RegisterColumn& column : wording.columns) {
            if (column.name == names::status) {
                row.push_back(label_of(wording.statuses, name_of(person.identity.works_for)));
            } else if (column.name == names::structure) {
                row.push_back(person.identity.structure);
            } else if (column.name == names::tools) {
                row.push_back(tools_text(person, wording));
            } else if (column.name == names::granted) {
                row.push_back(first_grant(person));
            } else if (column.name == names::state) {
                row.push_back(label_of(wording.states, name_of(person.habilitation.state)));
            } else if (column.name == names::reason) {
                const auto& reason = person.habilitation.reason;
                row.push_back(reason ? label_of(wording.reasons, name_of(*reason)) : std::string());
            } else if (column.name == names::findings) {
                row.push_back(findings_text(listing.findings_of(index), sentence));
            } else {
                row.push_back(field_text(person, column.name, "", wording));
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace pli
