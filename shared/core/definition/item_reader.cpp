#include "core/definition/item_reader.hpp"

#include "core/definition/rows.hpp"
#include "core/identifiers/kind.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace pli::definition {

namespace {

struct NamedControl {
    std::string_view name;
    Control control;
};

constexpr NamedControl controls[] = {
    {"group", Control::Group},   {"composite", Control::Composite}, {"text", Control::Text},
    {"date", Control::Date},     {"count", Control::Count},         {"choice", Control::Choice},
    {"yes-no", Control::YesNo},  {"tick", Control::Tick},           {"multi", Control::Multi},
    {"notice", Control::Notice}, {"signature", Control::Signature}, {"rows", Control::Rows},
};

std::optional<Control> control_named(std::string_view name) {
    for (const NamedControl& known : controls)
        if (known.name == name) return known.control;
    return std::nullopt;
}

std::string join(const std::string& prefix, const std::string& name) {
    return prefix.empty() ? name : prefix + "." + name;
}

/// A part of a composite is one value on one line.
bool can_be_part(Control control) {
    return control == Control::Text || control == Control::Date || control == Control::Count;
}

/// A row holds answers of its own, which its list repeats: no list, no text of the act, and no signature.
bool can_be_in_row(Control control) {
    return control != Control::Rows && control != Control::Notice && control != Control::Signature;
}

bool is_always_shown(const Item& item, bool around) {
    return around && !item.receiver_only && item.visible_when.op == Condition::Op::Always;
}

/// The two values of a yes-no are fixed; how an act prints them is not.
bool is_yes_no(const std::vector<Option>& options) {
    return options.size() == 2 && options[0].value == "oui" && options[1].value == "non";
}

/// True for a list with a group or a dependency, which only tick boxes can show.
bool has_rules(const std::vector<Option>& options) {
    return std::any_of(options.begin(), options.end(), [](const Option& option) {
        return option.locked || option.unavailable || !option.group.empty() || !option.needs.empty();
    });
}

/// Zeros before a number are for small ones beside a larger one, as minutes are: up to as many digits as `max` has.
void read_digits(StrictObject& object, Item& item) {
    item.digits = object.integer("digits");
    const auto most = static_cast<std::int64_t>(std::to_string(item.max).size());
    if (item.digits < 2 || item.digits > most) object.refuse("bad-value", "digits", "digits");
}

/// An answer key of the exchanged answers that is taken (state/answers.hpp).
constexpr std::string_view signature_key = "signature";

} // namespace

std::vector<Item> ItemReader::read(const Json& array, const std::string& place, const std::string& prefix) {
    return read_list(array, place, {prefix, nullptr, true, false});
}

std::vector<Item> ItemReader::read_list(const Json& array, const std::string& place, const Surroundings& around) {
    std::vector<Item> items;
    std::size_t index = 0;
    ++lists_open_;
    for (const Json& json : array) {
        StrictObject object(json, pointer_to(place, index++), problems_);
        if (!has_room(object)) break;
        if (object.has("use")) {
            std::vector<Item> block = read_block(object, around);
            std::move(block.begin(), block.end(), std::back_inserter(items));
        } else {
            items.push_back(read_item(object, around));
        }
        object.finish();
    }
    --lists_open_;
    return items;
}

bool ItemReader::has_room(StrictObject& object) {
    const bool deep = lists_open_ > max_nesting;
    const bool many = items_read_ == max_items;
    if (deep) problems_.report("too-large", object.place(), std::to_string(max_nesting));
    if (many) problems_.report("too-large", object.place(), std::to_string(max_items));
    if (!many) ++items_read_;
    return !deep && !many;
}

std::vector<Item> ItemReader::read_block(StrictObject& use, const Surroundings& around) {
    const std::string name = use.name("use");
    const Block* block = library_.block(name);
    if (block == nullptr) {
        use.refuse("unknown-block", "use", name);
        return {};
    }
    if (std::find(open_blocks_.begin(), open_blocks_.end(), name) != open_blocks_.end()) {
        use.refuse("block-cycle", "use", name);
        return {};
    }
    open_blocks_.push_back(name);
    std::vector<Item> items = read_list(*block->items, block->place, around);
    open_blocks_.pop_back();
    return items;
}

Item ItemReader::read_item(StrictObject& object, const Surroundings& around) {
    Item item;
    const std::string control = object.text("control");
    const std::optional<Control> known = control_named(control);
    if (!known) object.refuse("unknown-control", "control", control);
    item.control = known.value_or(Control::Text);
    if (around.composite != nullptr && !can_be_part(item.control)) object.refuse("bad-value", "control", control);
    if (around.in_row && !can_be_in_row(item.control)) object.refuse("bad-value", "control", control);

    item.name = object.name("name");
    item.path = join(around.prefix, item.name);
    item.receiver_only = object.flag("receiver_only", false);
    if (const Json* condition = object.object("visible_when", Need::Optional))
        item.visible_when =
            ConditionReader(reach(around), problems_).read(*condition, object.place_of("visible_when"), around.prefix);
    if (item.control != Control::Notice) {
        item.label = object.text("label");
        item.print_label = object.text("print_label", Need::Optional);
        item.hint = object.text("hint", Need::Optional);
    }
    if (is_answer(item.control)) item.required = object.flag("required", true);
    remember(object, item, around);
    read_own_members(object, item, around);
    return item;
}

