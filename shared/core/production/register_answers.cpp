#include "core/production/register_answers.hpp"

#include "core/definition/register_names.hpp"
#include "core/definition/rows.hpp"
#include "core/register/listing.hpp"
#include "core/state/options.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;
using Texts = std::vector<std::string>;

bool has(const Texts& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_of_register(const RegisterAnswer& answer) {
    return answer.column == names::organisation || answer.column == names::safir;
}

/// What is said of one person: of these tools, granted on this day.
struct Subject {
    const Person& person;
    Texts tools;
    std::optional<Date> granted;
    Texts findings; ///< names, without "finding."
};

std::string day_text(const std::optional<Date>& day) { return day ? french_date(*day) : std::string(); }

std::string text_of(const Subject& subject, std::string_view column) {
    const Person& person = subject.person;
    const UserIdentity& identity = person.identity;
    if (column == names::family_name) return identity.family_name;
    if (column == names::given_name) return identity.given_name;
    if (column == names::birth) return french_date(identity.birth);
    if (column == names::mail) return identity.mail;
    if (column == names::region) return identity.region;
    if (column == names::manager) return std::string(names::yes_no[identity.manager ? 0 : 1]);
    if (column == names::status) return std::string(name_of(identity.works_for));
    if (column == names::structure) return identity.structure;
    if (column == names::granted) return day_text(subject.granted);
    if (column == names::last_use) return day_text(person.last_use);
    if (column == names::state) return std::string(name_of(person.habilitation.state));
    if (column == names::reason)
        return person.habilitation.reason ? std::string(name_of(*person.habilitation.reason)) : std::string();
    if (column == names::day) return day_text(person.habilitation.day);
    return {};
}

/// The form's option for a value of a column; nothing when it has none.
std::optional<std::string> option_for(const RegisterAnswer& answer, const Item& item, const std::string& value) {
    const auto named = answer.options.find(value);
    if (named == answer.options.end() && !answer.options.empty() && answer.column != names::tools) return std::nullopt;
    std::string option = named == answer.options.end() ? value : named->second;
    if (find_option(item, option) == nullptr) return std::nullopt;
    return option;
}

Texts options_for(const RegisterAnswer& answer, const Item& item, const Texts& values) {
    Texts options;
    for (const std::string& value : values)
        if (auto option = option_for(answer, item, value); option && !has(options, *option))
            options.push_back(std::move(*option));
    return options;
}

Answer answer_of(const RegisterAnswer& answer, const Item& item, const Subject& subject) {
    const std::string text = text_of(subject, answer.column);
    switch (item.control) {
    case Control::Tick:
        return text == answer.is;
    case Control::Multi:
        return settled_options(
            item, options_for(answer, item, answer.column == names::tools ? subject.tools : subject.findings));
    case Control::Choice:
    case Control::YesNo:
        return option_for(answer, item, text).value_or(std::string());
    default:
        return text;
    }
}

/// The path of an answer in a row, or outside of any list.
std::string placed(const RegisterForm& mapping, const std::string& path, std::size_t row) {
    if (mapping.rows.empty()) return path;
    const std::size_t written = mapping.rows.size() + 1 + any_row.size();
    return row_path(mapping.rows, row) + path.substr(written);
}

void fill_person(const Form& form, const RegisterForm& mapping, const Subject& subject, std::size_t row,
                 Answers& answers) {
    for (const RegisterAnswer& answer : mapping.answers) {
        const Item* item = is_of_register(answer) ? nullptr : find_item(form, answer.path);
        if (item != nullptr) answers.set(placed(mapping, answer.path, row), answer_of(answer, *item, subject));
    }
}

/// The names of what the audit finds, of tools in the scope only.
Texts finding_names(const std::vector<Finding>& findings, const Texts* scope) {
    Texts found;
    for (const Finding& finding : findings) {
        const auto tool = finding.params.find("tool");
        if (tool != finding.params.end() && scope != nullptr && !has(*scope, tool->second)) continue;
        found.push_back(finding.code.substr(finding.code.find('.') + 1));
    }
    return found;
}

/// Whom the list names: those with a tool in the scope that is in force, or was until the habilitation ended.
std::optional<Subject> listed(const Person& person, const Texts* scope) {
    Subject subject{person, {}, std::nullopt, {}};
    const bool ended = person.habilitation.state == Habilitation::State::Removed;
    for (const auto& [tool, grant] : person.tools) {
        if (scope != nullptr && !has(*scope, tool)) continue;
        if (!ended && !is_in_force(grant)) continue;
        subject.tools.push_back(tool);
        subject.granted = subject.granted ? std::min(*subject.granted, grant.granted) : grant.granted;
    }
    return subject.tools.empty() ? std::nullopt : std::optional(std::move(subject));
}

bool is_common(const RegisterForm& mapping, const Item& item) {
    if (item.control == Control::Signature || item.receiver_only) return false;
    return std::none_of(mapping.answers.begin(), mapping.answers.end(), [&](const RegisterAnswer& answer) {
        return answer.path == item.path && !is_of_register(answer);
    });
}

std::vector<Item> common_items(const RegisterForm& mapping, const std::vector<Item>& items) {
    std::vector<Item> kept;
    for (const Item& item : items) {
        if (!is_common(mapping, item)) continue;
        Item copy = item;
        copy.children = common_items(mapping, item.children);
        if (item.children.empty() || !copy.children.empty()) kept.push_back(std::move(copy));
    }
    return kept;
}

} // namespace

