#include "semantics/ui.hpp"

#include "semantics/strokes.hpp"

#include <algorithm>

namespace pli::semantics {
namespace {

void set(Node& node, Flag flag, bool on) {
    if (on) node.flags = static_cast<std::uint16_t>(node.flags | flag);
}

void emphasise(Node& node, Emphasis emphasis) {
    set(node, FlagStrong, emphasis == Emphasis::Strong);
    set(node, FlagMono, emphasis == Emphasis::Mono);
}

std::string child_key(std::string_view key, std::string_view suffix) {
    std::string result(key);
    result += '-';
    result += suffix;
    return result;
}

} // namespace

// ---- nodes

Node Ui::node(Role role, std::string_view key, std::string_view label) const {
    Node result;
    result.key = key;
    result.parent = parents_.empty() ? -1 : parents_.back();
    result.role = role;
    result.label = label;
    return result;
}

Node Ui::control(Role role, std::string_view key, std::string_view label, const Field& field) const {
    Node result = node(role, key, label);
    result.hint = field.hint;
    result.error = field.error;
    result.inputmode = field.inputmode;
    result.autocomplete = field.autocomplete;
    set(result, FlagRequired, field.required);
    set(result, FlagDisabled, field.disabled);
    set(result, FlagSecret, field.secret);
    return result;
}

void Ui::leaf(Node node) {
    if (pass_ != Pass::Emit) return;
    tree_.add(std::move(node));
}

void Ui::begin(Node node) {
    if (pass_ != Pass::Emit) return;
    node.holds = true;
    parents_.push_back(tree_.add(std::move(node)));
}

void Ui::end() {
    if (pass_ != Pass::Emit || parents_.empty()) return;
    parents_.pop_back();
}

// ---- text and structure

void Ui::heading(std::string_view key, std::string_view text, int level) {
    Node heading = node(Role::Heading, key, text);
    heading.level = static_cast<std::uint8_t>(std::clamp(level, 1, 4));
    leaf(std::move(heading));
}

void Ui::text(std::string_view key, std::string_view text, Emphasis emphasis) {
    Node paragraph = node(Role::Text, key, text);
    emphasise(paragraph, emphasis);
    leaf(std::move(paragraph));
}

void Ui::begin_group(std::string_view key, std::string_view legend, const std::string& error) {
    Node group = node(Role::Group, key, legend);
    group.error = error;
    begin(std::move(group));
}

void Ui::end_group() { end(); }

void Ui::begin_region(std::string_view key, std::string_view label) { begin(node(Role::Region, key, label)); }

void Ui::end_region() { end(); }

void Ui::begin_list(std::string_view key) { begin(node(Role::List, key, {})); }

void Ui::begin_item(std::string_view key, bool current) {
    Node item = node(Role::Item, key, {});
    set(item, FlagCurrent, current);
    begin(std::move(item));
}

void Ui::item(std::string_view key, std::string_view text) { leaf(node(Role::Item, key, text)); }

void Ui::end_item() { end(); }

void Ui::end_list() { end(); }

void Ui::stepper(std::string_view key, std::string_view label, const std::vector<std::string>& steps, int current) {
    begin(node(Role::Stepper, key, label));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Node step = node(Role::Item, child_key(key, std::to_string(i)), steps[i]);
        set(step, FlagCurrent, static_cast<int>(i) == current);
        leaf(std::move(step));
    }
    end();
}

void Ui::begin_rows(std::string_view key) { begin(node(Role::Rows, key, {})); }

void Ui::row(std::string_view key, std::string_view label, std::string_view value, Emphasis emphasis) {
    Node row = node(Role::Row, key, label);
    row.value = value;
    emphasise(row, emphasis);
    leaf(std::move(row));
}

void Ui::end_rows() { end(); }

void Ui::begin_alert(std::string_view key) { begin(node(Role::Alert, key, {})); }

void Ui::end_alert() { end(); }

void Ui::status(std::string_view key, std::string_view text) { leaf(node(Role::Status, key, text)); }

void Ui::progress(std::string_view key, std::string_view label, std::optional<int> percent) {
    Node progress = node(Role::Progress, key, label);
    if (percent) progress.value = std::to_string(std::clamp(*percent, 0, 100));
    leaf(std::move(progress));
}

// ---- controls

bool Ui::edit_text(Role role, std::string_view key, std::string_view label, std::string& value, const Field& field) {
    auto typed = take(EventType::Value, key);
    const bool changed = typed && !field.disabled;
    if (changed) value = std::move(*typed);
    Node edited = control(role, key, label, field);
    edited.value = value;
    leaf(std::move(edited));
    return changed;
}

bool Ui::text_field(std::string_view key, std::string_view label, std::string& value, const Field& field) {
    return edit_text(Role::Field, key, label, value, field);
}

bool Ui::text_area(std::string_view key, std::string_view label, std::string& value, const Field& field) {
    return edit_text(Role::Area, key, label, value, field);
}

bool Ui::select(std::string_view key, std::string_view label, std::string& value,
                const std::vector<std::pair<std::string, std::string>>& options, const Field& field) {
    auto chosen = take(EventType::Value, key);
    const bool changed = chosen && !field.disabled;
    if (changed) value = std::move(*chosen);
    Node select = control(Role::Select, key, label, field);
    select.value = value;
    select.options = options;
    leaf(std::move(select));
    return changed;
}

