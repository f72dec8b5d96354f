// Who can open what is being sealed: the same controls on all screens that seal.
#pragma once

#include "ui/summary.hpp"

#include <vector>

namespace pli::ui {

/// Keys of recipients or a generated passphrase, and the armored form. `complaints` as below, once asked for. Those
/// of a fiche have roles, if its territory routes the form. For the others, a register is open.
void locks_controls(View& view, SealedThing what, const std::vector<Complaint>& complaints);

/// Produces and shows a passphrase, and has the user say that it was noted down.
void generated_passphrase(View& view, SealedThing what, const std::vector<Complaint>& complaints);

/// What keeps the file from being sealed now.
std::vector<Complaint> missing_locks(const View& view, const Addressing& addressing);

/// The members of a "seal" effect that say how to seal: created, recipients, passphrase, armor, signer.
Json locks_payload(const View& view, const Addressing& addressing);

/// How the effects "recipients" and "passphrase" name what they are for, and back (a fiche for an unknown name).
std::string_view name_of(SealedThing what);
SealedThing thing_named(std::string_view name);

} // namespace pli::ui
