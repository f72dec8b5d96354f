// Taking up a draft again: one that this browser keeps, or one that was saved as a file.
#include "ui/drafts.hpp"
#include "ui/page.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

namespace pli::ui {

namespace {

constexpr std::string_view code_field = "brouillon-code-tape";

/// What is known of the draft before it is opened; nullptr of a file.
const KeptDraft* chosen(const View& view) { return find_kept(view.session, view.session.place.id); }

bool needs_key(const View& view) {
    const KeptDraft* draft = chosen(view);
    return draft != nullptr && draft->lock == DraftLock::OwnKey;
}

/// What keeps the draft from being opened now. What locks a file is seen when it is opened: a code or a key.
std::vector<Complaint> missing(const View& view) {
    const DraftOpening& opening = view.session.drafts.opening;
    std::vector<Complaint> complaints;
    if (!opening.refused) return complaints;
    const bool of_file = chosen(view) == nullptr;
    if (of_file && opening.file.empty())
        complaints.push_back({std::string(draft_file_key), view.say("brouillons.aucun-fichier")});
    if (!of_file && !needs_key(view) && opening.code.empty())
        complaints.push_back({std::string(code_field), view.say("brouillons.aucun-code")});
    return complaints;
}

std::string error_at(const std::vector<Complaint>& complaints, std::string_view field) {
    for (const Complaint& complaint : complaints)
        if (complaint.field == field) return complaint.sentence;
    return {};
}

void which_draft(View& view, const KeptDraft& draft) {
    const Form* form = find_form(view.pack, draft.form);
    view.ui.begin_rows("brouillon-faits");
    view.ui.row("brouillon-fiche", view.say("brouillons.fiche"), form ? form->short_title : draft.form);
    view.ui.row("brouillon-jour", view.say("brouillons.jour"), shown_day(draft.day));
    view.ui.row("brouillon-fin", view.say("brouillons.fin"), shown_day(draft.expires));
    view.ui.end_rows();
}

void file_field(View& view, const std::vector<Complaint>& complaints) {
    DraftOpening& opening = view.session.drafts.opening;
    semantics::Field field = required_field();
    field.hint = view.say("brouillons.fichier-aide");
    field.error = error_at(complaints, draft_file_key);
    if (view.ui.file(draft_file_key, view.say("brouillons.fichier"), opening.file, ".age", field))
        view.session.failure.reset();
}

void code(View& view, const std::vector<Complaint>& complaints, bool optional) {
    semantics::Field field;
    field.required = !optional;
    field.hint = view.say(optional ? "brouillons.code-ou-cle" : "brouillons.code-aide");
    field.error = error_at(complaints, code_field);
    field.secret = true;
    const std::string label = view.say("brouillons.code");
    view.ui.text_field(code_field, optional ? view.say("champ.optionnel", {{"label", label}}) : label,
                       view.session.drafts.opening.code, field);
}

} // namespace

void brouillons(View& view) {
    Session& session = view.session;
    DraftOpening& opening = session.drafts.opening;
    if (session.form != nullptr && session.touched) {
        view.paragraph("brouillon-fiche-en-cours", "brouillons.fiche-en-cours");
        if (view.button("precedent", "ouvrir.accueil")) session.go(Screen::Accueil);
        return;
    }
    if (opening.number != 0) return view.ui.progress("avancement", view.say("brouillons.ouverture"), {});
    if (opening.id != session.place.id) { // what was typed for another one
        opening = {};
        opening.id = session.place.id;
    }
    const KeptDraft* draft = chosen(view);
    const std::vector<Complaint> complaints = missing(view);
    summary(view, complaints);
    const bool gone = draft == nullptr && !session.place.id.empty();
    if (gone) view.paragraph("brouillon-parti", "brouillons.parti");
    const bool locked = needs_key(view) && !session.keys.unlocked;
    if (draft != nullptr)
        which_draft(view, *draft);
    else if (!gone)
        file_field(view, complaints);
    if (locked)
        view.paragraph("brouillon-cle", "brouillons.cle-verrouillee");
    else if (!gone && !needs_key(view))
        code(view, complaints, draft == nullptr);
    const bool open = !gone && !locked && view.button("ouvrir", "brouillons.ouvrir", semantics::ButtonStyle::Primary);
    if (view.button("precedent", "ouvrir.accueil")) session.go(Screen::Accueil);
    if (!open) return;
    session.failure.reset();
    opening.refused = true;
    if (missing(view).empty())
        ask_to_resume(view, false);
    else
        view.ui.focus(summary_key);
}

} // namespace pli::ui
