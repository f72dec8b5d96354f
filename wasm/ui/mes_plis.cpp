// The receipts on screen: what is left to deliver, what is awaited, what is due; and one of them.
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"
#include "ui/suivi.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <array>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Emphasis;

constexpr std::size_t most_dues = 10; // the next ones: the others are in the list and in the agenda
constexpr std::string_view to_destroy = "a-detruire";

constexpr std::array<std::pair<std::string_view, Standing>, 5> standings{{{"a-remettre", Standing::ToDeliver},
                                                                          {"remis", Standing::Delivered},
                                                                          {"en-retard", Standing::Overdue},
                                                                          {"repondu", Standing::Answered},
                                                                          {"remplace", Standing::Replaced}}};

// ---- the list

std::vector<std::size_t> shown_receipts(const View& view) {
    const FollowUp& follow_up = view.session.follow_up;
    std::vector<Standing> wanted;
    for (const auto& [name, standing] : standings)
        if (name == follow_up.shown) wanted.push_back(standing);
    std::vector<std::size_t> found = listed(follow_up.receipts, wanted, view.today);
    if (follow_up.shown == to_destroy)
        std::erase_if(
            found, [&](std::size_t index) { return !is_to_be_destroyed(follow_up.receipts.all[index], view.today); });
    return found;
}

void filter(View& view) {
    semantics::Cells options{{"", view.say("suivi.tous")}};
    for (const auto& [name, standing] : standings) {
        const std::size_t count = listed(view.session.follow_up.receipts, {standing}, view.today).size();
        options.emplace_back(
            name, view.say("suivi.choix", {{"etat", standing_in_words(view, standing)}, {"n", std::to_string(count)}}));
    }
    options.emplace_back(to_destroy, view.say("suivi.a-detruire"));
    view.ui.select("suivi-montrer", view.say("suivi.montrer"), view.session.follow_up.shown, options);
}

semantics::Cells cells_of(const View& view, const Receipt& receipt) {
    std::string standing = standing_in_words(view, standing_of(receipt, view.today));
    if (is_to_be_destroyed(receipt, view.today)) standing += " – " + view.say("suivi.a-detruire");
    return {{"fiche", view.say("suivi.lien", {{"fiche", form_in_words(view, receipt)},
                                              {"jour", french_date(receipt.sealed)},
                                              {"numero", receipt.document_id.substr(0, 8)}})},
            {"pour", recipients_in_words(view, receipt)},
            {"etat", std::move(standing)}};
}

void list(View& view) {
    FollowUp& follow_up = view.session.follow_up;
    view.ui.heading("suivi-liste-titre", view.say("suivi.liste"), 2);
    filter(view);
    const std::vector<std::size_t> found = shown_receipts(view);
    view.ui.status("suivi-nombre", view.say_count("suivi.trouves", found.size()));
    if (found.empty()) return;
    view.ui.begin_table(
        "suivi-table", view.say("suivi.liste"),
        {{"fiche", view.say("suivi.colonne-pli")}, {"pour", view.say("suivi.pour")}, {"etat", view.say("suivi.etat")}},
        found.size(), follow_up.list);
    for (const std::size_t row : follow_up.list.rows(found.size())) {
        const Receipt& receipt = follow_up.receipts.all[found[row]];
        view.ui.table_row("pli-" + receipt.document_id, row, cells_of(view, receipt),
                          route_of({Screen::SuiviPli, 0, receipt.document_id}));
    }
    view.ui.end_table();
}

