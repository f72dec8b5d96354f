// Reading the document back, as it will be read; what the person must be told and agree to.
#include "ui/document_view.hpp"
#include "ui/form_view.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

/// Warnings stop nothing, but are worth a last look.
void warnings(View& view) {
    std::vector<Fault> found = check_stage(*view.session.form, view.session.answers, Stage::Saisie, view.today);
    std::erase_if(found, [](const Fault& fault) { return fault.severity == Severity::Fault; });
    if (found.empty()) return;
    view.ui.begin_region("a-verifier", view.say("relecture.a-verifier"));
    view.ui.heading("a-verifier-titre", view.say("relecture.a-verifier"), 2);
    view.ui.begin_list("a-verifier-liste");
    for (const Fault& fault : found) view.ui.item("a-verifier-" + fault.path, view.texts.say_fault(fault));
    view.ui.end_list();
    view.ui.end_region();
}

void links_to_steps(View& view) {
    view.ui.heading("modifier-titre", view.say("relecture.modifier"), 2);
    view.ui.begin_list("modifier");
    int number = 0;
    for (const Step* step : steps_of(*view.session.form, Stage::Saisie)) {
        view.ui.begin_item("modifier-item-" + step->id);
        view.ui.link("modifier-" + step->id, view.say("relecture.modifier-etape", {{"etape", step->title}}),
                     route_of({Screen::Saisie, number++}));
        view.ui.end_item();
    }
    view.ui.end_list();
}

} // namespace

void relecture(View& view) {
    Session& session = view.session;
    const Steps steps = steps_of(*session.form, Stage::Relecture);
    steps_summary(view, steps);
    view.paragraph("chapeau", "relecture.chapeau");
    warnings(view);
    document_view(view, print_model(*session.form, session.answers));
    links_to_steps(view);
    for (const Step* step : steps) {
        view.ui.heading("etape-" + step->id, step->title, 2);
        step_fields(view, *step, Notices::InDocument);
    }
    const bool next = view.button("suivant", "relecture.suivant", semantics::ButtonStyle::Primary);
    const bool back = view.button("precedent", "relecture.precedent");
    if (back) session.go({Screen::Saisie, static_cast<int>(steps_of(*session.form, Stage::Saisie).size()) - 1});
    if (next && accept_steps(view, steps)) session.go(Screen::Signature);
}

} // namespace pli::ui
