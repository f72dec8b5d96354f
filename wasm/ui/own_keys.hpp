// The user's own keys, as far as the page knows them: what is public of them. The secrets are in the vault's worker.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// The keys are there, but the screen is hidden until they are unlocked again.
[[nodiscard]] bool is_locked(const Session& session);

/// What takes the place of every screen while the keys are locked.
void lock_screen(View& view);

/// While scrypt computes: that it does, and how to stop it.
void key_computation(View& view);

/// Key file, signature file and passphrase, with the button that unlocks them; `with_signature`: the keys sign, so that
/// both files are needed.
void unlock_controls(View& view, bool with_signature);

/// The shell's answers: keys were made or sealed anew; they were unlocked; what was computed was stopped; the vault was
/// ended.
void keys_made(View& view, KeyFacts facts);
void keys_cancelled(View& view);
void keys_unlocked(View& view, KeyFacts facts);
void keys_locked(View& view);

/// Whether a failure is of the user's own cle.age or signature.age, whatever it was opened for.
[[nodiscard]] bool is_of_key_file(const Error& error);
/// The failures of opening speak of plis and senders: of one's own key file nobody else knows anything.
[[nodiscard]] Error of_own_key_file(Error error);

/// Asks the shell to unlock with what was typed. As for opening (opening.hpp), a passphrase is first read as a
/// generated one; `as_typed` takes it as it is.
void ask_to_unlock(View& view, bool as_typed);

} // namespace pli::ui
