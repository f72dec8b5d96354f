// Home: what Pli does and what stays on this machine; choose a form, open a file.
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

void draft_in_progress(View& view) {
    if (!view.session.form) return;
    view.ui.begin_region("en-cours", view.say("accueil.en-cours"));
    view.ui.heading("en-cours-titre", view.say("accueil.en-cours"), 2);
    view.ui.text("en-cours-fiche", view.session.form->title);
    const bool resume = view.button("reprendre", "accueil.reprendre", semantics::ButtonStyle::Primary);
    const bool abandon = view.button("abandonner", "saisie.abandonner", semantics::ButtonStyle::Danger);
    view.ui.end_region();
    if (abandon) ask(view, Question::Abandon);
    if (resume) view.session.go(way_to(view.session, {Screen::Termine, 0}, view.today).place);
}

/// One button a form; starting one over a form in progress is asked first.
void forms(View& view) {
    const Form* chosen = nullptr;
    view.ui.begin_region("fiches", view.say("accueil.fiches"));
    view.ui.heading("fiches-titre", view.say("accueil.fiches"), 2);
    for (const Form& form : view.pack.forms) {
        view.ui.heading("fiche-titre-" + form.id, form.short_title, 3);
        view.ui.text("fiche-resume-" + form.id, form.summary);
        const auto style = view.session.form ? semantics::ButtonStyle::Plain : semantics::ButtonStyle::Primary;
        if (view.ui.button("fiche-" + form.id, view.say("accueil.commencer", {{"fiche", form.short_title}}), style))
            chosen = &form;
        view.ui.link("vierge-" + form.id, view.say("accueil.vierge", {{"fiche", form.short_title}}),
                     route_of({Screen::Vierge, 0, form.id}));
    }
    view.ui.end_region();
    if (!chosen) return;
    if (view.session.form && view.session.touched) {
        view.session.form_asked = chosen;
        ask(view, Question::Restart);
    } else {
        view.session.start(*chosen, view.today);
    }
}

} // namespace

void accueil(View& view) {
    view.paragraph("chapeau", "accueil.chapeau");
    view.paragraph("sur-ce-poste", "accueil.sur-ce-poste");
    draft_in_progress(view);
    forms(view);
    view.ui.begin_region("recu", view.say("accueil.recu"));
    view.ui.heading("recu-titre", view.say("accueil.recu"), 2);
    view.paragraph("recu-detail", "accueil.recu-detail");
    const bool open = view.button("ouvrir", "accueil.ouvrir");
    view.ui.end_region();
    if (open) view.session.go(Screen::Ouvrir);
}

} // namespace pli::ui
