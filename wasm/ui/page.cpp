#include "ui/page.hpp"

#include "core/register/edits.hpp"

#include "ui/answering.hpp"
#include "ui/drafts.hpp"
#include "ui/registre.hpp"
#include "ui/routes.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pli::ui {

namespace {

constexpr std::string_view keep_key = "question-garder";

std::string title_key(const Session& session) { return "titre" + route_of(session.place).substr(1); }

const Step& current_step(const Session& session) {
    return *steps_of(*session.form, Stage::Saisie)[static_cast<std::size_t>(session.place.step)];
}

/// Title of the tab: the screen's, with the step and the form where there are several.
std::string tab_title(const View& view) {
    const Session& session = view.session;
    if (session.place.screen != Screen::Saisie) return view.say("page.titre", {{"titre", title_of(view)}});
    return view.say("page.titre-etape", {{"etape", std::to_string(session.place.step + 1)},
                                         {"total", std::to_string(steps_of(*session.form, Stage::Saisie).size())},
                                         {"titre", title_of(view)},
                                         {"fiche", session.form->short_title}});
}

struct Wording {
    std::string_view question, detail, yes;
};

Wording wording_of(Question question) {
    switch (question) {
    case Question::None:
        break;
    case Question::Abandon:
        return {"question.abandon", "question.abandon-detail", "question.abandon-oui"};
    case Question::Restart:
        return {"question.autre", "question.autre-detail", "question.autre-oui"};
    case Question::Correct:
    case Question::CorrectRequest:
        return {"question.corriger", "question.corriger-detail", "question.corriger-oui"};
    case Question::Answer:
        return {"question.repondre", "question.repondre-detail", "question.repondre-oui"};
    case Question::Erase:
        return {"question.effacer", "question.effacer-detail", "question.effacer-oui"};
    case Question::CloseRegister:
        return {"question.fermer-registre", "question.fermer-registre-detail", "question.fermer-registre-oui"};
    case Question::ErasePerson:
        return {"question.effacer-personne", "question.effacer-personne-detail", "question.effacer-personne-oui"};
    case Question::DeleteDraft:
        return {"question.supprimer-brouillon", "question.supprimer-brouillon-detail",
                "question.supprimer-brouillon-oui"};
    case Question::EraseAll:
        return {"question.tout-effacer", "question.tout-effacer-detail", "question.tout-effacer-oui"};
    case Question::LeaveActs:
        return {"question.quitter-actes", "question.quitter-actes-detail", "question.quitter-actes-oui"};
    case Question::DeleteReceipt:
        return {"question.supprimer-recu", "question.supprimer-recu-detail", "question.supprimer-recu-oui"};
    case Question::LeaveDirectory:
        return {"question.quitter-annuaire", "question.quitter-annuaire-detail", "question.quitter-annuaire-oui"};
    }
    return {};
}

void carry_out(View& view, Question question) {
    Session& session = view.session;
    if (question == Question::Restart && session.asked) {
        session.start(*session.asked, view.today);
    } else if (question == Question::Correct) {
        session.correct(view.pack, view.today);
    } else if (question == Question::CorrectRequest) {
        session.correct_request(view.pack, view.today);
    } else if (question == Question::Answer) {
        begin_answer(view);
    } else if (question == Question::DeleteDraft) {
        delete_draft(view);
    } else if (question == Question::EraseAll) {
        session.question = Question::None;
        view.effect("erase-all");
    } else if (question == Question::CloseRegister) {
        session.close_register();
    } else if (question == Question::LeaveDirectory) {
        session.directory.draft.reset();
        session.go(Screen::Annuaire);
    } else if (question == Question::LeaveActs && session.desk) {
        session.desk->acts = {};
        session.go(Screen::Registre);
    } else if (question == Question::ErasePerson && session.desk) {
        Result<Register> next = erase_person(session.desk->content, session.desk->person.id);
        if (next) session.desk->take(std::move(next).value());
        session.go(Screen::Registre);
        session.notice = view.say("registre.effacee");
    } else if (question == Question::Erase || question == Question::DeleteReceipt) {
        session.question = Question::None;
        session.yes = question;
    } else {
        erase_fiche(view);
    }
}

void draw_question(View& view) {
    const Question question = view.session.question;
    if (question == Question::None) return;
    const Wording wording = wording_of(question);
    view.ui.begin_group("question", view.say(wording.question));
    view.paragraph("question-detail", wording.detail);
    const bool keep = view.button(keep_key, "question.garder");
    const bool lose = view.button("question-oui", wording.yes, semantics::ButtonStyle::Danger);
    view.ui.end_group();
    if (keep) {
        view.session.question = Question::None;
        view.ui.focus(title_key(view.session));
    } else if (lose) {
        carry_out(view, question);
    }
}

/// The titles of screens that have always the same one, as keys of the catalogue.
constexpr std::pair<Screen, std::string_view> fixed_titles[] = {
    {Screen::Accueil, "accueil.titre"},
    {Screen::Relecture, "relecture.titre"},
    {Screen::Signature, "signature.titre"},
    {Screen::Destinataires, "destinataires.titre"},
    {Screen::Scellement, "scellement.titre"},
    {Screen::Termine, "termine.titre"},
    {Screen::Ouvrir, "ouvrir.titre"},
    {Screen::Lecture, "lecture.titre"},
    {Screen::Registre, "registre.titre"},
    {Screen::RegistreImporter, "import.titre"},
    {Screen::RegistreSceller, "registre.titre-sceller"},
    {Screen::RegistreReunir, "reunir.titre"},
    {Screen::Assistant, "assistant.titre"},
    {Screen::MaCarte, "carte.titre"},
    {Screen::Echeances, "echeances.titre"},
    {Screen::Vierge, "vierge.titre"},
    {Screen::MesCles, "cles.titre"},
    {Screen::Suivi, "suivi.titre"},
    {Screen::SuiviPli, "suivi.titre-pli"},
    {Screen::CleCompromise, "compromis.titre"},
    {Screen::Brouillons, "brouillons.titre"},
    {Screen::Annuaire, "annuaire.titre"},
    {Screen::AnnuaireInscription, "annuaire.titre-inscription"},
    {Screen::AnnuaireTenir, "tenue.titre"},
    {Screen::Aide, "aide.titre"},
    {Screen::Accessibilite, "accessibilite.titre"},
    {Screen::Donnees, "donnees.titre"},
    {Screen::APropos, "a-propos.titre"},
};

std::string_view title_text(const Session& session) {
    const Screen screen = session.place.screen;
    const bool is_new = session.place.id.empty();
    if (screen == Screen::RegistrePersonne) return is_new ? "registre.titre-nouvelle" : "registre.titre-personne";
    if (screen == Screen::AnnuaireTenirInscription) return is_new ? "tenue.titre-nouvelle" : "tenue.titre-inscription";
    if (screen == Screen::RegistreActesSceller)
        return session.desk && !session.desk->acts.files.empty() ? "actes.titre-scelles" : "actes.titre-sceller";
    const auto* title = std::find_if(std::begin(fixed_titles), std::end(fixed_titles),
                                     [screen](const auto& each) { return each.first == screen; });
    return title == std::end(fixed_titles) ? std::string_view() : title->second;
}

} // namespace

