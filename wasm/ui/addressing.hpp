// Who can open what is being sealed, a fiche or a register: the same controls on both screens.
#pragma once

#include "ui/summary.hpp"

#include <vector>

namespace pli::ui {

/// Keys of recipients or a generated passphrase, and the armored form. `complaints` as below, once asked for;
/// `with_roles`: recipients have roles in the territory of the form in progress.
void locks_controls(View& view, const std::vector<Complaint>& complaints, bool with_roles);

/// What keeps the file from being sealed now.
std::vector<Complaint> missing_locks(const View& view);

/// The members of a "seal" effect that say how to seal: created, recipients, passphrase, armor.
Json locks_payload(const View& view);

} // namespace pli::ui
