#include "core/definition/formats.hpp"
#include "core/definition/register_names.hpp"
#include "core/definition/strict_object.hpp"
#include "core/register/register_file.hpp"
#include "core/register/rules.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace pli {

namespace {

namespace names = register_names;
using definition::Need;
using definition::pointer_to;
using definition::Problems;
using definition::StrictObject;

constexpr std::string_view format_family = "pli/registre/";

/// Problems get the row and the column that their JSON pointer names: "/personnes/12/naissance".
void name_cells(std::vector<Error>& faults) {
    const std::string persons = "/" + std::string(names::persons) + "/";
    for (Error& fault : faults) {
        if (!fault.code.starts_with("register.")) continue;
        std::string& row = fault.params["row"];
        std::string& column = fault.params["column"];
        if (!std::string_view(fault.place).starts_with(persons)) continue;
        const std::string_view inside = std::string_view(fault.place).substr(persons.size());
        const std::size_t end = std::min(inside.find('/'), inside.size());
        std::size_t index = 0;
        for (const char digit : inside.substr(0, end)) index = index * 10 + static_cast<std::size_t>(digit - '0');
        row = std::to_string(index + 1);
        if (fault.code == "register.missing-member") column = fault.params["name"];
        if (end < inside.size()) column = inside.substr(end + 1, inside.find('/', end + 1) - end - 1);
    }
}

class RegisterReader {
  public:
    RegisterReading read(std::string_view text);

  private:
    void check_canonical(const Json& json, std::string_view text);
    void read_members(const Json& json);
    void read_header(StrictObject& root);
    void read_organisation(StrictObject& root);
    void read_persons(StrictObject& root);
    void read_erased(StrictObject& root);
    Person read_person(const Json& json, const std::string& place);
    void read_identity(StrictObject& object, Person& person);
    void read_attachment(StrictObject& object, IdentityEntry& entry);
    void check_person(const StrictObject& object, const Person& person);
    void read_tools(StrictObject& object, Person& person);
    void read_ending(StrictObject& object, Person& person);
    void read_habilitation(StrictObject& object, Person& person);
    std::vector<std::string> read_hashes(const Json& list, const std::string& place, std::size_t digits,
                                         std::size_t max);

    std::optional<Date> formalised_day(StrictObject& object) const;
    std::string hex(StrictObject& object, std::string_view name, std::size_t digits);
    void refuse(const std::string& place, std::string_view name, std::string_view code) {
        problems_.report_value(place, name, code);
    }

    Problems problems_{"register"};
    RegisterReading reading_;
    bool is_first_format_ = false;
};

RegisterReading RegisterReader::read(std::string_view text) {
    const Result<Json> json = parse_json(text, {register_limits::bytes, JsonLimits{}.max_depth});
    if (!json) {
        reading_.faults.push_back(json.error());
        return std::move(reading_);
    }
    const std::string format = text_member_or(json.value(), names::format, "");
    if (format != register_format && format != first_register_format) {
        const bool newer = format.starts_with(format_family);
        reading_.faults.push_back(newer ? Error{"register.newer", "", {{"format", format}}}
                                        : Error{"register.format", "", {}});
    } else {
        is_first_format_ = format == first_register_format;
        read_members(json.value());
        reading_.faults = problems_.all();
        if (reading_.faults.empty()) check_canonical(json.value(), text);
    }
    name_cells(reading_.faults);
    return std::move(reading_);
}

void RegisterReader::check_canonical(const Json& json, std::string_view text) {
    const Result<std::string> canonical = canonical_json(json);
    const bool in_its_format = is_first_format_ == (format_of(reading_.content) == first_register_format);
    if (!in_its_format || !canonical || canonical.value() != text)
        reading_.faults.push_back({"register.not-canonical", "", {}});
}

void RegisterReader::read_members(const Json& json) {
    StrictObject root(json, "", problems_);
    root.text(names::format);
    read_header(root);
    read_organisation(root);
    read_persons(root);
    read_erased(root);
    root.finish();
}

void RegisterReader::read_header(StrictObject& root) {
    const Json* json = root.object(names::register_itself);
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of(names::register_itself), problems_);
    Register& content = reading_.content;
    content.id = hex(object, names::id, 32);
    content.version = object.integer(names::version);
    constexpr std::int64_t most_versions = 1000000000;
    const Json* written = member(*json, names::version);
    if (written != nullptr && written->is_number_integer() && (content.version < 1 || content.version > most_versions))
        refuse(object.place_of(names::version), names::version, "value");
    content.saved = object.day(names::saved);
    if (const Json* list = object.list(names::ancestors))
        content.ancestors = read_hashes(*list, object.place_of(names::ancestors), 64, register_limits::ancestors);
    if (!is_first_format_) content.territory = object.text(names::territory, Need::Optional);
    if (!content.territory.empty() && !is_name(content.territory))
        refuse(object.place_of(names::territory), names::territory, "value");
    object.finish();
}

