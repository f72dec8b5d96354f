// Filling a form in, step by step.
#include "ui/answering.hpp"
#include "ui/assistance.hpp"
#include "ui/drafts.hpp"
#include "ui/form_view.hpp"
#include "ui/page.hpp"
#include "ui/roles.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

void saisie(View& view) {
    Session& session = view.session;
    const Steps steps = steps_of(*session.form, Stage::Saisie);
    const int current = session.place.step;
    const Step& step = *steps[static_cast<std::size_t>(current)];

    std::vector<std::string> titles;
    for (const Step* each : steps) titles.push_back(each->title);
    view.ui.stepper("etapes", view.say("saisie.etapes"), titles, current);
    view.ui.text("etape", view.say("saisie.etape", {{"etape", std::to_string(current + 1)},
                                                    {"total", std::to_string(steps.size())},
                                                    {"fiche", session.form->short_title}}));
    if (!session.replaces.empty())
        view.ui.text("remplace", view.say("saisie.remplace", {{"id", session.replaces}}), semantics::Emphasis::Strong);
    answered_document(view);
    advise_form(view);
    if (current == 0) view.paragraph("consigne", "saisie.consigne");
    if (current == 0 && !session.answering) draft_notice(view);

    steps_summary(view, draft(view), current == 0 ? sender_complaints(view) : std::vector<Complaint>{});
    if (current == 0) sender_role_field(view);
    step_fields(view, draft(view), step);

    const bool last = current + 1 == static_cast<int>(steps.size());
    const bool next =
        view.button("suivant", last ? "saisie.relire" : "saisie.suivant", semantics::ButtonStyle::Primary);
    const bool back = current > 0 && view.button("precedent", "saisie.precedent");
    const bool abandon = view.button("abandonner", "saisie.abandonner", semantics::ButtonStyle::Danger);
    if (!session.answering) draft_controls(view);
    if (abandon) ask(view, Question::Abandon);
    if (back) session.go({Screen::Saisie, current - 1});
    if (!next) return;
    const bool accepted = accept_steps(view, draft(view), {&step});
    if (refuse_sender(session)) return view.ui.focus(summary_key);
    if (accepted) session.go(last ? Place{Screen::Relecture, 0} : Place{Screen::Saisie, current + 1});
}

} // namespace pli::ui
