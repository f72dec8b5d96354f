// The own card in a form.
#pragma once

#include "core/state/answers.hpp"

#include <string_view>

namespace pli {

/// Fills the blocks of whoever has this role with the answers of their card. What is answered already stays.
void fill_own_blocks(const Form& form, std::string_view role, const Answers& card, Answers& answers);

/// Empties in the blocks of this role what is as the card has it: it was somebody else's block.
void clear_own_blocks(const Form& form, std::string_view role, const Answers& card, Answers& answers);

} // namespace pli