void RegisterReader::read_organisation(StrictObject& root) {
    const Json* json = root.object(names::organisation);
    if (json == nullptr) return;
    StrictObject object(*json, root.place_of(names::organisation), problems_);
    Register& content = reading_.content;
    content.organisation = object.text(names::family_name);
    content.safir = object.text(names::safir);
    object.finish();
    for (const Error& fault : check_organisation(content.organisation, content.safir))
        refuse(object.place(), fault.place, fault.code);
    const Result<std::string> name = register_text("organisation", content.organisation);
    const Result<std::string> code = register_text("safir", content.safir);
    if (name && code && (name.value() != content.organisation || code.value() != content.safir))
        problems_.report("not-canonical", object.place(), names::organisation);
}

void RegisterReader::read_persons(StrictObject& root) {
    const Json* list = root.list(names::persons);
    if (list == nullptr) return;
    const std::string place = root.place_of(names::persons);
    if (list->size() > register_limits::persons)
        return problems_.report_excess(place, names::persons, register_limits::persons);
    auto& persons = reading_.content.persons;
    persons.reserve(list->size());
    std::size_t index = 0;
    for (const Json& json : *list) {
        const std::string here = pointer_to(place, index++);
        if (!json.is_object()) {
            problems_.report("wrong-type", here, names::persons);
            continue;
        }
        Person person = read_person(json, here);
        if (!persons.empty() && !(persons.back().id < person.id)) problems_.report("order", here, names::id);
        persons.push_back(std::move(person));
    }
}

void RegisterReader::read_erased(StrictObject& root) {
    const Json* list = root.array(names::erased, Need::Optional);
    if (list == nullptr) return;
    const std::string place = root.place_of(names::erased);
    auto& erased = reading_.content.erased;
    erased = read_hashes(*list, place, 32, register_limits::erased);
    if (std::adjacent_find(erased.begin(), erased.end(), std::greater_equal<>()) != erased.end())
        problems_.report("order", place, names::erased);
    for (const std::string& id : erased)
        if (find_person(reading_.content, id) != nullptr) refuse(place, names::erased, "value");
}

Person RegisterReader::read_person(const Json& json, const std::string& place) {
    StrictObject object(json, place, problems_);
    Person person;
    person.id = hex(object, names::id, 32);
    read_identity(object, person);
    read_tools(object, person);
    person.last_use = object.optional_day(names::last_use);
    person.absent = object.optional_day(names::absent);
    read_ending(object, person);
    read_habilitation(object, person);
    object.finish();
    check_person(object, person);
    return person;
}

/// Reads what the file says as if it had been typed, and wants it to have been typed as the file says it.
void RegisterReader::read_identity(StrictObject& object, Person& person) {
    IdentityEntry entry;
    entry.family_name = object.text(names::family_name);
    entry.given_name = object.text(names::given_name);
    const Date birth = object.day(names::birth);
    if (birth != StrictObject::unreadable_day) entry.birth = french_date(birth);
    entry.mail = object.text(names::mail);
    entry.region = object.text(names::region);
    if (!object.has(names::manager)) problems_.report("missing-member", object.place(), names::manager);
    entry.manager = names::yes_no[object.flag(names::manager, false) ? 0 : 1];
    read_attachment(object, entry);
    IdentityCheck check = check_identity(entry, reading_.content.saved);
    for (const Error& fault : check.faults)
        if (fault.code != "required") refuse(object.place_of(fault.place), fault.place, fault.code);
    const UserIdentity& identity = check.identity;
    const bool is_canonical = identity.family_name == entry.family_name && identity.given_name == entry.given_name &&
                              identity.mail == entry.mail && identity.region == entry.region &&
                              identity.structure == entry.structure && name_of(identity.works_for) == entry.works_for;
    if (check.faults.empty() && !is_canonical) problems_.report("not-canonical", object.place(), names::family_name);
    person.identity = std::move(check.identity);
}

