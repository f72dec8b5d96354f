// Receipts: made when something is sealed, kept in the browser, marked as delivered and answered.
#pragma once

#include "core/receipts/edits.hpp"
#include "core/receipts/queries.hpp"
#include "ui/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli::ui {

/// Key of the file field on the receipts' screen.
inline constexpr std::string_view receipts_file = "suivi-fichier";

/// What was sealed, and for whom.
struct SealedDocument {
    const Territory& territory;
    const Form& form;
    Answers answers;
    std::string_view replaces; ///< document id, or empty
    const Addressing& addressing;
    const Sealed& file;
};

/// The receipt of a file that was just sealed.
Receipt receipt_for(const View& view, const SealedDocument& sealed);
/// Keeps new receipts, without asking.
void keep_receipts(View& view, const std::vector<Receipt>& made);

/// The receipt of a document, or nullptr; what came back is compared with it by compare_sent (receipts/queries.hpp).
const Receipt* receipt_of(const Session& session, std::string_view document);

/// An answer to that document was opened: `answer_id` is its own document. False when there is no receipt, or another
/// answer is noted already: nothing is changed then.
bool note_opened_answer(View& view, std::string_view document, std::string_view answer_id);

/// The user says that the file was delivered today; nothing without a receipt.
void note_delivered_today(View& view, std::string_view document);

/// Puts the changed register in the place of the one before, and has what changed kept; an error is shown.
bool take_receipts(View& view, Result<Receipts> next);

/// The shell's messages "kept-receipts" and "receipts-file".
void on_kept_receipts(View& view, const Json& json);
void on_receipts_file(View& view, const Json& json);
/// A failure while receipts were kept: they are lost with the page now, and the error says what can be done. Nothing of
/// another one.
void receipts_not_kept(View& view, std::string_view during, Error& error);

// ---- in words

std::string standing_in_words(const View& view, Standing standing);
/// The short title of its form, as far as this bundle knows it.
std::string form_in_words(const View& view, const Receipt& receipt);
/// "SLAI, Référent social": names before roles, where they are known.
std::string recipients_in_words(const View& view, const Receipt& receipt);
std::string due_in_words(const View& view, const Receipt& receipt, const Due& due);

/// The links to some receipts, by indices; each in words.
void receipt_links(View& view, std::string_view key, const std::vector<std::size_t>& indices);

/// The tables and files that the receipts' screen saves.
void save_receipts_table(View& view);
void save_receipts_file(View& view);
void save_receipts_agenda(View& view);

} // namespace pli::ui
