// Sealed: the file, what is left to do with it, and erasing the answers.
#include "ui/deadlines.hpp"
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"
#include "ui/seven_zip.hpp"
#include "ui/stored_file.hpp"
#include "ui/suivi.hpp"

namespace pli::ui {

namespace {

void file_facts(View& view, const Sealed& sealed) {
    view.ui.begin_rows("fichier");
    view.ui.row("fichier-nom", view.say("termine.nom"), sealed.name, semantics::Emphasis::Mono);
    view.ui.row("fichier-taille", view.say("termine.taille"), shown_size(view, sealed.size));
    view.ui.row("fichier-empreinte", view.say("termine.empreinte"), grouped(sealed.sha256), semantics::Emphasis::Mono);
    view.ui.row("fichier-document", view.say("termine.document"), grouped(sealed.document_id),
                semantics::Emphasis::Mono);
    view.ui.end_rows();
}

void downloads(View& view, Sealed& sealed) {
    const auto download = [&view, &sealed](std::string_view what) {
        sealed.saved = sealed.saved || what != "note";
        view.effect("download", {{"what", what}});
        view.session.notice = view.say("termine.enregistrement-demande");
    };
    view.ui.heading("enregistrer", view.say("termine.enregistrer"), 2);
    view.paragraph("enregistrer-detail", "termine.enregistrer-detail");
    if (view.button("telecharger", "termine.telecharger", semantics::ButtonStyle::Primary)) download("age");
    if (!sealed.armor_name.empty() && view.button("telecharger-armure", "termine.telecharger-armure"))
        download("armor");
    seven_zip_download(view);
    if (view.button("telecharger-note", "termine.telecharger-note")) download("note");
}

void left_to_do(View& view) {
    view.ui.heading("reste", view.say("termine.reste"), 2);
    view.ui.text("pas-transmis", view.say("termine.pas-transmis"), semantics::Emphasis::Strong);
    view.ui.begin_list("reste-liste");
    int number = 0;
    for (const std::string& step : view.session.form->transmission)
        view.ui.item("reste-" + std::to_string(++number), step);
    if (view.session.addressing.locks == Locks::Passphrase || !view.session.sealed->seven_zip_name.empty())
        view.ui.item("reste-phrase", view.say("termine.phrase-autre-canal"));
    view.ui.end_list();
    view.paragraph("reste-visible", "termine.visible");
    const bool is_kept = view.session.follow_up.storage != FollowUp::Storage::Nowhere;
    view.paragraph("recu", is_kept ? "termine.recu" : "termine.recu-nulle-part");
    view.ui.link("mes-plis", view.say("termine.mes-plis"), route_of({Screen::Suivi, 0}));
}

} // namespace

void termine(View& view) {
    Session& session = view.session;
    if (!session.sealed || !session.form) return;
    Sealed& sealed = *session.sealed;
    if (session.take_yes(Question::Erase)) {
        note_delivered_today(view, sealed.document_id);
        return erase_fiche(view);
    }
    view.paragraph("chapeau", "termine.chapeau");
    file_facts(view, sealed);
    downloads(view, sealed);
    left_to_do(view);
    deadline_agenda(view, sealed.document_id);
    view.ui.heading("controle", view.say("termine.controle"), 2);
    stored_file(view, sealed);

    const bool same = sealed.same == true;
    view.ui.heading("effacer-titre", view.say("termine.effacer-titre"), 2);
    view.paragraph("effacer-detail", same ? "termine.identique" : "termine.effacer-detail");
    const bool erase = same ? view.button("effacer", "termine.effacer", semantics::ButtonStyle::Primary)
                            : view.button("remis", "termine.remis", semantics::ButtonStyle::Danger);
    const bool again = view.button("reprendre", "termine.reprendre");
    if (again) {
        session.sealed.reset();
        session.go(Screen::Saisie);
    } else if (erase && same) {
        erase_fiche(view);
    } else if (erase) {
        ask(view, Question::Erase);
    }
}

} // namespace pli::ui
