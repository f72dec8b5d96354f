#include "ui/roles.hpp"

#include "core/validation/routing.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view sender_field = "vous-etes";

/// The screen's mark for a role that was wanted and not given, beside those of the items.
constexpr std::string_view sender_mark = "#vous-etes";

Choices choices_of(const std::vector<Option>& roles) {
    Choices choices;
    for (const Option& role : roles) choices.emplace_back(role.value, role.label);
    return choices;
}

std::string role_field_of(const Recipient& recipient) { return "cle-" + recipient.fingerprint + "-role"; }

std::vector<std::string> chosen_roles(const Addressing& addressing) {
    if (addressing.locks == Locks::Passphrase) return addressing.roles;
    std::vector<std::string> roles;
    for (const Recipient& recipient : addressing.recipients) roles.push_back(recipient.role);
    return roles;
}

} // namespace

bool lacks_sender_role(const Session& session) {
    return session.sender_role.empty() && !possible_sender_roles(session).empty();
}

std::vector<Complaint> sender_complaints(const View& view) {
    const std::vector<std::string>& refused = view.session.refused;
    const bool was_refused = std::find(refused.begin(), refused.end(), sender_mark) != refused.end();
    if (!was_refused || !lacks_sender_role(view.session)) return {};
    return {{std::string(sender_field), view.say("emetteur.a-choisir")}};
}

void sender_role_field(View& view) {
    Session& session = view.session;
    const std::vector<Option> roles = possible_sender_roles(session);
    if (roles.size() < 2) return;
    semantics::Field field = required_field();
    field.hint = view.say("emetteur.aide");
    field.error = complaint_about(sender_complaints(view), sender_field);
    std::string role = session.sender_role;
    if (!view.ui.radio_group(sender_field, view.say("emetteur.vous-etes"), role, choices_of(roles), field)) return;
    session.choose_sender_role(role);
}

bool refuse_sender(Session& session) {
    if (!lacks_sender_role(session)) return false;
    session.refused.emplace_back(sender_mark);
    return true;
}

bool asks_recipient_roles(const Session& session) { return is_routed(*session.form_territory, *session.form); }

void routing_rule(View& view) {
    const Session& session = view.session;
    const Route* route = find_route(*session.form_territory, *session.form, session.sender_role);
    if (route) view.ui.text("regle-adressage", route->rule);
}

void recipient_role_field(View& view, std::size_t n, const std::vector<Complaint>& complaints) {
    Recipient& recipient = view.session.addressing.recipients[n];
    const std::string key = role_field_of(recipient);
    Choices choices = {{"", view.say("destinataires.role-choisir")}};
    for (auto& choice : choices_of(view.session.form_territory->roles)) choices.push_back(std::move(choice));
    semantics::Field field = required_field();
    field.error = complaint_about(complaints, key);
    view.ui.select(key, view.say("destinataires.role", {{"n", std::to_string(n + 1)}}), recipient.role, choices, field);
}

void passphrase_roles_field(View& view, const std::vector<Complaint>& complaints) {
    std::vector<std::string>& chosen = view.session.addressing.roles;
    const std::vector<Option>& known = view.session.form_territory->roles;
    view.ui.begin_group(passphrase_roles, view.say("destinataires.phrase-roles"),
                        complaint_about(complaints, passphrase_roles));
    std::vector<std::string> kept;
    for (const Option& role : known) {
        bool ticked = std::find(chosen.begin(), chosen.end(), role.value) != chosen.end();
        view.ui.checkbox(std::string(passphrase_roles) + "-" + role.value, role.label, ticked);
        if (ticked) kept.push_back(role.value);
    }
    view.ui.end_group();
    chosen = std::move(kept);
}

std::vector<Complaint> recipient_complaints(const View& view, std::string_view list_field) {
    const Session& session = view.session;
    const Addressing& addressing = session.addressing;
    std::vector<Complaint> complaints;
    for (const RoutingFault& fault :
         check_routing(*session.form_territory, *session.form, session.sender_role, chosen_roles(addressing))) {
        const bool has_field = fault.recipient && addressing.locks == Locks::Keys;
        const std::string field(has_field ? role_field_of(addressing.recipients[*fault.recipient]) : list_field);
        const std::string sentence = view.say("fault." + fault.code, fault.params);
        const auto same = std::find_if(complaints.begin(), complaints.end(),
                                       [&](const Complaint& other) { return other.field == field; });
        if (same == complaints.end())
            complaints.push_back({field, sentence});
        else
            same->sentence += " " + sentence; // one line of the summary a field
    }
    return complaints;
}

std::string complaint_about(const std::vector<Complaint>& complaints, std::string_view field) {
    for (const Complaint& complaint : complaints)
        if (complaint.field == field) return complaint.sentence;
    return {};
}

} // namespace pli::ui
