// Addresses of the screens, and which of them may be shown now.
#pragma once

#include "ui/session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pli::ui {

/// "#/", "#/saisie/2" (steps count from 1), "#/relecture", …
std::string route_of(const Place& place);

/// The place of an address; Accueil for an unknown one, the first step for "#/saisie".
Place place_of(std::string_view route);

/// Where a wish to go to `wanted` really leads.
struct Way {
    Place place;
    std::string_view reason; ///< key of the catalogue when it is not the wanted place, else empty
};

/// The wanted place, or the first one that is not finished yet and why.
Way way_to(const Session& session, const Place& wanted, const Date& today);

} // namespace pli::ui