void next_dues(View& view) {
    const Receipts& receipts = view.session.follow_up.receipts;
    std::vector<Due> dues = open_dues(receipts, view.today);
    if (dues.empty()) return;
    view.ui.heading("suivi-dates", view.say("suivi.dates"), 2);
    if (dues.size() > most_dues) dues.resize(most_dues);
    view.ui.begin_list("suivi-dates-liste");
    for (const Due& due : dues) {
        const Receipt& receipt = receipts.all[due.receipt];
        const std::string key =
            "date-" + receipt.document_id + (due.destruction ? "-detruire-" : "-") + std::to_string(due.index);
        view.ui.item(key, view.say("suivi.date-du-pli", {{"date", due_in_words(view, receipt, due)},
                                                         {"fiche", form_in_words(view, receipt)},
                                                         {"numero", receipt.document_id.substr(0, 8)}}));
    }
    view.ui.end_list();
    view.paragraph("agenda-detail", "echeances.agenda-detail");
    if (view.button("suivi-agenda", "echeances.agenda")) save_receipts_agenda(view);
}

// ---- files

void where_they_stay(View& view) {
    const FollowUp& follow_up = view.session.follow_up;
    const bool is_kept = follow_up.storage != FollowUp::Storage::Nowhere;
    view.ui.text("suivi-ou", view.say(is_kept ? "suivi.sur-ce-poste" : "suivi.nulle-part"),
                 is_kept ? Emphasis::Plain : Emphasis::Strong);
    if (follow_up.damaged.empty()) return;
    view.ui.text("suivi-illisibles", view.say_count("suivi.illisibles", follow_up.damaged.size()), Emphasis::Strong);
    // Another page reads these: whoever is told can do something about it.
    const auto other = std::find_if(follow_up.damaged.begin(), follow_up.damaged.end(),
                                    [](const Error& error) { return error.code == "receipts.other-version"; });
    if (other != follow_up.damaged.end()) view.ui.text("suivi-autre-version", view.texts.say_error(*other));
}

std::vector<Complaint> complaints_of(const View& view) {
    std::vector<Complaint> complaints;
    for (const Error& fault : view.session.follow_up.faults)
        if (complaints.empty()) complaints.push_back({std::string(receipts_file), view.texts.say_error(fault)});
    return complaints;
}

/// Where nothing is kept, the page was not reloaded after the answers were erased: the receipts would have gone with
/// it.
void reload_part(View& view) {
    const FollowUp& follow_up = view.session.follow_up;
    if (!follow_up.reload_waits || follow_up.is_at_risk() || view.session.is_at_risk()) return;
    view.paragraph("suivi-recharger-detail", "suivi.recharger-detail");
    if (view.button("suivi-recharger", "suivi.recharger", ButtonStyle::Danger)) view.effect("erase");
}

void files(View& view) {
    FollowUp& follow_up = view.session.follow_up;
    const bool has_any = !follow_up.receipts.all.empty();
    view.ui.heading("suivi-fichiers", view.say("suivi.fichiers"), 2);
    view.paragraph("suivi-fichiers-detail", "suivi.fichiers-detail");
    if (has_any && view.button("suivi-enregistrer", "suivi.enregistrer")) save_receipts_file(view);
    if (has_any && view.button("suivi-csv", "suivi.csv")) save_receipts_table(view);
    reload_part(view);
    semantics::Field field = hinted(view.say("suivi.charger-aide"));
    if (!follow_up.faults.empty()) field.error = view.texts.say_error(follow_up.faults.front());
    if (!view.ui.file(receipts_file, view.say("suivi.charger"), follow_up.file, ".json", field)) return;
    follow_up.faults.clear();
    view.session.failure.reset();
    if (!follow_up.file.empty()) view.effect("load-receipts", {{"file", receipts_file}});
}

// ---- one receipt

/// Why the file cannot have been delivered or answered on the day that was typed; empty when it can.
std::string day_error(const View& view, const Receipt& receipt, const std::string& typed) {
    const Result<Date> day = parse_typed_date(typed);
    if (!day) return view.say("suivi.jour-illisible");
    if (day.value() > view.today) return view.say("suivi.jour-a-venir");
    if (day.value() < receipt.sealed) return view.say("suivi.jour-trop-tot", {{"jour", french_date(receipt.sealed)}});
    return {};
}

/// A tick, and below it the day; what is typed counts once it is a day that can be.
struct Event {
    std::string_view tick, field;      ///< keys
    std::string_view label, day_label; ///< sentences
};

