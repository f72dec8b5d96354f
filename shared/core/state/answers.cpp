#include "core/state/answers.hpp"

#include "core/base/text.hpp"
#include "core/definition/rows.hpp"
#include "core/state/rows.hpp"

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

/// The number of rows of a list, which no list may go beyond.
std::optional<std::size_t> row_count_from_json(const Json& json) {
    if (!json.is_number_integer()) return std::nullopt;
    const auto count = json.get<std::int64_t>();
    return count >= 0 && count <= max_rows ? std::optional(static_cast<std::size_t>(count)) : std::nullopt;
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

std::size_t Answers::row_count(std::string_view path) const {
    const auto found = rows_.find(path);
    return found != rows_.end() ? found->second : 0;
}

void Answers::set_row_count(std::string_view path, std::size_t count) {
    std::erase_if(values_, [&](const auto& entry) {
        const std::optional<std::size_t> row = row_of(path, entry.first);
        return row && *row >= count;
    });
    if (count > 0) {
        rows_.insert_or_assign(std::string(path), count);
    } else if (const auto found = rows_.find(path); found != rows_.end()) {
        rows_.erase(found);
    }
}

void Answers::remove_row(std::string_view path, std::size_t row) {
    const std::size_t count = row_count(path);
    if (row >= count) return;
    std::map<std::string, Answer, std::less<>> kept;
    for (auto& [place, answer] : values_)
        if (std::optional<std::string> moved = path_without_row(path, row, place))
            kept.emplace(std::move(*moved), std::move(answer));
    values_ = std::move(kept);
    set_row_count(path, count - 1);
}

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
        const std::optional<Item> item = item_at(form, condition.path);
        return item && is_answered(answers, *item) && is_visible(form, answers, condition.path);
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
        if (item->receiver_only) return false;
        const std::optional<std::size_t> row = item->control == Control::Rows ? row_of(item->path, path) : std::nullopt;
        if (row && *row >= answers.row_count(item->path)) return false;
        return holds(form, answers, condition_at(form, item->visible_when, path));
    });
}

bool is_answered(const Answers& answers, const Item& item) {
    if (item.control == Control::Signature) return answers.signature.mode != Signature::Mode::None;
    if (item.control == Control::Rows) return answers.row_count(item.path) > 0;
    const std::string& text = answers.text(item.path);
    if (!text.empty()) return !fold_spaces(text).empty();
    return answers.has(item.path);
}

Answers visible_answers(const Form& form, const Answers& answers) {
    Answers visible;
    for_each_item(form, answers, [&](const Item& item) {
        if (!is_answered(answers, item) || !is_visible(form, answers, item.path)) return;
        if (item.control == Control::Signature) {
            visible.signature = answers.signature;
        } else if (item.control == Control::Rows) {
            visible.set_row_count(item.path, answers.row_count(item.path));
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
    for (const auto& [path, count] : answers.row_counts()) json[path] = count;
    if (answers.signature.mode != Signature::Mode::None)
        json[std::string(signature_key)] = signature_to_json(answers.signature);
    return json;
}

namespace {

/// Sets one member of the exchange; those of a row come after the one that counts the rows.
Status set_from_json(const Form& form, Answers& answers, const std::string& path, const Json& value) {
    if (path == signature_key) {
        Result<Signature> signature = signature_from_json(value);
        if (!signature) return signature.error();
        answers.signature = std::move(signature).value();
        return done();
    }
    const std::vector<const Item*> chain = chain_to(form, path);
    const Item* item = chain.empty() || path.find(any_row) != std::string::npos ? nullptr : chain.back();
    const bool takes_value = item != nullptr && (is_answer(item->control) || item->control == Control::Rows);
    const bool in_rows = std::all_of(chain.begin(), chain.end(), [&](const Item* outer) {
        const std::optional<std::size_t> row = row_of(outer->path, path);
        return outer->control != Control::Rows || !row || *row < answers.row_count(outer->path);
    });
    if (!takes_value || !in_rows || item->control == Control::Signature) return Error{"answers.unknown-path", path, {}};

    const Error wrong{"answers.wrong-type", path, {}};
    if (item->control == Control::Rows) {
        const std::optional<std::size_t> count = row_count_from_json(value);
        if (!count) return wrong;
        answers.set_row_count(path, *count);
        return done();
    }
    std::optional<Answer> answer = answer_from_json(item->control, value);
    if (!answer) return wrong;
    answers.set(path, std::move(*answer));
    return done();
}

} // namespace

Result<Answers> answers_from_json(const Form& form, const Json& json) {
    const auto* members = json.get_ptr<const Json::object_t*>();
    if (members == nullptr) return Error{"answers.syntax", "", {}};
    Answers answers;
    for (const auto& [path, value] : *members) { // sorted: "list" before "list.0.name"
        const Status set = set_from_json(form, answers, path, value);
        if (!set) return set.error();
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
