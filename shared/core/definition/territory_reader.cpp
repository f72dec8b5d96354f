#include "core/definition/territory_reader.hpp"

#include "core/base/bech32.hpp"
#include "core/definition/formats.hpp"

#include <algorithm>

namespace pli::definition {

namespace {

/// Adds a family to the territory. A form is offered once.
void read_family(const Json& json, const std::string& place, const Pack& pack, Problems& problems,
                 Territory& territory) {
    StrictObject object(json, place, problems);
    Family& family = territory.families.emplace_back();
    family.title = object.text("title");
    const Json* offered = object.array("forms");
    object.finish();
    if (offered == nullptr) return;
    for (const Json& id : *offered) {
        const auto* text = id.get_ptr<const std::string*>();
        if (text == nullptr) {
            object.refuse("wrong-type", "forms", "forms");
        } else if (const Form* form = find_form(pack, *text); form == nullptr) {
            object.refuse("missing-file", "forms", *text);
        } else if (!form->replies_to.empty()) {
            object.refuse("bad-value", "forms", *text); // there must be something to answer
        } else if (offers(territory, *text)) {
            object.refuse("duplicate-name", "forms", *text);
        } else {
            family.forms.push_back(*text);
        }
    }
}

bool among(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void add_replies(const Pack& pack, Territory& territory) {
    for (const Form& form : pack.forms)
        if (!form.reply.form.empty() && offers(territory, form.id) && !among(territory.replies, form.reply.form))
            territory.replies.push_back(form.reply.form);
}

bool is_role(const Territory& territory, std::string_view role) {
    return std::any_of(territory.roles.begin(), territory.roles.end(),
                       [role](const Option& one) { return one.value == role; });
}

/// Reads one route at a time, against the territory as it is so far.
class RouteReader {
  public:
    RouteReader(const Pack& pack, const Territory& territory, Problems& problems)
        : pack_(pack), territory_(territory), problems_(problems) {}

    Route read(const Json& json, const std::string& place) {
        StrictObject object(json, place, problems_);
        Route route;
        route.from = object.name("from");
        route.forms = names(object, "forms", Need::Required);
        route.to = names(object, "to", Need::Required);
        route.required = names(object, "required", Need::Optional);
        route.rule = object.text("rule");
        object.finish();
        if (!is_role(territory_, route.from)) object.refuse("unknown-role", "from", route.from);
        for (const std::string& role : route.to)
            if (!is_role(territory_, role)) object.refuse("unknown-role", "to", role);
        for (const std::string& role : route.required)
            if (!among(route.to, role)) object.refuse("unknown-role", "required", role);
        for (const std::string& form : route.forms) check_form(object, route, form);
        return route;
    }

  private:
    static std::vector<std::string> names(StrictObject& object, std::string_view name, Need need) {
        const Json* list = object.array(name, need);
        return list == nullptr ? std::vector<std::string>() : read_names(object, name, *list);
    }

    /// The form is offered here, the role may fill it in, and no other route says anything about both.
    void check_form(StrictObject& object, const Route& route, const std::string& id) {
        const Form* form = find_form(pack_, id);
        if (form == nullptr || !offers(territory_, id)) return object.refuse("missing-file", "forms", id);
        if (!among(form->sender_roles, route.from)) object.refuse("unknown-role", "from", route.from);
        for (const Route& other : territory_.routes)
            if (other.from == route.from && among(other.forms, id)) object.refuse("duplicate-name", "forms", id);
    }

    const Pack& pack_;
    const Territory& territory_;
    Problems& problems_;
};

/// Someone must be able to fill in each form that is offered.
void check_senders(StrictObject& object, const Pack& pack, const Territory& territory) {
    for (const Form& form : pack.forms) {
        if (!offers(territory, form.id) || form.sender_roles.empty()) continue;
        const bool known = std::any_of(form.sender_roles.begin(), form.sender_roles.end(),
                                       [&](const std::string& role) { return is_role(territory, role); });
        if (!known) object.refuse("unknown-role", "roles", form.sender_roles.front());
    }
}

void read_routes(StrictObject& object, const Pack& pack, Problems& problems, Territory& territory) {
    const Json* routes = object.array("routes", Need::Optional);
    if (routes == nullptr) return;
    for (const Json& json : *routes) {
        const std::string place = pointer_to(object.place_of("routes"), territory.routes.size());
        territory.routes.push_back(RouteReader(pack, territory, problems).read(json, place));
    }
}

/// Tools of the register's catalogue.
void read_tools(StrictObject& object, const Pack& pack, Territory& territory) {
    const Json* list = object.array("tools", Need::Optional);
    if (list == nullptr) return;
    territory.tools = read_names(object, "tools", *list);
    const std::vector<RegisterWord>& known = pack.register_wording.tools;
    for (const std::string& tool : territory.tools)
        if (std::none_of(known.begin(), known.end(), [&](const RegisterWord& word) { return word.value == tool; }))
            object.refuse("bad-value", "tools", tool);
}

/// Keys that `anchor` does not have yet, be it as revoked ones.
std::vector<std::string> read_keys(StrictObject& object, std::string_view name, const Json& list,
                                   const DirectoryAnchor& anchor) {
    std::vector<std::string> keys;
    for (const Json& json : list) {
        const auto* text = json.get_ptr<const std::string*>();
        if (text == nullptr) {
            object.refuse("wrong-type", name, name);
        } else if (!is_verifying_key(*text)) {
            object.refuse("bad-value", name, *text);
        } else if (among(keys, *text) || among(anchor.keys, *text)) {
            object.refuse("duplicate-name", name, *text);
        } else {
            keys.push_back(*text);
        }
    }
    return keys;
}

std::optional<DirectoryAnchor> read_directory(StrictObject& territory, Problems& problems) {
    constexpr std::string_view name = "annuaire";
    const Json* json = territory.object(name, Need::Optional);
    if (json == nullptr) return std::nullopt;
    StrictObject object(*json, territory.place_of(name), problems);
    DirectoryAnchor anchor;
    if (const Json* keys = object.array("keys")) anchor.keys = read_keys(object, "keys", *keys, anchor);
    if (const Json* keys = object.array("revoked", Need::Optional))
        anchor.revoked = read_keys(object, "revoked", *keys, anchor);
    anchor.minimum_version = object.integer("minimum_version");
    if (anchor.minimum_version < 1)
        object.refuse("bad-value", "minimum_version", std::to_string(anchor.minimum_version));
    object.finish();
    return anchor;
}

std::optional<Rescue> read_rescue(StrictObject& territory, Problems& problems) {
    constexpr std::string_view name = "secours";
    const Json* json = territory.object(name, Need::Optional);
    if (json == nullptr) return std::nullopt;
    StrictObject object(*json, territory.place_of(name), problems);
    Rescue rescue{object.text("recipient"), object.text("holder")};
    if (!rescue.recipient.empty() && !is_recipient(rescue.recipient))
        object.refuse("bad-value", "recipient", rescue.recipient);
    else if (!rescue.recipient.empty() && !bech32_decode(rescue.recipient))
        object.refuse("bad-checksum", "recipient", rescue.recipient);
    object.finish();
    return rescue;
}

DestructionRule read_destruction_rule(const Json& json, const std::string& place, const Territory& territory,
                                      Problems& problems) {
    constexpr std::int64_t most_months = 3660; // as of deadlines: what is longer is a slip
    StrictObject object(json, place, problems);
    DestructionRule rule;
    rule.id = object.name("id");
    if (const Json* forms = object.array("forms")) rule.forms = read_names(object, "forms", *forms);
    for (const std::string& form : rule.forms)
        if (!offers(territory, form)) object.refuse("missing-file", "forms", form);
    const std::int64_t months = object.integer("months");
    if (months < 0 || months > most_months) object.refuse("bad-value", "months", "months");
    rule.months = static_cast<int>(std::clamp<std::int64_t>(months, 0, most_months));
    if (object.has("convention_ends")) {
        const std::string day = object.text("convention_ends");
        const Result<Date> ends = parse_iso_date(day);
        if (ends)
            rule.convention_ends = ends.value();
        else
            object.refuse("bad-value", "convention_ends", day);
    }
    rule.rule = object.text("rule");
    object.finish();
    return rule;
}

/// After the families: what is destroyed is offered there.
void read_destruction(StrictObject& object, Problems& problems, Territory& territory) {
    const Json* list = object.array("destruction", Need::Optional);
    if (list == nullptr) return;
    for (const Json& json : *list) {
        const std::string place = pointer_to(object.place_of("destruction"), territory.destruction.size());
        DestructionRule rule = read_destruction_rule(json, place, territory, problems);
        const bool repeated = std::any_of(territory.destruction.begin(), territory.destruction.end(),
                                          [&rule](const DestructionRule& other) { return other.id == rule.id; });
        if (repeated) problems.report("duplicate-name", pointer_to(place, "id"), rule.id);
        territory.destruction.push_back(std::move(rule));
    }
}

} // namespace

std::vector<std::string> read_names(StrictObject& object, std::string_view name, const Json& list) {
    std::vector<std::string> names;
    for (const Json& json : list) {
        const auto* text = json.get_ptr<const std::string*>();
        if (text == nullptr) {
            object.refuse("wrong-type", name, name);
        } else if (!is_name(*text)) {
            object.refuse("bad-value", name, *text);
        } else if (among(names, *text)) {
            object.refuse("duplicate-name", name, *text);
        } else {
            names.push_back(*text);
        }
    }
    return names;
}

Territory read_territory(StrictObject& object, const Pack& pack, Library& library, Problems& problems) {
    Territory territory;
    object.text("kind");
    territory.id = object.name("id");
    territory.title = object.text("title");
    territory.version = object.text("version");
    if (!is_version(territory.version)) object.refuse("bad-value", "version", territory.version);
    if (const Json* families = object.array("families"))
        for (const Json& json : *families)
            read_family(json, pointer_to(object.place_of("families"), territory.families.size()), pack, problems,
                        territory);
    add_replies(pack, territory);
    const std::string roles = object.name("roles");
    if (const std::vector<Option>* known = library.list(roles)) {
        territory.roles = *known;
        check_senders(object, pack, territory);
    } else if (!roles.empty()) {
        object.refuse("unknown-list", "roles", roles);
    }
    read_routes(object, pack, problems, territory);
    read_tools(object, pack, territory);
    territory.calendar = object.name("calendar", Need::Optional);
    if (!territory.calendar.empty() && find_calendar(pack, territory.calendar) == nullptr)
        object.refuse("missing-file", "calendar", territory.calendar);
    territory.directory = read_directory(object, problems);
    territory.rescue = read_rescue(object, problems);
    read_destruction(object, problems, territory);
    return territory;
}

} // namespace pli::definition
