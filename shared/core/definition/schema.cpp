#include "core/definition/schema.hpp"

#include "core/definition/formats.hpp"
#include "core/definition/rows.hpp"
#include "core/identifiers/kind.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace pli {

namespace {

/// Where an answer lies in fiche.json: {"reponses", "demandeur", "nom"} or {"signature"}. In a list: in its row.
using Location = std::vector<std::string>;

/// An answer that goes into the file, and the conditions of all that it lies in.
struct Leaf {
    const Item* item = nullptr;
    Location location;
    std::vector<Condition> conditions;
};

Location location_of(const Item& item) {
    if (item.control == Control::Signature) return {"signature"};
    const std::string in_row = std::string(".").append(any_row).append(".");
    const auto row = item.path.find(in_row);
    Location location;
    std::size_t start = 0;
    if (row == std::string::npos) {
        location.emplace_back("reponses");
    } else {
        start = row + in_row.size();
    }
    for (auto dot = item.path.find('.', start); dot != std::string::npos; dot = item.path.find('.', start)) {
        location.push_back(item.path.substr(start, dot - start));
        start = dot + 1;
    }
    location.push_back(item.path.substr(start));
    return location;
}

/// {"type": "object", "required": [a], "properties": {a: … {c: last}}}: the location is there and its
/// value matches `last`.
Json at_location(const Location& location, const Json& last) {
    Json schema = last;
    for (auto name = location.rbegin(); name != location.rend(); ++name)
        schema = {{"type", "object"}, {"required", Json::array({*name})}, {"properties", {{*name, std::move(schema)}}}};
    return schema;
}

Json present(const Location& location) { return at_location(location, true); }

bool demands(const Condition& condition, const std::string& tick) {
    if (condition.op == Condition::Op::Ticked) return condition.path == tick;
    return condition.op == Condition::Op::All &&
           std::any_of(condition.parts.begin(), condition.parts.end(),
                       [&](const Condition& part) { return demands(part, tick); });
}

class SchemaWriter {
  public:
    explicit SchemaWriter(const Form& form) : form_(form) {
        for (const Step& step : form.steps) collect(step.items, {});
    }
    /// The rows of one list.
    SchemaWriter(const Form& form, const Item& list) : form_(form) { collect(list.children, {}); }

    Json document();

  private:
    void collect(const std::vector<Item>& items, const std::vector<Condition>& outer);
    [[nodiscard]] Json answers(std::size_t depth) const;
    void insert(Json& schema, const Leaf& leaf, std::size_t depth) const;
    [[nodiscard]] Json conditional_presence() const;
    void add_rules(Json& demands) const;
    [[nodiscard]] Json leaf_value(const Item& item) const;
    [[nodiscard]] Json rows(const Item& list) const;
    [[nodiscard]] Json condition(const Condition& condition) const;
    [[nodiscard]] Json comparison(const Condition& condition) const;
    [[nodiscard]] Json ticked(const Item& tick) const;
    [[nodiscard]] Json all_of(const std::vector<Condition>& conditions) const;
    [[nodiscard]] Json visible(const Item& item) const;
    [[nodiscard]] const Leaf* signature() const;
    [[nodiscard]] Json deadlines() const;
    [[nodiscard]] bool names_structure_always() const;
    [[nodiscard]] Json sender() const;
    void add_sender_structures(Json& demands) const;
    [[nodiscard]] bool is_certain(const DeadlineRule& rule) const;

