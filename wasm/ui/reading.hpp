// Documents as the sealing worker tells them, and what this machine remembers of those that were opened.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// Takes over the message "opened". Errors: fiche.unknown-form (name), those of print_model_from_json and
/// answers_from_json.
Result<Opened> opened_from(const View& view, const Json& json);

/// Has the shell remember what was opened, and tell whether it was before.
void remember_opened(View& view);

/// The shell's answer: what it remembered until now.
void on_opened_before(View& view, const Json& json);

/// What there is to say of documents opened before; nothing of one that is new.
void opened_before(View& view);

} // namespace pli::ui
