// Documents as the sealing worker tells them, and what this machine remembers of those that were opened.
#pragma once

#include "ui/annuaire.hpp"
#include "ui/view.hpp"

#include <optional>
#include <string_view>

namespace pli::ui {

/// Takes over the message "opened". Errors: fiche.unknown-form (name), those of print_model_from_json and
/// answers_from_json.
Result<Opened> opened_from(const View& view, const Json& json);

/// What an opened answer says of the request that was sealed here: reply.not-as-sent when the receipt of that document
/// is of other data. Nothing where it fits, or there is no receipt.
std::optional<Error> refusal_by_receipt(const Session& session, const Opened& opened);

/// Who wrote an opened document, by the directory of its territory.
Author author_of(const View& view, const Opened& opened);

/// Of an author whom the document itself contradicts: origin.other-sender (name, role).
Error other_sender(const Author& author);

/// The receipt, if there is one, learns of an answer whose author the directory knows. Of all others it is for the user
/// to say so (receipt_of_request).
void note_in_receipt(View& view, const Author& author);

/// How the request of the opened answer stands to the receipts of this machine, and whether the receipt knows of the
/// answer; a button for the user to note it.
void receipt_of_request(View& view);

/// Has the shell remember what was opened, and tell whether it was before.
void remember_opened(View& view);

/// The shell's answer: what it remembered until now.
void on_opened_before(View& view, const Json& json);

/// What there is to say of documents opened before; nothing of one that is new.
void opened_before(View& view);

} // namespace pli::ui
