// What makes an item appear, in the form's own words: printed beside it where nothing can appear by itself.
#pragma once

#include "core/definition/form.hpp"

#include <string>

namespace pli {

/// "Habilitation : Supprimée" for {"field": …, "is": "supprimee"}; the label of what must be ticked or answered;
/// several conditions joined by " ; ", alternatives by " / ". Empty when there is no condition, or no words for it.
std::string condition_words(const Form& form, const Condition& condition);

} // namespace pli
