#include "ui/registre_desk.hpp"

#include <utility>

namespace pli::ui {

void RegisterDesk::take(Register next) {
    if (next == content) return;
    content = std::move(next);
    changed = true;
    sealed.reset();
    listing.reset();
    if (other) other->merged.reset();
}

void RegisterDesk::let_go() {
    changed = is_at_risk();
    sealed.reset();
}

const Listing& RegisterDesk::looked_at(const Date& today) {
    if (!listing) listing.emplace(content, today);
    return *listing;
}

} // namespace pli::ui
