// Which form is right: questions, then the answer with its reason and article.
#include "core/state/change_form.hpp"
#include "ui/assistance.hpp"
#include "ui/form_view.hpp"
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::string_view outcome_title = "conclusion-titre";

/// The form in progress if it is one of those that the assistant tells apart; a sealed one is not in progress.
const Form* form_to_change(const View& view) {
    const Session& session = view.session;
    const bool open = session.form && !session.sealed && !session.sealing;
    return open && find_assistant(view.pack, session.form->id) ? session.form : nullptr;
}

void reasons(View& view, const Outcome& outcome) {
    view.ui.text("conclusion-motif", outcome.reason, semantics::Emphasis::Strong);
    view.ui.text("conclusion-article", view.say("assistant.article", {{"article", outcome.article}}));
}

/// What will not be taken over into the other form, or that all will.
void what_is_kept(View& view, const Form& target) {
    const Session& session = view.session;
    const std::vector<const Item*> lost = lost_answers(*session.form, session.answers, target);
    if (lost.empty()) return view.paragraph("conclusion-garde", "assistant.tout-garde");
    view.paragraph("conclusion-perd", "assistant.sera-perdu");
    view.ui.begin_list("conclusion-perdus");
    for (const Item* item : lost) view.ui.item("conclusion-perdu-" + item->path, item->label);
    view.ui.end_list();
}

void change_to(View& view, const Form& target) {
    view.session.change_form(target, view.today);
    view.session.notice = view.say("assistant.change", {{"fiche", target.short_title}});
}

/// The way to the right form from where the user is.
void way_to_form(View& view, const Form& target) {
    const Form* current = form_to_change(view);
    if (current == &target) return view.paragraph("conclusion-deja", "assistant.deja");
    const Params name{{"fiche", target.short_title}};
    if (current) {
        what_is_kept(view, target);
        const bool change =
            view.ui.button("conclusion-changer", view.say("assistant.changer", name), semantics::ButtonStyle::Primary);
        if (change) change_to(view, target);
        return;
    }
    const bool start =
        view.ui.button("conclusion-commencer", view.say("accueil.commencer", name), semantics::ButtonStyle::Primary);
    if (start) begin_form(view, {&target, view.session.territory, {}});
}

void conclusion(View& view, const Outcome& outcome) {
    const Form* right = find_form(view.pack, outcome.form);
    const std::string title =
        right ? view.say("assistant.fiche", {{"fiche", right->short_title}}) : view.say("assistant.aucune-fiche");
    view.ui.begin_region("conclusion", title);
    view.ui.heading(outcome_title, title, 2);
    reasons(view, outcome);
    if (right) way_to_form(view, *right);
    view.ui.end_region();
}

/// Back to a form in progress, whichever it is: its answers were kept meanwhile.
void way_back(View& view) {
    if (!view.session.form) return;
    if (view.button("reprendre", "accueil.reprendre"))
        view.session.go(way_to(view.session, {Screen::Termine, 0}, view.today).place);
}

} // namespace

const Assistant* assistant_here(const View& view) {
    const Territory* here = view.session.territory;
    if (!here) return nullptr;
    for (const Assistant& assistant : view.pack.assistants)
        if (std::all_of(assistant.outcomes.begin(), assistant.outcomes.end(),
                        [&](const Outcome& outcome) { return outcome.form.empty() || offers(*here, outcome.form); }))
            return &assistant;
    return nullptr;
}

void assistant(View& view) {
    const Assistant* here = assistant_here(view);
    if (!here) return view.paragraph("aucun-assistant", "assistant.aucun");
    Assistance& assistance = view.session.assistance;
    if (assistance.assistant != here) assistance = {here, {}, false};
    const Sheet sheet{here->questions, assistance.answers};
    const Step& step = here->questions.steps.front();

    steps_summary(view, sheet);
    view.ui.text("assistant-intro", here->intro);
    const Answers before = assistance.answers;
    step_fields(view, sheet, step);
    if (assistance.answers != before) assistance.concluded = false;
    if (!assistance.concluded && view.button("conclure", "assistant.conclure", semantics::ButtonStyle::Primary)) {
        assistance.concluded = accept_steps(view, sheet, {&step});
        if (assistance.concluded) view.ui.focus(outcome_title);
    }
    if (const Outcome* outcome = assistance.outcome()) conclusion(view, *outcome);
    way_back(view);
    view.ui.text("assistant-source", view.say("assistant.source", {{"acte", here->source}}));
}

void advise_form(View& view) {
    Session& session = view.session;
    const Assistant* here = assistant_here(view);
    if (!here || find_assistant(view.pack, session.form->id) != here) return;
    const Outcome* outcome = session.assistance.outcome();
    if (!outcome || outcome->form == session.form->id) {
        view.ui.link("bonne-fiche", view.say("assistant.bonne-fiche"), route_of({Screen::Assistant, 0}));
        return;
    }
    const Form* right = find_form(view.pack, outcome->form);
    view.ui.begin_region("conseil", view.say("assistant.autre-fiche"));
    view.ui.heading("conseil-titre", view.say("assistant.autre-fiche"), 2);
    if (right)
        view.ui.text("conseil-fiche", view.say("assistant.fiche", {{"fiche", right->short_title}}));
    else
        view.paragraph("conseil-fiche", "assistant.aucune-fiche");
    reasons(view, *outcome);
    if (right) what_is_kept(view, *right);
    const bool change =
        right && view.ui.button("conclusion-changer", view.say("assistant.changer", {{"fiche", right->short_title}}));
    view.ui.link("bonne-fiche", view.say("assistant.revoir"), route_of({Screen::Assistant, 0}));
    const bool stay = view.button("conseil-rester", "assistant.rester");
    view.ui.end_region();
    if (change) change_to(view, *right);
    if (stay) {
        session.assistance = {};
        view.ui.focus("bonne-fiche");
    }
}

} // namespace pli::ui
