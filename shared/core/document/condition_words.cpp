#include "core/document/condition_words.hpp"

#include <string_view>

namespace pli {

namespace {

constexpr std::string_view is_value = "\u00a0: ";
constexpr std::string_view both = "\u00a0; ";
constexpr std::string_view either = " / ";

void add(std::string& words, std::string_view joint, const std::string& more) {
    if (!words.empty() && !more.empty()) words += joint;
    words += more;
}

/// "Situation : Seul(e)"; with `others`, every option but this one: "Situation : En couple / Veuf".
std::string comparison_words(const Form& form, const Condition& condition, bool others) {
    const Item* item = find_item(form, condition.path);
    if (item == nullptr) return {};
    std::string labels;
    for (const Option& option : item->options)
        if ((option.value == condition.value) != others) add(labels, either, option.label);
    return labels.empty() ? labels : item->label + std::string(is_value) + labels;
}

bool compares(const Condition& condition) {
    return condition.op == Condition::Op::Is || condition.op == Condition::Op::Has;
}

} // namespace

std::string condition_words(const Form& form, const Condition& condition) {
    std::string words;
    switch (condition.op) {
    case Condition::Op::Is:
    case Condition::Op::Has:
        return comparison_words(form, condition, false);
    case Condition::Op::Ticked:
    case Condition::Op::Answered:
        if (const Item* item = find_item(form, condition.path)) words = item->label;
        break;
    case Condition::Op::All:
        for (const Condition& part : condition.parts) add(words, both, condition_words(form, part));
        break;
    case Condition::Op::Any:
        for (const Condition& part : condition.parts) add(words, either, condition_words(form, part));
        break;
    case Condition::Op::Not:
        if (!condition.parts.empty() && compares(condition.parts.front()))
            words = comparison_words(form, condition.parts.front(), true);
        break;
    case Condition::Op::Always:
        break;
    }
    return words;
}

} // namespace pli
