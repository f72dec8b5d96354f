// Drafts: the form in progress is kept sealed from the first answer on, and taken up again with its code or key.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// Node of a chosen draft file.
inline constexpr std::string_view draft_file_key = "brouillon-fichier";

/// Tells the shell what became of the form in progress: begun, changed, gone. Once a frame.
void tell_draft(View& view);

/// At the start of a form: that it is kept, until when, and what opens it.
void draft_notice(View& view);
/// Below each step: the code once more, a file to save, and why nothing is kept if that is so.
void draft_controls(View& view);

/// The form in progress, as a draft says it.
DraftFile draft_content(const Session& session);
/// Asks for a sealed file of it.
void save_draft_file(View& view);

/// At home: the drafts of earlier visits.
void kept_drafts(View& view);
/// Whether the draft with this id is listed there.
const KeptDraft* find_kept(const Session& session, std::string_view id);

/// Asks for the deletion that the user agreed to.
void delete_draft(View& view);

/// Asks the shell to open what was chosen.
void ask_to_resume(View& view, bool as_typed);

/// The shell's answers.
void on_drafts(View& view, const Json& json);
void on_draft_begun(View& view, const Json& json);
void on_draft_wanted(View& view, const Json& json);
void on_draft_kept(View& view, const Json& json);
void on_draft_failed(View& view, const Json& json);
void on_draft_opened(View& view, const Json& json);
void on_draft_saved(View& view, const Json& json);

/// What failed of drafts, in the words of drafts; true when nothing more is to be said of it.
bool draft_operation_failed(View& view, std::string_view during, Error& error);

} // namespace pli::ui
