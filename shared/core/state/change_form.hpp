// From one form to another: answers are kept where both ask the same.
#pragma once

#include "core/state/answers.hpp"

#include <vector>

namespace pli {

/// The answers that `to` can take over: those of items of equal path, control and kind, if it offers their values.
/// The rows of a list that both have come along, as many as `to` may have, each with what it can take.
/// What a person states or signs is about one document: answers of other stages than typing, and the
/// signature, stay behind.
Answers kept_answers(const Form& from, const Answers& answers, const Form& to);

/// The items of `from` whose answers are shown now and would not be kept, in the form's order; but for days that both
/// forms start with. A list of which a row, or an answer in a row, would not be kept comes once, itself.
std::vector<const Item*> lost_answers(const Form& from, const Answers& answers, const Form& to);

} // namespace pli
