// What an assistant concludes from the answers to its questions.
#pragma once

#include "core/state/answers.hpp"

namespace pli {

/// The first outcome whose condition holds; the last one always does.
const Outcome& outcome_of(const Assistant& assistant, const Answers& given);

/// The answers to questions that `form` asks too, as answers of that form. Hidden questions give none.
Answers carried_answers(const Assistant& assistant, const Answers& given, const Form& form);

} // namespace pli