template <class Note, class TakeBack> void event_controls(View& view, const Receipt& receipt, const Event& event,
                                                          const std::optional<Date>& noted, std::string& typed,
                                                          const Note& note, const TakeBack& take_back) {
    bool happened = noted.has_value();
    if (view.ui.checkbox(event.tick, view.say(event.label), happened)) {
        view.session.failure.reset();
        const bool taken = take_receipts(view, happened ? note(view.today) : take_back());
        if (taken) typed = happened ? french_date(view.today) : std::string();
        if (taken) view.session.notice = view.say(happened ? "suivi.note" : "suivi.retire");
        return;
    }
    if (!happened) return;
    semantics::Field field = required_field();
    field.hint = view.say("suivi.jour-aide");
    field.error = day_error(view, receipt, typed);
    if (!view.ui.text_field(event.field, view.say(event.day_label), typed, field)) return;
    const Result<Date> day = parse_typed_date(typed);
    if (day && day_error(view, receipt, typed).empty() && take_receipts(view, note(day.value())))
        view.session.notice = view.say("suivi.note");
}

void delivery(View& view, const Receipt& receipt) {
    const Receipts& receipts = view.session.follow_up.receipts;
    const std::string document = receipt.document_id;
    const Event event{"pli-remis", "pli-remis-le", "suivi.tick-remis", "suivi.remis-le"};
    event_controls(
        view, receipt, event, receipt.delivered, view.session.follow_up.delivered_on,
        [&](const Date& day) { return note_delivery(receipts, document, day); },
        [&] { return take_back_delivery(receipts, document); });
}

/// An answer that came as a pli keeps its number when its day is mended.
Result<Receipts> noted_answer(const Receipts& receipts, const Receipt& receipt, const Date& day) {
    const std::string answer_id = receipt.answer ? receipt.answer->document_id : std::string();
    const Result<Receipts> without = take_back_answer(receipts, receipt.document_id);
    return without ? note_answer(without.value(), receipt.document_id, day, answer_id) : without;
}

void answer(View& view, const Receipt& receipt) {
    FollowUp& follow_up = view.session.follow_up;
    const Event event{"pli-repondu", "pli-repondu-le", "suivi.tick-repondu", "suivi.repondu-le"};
    const std::optional<Date> noted = receipt.answer ? std::optional(receipt.answer->day) : std::nullopt;
    event_controls(
        view, receipt, event, noted, follow_up.answered,
        [&](const Date& day) { return noted_answer(follow_up.receipts, receipt, day); },
        [&] { return take_back_answer(follow_up.receipts, receipt.document_id); });
}

void fact(View& view, std::string_view name, std::string_view value, Emphasis emphasis = Emphasis::Plain) {
    if (!value.empty()) view.ui.row(name, view.say(name), value, emphasis);
}

void facts(View& view, const Receipt& receipt) {
    const bool by_keys = receipt.locks == Receipt::Locks::Keys;
    view.ui.begin_rows("pli-faits");
    fact(view, "suivi.etat", standing_in_words(view, standing_of(receipt, view.today)));
    fact(view, "suivi.formulaire", form_in_words(view, receipt));
    fact(view, "suivi.scelle-le", french_date(receipt.sealed));
    fact(view, "suivi.pour", recipients_in_words(view, receipt));
    fact(view, "suivi.verrou", view.say(by_keys ? "suivi.par-cles" : "suivi.par-phrase"));
    fact(view, "suivi.numero", grouped(receipt.document_id), Emphasis::Mono);
    fact(view, "suivi.fichier-nom", receipt.file_name, Emphasis::Mono);
    fact(view, "suivi.sha256", grouped(receipt.file_sha256), Emphasis::Mono);
    fact(view, "suivi.fiche-sha256", grouped(receipt.fiche_sha256), Emphasis::Mono);
    fact(view, "suivi.signature", receipt.signing_key, Emphasis::Mono);
    fact(view, "suivi.corrige", grouped(receipt.replaces), Emphasis::Mono);
    fact(view, "suivi.annule-par", grouped(receipt.replaced_by), Emphasis::Mono);
    if (receipt.answer) fact(view, "suivi.reponse", grouped(receipt.answer->document_id), Emphasis::Mono);
    view.ui.end_rows();
}

