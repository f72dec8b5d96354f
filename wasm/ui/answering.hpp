// Answering a document that was opened: the answer is filled in like any form, and bound to what it answers.
#pragma once

#include "ui/summary.hpp"
#include "ui/view.hpp"

#include <string>
#include <vector>

namespace pli::ui {

/// Whether what was opened calls for an answer that a territory lets somebody give.
bool can_be_answered(const View& view, const Opened& opened);

/// Starts the answer, or asks first whether a fiche in progress may be lost for it.
void answer_opened(View& view);

/// Starts it, whatever is lost: to the key that the directory has for who signed the request, if it knows them.
void begin_answer(View& view);

/// Which document is answered, at the top of each screen of the journey; nothing elsewhere.
void answered_document(View& view);

/// Below a recipient whose key only the request names: its fingerprint was compared. Nothing for others.
void key_from_request(View& view, Recipient& recipient, const std::vector<Complaint>& complaints);

/// The keys that still have to be compared.
std::vector<Complaint> unconfirmed_keys(const View& view);

/// A key of one's own to which the answer can be sealed, of the kind of the recipients' keys; empty where the form is
/// not answered or no key is unlocked.
std::string own_reply_key(const View& view);

/// What the answer in progress answers, for the shell; null when it is no answer.
Json answered_payload(const Session& session);

} // namespace pli::ui
