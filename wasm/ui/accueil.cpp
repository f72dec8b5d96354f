// Home: what Pli does and what stays on this machine; choose a form, open a file.
#include "ui/assistance.hpp"
#include "ui/drafts.hpp"
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

/// The way to the right form for whoever does not know it yet.
void help_to_choose(View& view) {
    const Assistant* assistant = assistant_here(view);
    if (!assistant) return;
    view.ui.begin_region("assistant", assistant->title);
    view.ui.heading("assistant-titre", assistant->title, 2);
    view.ui.text("assistant-intro", assistant->intro);
    const bool ask_it = view.button("assistant-ouvrir", "accueil.assistant");
    view.ui.end_region();
    if (ask_it) view.session.go(Screen::Assistant);
}

/// Asked before any form is offered, and open to change ever after.
void territory(View& view) {
    Session& session = view.session;
    std::vector<std::pair<std::string, std::string>> choices;
    for (const Territory& each : view.pack.territories) choices.emplace_back(each.id, each.title);
    if (choices.size() < 2) return;
    std::string chosen = session.territory ? session.territory->id : std::string();
    semantics::Field field = required_field();
    field.hint = view.say("accueil.territoire-aide");
    if (!view.ui.radio_group("territoire", view.say("accueil.territoire"), chosen, choices, field)) return;
    session.territory = find_territory(view.pack, chosen);
    session.question = Question::None; // whether to start a form that this territory may not offer
    view.effect("remember", {{"territory", chosen}});
}

/// One button a form, under the heading of its family.
void forms(View& view) {
    if (!view.session.territory) return;
    const Form* chosen = nullptr;
    int number = 0;
    for (const Family& family : view.session.territory->families) {
        const std::string key = "famille-" + std::to_string(++number);
        view.ui.begin_region(key, family.title);
        view.ui.heading(key + "-titre", family.title, 2);
        for (const std::string& id : family.forms) {
            const Form& form = *find_form(view.pack, id); // load_pack has seen to it
            view.ui.heading("fiche-titre-" + form.id, form.short_title, 3);
            view.ui.text("fiche-resume-" + form.id, form.summary);
            const auto style = view.session.form ? semantics::ButtonStyle::Plain : semantics::ButtonStyle::Primary;
            if (view.ui.button("fiche-" + form.id, view.say("accueil.commencer", {{"fiche", form.short_title}}), style))
                chosen = &form;
            view.ui.link("vierge-" + form.id, view.say("accueil.vierge", {{"fiche", form.short_title}}),
                         route_of({Screen::Vierge, 0, form.id}));
        }
        view.ui.end_region();
    }
    if (chosen) begin_form(view, {chosen, view.session.territory, {}});
}

/// What comes back and what runs without a fiche, by the conventions of this territory.
void way_to_deadlines(View& view) {
    if (!calendar_here(view)) return;
    view.ui.begin_region("dates", view.say("echeances.titre"));
    view.ui.heading("dates-titre", view.say("echeances.titre"), 2);
    view.paragraph("dates-detail", "accueil.echeances-detail");
    const bool look = view.button("voir-echeances", "accueil.voir-echeances");
    view.ui.end_region();
    if (look) view.session.go(Screen::Echeances);
}

} // namespace

void accueil(View& view) {
    view.paragraph("chapeau", "accueil.chapeau");
    view.paragraph("sur-ce-poste", "accueil.sur-ce-poste");
    draft_in_progress(view);
    kept_drafts(view);
    territory(view);
    help_to_choose(view);
    forms(view);
    view.ui.begin_region("recu", view.say("accueil.recu"));
    view.ui.heading("recu-titre", view.say("accueil.recu"), 2);
    view.paragraph("recu-detail", "accueil.recu-detail");
    const bool open = view.button("ouvrir", "accueil.ouvrir");
    view.ui.link("mes-cles", view.say("accueil.mes-cles"), route_of({Screen::MesCles, 0}));
    view.ui.end_region();
    view.ui.begin_region("suivi", view.say("accueil.suivi"));
    view.ui.heading("suivi-titre", view.say("accueil.suivi"), 2);
    view.paragraph("suivi-detail", "accueil.suivi-detail");
    const bool follow = view.button("voir-plis", "accueil.voir-plis");
    view.ui.end_region();
    view.ui.begin_region("registre", view.say("accueil.registre"));
    view.ui.heading("registre-titre", view.say("accueil.registre"), 2);
    view.paragraph("registre-detail", "accueil.registre-detail");
    const bool keep = view.button("tenir-registre", "accueil.tenir-registre");
    view.ui.end_region();
    way_to_deadlines(view);
    if (open) view.session.go(Screen::Ouvrir);
    if (follow) view.session.go(Screen::Suivi);
    if (keep) view.session.go(Screen::Registre);
}

} // namespace pli::ui
