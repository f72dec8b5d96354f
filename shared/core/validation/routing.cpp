#include "core/validation/routing.hpp"

#include <algorithm>

namespace pli {

namespace {

bool among(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

const Option* find_role(const Territory& territory, std::string_view role) {
    const auto found = std::find_if(territory.roles.begin(), territory.roles.end(),
                                    [role](const Option& one) { return one.value == role; });
    return found == territory.roles.end() ? nullptr : &*found;
}

std::string label_of(const Territory& territory, std::string_view role) {
    const Option* known = find_role(territory, role);
    return known != nullptr ? known->label : std::string(role);
}

} // namespace

const Route* find_route(const Territory& territory, const Form& form, std::string_view from) {
    for (const Route& route : territory.routes)
        if (route.from == from && among(route.forms, form.id)) return &route;
    return nullptr;
}

bool is_routed(const Territory& territory, const Form& form) {
    return std::any_of(territory.routes.begin(), territory.routes.end(),
                       [&](const Route& route) { return among(route.forms, form.id); });
}

std::vector<Option> sender_roles(const Territory& territory, const Form& form) {
    const bool routed = is_routed(territory, form);
    std::vector<Option> roles;
    for (const std::string& role : form.sender_roles) {
        const Option* known = find_role(territory, role);
        if (known != nullptr && (!routed || find_route(territory, form, role) != nullptr)) roles.push_back(*known);
    }
    return roles;
}

std::vector<RoutingFault> check_routing(const Territory& territory, const Form& form, std::string_view from,
                                        const std::vector<std::string>& recipients) {
    std::vector<RoutingFault> faults;
    const std::vector<Option> senders = sender_roles(territory, form);
    if (std::none_of(senders.begin(), senders.end(), [from](const Option& role) { return role.value == from; })) {
        faults.push_back({"route.sender", {}, {{"role", label_of(territory, from)}}});
        return faults;
    }
    const Route* route = find_route(territory, form, from);
    for (std::size_t n = 0; n < recipients.size(); ++n) {
        const std::string& role = recipients[n];
        if (find_role(territory, role) == nullptr) {
            if (route != nullptr || !role.empty()) faults.push_back({"route.role", n, {}});
        } else if (route != nullptr && !among(route->to, role)) {
            faults.push_back({"route.forbidden", n, {{"role", label_of(territory, role)}, {"rule", route->rule}}});
        }
    }
    if (route == nullptr) return faults;
    for (const std::string& role : route->required)
        if (!among(recipients, role))
            faults.push_back({"route.missing", {}, {{"role", label_of(territory, role)}, {"rule", route->rule}}});
    if (recipients.empty() && route->required.empty()) faults.push_back({"route.nobody", {}, {{"rule", route->rule}}});
    return faults;
}

} // namespace pli
