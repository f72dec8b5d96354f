// Roles in the territory: who the sender is, and who the recipients are.
#pragma once

#include "ui/summary.hpp"
#include "ui/view.hpp"

#include <string>
#include <vector>

namespace pli::ui {

/// Whether the sender still has to say who he is.
bool lacks_sender_role(const Session& session);

/// Marks the missing role as refused: false when there is nothing to refuse.
bool refuse_sender(Session& session);

/// "Vous êtes": asked only where several roles may send the form.
void sender_role_field(View& view);

/// What is wrong with the sender's role once he tried to go on, and not before.
std::vector<Complaint> sender_complaints(const View& view);

/// Whether recipients have roles at all.
bool asks_recipient_roles(const Session& session);

/// The rule that says whom the form is addressed to.
void routing_rule(View& view);

/// The role of one recipient, by his place in the list; `complaints` are those of recipient_complaints.
void recipient_role_field(View& view, std::size_t n, const std::vector<Complaint>& complaints);

/// The roles of those who will be given the passphrase.
void passphrase_roles_field(View& view, const std::vector<Complaint>& complaints);

/// Everything that the routes of the territory have to say about the recipients as they stand. What concerns nobody
/// in particular leads to `list_field`.
std::vector<Complaint> recipient_complaints(const View& view, std::string_view list_field);

/// The sentence for one field, or nothing.
std::string complaint_about(const std::vector<Complaint>& complaints, std::string_view field);

/// Key of the group of roles for a passphrase.
inline constexpr std::string_view passphrase_roles = "phrase-roles";

} // namespace pli::ui
