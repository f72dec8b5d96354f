#include "core/state/assistant.hpp"

#include <algorithm>

namespace pli {

const Outcome& outcome_of(const Assistant& assistant, const Answers& given) {
    const auto found = std::find_if(assistant.outcomes.begin(), assistant.outcomes.end(), [&](const Outcome& outcome) {
        return holds(assistant.questions, given, outcome.when);
    });
    return found != assistant.outcomes.end() ? *found : assistant.outcomes.back();
}

Answers carried_answers(const Assistant& assistant, const Answers& given, const Form& form) {
    const Answers shown = visible_answers(assistant.questions, given);
    Answers carried;
    for (const auto& [question, path] : assistant.carried)
        if (shown.has(question) && find_item(form, path) != nullptr)
            carried.set(path, shown.all().find(question)->second);
    return carried;
}

} // namespace pli