Result<Answers> yearly_answers(const Form& form, const RegisterForm& mapping, const Register& habilitations,
                               const RegisterScope* scope, const Date& today) {
    const Texts* tools = scope == nullptr ? nullptr : &scope->tools;
    const Item* list = find_item(form, mapping.rows);
    const std::size_t most = list == nullptr ? 0 : static_cast<std::size_t>(list->max);
    const Listing listing(habilitations, today);
    std::vector<Subject> subjects;
    for (const std::size_t index : listing.find(habilitations, {})) {
        std::optional<Subject> subject = listed(habilitations.persons[index], tools);
        if (!subject) continue;
        subject->findings = finding_names(listing.findings_of(index), tools);
        subjects.push_back(std::move(*subject));
    }
    if (subjects.empty()) return Error{"production.nobody", "", {}};
    if (subjects.size() > most)
        return Error{
            "production.too-many", "", {{"max", std::to_string(most)}, {"count", std::to_string(subjects.size())}}};
    Answers answers;
    fill_organisation(mapping, habilitations, answers);
    if (scope != nullptr) answers.set(mapping.scope_path, scope->option);
    answers.set_row_count(mapping.rows, subjects.size());
    for (std::size_t row = 0; row < subjects.size(); ++row) fill_person(form, mapping, subjects[row], row, answers);
    return answers;
}

void fill_organisation(const RegisterForm& mapping, const Register& habilitations, Answers& answers) {
    for (const RegisterAnswer& answer : mapping.answers)
        if (is_of_register(answer))
            answers.set(answer.path, answer.column == names::safir ? habilitations.safir : habilitations.organisation);
}

Answers act_answers(const Form& form, const RegisterForm& mapping, const Register& habilitations, const Act& act,
                    const Answers& common) {
    Answers answers = common;
    const Person* person = find_person(habilitations, act.person);
    if (person == nullptr) return answers;
    fill_person(form, mapping, {*person, act.tools, act.day, {}}, 0, answers);
    return answers;
}

std::vector<std::string> tools_left_out(const Form& form, const RegisterForm& mapping, const Act& act) {
    Texts left_out;
    for (const RegisterAnswer& answer : mapping.answers) {
        const Item* item = answer.column == names::tools ? find_item(form, answer.path) : nullptr;
        if (item == nullptr) continue;
        for (const std::string& tool : act.tools)
            if (!option_for(answer, *item, tool)) left_out.push_back(tool);
    }
    return left_out;
}

Form common_part(const Form& form, const RegisterForm& mapping) {
    Form part = form;
    for (Step& step : part.steps) step.items = common_items(mapping, step.items);
    std::erase_if(part.steps, [](const Step& step) { return step.items.empty(); });
    return part;
}

} // namespace pli