void ItemReader::read_own_members(StrictObject& object, Item& item, const Surroundings& around) {
    if (can_be_part(item.control)) item.example = object.text("example", Need::Optional);
    if (around.composite != nullptr) {
        const std::string own = object.text("separator", Need::Optional);
        item.separator = own.empty() ? around.composite->separator : own;
    }
    switch (item.control) {
    case Control::Group:
    case Control::Composite:
        read_children(object, item, around);
        break;
    case Control::Rows:
        read_rows(object, item, around);
        break;
    case Control::Text:
    case Control::Date:
        read_kind(object, item);
        break;
    case Control::Count:
        item.min = object.integer("min");
        item.max = object.integer("max");
        if (item.min < 0 || item.min > item.max) object.refuse("bad-value", "max", "max");
        if (object.has("digits")) read_digits(object, item);
        break;
    case Control::Choice:
    case Control::Multi:
    case Control::YesNo:
        read_options(object, item);
        break;
    case Control::Tick:
        item.capture_only = object.flag("capture_only", false);
        break;
    case Control::Notice:
        read_notice(object, item);
        break;
    case Control::Signature:
        break;
    }
    if (around.in_row && item.capture_only) object.refuse("bad-value", "capture_only", item.path);
    KnownAnswers& answers = reach(around);
    if (const auto known = answers.find(item.path); known != answers.end()) {
        for (const Option& option : item.options) known->second.values.push_back(option.value);
        known->second.capture_only = item.capture_only;
    }
}

void ItemReader::read_children(StrictObject& object, Item& item, const Surroundings& around) {
    const bool composite = item.control == Control::Composite;
    const std::string separator = composite ? object.text("separator", Need::Optional) : std::string();
    if (!separator.empty()) item.separator = separator;
    const bool flat = object.flag("flat", false);
    const Surroundings within{flat ? around.prefix : item.path, composite ? &item : nullptr,
                              is_always_shown(item, around.always_shown), around.in_row};
    if (const Json* children = object.array("items"))
        item.children = read_list(*children, object.place_of("items"), within);
}

/// Each row has an answer that is always given: a row without any would be no row in a file.
void ItemReader::read_rows(StrictObject& object, Item& item, const Surroundings& around) {
    item.row_label = object.text("row_label");
    item.min = object.integer("min");
    item.max = object.integer("max");
    if (item.min < 0 || item.max < 1 || item.min > item.max || item.max > max_rows)
        object.refuse("bad-value", "max", "max");
    item.required = item.min > 0;
    const Json* children = object.array("items");
    if (children == nullptr || around.in_row) return;
    row_answers_.clear();
    item.children =
        read_list(*children, object.place_of("items"), {join(item.path, std::string(any_row)), nullptr, true, true});
    const bool always =
        std::any_of(row_answers_.begin(), row_answers_.end(), [](const auto& answer) { return answer.second.always; });
    if (!always) object.refuse("bad-value", "items", item.path);
}

void ItemReader::read_kind(StrictObject& object, Item& item) {
    item.kind = object.name("kind");
    const bool known = item.control == Control::Date
                           ? item.kind == "date" || item.kind == "birth-date" || item.kind == "far-date"
                           : find_kind(item.kind) != nullptr;
    if (!known) object.refuse("unknown-kind", "kind", item.kind);
    if (item.kind == "date") item.today = object.flag("today", false);
}

void ItemReader::read_options(StrictObject& object, Item& item) {
    const std::string name = object.name("options");
    const std::vector<Option>* list = library_.list(name);
    if (list != nullptr) {
        item.options = *list;
    } else {
        object.refuse("unknown-list", "options", name);
    }
    if (item.control == Control::YesNo && !is_yes_no(item.options)) object.refuse("bad-value", "options", name);
    const bool offered =
        std::any_of(item.options.begin(), item.options.end(), [](const Option& option) { return !option.unavailable; });
    if (list != nullptr && !offered) object.refuse("bad-value", "options", name);
    if (item.control != Control::Multi && has_rules(item.options)) object.refuse("bad-value", "options", name);
    if (item.control == Control::Choice && !item.required) item.none_label = object.text("none_label");
    if (item.control == Control::Choice) item.search = object.text("search", Need::Optional);
    const bool always_offered =
        item.search.empty() || std::any_of(item.options.begin(), item.options.end(),
                                           [&](const Option& option) { return option.value == item.search; });
    if (list != nullptr && !always_offered) object.refuse("bad-value", "search", item.search);
}

void ItemReader::read_notice(StrictObject& object, Item& item) {
    const std::string name = object.name("notice");
    item.capture_only = object.flag("capture_only", false);
    const NoticeText* notice = library_.notice(name);
    if (notice == nullptr) {
        object.refuse("unknown-notice", "notice", name);
        return;
    }
    item.label = notice->title;
    item.paragraphs = notice->paragraphs;
}

void ItemReader::remember(StrictObject& object, const Item& item, const Surroundings& around) {
    const auto refuse_duplicate = [&] { object.refuse("duplicate-name", "name", item.path); };
    if (!paths_.insert(item.path).second) refuse_duplicate();
    if (!is_answer(item.control) && item.control != Control::Rows) return;

    // The answers become nested objects: "demandeur" cannot be an answer and hold "demandeur.nom".
    if (containers_.contains(item.path)) refuse_duplicate();
    for (auto dot = item.path.find('.'); dot != std::string::npos; dot = item.path.find('.', dot + 1)) {
        const std::string container = item.path.substr(0, dot);
        if (reach(around).contains(container)) refuse_duplicate();
        containers_.insert(container);
    }
    if (item.control == Control::Signature) {
        if (has_signature_) refuse_duplicate();
        has_signature_ = true;
    } else if (item.path == signature_key) {
        refuse_duplicate();
    }
    const bool always = item.required && is_always_shown(item, around.always_shown);
    reach(around).emplace(item.path, AnswerFacts{item.control, {}, false, always});
}

} // namespace pli::definition
