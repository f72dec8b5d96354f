// An opened document, read-only.
#include "ui/annuaire.hpp"
#include "ui/document_view.hpp"
#include "ui/opening.hpp"
#include "ui/page.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

/// What the file says of itself, and how far that can be trusted.
void origin(View& view, const Opened& opened, const Author& author) {
    const auto row = [&view](std::string_view key, std::string_view label, const std::string& value,
                             semantics::Emphasis emphasis = semantics::Emphasis::Plain) {
        if (!value.empty()) view.ui.row(key, view.say(label), value, emphasis);
    };
    view.ui.text("avertissement", author_in_words(view, author), semantics::Emphasis::Strong);
    if (opened.seven_zip) view.paragraph("sept-zip", "septzip.lu");
    if (opened.locks == Locks::Passphrase)
        view.paragraph("detenteurs", "lecture.phrase");
    else
        view.ui.text("detenteurs",
                     view.say_count("lecture.destinataires", static_cast<std::size_t>(opened.recipients)));
    if (!opened.replaces.empty())
        view.ui.text("remplace", view.say("lecture.remplace", {{"id", grouped(opened.replaces)}}),
                     semantics::Emphasis::Strong);
    view.ui.begin_rows("origine");
    row("origine-formulaire", "lecture.formulaire", opened.form->title);
    row("origine-date", "lecture.date", shown_day(opened.created));
    row("origine-auteur", "lecture.auteur", author.name);
    row("origine-role", "lecture.role", author.role);
    row("origine-structure", "lecture.structure", opened.structure);
    row("origine-cle", "lecture.cle", opened.signer, semantics::Emphasis::Mono);
    row("origine-document", "lecture.document", grouped(opened.document_id), semantics::Emphasis::Mono);
    row("origine-empreinte", "lecture.empreinte", grouped(opened.sha256), semantics::Emphasis::Mono);
    view.ui.end_rows();
}

void close(View& view, Screen next) {
    view.effect("forget", {{"file", sealed_file}});
    view.effect("forget", {{"file", key_file}});
    view.session.close_document();
    view.session.go(next);
}

/// Somebody signs for another: nothing of the document is shown.
void refuse(View& view, const Author& author) {
    close(view, Screen::Ouvrir);
    view.session.failure = Error{"origin.other-sender", {}, {{"name", author.name}, {"role", author.role}}};
}

Sender sender_of(const View& view, const Opened& opened) {
    const Result<Date> day = parse_iso_date(opened.created);
    return {opened.signer, opened.role, opened.structure, day ? day.value() : view.today, opened.territory};
}

} // namespace

void lecture(View& view) {
    Session& session = view.session;
    if (!session.opened) return;
    const Author author = author_of(view, sender_of(view, *session.opened));
    if (author.standing == Author::Standing::Different) return refuse(view, author);
    origin(view, *session.opened, author);
    const bool print = view.button("imprimer", "lecture.imprimer", semantics::ButtonStyle::Primary);
    const bool save = view.button("enregistrer-pdf", "lecture.enregistrer-pdf");
    document_view(view, session.opened->document);
    view.paragraph("corriger-detail", "lecture.corriger-detail");
    const bool correct = view.button("corriger", "lecture.corriger");
    const bool closes = view.button("fermer", "lecture.fermer");

    if (print) view.effect("print");
    if (save) {
        view.effect("download", {{"what", "pdf"}});
        session.notice = view.say("lecture.pdf-en-clair");
    }
    if (correct) {
        if (session.form && session.touched)
            ask(view, Question::Correct);
        else
            session.correct(view.pack, view.today);
    } else if (closes) {
        close(view, Screen::Accueil);
    }
}

} // namespace pli::ui