void RegisterReader::read_attachment(StrictObject& object, IdentityEntry& entry) {
    const Json* json = object.object(names::attachment);
    if (json == nullptr) return;
    StrictObject attachment(*json, object.place_of(names::attachment), problems_);
    entry.works_for = attachment.text(names::status);
    entry.structure = attachment.text(names::structure, Need::Optional);
    attachment.finish();
}

void RegisterReader::check_person(const StrictObject& object, const Person& person) {
    for (const Error& fault : check_days(person, reading_.content.saved))
        refuse(object.place_of(fault.place), fault.place, fault.code);
}

void RegisterReader::read_tools(StrictObject& object, Person& person) {
    const Json* json = object.object(names::tools, Need::Optional);
    if (json == nullptr) return;
    const std::string place = object.place_of(names::tools);
    if (json->size() > register_limits::tools)
        return problems_.report_excess(place, names::tools, register_limits::tools);
    for (const auto& [tool, value] : *json->get_ptr<const Json::object_t*>()) {
        if (!is_name(tool)) refuse(place, names::tools, "value");
        StrictObject entry(value, pointer_to(place, tool), problems_);
        Grant grant{entry.day(names::granted), entry.optional_day(names::withdrawn)};
        grant.formalised = formalised_day(entry);
        entry.finish();
        person.tools.emplace(tool, grant);
    }
}

void RegisterReader::read_ending(StrictObject& object, Person& person) {
    const Json* json = object.object(names::ending, Need::Optional);
    if (json == nullptr) return;
    StrictObject entry(*json, object.place_of(names::ending), problems_);
    const auto reason = reason_named(entry.text(names::reason));
    if (!reason) refuse(entry.place_of(names::reason), names::reason, "choice.unknown");
    person.ending = Ending{reason.value_or(Reason::Departure), entry.day(names::day)};
    entry.finish();
}

void RegisterReader::read_habilitation(StrictObject& object, Person& person) {
    const Json* json = object.object(names::state, Need::Optional);
    if (json == nullptr) return;
    StrictObject entry(*json, object.place_of(names::state), problems_);
    const auto state = state_named(entry.text(names::kind));
    if (!state) refuse(entry.place_of(names::kind), names::kind, "choice.unknown");
    const std::string reason = entry.text(names::reason, Need::Optional);
    person.habilitation = {state.value_or(Habilitation::State::Active), reason_named(reason),
                           entry.optional_day(names::day), formalised_day(entry)};
    if (!reason.empty() && !person.habilitation.reason)
        refuse(entry.place_of(names::reason), names::reason, "choice.unknown");
    if (state && person.habilitation == Habilitation{})
        problems_.report("empty", object.place_of(names::state), names::state);
    entry.finish();
}

std::vector<std::string> RegisterReader::read_hashes(const Json& list, const std::string& place, std::size_t digits,
                                                     std::size_t max) {
    std::vector<std::string> hashes;
    if (list.size() > max) {
        problems_.report_excess(place, place.substr(place.rfind('/') + 1), max);
        return hashes;
    }
    for (const Json& json : list) {
        const auto* text = json.get_ptr<const std::string*>();
        if (text == nullptr || !is_hex(*text, digits)) {
            refuse(pointer_to(place, hashes.size()), "sha256", "value");
            return hashes;
        }
        hashes.push_back(*text);
    }
    return hashes;
}

/// The first version of the format has none: there it is a member that nobody knows.
std::optional<Date> RegisterReader::formalised_day(StrictObject& object) const {
    return is_first_format_ ? std::nullopt : object.optional_day(names::formalised);
}

std::string RegisterReader::hex(StrictObject& object, std::string_view name, std::size_t digits) {
    std::string text = object.text(name);
    if (!text.empty() && !is_hex(text, digits)) refuse(object.place_of(name), name, "value");
    return text;
}

} // namespace

bool looks_like_register(std::string_view text) {
    // Canonical JSON sorts its members, so that the format lies behind other members: near the beginning, but
    // for the ids of the erased.
    return text.starts_with('{') && text.find("\"pli/registre/") != std::string_view::npos;
}

RegisterReading read_register(std::string_view text) { return RegisterReader().read(text); }

} // namespace pli
