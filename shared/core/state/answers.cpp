#include "core/state/answers.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace pli {

namespace {

constexpr std::string_view signature_key = "signature";

const std::string no_text;
const std::vector<std::string> no_list;

bool is_nothing(const Answer& answer) {
    if (const auto* text = std::get_if<std::string>(&answer)) return text->empty();
    if (const auto* tick = std::get_if<bool>(&answer)) return !*tick;
    const auto* list = std::get_if<std::vector<std::string>>(&answer);
    return list == nullptr || list->empty();
}

std::optional<std::vector<std::string>> texts_of(const Json& json) {
    std::vector<std::string> texts;
    for (const Json& element : json) {
        const auto* text = element.get_ptr<const std::string*>();
        if (text == nullptr) return std::nullopt;
        texts.push_back(*text);
    }
    return texts;
}

/// The answer in the type that the control calls for.
std::optional<Answer> answer_from_json(Control control, const Json& json) {
    if (control == Control::Tick) {
        const auto* tick = json.get_ptr<const bool*>();
        return tick != nullptr ? std::optional<Answer>(*tick) : std::nullopt;
    }
    if (control == Control::Multi) {
        if (!json.is_array()) return std::nullopt;
        std::optional<std::vector<std::string>> texts = texts_of(json);
        return texts ? std::optional<Answer>(std::move(*texts)) : std::nullopt;
    }
    const auto* text = json.get_ptr<const std::string*>();
    return text != nullptr ? std::optional<Answer>(*text) : std::nullopt;
}

std::optional<std::vector<int>> stroke_from_json(const Json& json) {
    if (!json.is_array() || json.size() % 2 != 0) return std::nullopt;
    std::vector<int> stroke;
    for (const Json& number : json) {
        if (!number.is_number_integer()) return std::nullopt;
        const auto value = number.get<std::int64_t>();
        if (value < 0 || value > std::numeric_limits<std::int16_t>::max()) return std::nullopt;
        stroke.push_back(static_cast<int>(value));
    }
    return stroke;
}

bool any_or_all(const Form& form, const Answers& answers, const Condition& condition) {
    const bool all = condition.op == Condition::Op::All;
    for (const Condition& part : condition.parts)
        if (holds(form, answers, part) != all) return !all;
    return all;
}

} // namespace

void Answers::set(std::string_view path, Answer answer) {
    if (is_nothing(answer)) {
        if (const auto found = values_.find(path); found != values_.end()) values_.erase(found);
        return;
    }
    values_.insert_or_assign(std::string(path), std::move(answer));
}

const std::string& Answers::text(std::string_view path) const {
    const auto found = values_.find(path);
    const auto* text = found != values_.end() ? std::get_if<std::string>(&found->second) : nullptr;
    return text != nullptr ? *text : no_text;
}

bool Answers::ticked(std::string_view path) const {
    const auto found = values_.find(path);
    const auto* tick = found != values_.end() ? std::get_if<bool>(&found->second) : nullptr;
    return tick != nullptr && *tick;
}

const std::vector<std::string>& Answers::list(std::string_view path) const {
    const auto found = values_.find(path);
    const auto* list = found != values_.end() ? std::get_if<std::vector<std::string>>(&found->second) : nullptr;
    return list != nullptr ? *list : no_list;
}

bool Answers::has(std::string_view path) const { return values_.contains(path); }

bool holds(const Form& form, const Answers& answers, const Condition& condition) {
    switch (condition.op) {
    case Condition::Op::Always:
        return true;
    case Condition::Op::Is:
        return answers.text(condition.path) == condition.value && is_visible(form, answers, condition.path);
    case Condition::Op::Has: {
        const std::vector<std::string>& list = answers.list(condition.path);
        return std::find(list.begin(), list.end(), condition.value) != list.end() &&
               is_visible(form, answers, condition.path);
    }
    case Condition::Op::Ticked:
        return answers.ticked(condition.path) && is_visible(form, answers, condition.path);
    case Condition::Op::Answered: {
        const Item* item = find_item(form, condition.path);
        return item != nullptr && is_answered(answers, *item) && is_visible(form, answers, condition.path);
    }
    case Condition::Op::All:
    case Condition::Op::Any:
        return any_or_all(form, answers, condition);
    case Condition::Op::Not:
        return !condition.parts.empty() && !holds(form, answers, condition.parts.front());
    }
    return false;
}

bool is_visible(const Form& form, const Answers& answers, std::string_view path) {
    const std::vector<const Item*> chain = chain_to(form, path);
    if (chain.empty()) return false;
    return std::all_of(chain.begin(), chain.end(), [&](const Item* item) {
        return !item->receiver_only && holds(form, answers, item->visible_when);
    });
}

bool is_answered(const Answers& answers, const Item& item) {
    if (item.control == Control::Signature) return answers.signature.mode != Signature::Mode::None;
    const std::string& text = answers.text(item.path);
    if (!text.empty()) return !fold_spaces(text).empty();
    return answers.has(item.path);
}

Answers visible_answers(const Form& form, const Answers& answers) {
    Answers visible;
    for_each_item(form, [&](const Item& item) {
        if (!is_answer(item.control) || !is_answered(answers, item) || !is_visible(form, answers, item.path)) return;
        if (item.control == Control::Signature) {
            visible.signature = answers.signature;
        } else {
            visible.set(item.path, answers.all().find(item.path)->second);
        }
    });
    return visible;
}

Json answers_to_json(const Answers& answers) {
    Json json = Json::object();
    for (const auto& [path, answer] : answers.all())
        std::visit([&json, &key = path](const auto& value) { json[key] = value; }, answer);
    if (answers.signature.mode != Signature::Mode::None)
        json[std::string(signature_key)] = signature_to_json(answers.signature);
    return json;
}

Result<Answers> answers_from_json(const Form& form, const Json& json) {
    const auto* members = json.get_ptr<const Json::object_t*>();
    if (members == nullptr) return Error{"answers.syntax", "", {}};
    Answers answers;
    for (const auto& [path, value] : *members) {
        if (path == signature_key) {
            Result<Signature> signature = signature_from_json(value);
            if (!signature) return signature.error();
            answers.signature = std::move(signature).value();
            continue;
        }
        const Item* item = find_item(form, path);
        if (item == nullptr || !is_answer(item->control) || item->control == Control::Signature)
            return Error{"answers.unknown-path", path, {}};
        std::optional<Answer> answer = answer_from_json(item->control, value);
        if (!answer) return Error{"answers.wrong-type", path, {}};
        answers.set(path, std::move(*answer));
    }
    return answers;
}

Json signature_to_json(const Signature& signature) {
    if (signature.mode == Signature::Mode::Drawn) return {{"mode", "dessin"}, {"traits", signature.strokes}};
    return {{"mode", "papier"}};
}

Result<Signature> signature_from_json(const Json& json) {
    const Error wrong{"answers.wrong-type", std::string(signature_key), {}};
    const std::string mode = text_member_or(json, "mode", "");
    if (mode == "papier" && json.size() == 1) return Signature{Signature::Mode::Paper, {}};
    const Json* strokes = member(json, "traits");
    if (mode != "dessin" || json.size() != 2 || strokes == nullptr || !strokes->is_array()) return wrong;

    Signature signature{Signature::Mode::Drawn, {}};
    for (const Json& element : *strokes) {
        std::optional<std::vector<int>> stroke = stroke_from_json(element);
        if (!stroke) return wrong;
        signature.strokes.push_back(std::move(*stroke));
    }
    return signature;
}

} // namespace pli