bool Ui::checkbox(std::string_view key, std::string_view label, bool& value, const Field& field) {
    const auto ticked = take(EventType::Check, key);
    const bool changed = ticked && !field.disabled;
    if (changed) value = !ticked->empty();
    Node checkbox = control(Role::Check, key, label, field);
    set(checkbox, FlagChecked, value);
    leaf(std::move(checkbox));
    return changed;
}

bool Ui::radio_group(std::string_view key, std::string_view legend, std::string& value,
                     const std::vector<std::pair<std::string, std::string>>& options, const Field& field) {
    bool changed = false;
    for (const auto& [option, label] : options) {
        const auto ticked = take(EventType::Check, child_key(key, option));
        if (!ticked || ticked->empty() || field.disabled) continue;
        value = option;
        changed = true;
    }
    begin(control(Role::RadioGroup, key, legend, field));
    for (const auto& [option, label] : options) {
        Node radio = node(Role::Radio, child_key(key, option), label);
        radio.value = option;
        set(radio, FlagChecked, option == value);
        set(radio, FlagDisabled, field.disabled);
        leaf(std::move(radio));
    }
    end();
    return changed;
}

bool Ui::file(std::string_view key, std::string_view label, std::string& name, std::string_view accept,
              const Field& field) {
    auto chosen = take(EventType::File, key);
    const bool changed = chosen && !field.disabled;
    if (changed) name = std::move(*chosen);
    Node file = control(Role::File, key, label, field);
    file.value = name;
    file.accept = accept;
    leaf(std::move(file));
    return changed;
}

bool Ui::pad(std::string_view key, std::string_view label, std::vector<std::vector<int>>& strokes, const Field& field) {
    bool changed = false;
    for (auto drawn = take(EventType::Stroke, key); drawn; drawn = take(EventType::Stroke, key)) {
        std::vector<int> stroke = parse_stroke(*drawn);
        if (stroke.empty() || field.disabled) continue;
        strokes.push_back(std::move(stroke));
        changed = true;
    }
    Node pad = control(Role::Pad, key, label, field);
    pad.value = format_strokes(strokes);
    leaf(std::move(pad));
    return changed;
}

bool Ui::button(std::string_view key, std::string_view label, ButtonStyle style, bool disabled) {
    const bool clicked = take(EventType::Click, key).has_value() && !disabled;
    Node button = node(Role::Button, key, label);
    set(button, FlagPrimary, style == ButtonStyle::Primary);
    set(button, FlagDanger, style == ButtonStyle::Danger);
    set(button, FlagDisabled, disabled);
    leaf(std::move(button));
    return clicked;
}

bool Ui::link(std::string_view key, std::string_view label, std::string_view address) {
    const bool clicked = take(EventType::Click, key).has_value();
    if (clicked && address.size() > 1 && address[0] == '#' && address[1] != '/') focus(address.substr(1));
    Node link = node(Role::Link, key, label);
    link.value = address;
    leaf(std::move(link));
    return clicked;
}

// ---- beside the nodes

void Ui::focus(std::string_view key) { tree_.want_focus(key); }

void Ui::effect(std::string_view name, std::string payload) { tree_.want_effect(name, std::move(payload)); }

bool Ui::blurred(std::string_view key) const {
    return pass_ == Pass::Consume && std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
               return event.type == EventType::Blur && event.key == key;
           });
}

bool Ui::message(std::string_view name, std::string& payload) {
    auto answer = take(EventType::Message, name);
    if (answer) payload = std::move(*answer);
    return answer.has_value();
}

bool Ui::route(std::string& route) {
    bool changed = false;
    for (auto address = take(EventType::Route, {}); address; address = take(EventType::Route, {})) {
        route = std::move(*address);
        changed = true;
    }
    return changed;
}

// Each stroke and each answer counts; of what else a key was given since the last pass, the latest does.
std::optional<std::string> Ui::take(EventType type, std::string_view key) {
    if (pass_ != Pass::Consume) return std::nullopt;
    const bool each = type == EventType::Stroke || type == EventType::Message || type == EventType::Route;
    std::optional<std::string> value;
    for (auto event = events_.begin(); event != events_.end() && !(each && value);) {
        if (event->type == type && (event->key == key || type == EventType::Route)) {
            value = std::move(event->value);
            event = events_.erase(event);
        } else {
            ++event;
        }
    }
    return value;
}

// ---- runner-facing

void Ui::push(Event event) {
    tree_.observe(event);
    switch (event.type) {
    case EventType::Focus:
        focused_ = event.key;
        return;
    case EventType::Hover:
        hovered_ = event.key;
        return;
    case EventType::Shown:
        return;
    case EventType::Blur:
        if (focused_ == event.key) focused_.clear();
        break;
    default:
        break;
    }
    events_.push_back(std::move(event));
}

bool Ui::pending() const { return !events_.empty(); }

void Ui::begin_consume() { pass_ = Pass::Consume; }

void Ui::end_consume() {
    events_.clear();
    pass_ = Pass::Idle;
}

void Ui::begin_emit() {
    tree_.begin();
    parents_.clear();
    pass_ = Pass::Emit;
}

Bytes Ui::scene() const {
    const std::vector<Node>& nodes = tree_.declared();
    const auto index_of = [&](const std::string& key) {
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.key == key; });
        return key.empty() || found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
    };
    return write_scene(nodes, index_of(focused_), index_of(hovered_));
}

std::string Ui::end_emit(const Places* places) {
    pass_ = Pass::Idle;
    return tree_.diff(places);
}

void Ui::forget() { tree_.forget(); }

} // namespace pli::semantics