void what_is_due(View& view, const Receipt& receipt) {
    if (receipt.deadlines.empty() && receipt.destructions.empty()) return;
    view.ui.heading("pli-echeances", view.say("echeances.titre"), 2);
    view.ui.begin_list("pli-echeances-liste");
    for (std::size_t n = 0; n < receipt.deadlines.size(); ++n)
        view.ui.item("pli-echeance-" + std::to_string(n),
                     due_in_words(view, receipt, {receipt.deadlines[n].due, 0, false, n}) + " " +
                         receipt.deadlines[n].rule);
    for (std::size_t n = 0; n < receipt.destructions.size(); ++n) {
        const Destruction& one = receipt.destructions[n];
        const std::string when = one.day ? due_in_words(view, receipt, {*one.day, 0, true, n}) + " " : std::string();
        view.ui.item("pli-destruction-" + std::to_string(n), when + one.rule);
    }
    view.ui.end_list();
}

void what_was_advised(View& view, const Receipt& receipt) {
    const bool has_passphrase = receipt.locks == Receipt::Locks::Passphrase;
    if (receipt.advice.empty() && !has_passphrase) return;
    view.ui.heading("pli-consignes", view.say("suivi.consignes"), 2);
    view.ui.begin_list("pli-consignes-liste");
    for (std::size_t n = 0; n < receipt.advice.size(); ++n)
        view.ui.item("pli-consigne-" + std::to_string(n), receipt.advice[n]);
    if (has_passphrase) view.ui.item("pli-consigne-phrase", view.say("termine.phrase-autre-canal"));
    view.ui.end_list();
}

/// What is typed belongs to the receipt on the screen.
void turn_to(FollowUp& follow_up, const Receipt& receipt) {
    if (follow_up.open == receipt.document_id) return;
    follow_up.open = receipt.document_id;
    follow_up.delivered_on = receipt.delivered ? french_date(*receipt.delivered) : std::string();
    follow_up.answered = receipt.answer ? french_date(receipt.answer->day) : std::string();
}

void delete_receipt(View& view) {
    take_receipts(view, remove_receipt(view.session.follow_up.receipts, view.session.place.id));
    view.session.go(Screen::Suivi);
    view.session.notice = view.say("suivi.supprime");
}

} // namespace

void mes_plis(View& view) {
    view.session.follow_up.open.clear();
    summary(view, complaints_of(view));
    view.paragraph("chapeau", "suivi.chapeau");
    where_they_stay(view);
    list(view);
    next_dues(view);
    files(view);
}

void suivi_pli(View& view) {
    FollowUp& follow_up = view.session.follow_up;
    if (view.session.take_yes(Question::DeleteReceipt)) return delete_receipt(view);
    const Receipt* receipt = receipt_of(view.session, view.session.place.id);
    if (receipt == nullptr) {
        view.paragraph("suivi-absent", "suivi.absent");
        view.ui.link("suivi-revenir", view.say("suivi.revenir"), route_of({Screen::Suivi, 0}));
        return;
    }
    turn_to(follow_up, *receipt);
    const Receipt shown = *receipt; // the controls put another register in the place of this one
    facts(view, shown);
    view.ui.heading("pli-suivi", view.say("suivi.suivre"), 2);
    if (!shown.delivered) view.ui.text("pli-a-remettre", view.say("suivi.reste-a-remettre"), Emphasis::Strong);
    delivery(view, shown);
    answer(view, shown);
    what_is_due(view, shown);
    what_was_advised(view, shown);
    view.ui.link("suivi-revenir", view.say("suivi.revenir"), route_of({Screen::Suivi, 0}));
    if (view.button("pli-supprimer", "suivi.supprimer", ButtonStyle::Danger)) ask(view, Question::DeleteReceipt);
}

} // namespace pli::ui
