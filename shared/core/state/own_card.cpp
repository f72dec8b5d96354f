#include "core/state/own_card.hpp"

namespace pli {

void fill_own_blocks(const Form& form, std::string_view role, const Answers& card, Answers& answers) {
    for (const OwnBlock& block : form.own) {
        if (block.role != role) continue;
        for (const auto& [own, path] : block.answers)
            if (!answers.has(path)) answers.set(path, card.text(own));
    }
}

void clear_own_blocks(const Form& form, std::string_view role, const Answers& card, Answers& answers) {
    for (const OwnBlock& block : form.own) {
        if (block.role != role) continue;
        for (const auto& [own, path] : block.answers)
            if (answers.text(path) == card.text(own)) answers.set(path, std::string());
    }
}

} // namespace pli
