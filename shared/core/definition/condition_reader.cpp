#include "core/definition/condition_reader.hpp"

#include <algorithm>

namespace pli::definition {

std::string_view why_unknown(const KnownAnswers& known, std::string_view path) {
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
        const auto around = known.find(path.substr(0, dot));
        if (around != known.end() && around->second.control == Control::Rows) return "repeated-field";
    }
    return "unknown-field";
}

std::string resolve_path(std::string_view written, std::string_view prefix) {
    if (!written.starts_with('.')) return std::string(written);
    if (prefix.empty()) return std::string(written.substr(1));
    return std::string(prefix) + std::string(written);
}

Condition ConditionReader::read(const Json& json, const std::string& place, std::string_view prefix) {
    return read(json, place, prefix, Position::Demand);
}

Condition ConditionReader::read(const Json& json, const std::string& place, std::string_view prefix,
                                Position position) {
    StrictObject object(json, place, problems_);
    Condition condition;
    if (object.has("all")) {
        condition = read_parts(object, "all", prefix, position);
    } else if (object.has("any")) {
        condition = read_parts(object, "any", prefix, Position::Nested);
    } else if (object.has("not")) {
        condition.op = Condition::Op::Not;
        if (const Json* part = object.object("not"))
            condition.parts.push_back(read(*part, object.place_of("not"), prefix, Position::Nested));
    } else if (object.has("ticked")) {
        condition.op = Condition::Op::Ticked;
        const AnswerFacts* facts = answer(object, "ticked", prefix, condition.path);
        const bool fits = facts != nullptr && facts->control == Control::Tick &&
                          !(facts->capture_only && position == Position::Nested);
        if (facts != nullptr && !fits) object.refuse("bad-value", "ticked", condition.path);
    } else if (object.has("answered")) {
        condition.op = Condition::Op::Answered;
        const AnswerFacts* facts = answer(object, "answered", prefix, condition.path);
        if (facts != nullptr && facts->capture_only) object.refuse("bad-value", "answered", condition.path);
    } else {
        condition = read_comparison(object, prefix);
    }
    object.finish();
    return condition;
}

Condition ConditionReader::read_comparison(StrictObject& object, std::string_view prefix) {
    Condition condition;
    const bool is = object.has("is");
    const std::string_view name = is ? "is" : "has";
    condition.op = is ? Condition::Op::Is : Condition::Op::Has;
    const AnswerFacts* facts = answer(object, "field", prefix, condition.path);
    condition.value = object.text(name);
    if (facts == nullptr) return condition;

    const bool compares =
        is ? facts->control == Control::Choice || facts->control == Control::YesNo : facts->control == Control::Multi;
    const bool possible = std::find(facts->values.begin(), facts->values.end(), condition.value) != facts->values.end();
    if (!compares || !possible) object.refuse("bad-value", name, condition.value);
    return condition;
}

Condition ConditionReader::read_parts(StrictObject& object, std::string_view name, std::string_view prefix,
                                      Position position) {
    Condition condition;
    condition.op = name == "all" ? Condition::Op::All : Condition::Op::Any;
    const Json* parts = object.array(name);
    if (parts == nullptr) return condition;
    for (const Json& part : *parts)
        condition.parts.push_back(
            read(part, pointer_to(object.place_of(name), condition.parts.size()), prefix, position));
    return condition;
}

const AnswerFacts* ConditionReader::answer(StrictObject& object, std::string_view name, std::string_view prefix,
                                           std::string& path) {
    path = resolve_path(object.text(name), prefix);
    const auto found = known_.find(path);
    if (found != known_.end()) return &found->second;
    object.refuse(why_unknown(known_, path), name, path);
    return nullptr;
}

} // namespace pli::definition
