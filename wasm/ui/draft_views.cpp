// What forms and the home screen say of drafts.
#include "ui/drafts.hpp"
#include "ui/page.hpp"
#include "ui/routes.hpp"

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Emphasis;

std::string last_day(const View& view) { return french_date(add_days(view.today, draft_days)); }

/// Why the last version is not kept, and what to do about it.
void failure_of_draft(View& view, const CurrentDraft& current) {
    view.ui.text("brouillon-echec", view.say("brouillon.pas-garde"), Emphasis::Strong);
    view.ui.text("brouillon-raison", view.texts.say_error(*current.failure));
    view.paragraph("brouillon-recours", "brouillon.recours");
}

std::string title_of_form(const View& view, const KeptDraft& draft) {
    const Form* form = find_form(view.pack, draft.form);
    return form ? form->short_title : view.say("brouillon.illisible");
}

std::string_view standing_of(const CurrentDraft& current) {
    if (current.failure) return "brouillon.pas-garde";
    if (!current.ready) return "brouillon.pas-encore";
    if (!current.stored) return "brouillon.jamais-garde";
    return current.recipient.empty() ? "brouillon.garde-code" : "brouillon.garde-cle";
}

} // namespace

void draft_notice(View& view) {
    const CurrentDraft& current = view.session.drafts.current;
    view.ui.text("brouillon-dit", view.say(standing_of(current), {{"jour", last_day(view)}}));
    const bool has_code = current.recipient.empty() && (current.ready ? current.stored : !current.failure);
    if (!has_code) return;
    view.ui.text("brouillon-code", current.code.empty() ? view.say("brouillon.code-attendu") : current.code,
                 Emphasis::Mono);
}

void draft_controls(View& view) {
    CurrentDraft& current = view.session.drafts.current;
    view.ui.begin_region("brouillon", view.say("brouillon.titre"));
    if (current.failure) failure_of_draft(view, current);
    const bool begun = current.ready;
    const bool again = current.failure && !begun && view.button("brouillon-recommencer", "brouillon.recommencer");
    if (current.code_shown && !current.code.empty())
        view.ui.text("brouillon-code-rappel", current.code, Emphasis::Mono);
    const bool show =
        !current.code.empty() &&
        view.button("brouillon-montrer", current.code_shown ? "brouillon.cacher-code" : "brouillon.montrer-code");
    const bool save = view.ui.button("brouillon-enregistrer", view.say("brouillon.enregistrer"), ButtonStyle::Plain,
                                     !current.can_be_saved());
    view.paragraph("brouillon-detail", current.stored ? "brouillon.detail" : "brouillon.detail-fichier");
    view.ui.end_region();
    if (again) {
        current = {};
        view.session.drafts.held = 0;
    }
    if (show) current.code_shown = !current.code_shown;
    if (save) save_draft_file(view);
}

void save_draft_file(View& view) {
    CurrentDraft& current = view.session.drafts.current;
    const Result<std::string> text = write_draft(draft_content(view.session));
    if (!text) {
        current.failure = text.error();
        return;
    }
    current.code_shown = !current.code.empty();
    view.effect("save-draft", {{"content", text.value()},
                               {"recipient", current.recipient},
                               {"code", current.code},
                               {"day", iso_date(view.today)}});
}

void kept_drafts(View& view) {
    Session& session = view.session;
    const std::string& current = session.drafts.current.id;
    const std::string file_route = route_of({Screen::Brouillons, 0});
    view.ui.begin_region("brouillons", view.say("brouillon.titre-liste"));
    view.ui.heading("brouillons-titre", view.say("brouillon.titre-liste"), 2);
    std::string opened, deleted;
    for (const KeptDraft& draft : session.drafts.kept) {
        if (draft.id == current) continue;
        const std::string key = "brouillon-" + draft.id;
        const Params params = {{"fiche", title_of_form(view, draft)}, {"jour", shown_day(draft.day)}};
        view.ui.heading(key + "-titre", params.at("fiche"), 3);
        if (!draft.day.empty())
            view.ui.text(key + "-dates", view.say("brouillon.dates",
                                                  {{"jour", shown_day(draft.day)}, {"fin", shown_day(draft.expires)}}));
        if (find_form(view.pack, draft.form) &&
            view.ui.button(key + "-reprendre", view.say("brouillon.reprendre", params), ButtonStyle::Primary))
            opened = draft.id;
        const std::string_view deletes = draft.day.empty() ? "brouillon.supprimer-illisible" : "brouillon.supprimer";
        if (view.ui.button(key + "-supprimer", view.say(deletes, params), ButtonStyle::Danger)) deleted = draft.id;
    }
    view.ui.link("brouillon-fichier-lien", view.say("brouillon.ouvrir-fichier"), file_route);
    view.ui.end_region();
    if (!opened.empty()) session.go({Screen::Brouillons, 0, opened});
    if (deleted.empty()) return;
    session.drafts.to_delete = deleted;
    ask(view, Question::DeleteDraft);
}

} // namespace pli::ui
