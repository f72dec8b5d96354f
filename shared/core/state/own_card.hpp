// The own card in a form.
#pragma once

#include "core/state/answers.hpp"

#include <string_view>

namespace pli {

/// Fills the block of whoever has this role with the answers of their card. What is answered already stays.
void fill_own_block(const Form& form, std::string_view role, const Answers& card, Answers& answers);

} // namespace pli
