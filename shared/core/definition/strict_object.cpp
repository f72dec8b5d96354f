#include "core/definition/strict_object.hpp"

#include "core/definition/formats.hpp"

#include <algorithm>
#include <utility>

namespace pli::definition {

void Problems::report(std::string_view reason, std::string_view place, std::string_view name) {
    report({family_ + "." + std::string(reason), std::string(place), {{"name", std::string(name)}}});
}

void Problems::report(Error error) {
    const bool known = std::find(all_.begin(), all_.end(), error) != all_.end(); // a block is read at each use
    if (!known && all_.size() < max_kept) all_.push_back(std::move(error));
}

void Problems::report_value(std::string_view place, std::string_view name, std::string_view code) {
    report({family_ + ".bad-value", std::string(place), {{"name", std::string(name)}, {"code", std::string(code)}}});
}

void Problems::report_excess(std::string_view place, std::string_view name, std::size_t max) {
    report({family_ + ".too-many", std::string(place), {{"name", std::string(name)}, {"max", std::to_string(max)}}});
}

StrictObject::StrictObject(const Json& json, std::string place, Problems& problems)
    : json_(json), place_(std::move(place)), problems_(problems) {
    if (!json.is_object()) problems_.report("wrong-type", place_, json.type_name());
}

std::string StrictObject::text(std::string_view name, Need need) {
    const Json* value = take(name, need);
    if (value == nullptr) return {};
    const auto* text = value->get_ptr<const std::string*>();
    if (text == nullptr) {
        refuse("wrong-type", name, name);
        return {};
    }
    if (text->empty()) refuse("empty", name, name);
    return *text;
}

std::string StrictObject::name(std::string_view name, Need need, bool dots) {
    const std::string value = text(name, need);
    std::string_view rest = value;
    bool good = value.empty(); // absent, or already reported
    while (!good) {
        const auto dot = dots ? rest.find('.') : std::string_view::npos;
        if (!is_name(rest.substr(0, dot))) break;
        good = dot == std::string_view::npos;
        if (!good) rest.remove_prefix(dot + 1);
    }
    if (!good) refuse("bad-value", name, value);
    return value;
}

bool StrictObject::flag(std::string_view name, bool fallback) {
    const Json* value = take(name, Need::Optional);
    if (value == nullptr) return fallback;
    const auto* flag = value->get_ptr<const bool*>();
    if (flag == nullptr) refuse("wrong-type", name, name);
    return flag != nullptr ? *flag : fallback;
}

std::int64_t StrictObject::integer(std::string_view name) {
    const Json* value = take(name, Need::Required);
    if (value == nullptr) return 0;
    const auto* integer = value->get_ptr<const std::int64_t*>();
    if (integer == nullptr) refuse("wrong-type", name, name);
    return integer != nullptr ? *integer : 0;
}

const Json* StrictObject::list(std::string_view name) { return take_typed(name, Need::Required, Json::value_t::array); }

const Json* StrictObject::array(std::string_view name, Need need) {
    return take_filled(name, need, Json::value_t::array);
}

const Json* StrictObject::object(std::string_view name, Need need) {
    return take_filled(name, need, Json::value_t::object);
}

Date StrictObject::day(std::string_view name) {
    const std::string written = text(name);
    const Result<Date> day = parse_iso_date(written);
    if (day) return day.value();
    if (!written.empty()) problems_.report_value(place_of(name), name, day.error().code);
    return unreadable_day;
}

std::optional<Date> StrictObject::optional_day(std::string_view name) {
    text(name, Need::Optional);
    if (!has(name)) return std::nullopt;
    return day(name);
}

std::vector<std::string> StrictObject::texts(std::string_view name, std::size_t max) {
    return elements(array(name, Need::Optional), name, max, [&](const Json& json, const std::string& place) {
        const auto* text = json.get_ptr<const std::string*>();
        if (text == nullptr) problems_.report("wrong-type", place, name);
        return text == nullptr ? std::string() : *text;
    });
}

std::string StrictObject::place_of(std::string_view name) const { return pointer_to(place_, name); }

void StrictObject::refuse(std::string_view reason, std::string_view name, std::string_view offender) {
    problems_.report(reason, place_of(name), offender);
}

void StrictObject::finish() {
    const auto* members = json_.get_ptr<const Json::object_t*>();
    if (members == nullptr) return;
    for (const auto& [name, value] : *members)
        if (!asked_.contains(name)) refuse("unknown-member", name, name);
}

const Json* StrictObject::take(std::string_view name, Need need) {
    asked_.emplace(name);
    const Json* value = member(json_, name);
    if (value == nullptr && need == Need::Required) problems_.report("missing-member", place_, name);
    return value;
}

const Json* StrictObject::take_typed(std::string_view name, Need need, Json::value_t type) {
    const Json* value = take(name, need);
    if (value == nullptr || value->type() == type) return value;
    refuse("wrong-type", name, name);
    return nullptr;
}

const Json* StrictObject::take_filled(std::string_view name, Need need, Json::value_t type) {
    const Json* value = take_typed(name, need, type);
    if (value != nullptr && value->empty()) refuse("empty", name, name);
    return value;
}

std::string pointer_to(std::string_view place, std::string_view token) {
    std::string pointer(place);
    pointer += '/';
    for (const char c : token) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string pointer_to(std::string_view place, std::size_t index) { return pointer_to(place, std::to_string(index)); }

} // namespace pli::definition