std::string title_of(const View& view) {
    if (view.session.place.screen == Screen::Saisie) return current_step(view.session).title;
    if (view.session.place.screen == Screen::RegistreActes) return acts_title(view);
    return view.say(title_text(view.session));
}

void page_head(View& view) {
    view.ui.heading(title_key(view.session), title_of(view), 1);
    view.ui.status("etat", view.session.notice);
    failure(view);
    draw_question(view);
}

void waiting(View& view) {
    view.ui.heading("titre-attente", view.say("page.attente"), 1);
    page_foot(view);
}

void page_foot(View& view) {
    view.ui.begin_region("pied", view.say("pied.titre"));
    view.ui.link("pied-accueil", view.say("pied.accueil"), route_of({Screen::Accueil, 0}));
    view.ui.link("pied-ouvrir", view.say("pied.ouvrir"), route_of({Screen::Ouvrir, 0}));
    view.ui.link("pied-registre", view.say("pied.registre"), route_of({Screen::Registre, 0}));
    view.ui.link("pied-echeances", view.say("pied.echeances"), route_of({Screen::Echeances, 0}));
    view.ui.link("pied-suivi", view.say("pied.suivi"), route_of({Screen::Suivi, 0}));
    view.ui.link("pied-cles", view.say("pied.cles"), route_of({Screen::MesCles, 0}));
    view.ui.link("pied-annuaire", view.say("pied.annuaire"), route_of({Screen::Annuaire, 0}));
    view.ui.link("pied-carte", view.say("pied.carte"), route_of({Screen::MaCarte, 0}));
    view.ui.link("pied-aide", view.say("pied.aide"), route_of({Screen::Aide, 0}));
    view.ui.link("pied-accessibilite", view.say("pied.accessibilite"), route_of({Screen::Accessibilite, 0}));
    view.ui.link("pied-donnees", view.say("pied.donnees"), route_of({Screen::Donnees, 0}));
    view.ui.link("pied-a-propos", view.say("pied.a-propos"), route_of({Screen::APropos, 0}));
    view.ui.end_region();
}

void erase_fiche(View& view) {
    Session& session = view.session;
    session.wipe_draft();
    session.go(Screen::Accueil);
    session.follow_up.reload_waits = session.follow_up.is_at_risk();
    if (session.follow_up.reload_waits)
        session.notice = view.say("question.recus-a-enregistrer");
    else if (session.desk && session.desk->is_at_risk())
        session.notice = view.say("question.registre-ouvert");
    else
        view.effect("erase");
}

void ask(View& view, Question question) {
    view.session.question = question;
    view.ui.focus(keep_key);
}

void begin_form(View& view, Beginning beginning) {
    if (view.session.form && view.session.touched) {
        view.session.asked = std::move(beginning);
        ask(view, Question::Restart);
    } else {
        view.session.start(beginning, view.today);
    }
}

void tell_risk(View& view) {
    Session& session = view.session;
    const bool asks = session.is_at_risk();
    if (asks == session.asks_before_leaving) return;
    session.asks_before_leaving = asks;
    view.effect("ask-before-leaving", {{"asks", asks}});
}

void announce(View& view) {
    Session& session = view.session;
    if (!session.arrival) return;
    view.effect("screen",
                {{"route", route_of(session.place)}, {"title", tab_title(view)}, {"push", session.arrival->push}});
    if (session.arrival->focus) view.ui.focus(session.failure ? std::string(summary_key) : title_key(session));
    session.arrival.reset();
}

} // namespace pli::ui
