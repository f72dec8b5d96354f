// What leaves the receipts' screen: a table, the receipts as a file, an agenda. None says anything about a person.
#include "core/base/csv.hpp"
#include "core/receipts/receipts_file.hpp"
#include "ui/deadlines.hpp"
#include "ui/suivi.hpp"
#include "ui/summary.hpp"

namespace pli::ui {

namespace {

using Cells = std::vector<std::string>;

Cells heading_row(const View& view) {
    static constexpr std::string_view columns[] = {
        "suivi.numero",     "suivi.scelle-le",    "suivi.formulaire",    "suivi.territoire", "suivi.fichier-nom",
        "suivi.sha256",     "suivi.fiche-sha256", "suivi.verrou",        "suivi.pour",       "suivi.signature",
        "suivi.etat",       "suivi.remis-le",     "suivi.repondu-le",    "suivi.reponse",    "suivi.corrige",
        "suivi.annule-par", "suivi.attendue-le",  "suivi.destruction-le"};
    Cells row;
    for (const std::string_view column : columns) row.push_back(view.say(column));
    return row;
}

std::string day_or_nothing(const std::optional<Date>& day) { return day ? french_date(*day) : std::string(); }

/// The first day by which a destruction is due.
std::optional<Date> first_destruction(const Receipt& receipt) {
    std::optional<Date> first;
    for (const Destruction& one : receipt.destructions)
        if (one.day && (!first || *one.day < *first)) first = one.day;
    return first;
}

Cells row_of(const View& view, const Receipt& receipt) {
    const bool by_keys = receipt.locks == Receipt::Locks::Keys;
    const ReceiptDeadline* deadline = answer_deadline(receipt);
    const Territory* territory = find_territory(view.pack, receipt.territory);
    return {receipt.document_id,
            french_date(receipt.sealed),
            form_in_words(view, receipt),
            territory == nullptr ? receipt.territory : territory->title,
            receipt.file_name,
            receipt.file_sha256,
            receipt.fiche_sha256,
            view.say(by_keys ? "suivi.par-cles" : "suivi.par-phrase"),
            recipients_in_words(view, receipt),
            receipt.signing_key,
            standing_in_words(view, standing_of(receipt, view.today)),
            day_or_nothing(receipt.delivered),
            receipt.answer ? french_date(receipt.answer->day) : std::string(),
            receipt.answer ? receipt.answer->document_id : std::string(),
            receipt.replaces,
            receipt.replaced_by,
            deadline != nullptr ? french_date(deadline->due) : std::string(),
            day_or_nothing(first_destruction(receipt))};
}

/// The same event has the same number as on the screen of the sealed file, so that it is never there twice.
CalendarEvent event_of(const View& view, const Receipt& receipt, const Due& due) {
    const std::string title = " (" + form_in_words(view, receipt) + ")";
    CalendarEvent event;
    event.day = due.day;
    if (due.destruction) {
        const Destruction& one = receipt.destructions[due.index];
        event.uid = receipt.document_id + "-destruction-" + one.id + "@pli.invalid";
        event.summary = view.say("suivi.destruction-le") + title;
        event.description = one.rule;
        return event;
    }
    const ReceiptDeadline& deadline = receipt.deadlines[due.index];
    event.uid = receipt.document_id + "-" + deadline.id + "@pli.invalid";
    event.summary = deadline.label + title;
    event.description = deadline.rule;
    return event;
}

} // namespace

void save_receipts_table(View& view) {
    const Receipts& receipts = view.session.follow_up.receipts;
    std::vector<Cells> rows{heading_row(view)};
    for (const std::size_t index : listed(receipts, {}, view.today)) rows.push_back(row_of(view, receipts.all[index]));
    view.effect("save", {{"name", "plis_" + iso_date(view.today) + ".csv"}, {"content", write_csv(rows)}});
    view.session.notice = view.say("suivi.table-demandee");
}

void save_receipts_file(View& view) {
    const Result<std::string> content = write_receipts(view.session.follow_up.receipts);
    if (!content) {
        view.session.failure = content.error();
        return view.ui.focus(summary_key);
    }
    view.effect("save", {{"name", "pli_recus_" + iso_date(view.today) + ".json"}, {"content", content.value()}});
    view.session.follow_up.changed = false;
    view.session.notice = view.say("suivi.fichier-demande");
}

void save_receipts_agenda(View& view) {
    const Receipts& receipts = view.session.follow_up.receipts;
    std::vector<CalendarEvent> events;
    for (const Due& due : open_dues(receipts, view.today))
        if (due.day >= view.today) events.push_back(event_of(view, receipts.all[due.receipt], due));
    save_agenda(view, events);
}

} // namespace pli::ui
