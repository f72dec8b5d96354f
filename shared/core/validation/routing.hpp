// Who may address a form to whom: the routes of a territory (definition/form.hpp).
#pragma once

#include "core/definition/form.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// What is wrong with a sender and his recipients. Codes, with the params that a message may use:
///   route.sender     (role)        this role may not send this form here
///   route.role                     this recipient has no role, or one that the territory does not know
///   route.forbidden  (role, rule)  this recipient's role may not receive it from this sender
///   route.missing    (role, rule)  no recipient has a role that must be among them
///   route.nobody     (rule)        there is no recipient at all
struct RoutingFault {
    std::string code;
    std::optional<std::size_t> recipient; ///< which one of those given
    Params params;                        ///< role: its label, or its name when it has none here

    bool operator==(const RoutingFault&) const = default;
};

/// The roles that may send the form in this territory, in the order of the form: those that the territory knows
/// and, when it has routes for the form, from which one starts.
std::vector<Option> sender_roles(const Territory& territory, const Form& form);

/// The route of a role for a form, or nullptr. Where no route says anything about a form, anyone may receive it.
const Route* find_route(const Territory& territory, const Form& form, std::string_view from);
bool is_routed(const Territory& territory, const Form& form);

/// Everything wrong with the recipients' roles, in their order, then with those who are missing. An empty role is
/// one that was not chosen; where the form has no route none is needed.
std::vector<RoutingFault> check_routing(const Territory& territory, const Form& form, std::string_view from,
                                        const std::vector<std::string>& recipients);

} // namespace pli
