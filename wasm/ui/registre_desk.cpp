#include "ui/registre_desk.hpp"

#include <algorithm>
#include <utility>

namespace pli::ui {

bool ActsDraft::has_unsaved_files() const {
    return std::any_of(files.begin(), files.end(), [](const SealedAct& act) { return !act.saved; });
}

void RegisterDesk::take(Register next) {
    if (next == content) return;
    content = std::move(next);
    changed = true;
    sealed.reset();
    listing.reset();
    if (other) other->merged.reset();
    acts.proposed.reset();
    acts.accepted = false;
}

const std::vector<Act>& RegisterDesk::proposed_acts() {
    if (!acts.proposed) acts.proposed = acts_of(content, acts.kind, acts.again);
    return *acts.proposed;
}

void RegisterDesk::let_go() {
    changed = changed || !saved;
    sealed.reset();
}

const Listing& RegisterDesk::looked_at(const Date& today) {
    if (!listing) listing.emplace(content, today);
    return *listing;
}

} // namespace pli::ui
