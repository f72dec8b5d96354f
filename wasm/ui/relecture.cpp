// Reading the document back, as it will be read; what the person must be told and agree to.
#include "core/document/recap.hpp"
#include "core/document/reply.hpp"
#include "ui/answering.hpp"
#include "ui/deadlines.hpp"
#include "ui/document_view.hpp"
#include "ui/form_view.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

/// Warnings, and deadlines that are over, stop nothing but are worth a last look.
void warnings(View& view) {
    std::vector<Deadline> late = current_deadlines(view);
    std::erase_if(late, [](const Deadline& deadline) { return !deadline.late; });
    std::vector<Fault> found = check_stage(*view.session.form, view.session.answers, Stage::Saisie, view.today);
    std::erase_if(found, [](const Fault& fault) { return fault.severity == Severity::Fault; });
    if (found.empty() && late.empty()) return;
    view.ui.begin_region("a-verifier", view.say("relecture.a-verifier"));
    view.ui.heading("a-verifier-titre", view.say("relecture.a-verifier"), 2);
    view.ui.begin_list("a-verifier-liste");
    for (const Fault& fault : found) view.ui.item("a-verifier-" + fault.path, sentence_in_its_group(view, fault));
    for (const Deadline& deadline : late) view.ui.item("a-verifier-echeance-" + deadline.id, in_words(view, deadline));
    view.ui.end_list();
    view.ui.end_region();
}

/// Only what is ticked, of all that could be: a form with many boxes is signed knowingly.
void ticked_options(View& view) {
    const std::vector<RecapPart> parts = recap(*view.session.form, view.session.answers);
    const std::string& title = view.session.form->recap_title;
    if (title.empty() || parts.empty()) return;
    view.ui.begin_region("recapitulatif", title);
    view.ui.heading("recapitulatif-titre", title, 2);
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const RecapPart& part = parts[n];
        if (n == 0 || parts[n - 1].step != part.step) view.ui.heading("recapitulatif-etape-" + part.path, part.step, 3);
        if (!part.label.empty())
            view.ui.text("recapitulatif-objet-" + part.path, part.label, semantics::Emphasis::Strong);
        view.ui.begin_list("recapitulatif-liste-" + part.path);
        for (std::size_t option = 0; option < part.options.size(); ++option)
            view.ui.item("recapitulatif-" + part.path + "-" + std::to_string(option + 1), part.options[option]);
        view.ui.end_list();
    }
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

/// As it will be sealed: an answer says what it answers.
PrintModel model_read_back(const Session& session) {
    if (!session.answering) return print_model(*session.form, session.answers);
    return reply_model(*session.form, session.answers, *session.answering->form, session.answering->answers);
}

} // namespace

void relecture(View& view) {
    Session& session = view.session;
    const Steps steps = steps_of(*session.form, Stage::Relecture);
    steps_summary(view, draft(view));
    view.paragraph("chapeau", steps.empty() ? "relecture.chapeau-seul" : "relecture.chapeau");
    answered_document(view);
    warnings(view);
    ticked_options(view);
    document_view(view, model_read_back(session));
    deadline_list(view);
    links_to_steps(view);
    for (const Step* step : steps) {
        view.ui.heading("etape-" + step->id, step->title, 2);
        step_fields(view, draft(view), *step, Notices::InDocument);
    }
    const bool to_sign = is_signed(*session.form);
    const bool next =
        view.button("suivant", to_sign ? "relecture.suivant" : "signature.suivant", semantics::ButtonStyle::Primary);
    const bool back = view.button("precedent", "relecture.precedent");
    if (back) session.go({Screen::Saisie, static_cast<int>(steps_of(*session.form, Stage::Saisie).size()) - 1});
    if (next && accept_steps(view, draft(view), steps)) session.go(to_sign ? Screen::Signature : Screen::Destinataires);
}

} // namespace pli::ui
