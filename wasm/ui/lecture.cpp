// An opened document, read-only; with an answer, what it answers.
#include "core/document/labelled_values.hpp"
#include "ui/annuaire.hpp"
#include "ui/answering.hpp"
#include "ui/document_view.hpp"
#include "ui/opening.hpp"
#include "ui/page.hpp"
#include "ui/reading.hpp"
#include "ui/screens.hpp"

#include "core/base/csv.hpp" // last: it has a Row too

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
    const bool is_known = author.standing == Author::Standing::Known;
    if (!opened.replaces.empty())
        view.ui.text(
            "remplace",
            view.say(is_known ? "lecture.remplace" : "lecture.dit-remplacer", {{"id", grouped(opened.replaces)}}),
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

std::string_view vouching_for_request(const View& view, const ReadDocument& request) {
    const auto& own = view.session.keys.unlocked;
    if (request.signer.empty()) return "lecture.demande-non-signee";
    if (!own || own->verifying_key.empty()) return "lecture.demande-signee-par-qui";
    return own->verifying_key == request.signer ? "lecture.demande-signee-par-vous" : "lecture.demande-signee";
}

/// What an answer answers, so that the two are read together.
void answered_request(View& view) {
    Session& session = view.session;
    const ReadDocument& request = *session.opened->request;
    view.ui.heading("demande-origine", view.say("lecture.demande"), 2);
    view.paragraph("demande-garantie", vouching_for_request(view, request));
    receipt_of_request(view);
    view.ui.begin_rows("demande-lignes");
    view.ui.row("demande-formulaire", view.say("lecture.formulaire"), request.form->title);
    view.ui.row("demande-date", view.say("lecture.date"), shown_day(request.created));
    if (!request.structure.empty()) view.ui.row("demande-structure", view.say("lecture.structure"), request.structure);
    view.ui.row("demande-numero", view.say("lecture.document"), grouped(request.document_id),
                semantics::Emphasis::Mono);
    view.ui.end_rows();
    document_view(view, request.document, "demande", "lecture.demande");
    view.paragraph("corriger-demande-detail", "lecture.corriger-demande-detail");
    if (!view.button("corriger-demande", "lecture.corriger-demande")) return;
    if (session.form != nullptr && session.touched) return ask(view, Question::CorrectRequest);
    session.correct_request(view.pack, view.today);
}

/// "pli_2026-11-22_d3adb33f": nothing about persons nor the kind of form.
std::string export_name(const Opened& opened) {
    return "pli_" + opened.created + "_" + opened.document_id.substr(0, 8);
}

std::string as_csv(const View& view, const Opened& opened) {
    std::vector<Row> table{{view.say("lecture.document"), view.say("lecture.date")},
                           {opened.document_id, shown_day(opened.created)}};
    for (const LabelledValue& one : labelled_values(opened.document)) {
        table[0].push_back(one.label);
        table[1].push_back(one.value);
    }
    return write_csv(table);
}

/// What can be taken out, in clear.
void exports(View& view, const Opened& opened, bool is_answered_here) {
    const auto style = is_answered_here ? semantics::ButtonStyle::Plain : semantics::ButtonStyle::Primary;
    const bool print = view.button("imprimer", "lecture.imprimer", style);
    const bool pdf = view.button("enregistrer-pdf", "lecture.enregistrer-pdf");
    const bool json = view.button("enregistrer-json", "lecture.enregistrer-json");
    const bool csv = view.button("enregistrer-csv", "lecture.enregistrer-csv");
    if (print) view.effect("print");
    if (pdf) view.effect("download", {{"what", "pdf"}, {"document", opened.document_id}});
    if (json) view.effect("save", {{"name", export_name(opened) + ".json"}, {"content", opened.json}});
    if (csv) view.effect("save", {{"name", export_name(opened) + ".csv"}, {"content", as_csv(view, opened)}});
    // What is shown is read from the data; without a signature nothing says that the PDF beside them is the same.
    if (pdf) view.session.notice = view.say(opened.signer.empty() ? "lecture.pdf-non-signe" : "lecture.pdf-en-clair");
    if (json || csv) view.session.notice = view.say("lecture.fichier-en-clair");
}

void close(View& view, Screen next) {
    view.effect("forget", {{"file", sealed_file}});
    view.effect("forget", {{"file", key_file}});
    view.effect("close-opened");
    view.session.close_document();
    view.session.go(next);
}

/// Somebody signs for another: nothing of the document is shown.
void refuse(View& view, const Author& author) {
    close(view, Screen::Ouvrir);
    view.session.failure = other_sender(author);
}

} // namespace

void lecture(View& view) {
    Session& session = view.session;
    if (!session.opened) return;
    const Opened& opened = *session.opened;
    const Author author = author_of(view, opened);
    if (author.standing == Author::Standing::Different) return refuse(view, author);
    const bool can_answer = can_be_answered(view, opened);
    opened_before(view);
    origin(view, opened, author);
    exports(view, opened, can_answer);
    document_view(view, opened.document);
    if (opened.request) answered_request(view);
    if (can_answer) view.paragraph("repondre-detail", "lecture.repondre-detail");
    const bool answer = can_answer && view.button("repondre", "lecture.repondre", semantics::ButtonStyle::Primary);
    view.paragraph("corriger-detail", "lecture.corriger-detail");
    const bool correct = view.button("corriger", "lecture.corriger");
    const bool closes = view.button("fermer", "lecture.fermer");

    if (answer) {
        answer_opened(view);
    } else if (correct) {
        if (session.form && session.touched)
            ask(view, Question::Correct);
        else
            session.correct(view.pack, view.today);
    } else if (closes) {
        close(view, Screen::Accueil);
    }
}

} // namespace pli::ui