    const Form& form_;
    std::vector<Leaf> leaves_;
};

void SchemaWriter::collect(const std::vector<Item>& items, const std::vector<Condition>& outer) {
    for (const Item& item : items) {
        if (item.receiver_only || item.capture_only) continue;
        std::vector<Condition> conditions = outer;
        if (item.visible_when.op != Condition::Op::Always) conditions.push_back(item.visible_when);
        const bool list = item.control == Control::Rows;
        if (is_answer(item.control) || list) leaves_.push_back({&item, location_of(item), conditions});
        if (!list) collect(item.children, conditions);
    }
}

Json pattern(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
Json hex(std::size_t digits) { return pattern(hex_pattern(digits)); }

/// The calendar itself (30/02) stays with the validation.
Json iso_day() {
    return {{"type", "string"},
            {"format", "date"},
            {"pattern", "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}};
}

/// An object of exactly these members, of which those in `optional` may be missing.
Json exact_object(const Json& properties, const std::vector<std::string>& optional = {}) {
    Json required = Json::array();
    for (const auto& [name, schema] : properties.items())
        if (std::find(optional.begin(), optional.end(), name) == optional.end()) required.push_back(name);
    return {{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}};
}

/// The values that can be chosen.
/// Keys with the roles of their holders, or roles alone for a passphrase. Whether roles are called for, and which,
/// is up to the territory.
Json addressees() {
    const Json role = pattern(name_pattern);
    const Json keyed =
        exact_object({{"cle", pattern(recipient_pattern)}, {"empreinte", hex(64)}, {"role", role}}, {"role"});
    const Json keyless = exact_object({{"role", role}});
    const Json list_of_keyed = {{"type", "array"}, {"items", keyed}};
    const Json list_of_keyless = {{"type", "array"}, {"items", keyless}};
    return {{"anyOf", {list_of_keyed, list_of_keyless}}};
}

Json option_values(const Item& item) {
    Json values = Json::array();
    for (const Option& option : item.options)
        if (!option.unavailable) values.push_back(option.value);
    return values;
}

Json array_with(const std::string& value) { return {{"type", "array"}, {"contains", {{"const", value}}}}; }

/// A settled set of options that is not empty (state/options.hpp). In which order they stand is left to the core.
Json ticked_options(const Item& item) {
    Json schema = {
        {"type", "array"}, {"items", {{"enum", option_values(item)}}}, {"minItems", 1}, {"uniqueItems", true}};
    Json rules = Json::array();
    for (const Option& option : item.options) {
        if (option.locked) rules.push_back(array_with(option.value));
        if (!option.needs.empty())
            rules.push_back({{"if", array_with(option.value)}, {"then", array_with(option.needs)}});
    }
    if (!rules.empty()) schema["allOf"] = std::move(rules);
    return schema;
}

Json signature_value() {
    const Json number = {{"type", "integer"}, {"minimum", 0}, {"maximum", SignatureLimits::width}};
    const Json stroke = {
        {"type", "array"}, {"items", number}, {"minItems", 2}, {"maxItems", 2 * SignatureLimits::max_points}};
    const Json long_enough = {{"type", "array"}, {"minItems", 2 * SignatureLimits::min_points}};
    const Json strokes = {
        {"type", "array"}, {"items", stroke}, {"maxItems", SignatureLimits::max_strokes}, {"contains", long_enough}};
    const Json drawn = exact_object({{"mode", {{"const", "dessin"}}}, {"traits", strokes}});
    const Json paper = exact_object({{"mode", {{"const", "papier"}}}});
    return {{"oneOf", {drawn, paper}}};
}

Json text_value(const Item& item) {
    Json schema = {{"type", "string"}, {"minLength", 1}};
    if (const Kind* kind = find_kind(item.kind)) {
        schema["maxLength"] = kind->max_length;
        schema["pattern"] = kind->pattern;
    }
    return schema;
}

Json value_of(const Item& item) {
    switch (item.control) {
    case Control::Text:
        return text_value(item);
    case Control::Date:
        return iso_day();
    case Control::Count:
        return {{"type", "integer"}, {"minimum", item.min}, {"maximum", item.max}};
    case Control::Choice:
        return {{"enum", option_values(item)}};
    case Control::YesNo:
        return {{"type", "boolean"}};
    case Control::Tick:
        return {{"const", true}};
    case Control::Multi:
        return ticked_options(item);
    case Control::Signature:
        return signature_value();
    case Control::Group:
    case Control::Composite:
    case Control::Rows:
    case Control::Notice:
        break;
    }
    return false;
}

/// Puts `leaf` into the nested object schemas below `schema`.
void SchemaWriter::insert(Json& schema, const Leaf& leaf, std::size_t depth) const {
    if (!schema.contains("properties")) {
        schema = exact_object(Json::object());
        schema["minProperties"] = 1;
    }
    const std::string& name = leaf.location[depth];
    if (leaf.item->required && leaf.conditions.empty()) {
        Json& required = schema["required"];
        if (std::find(required.begin(), required.end(), name) == required.end()) required.push_back(name);
    }
    Json& slot = schema["properties"][name];
    if (depth + 1 < leaf.location.size()) {
        insert(slot, leaf, depth + 1);
        return;
    }
    slot = leaf_value(*leaf.item);
    slot["title"] = leaf.item->label;
}

Json SchemaWriter::leaf_value(const Item& item) const {
    return item.control == Control::Rows ? rows(item) : value_of(item);
}

/// A list that is there has at least one row; what a row holds depends on nothing outside it.
Json SchemaWriter::rows(const Item& list) const {
    const SchemaWriter writer(form_, list);
    Json row = writer.answers(0);
    if (Json demands = writer.conditional_presence(); !demands.empty()) row["allOf"] = std::move(demands);
    const std::int64_t fewest = std::max<std::int64_t>(list.min, 1);
    return {{"type", "array"}, {"items", std::move(row)}, {"minItems", fewest}, {"maxItems", list.max}};
}

/// The object of all answers, whose names begin at this depth of their location.
Json SchemaWriter::answers(std::size_t depth) const {
    Json schema = exact_object(Json::object());
    for (const Leaf& leaf : leaves_)
        if (leaf.item->control != Control::Signature) insert(schema, leaf, depth);
    return schema;
}

/// An answer is there if (and, when required, only if) its conditions hold.
Json SchemaWriter::conditional_presence() const {
    Json demands = Json::array();
    for (const Leaf& leaf : leaves_) {
        if (leaf.conditions.empty()) continue;
        Json demand = {{"if", all_of(leaf.conditions)}, {"else", {{"not", present(leaf.location)}}}};
        if (leaf.item->required) demand["then"] = present(leaf.location);
        demands.push_back(std::move(demand));
    }
    return demands;
}

void SchemaWriter::add_rules(Json& demands) const {
    for (const Rule& rule : form_.rules) {
        const Item* item = find_item(form_, rule.path);
        if (rule.warning || item == nullptr) continue;
        demands.push_back({{"not", {{"allOf", {visible(*item), condition(rule.when)}}}}});
    }
}

Json SchemaWriter::all_of(const std::vector<Condition>& conditions) const {
    Json parts = Json::array();
    for (const Condition& part : conditions) parts.push_back(condition(part));
    if (parts.empty()) return true;
    return parts.size() == 1 ? parts.front() : Json{{"allOf", parts}};
}

Json SchemaWriter::visible(const Item& item) const {
    std::vector<Condition> conditions;
    for (const Item* outer : chain_to(form_, item.path))
        if (outer->visible_when.op != Condition::Op::Always) conditions.push_back(outer->visible_when);
    return all_of(conditions);
}

Json SchemaWriter::condition(const Condition& condition) const {
    switch (condition.op) {
    case Condition::Op::Always:
        return true;
    case Condition::Op::All:
        return all_of(condition.parts);
    case Condition::Op::Any: {
        Json parts = Json::array();
        for (const Condition& part : condition.parts) parts.push_back(this->condition(part));
        return {{"anyOf", parts}};
    }
    case Condition::Op::Not:
        return {{"not", all_of(condition.parts)}};
    case Condition::Op::Is:
    case Condition::Op::Has:
    case Condition::Op::Ticked:
    case Condition::Op::Answered:
        return comparison(condition);
    }
    return false;
}

Json SchemaWriter::comparison(const Condition& condition) const {
    const Item* item = find_item(form_, condition.path);
    if (item == nullptr) return false;
    if (item->capture_only) return ticked(*item);
    const Location location = location_of(*item);
    if (condition.op == Condition::Op::Has) return at_location(location, array_with(condition.value));
    if (condition.op != Condition::Op::Is) return present(location);
    if (item->control == Control::YesNo) return at_location(location, {{"const", condition.value == "oui"}});
    return at_location(location, {{"const", condition.value}});
}

/// A capture-only tick is not in the file: it was ticked if an answer that demands it is there.
Json SchemaWriter::ticked(const Item& tick) const {
    if (tick.required) return visible(tick);
    Json witnesses = Json::array();
    for (const Leaf& leaf : leaves_) {
        const bool witness = std::any_of(leaf.conditions.begin(), leaf.conditions.end(),
                                         [&](const Condition& demand) { return demands(demand, tick.path); });
        if (witness) witnesses.push_back(present(leaf.location));
    }
    if (witnesses.empty()) return false;
    return {{"allOf", {visible(tick), {{"anyOf", witnesses}}}}};
}

const Leaf* SchemaWriter::signature() const {
    const auto found = std::find_if(leaves_.begin(), leaves_.end(),
                                    [](const Leaf& leaf) { return leaf.item->control == Control::Signature; });
    return found == leaves_.end() ? nullptr : &*found;
}

/// Which day each one is stays with the validation.
Json SchemaWriter::deadlines() const {
    Json ids = Json::array();
    for (const DeadlineRule& rule : form_.deadlines) ids.push_back(rule.id);
    const Json deadline = exact_object({{"id", {{"enum", ids}}}, {"jour", iso_day()}, {"debut", iso_day()}}, {"debut"});
    return {{"type", "array"}, {"items", deadline}, {"minItems", 1}};
}

/// Whether every document has this deadline.
bool SchemaWriter::is_certain(const DeadlineRule& rule) const {
    if (rule.when.op != Condition::Op::Always) return false;
    if (rule.from.empty()) return true;
    return std::any_of(leaves_.begin(), leaves_.end(), [&](const Leaf& leaf) {
        return leaf.item->path == rule.from && leaf.item->required && leaf.conditions.empty();
    });
}

/// Whether every sender names their structure.
bool SchemaWriter::names_structure_always() const {
    return std::all_of(form_.sender_roles.begin(), form_.sender_roles.end(), [this](const std::string& role) {
        const Item* item = structure_of(form_, role);
        return std::any_of(leaves_.begin(), leaves_.end(), [item](const Leaf& leaf) {
            return leaf.item == item && leaf.item->required && leaf.conditions.empty();
        });
    });
}

Json SchemaWriter::sender() const {
    Json properties = {{"role", {{"enum", form_.sender_roles}}}, {"cle", pattern(verifying_key_pattern)}};
    if (form_.sender_structures.empty()) return exact_object(properties, {"cle"});
    const Item* item = find_item(form_, form_.sender_structures.begin()->second);
    properties["structure"] = item != nullptr ? value_of(*item) : Json(true);
    if (names_structure_always()) return exact_object(properties, {"cle"});
    return exact_object(properties, {"cle", "structure"});
}

/// A role's structure is there when the answer that names it is.
void SchemaWriter::add_sender_structures(Json& demands) const {
    if (form_.sender_structures.empty() || names_structure_always()) return;
    const Location structure{"emetteur", "structure"};
    for (const std::string& role : form_.sender_roles) {
        const Item* item = structure_of(form_, role);
        const Json named = item != nullptr ? present(location_of(*item)) : Json(false);
        demands.push_back(
            {{"if", at_location({"emetteur", "role"}, {{"const", role}})},
             {"then", {{"if", named}, {"then", present(structure)}, {"else", {{"not", present(structure)}}}}}});
    }
}

Json SchemaWriter::document() {
    Json properties = {
        {"format", {{"const", "pli/fiche/1"}}},
        {"formulaire", exact_object({{"id", {{"const", form_.id}}}, {"version", {{"const", form_.version}}}})},
        {"pack",
         exact_object({{"id", pattern(name_pattern)}, {"version", pattern(version_pattern)}, {"sha256", hex(64)}})},
        {"document", exact_object({{"id", hex(32)}, {"sel", hex(32)}, {"cree", iso_day()}})},
        {"emetteur", sender()},
        {"destinataires", addressees()},
        {"reponses", answers(1)},
        {"remplace", hex(32)},
        {"copie", {{"const", "7z"}}},
    };
    std::vector<std::string> optional{"remplace", "copie"};
    if (!form_.deadlines.empty()) {
        properties["echeances"] = deadlines();
        if (std::none_of(form_.deadlines.begin(), form_.deadlines.end(),
                         [this](const DeadlineRule& rule) { return is_certain(rule); }))
            optional.emplace_back("echeances");
    }
    if (const Leaf* leaf = signature()) {
        properties["signature"] = signature_value();
        if (!leaf->item->required || !leaf->conditions.empty()) optional.emplace_back("signature");
    }
    Json schema = exact_object(properties, optional);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    schema["$id"] = "urn:pli:fiche:1:" + form_.id + ":" + std::to_string(form_.version);
    schema["title"] = form_.title;
    Json demands = conditional_presence();
    add_rules(demands);
    add_sender_structures(demands);
    if (!demands.empty()) schema["allOf"] = std::move(demands);
    return schema;
}

} // namespace

Json json_schema(const Form& form) { return SchemaWriter(form).document(); }

} // namespace pli
