#include "ui/suivi.hpp"

#include "core/receipts/making.hpp"
#include "core/receipts/receipts_file.hpp"
#include "ui/annuaire.hpp"
#include "ui/routes.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <utility>

namespace pli::ui {

namespace {

/// Of a key, its holder's name in the directory. Only structures and services: never the people who hold it.
std::string name_in_directory(const View& view, const Territory& territory, const Recipient& recipient) {
    const LoadedDirectory* directory = directory_of(view.session, &territory);
    if (directory == nullptr) return {};
    const KeyOwner owner = owner_of(*directory, recipient.text, view.today);
    return owner.entry == nullptr ? std::string() : entry_name(*owner.entry);
}

std::vector<ReceiptRecipient> recipients_of(const View& view, const SealedDocument& sealed) {
    const Addressing& addressing = sealed.addressing;
    std::vector<ReceiptRecipient> recipients;
    if (addressing.locks == Locks::Passphrase)
        for (const std::string& role : addressing.roles) recipients.push_back({role, "", ""});
    else
        for (const Recipient& one : addressing.recipients)
            recipients.push_back({one.role, name_in_directory(view, sealed.territory, one), one.fingerprint});
    return recipients;
}

/// Has the browser keep what is new in `now`, and drop what is no more.
void keep(View& view, const Receipts& before, const Receipts& now) {
    Json kept = Json::array();
    for (const Receipt& receipt : now.all) {
        const Receipt* old = find_receipt(before, receipt.document_id);
        if ((old != nullptr && *old == receipt) || view.session.follow_up.unreadable.contains(receipt.document_id))
            continue;
        const Result<std::string> content = write_receipt(receipt);
        if (content) kept.push_back({{"document", receipt.document_id}, {"content", content.value()}});
    }
    if (!kept.empty()) view.effect("keep-receipts", {{"receipts", std::move(kept)}});
    for (const Receipt& receipt : before.all)
        if (find_receipt(now, receipt.document_id) == nullptr)
            view.effect("drop-receipt", {{"document", receipt.document_id}});
}

} // namespace

bool take_receipts(View& view, Result<Receipts> next) {
    FollowUp& follow_up = view.session.follow_up;
    if (!next) {
        view.session.failure = next.error();
        view.ui.focus(summary_key);
        return false;
    }
    if (next.value() == follow_up.receipts) return true;
    keep(view, follow_up.receipts, next.value());
    follow_up.receipts = std::move(next).value();
    follow_up.changed = true;
    return true;
}

Receipt receipt_for(const View& view, const SealedDocument& sealed) {
    SealingFacts facts;
    facts.document_id = sealed.file.document_id;
    facts.day = view.today;
    facts.replaces = sealed.replaces;
    facts.file_name = sealed.file.name;
    facts.file_sha256 = sealed.file.sha256;
    facts.fiche_sha256 = sealed.file.content_sha256;
    const bool by_keys = sealed.addressing.locks == Locks::Keys;
    facts.locks = by_keys ? Receipt::Locks::Keys : Receipt::Locks::Passphrase;
    facts.recipients = recipients_of(view, sealed);
    facts.signing_key = sealed.file.signer;
    return make_receipt(sealed.territory, sealed.form, sealed.answers, facts);
}

void keep_receipts(View& view, const std::vector<Receipt>& made) {
    Result<Receipts> next = view.session.follow_up.receipts;
    for (const Receipt& receipt : made)
        if (next) next = add_receipt(next.value(), receipt);
    take_receipts(view, std::move(next));
}

const Receipt* receipt_of(const Session& session, std::string_view document) {
    return find_receipt(session.follow_up.receipts, document);
}

bool note_opened_answer(View& view, std::string_view document, std::string_view answer_id) {
    Result<Receipts> next = note_answer(view.session.follow_up.receipts, document, view.today, answer_id);
    return next.ok() && take_receipts(view, std::move(next));
}

void note_delivered_today(View& view, std::string_view document) {
    const Receipt* receipt = receipt_of(view.session, document);
    if (receipt == nullptr || receipt->delivered) return;
    take_receipts(view, note_delivery(view.session.follow_up.receipts, document, view.today));
}

void on_kept_receipts(View& view, const Json& json) {
    FollowUp& follow_up = view.session.follow_up;
    const bool is_kept = bool_member_or(json, "kept", false);
    follow_up.storage = is_kept ? FollowUp::Storage::Browser : FollowUp::Storage::Nowhere;
    const Json* contents = member(json, "contents");
    if (contents == nullptr || !contents->is_array()) return;
    const Json* documents = member(json, "documents");
    follow_up.damaged.clear();
    follow_up.unreadable.clear();
    Receipts kept;
    for (std::size_t n = 0; n < contents->size(); ++n) {
        const auto* text = (*contents)[n].get_ptr<const std::string*>();
        ReceiptsReading reading = read_receipts(text == nullptr ? std::string_view() : *text);
        if (reading.faults.empty()) {
            std::move(reading.content.all.begin(), reading.content.all.end(), std::back_inserter(kept.all));
            continue;
        }
        follow_up.damaged.push_back(std::move(reading.faults.front()));
        if (documents == nullptr || !documents->is_array() || n >= documents->size()) continue;
        if (const auto* document = (*documents)[n].get_ptr<const std::string*>())
            follow_up.unreadable.insert(*document);
    }
    // What was sealed before the browser answered is newer than what it kept. Later it is the other way round: another
    // tab has noted something, or deleted what this one still shows.
    const bool again = bool_member_or(json, "again", false);
    if (again)
        std::erase_if(follow_up.receipts.all, [&](const Receipt& one) {
            return follow_up.stored.contains(one.document_id) && !follow_up.unreadable.contains(one.document_id);
        });
    follow_up.stored.clear();
    for (const Receipt& one : kept.all) follow_up.stored.insert(one.document_id);
    Result<ReceiptsMerge> merged =
        again ? merge_receipts(kept, follow_up.receipts) : merge_receipts(follow_up.receipts, kept);
    if (merged)
        follow_up.receipts = std::move(merged.value().content);
    else
        follow_up.damaged.push_back(merged.error());
}

void on_receipts_file(View& view, const Json& json) {
    Session& session = view.session;
    FollowUp& follow_up = session.follow_up;
    ReceiptsReading reading = read_receipts(text_member_or(json, "content", ""));
    session.failure.reset(); // one summary a screen
    follow_up.faults = std::move(reading.faults);
    if (!follow_up.faults.empty()) return view.ui.focus(summary_key);
    Result<ReceiptsMerge> merged = merge_receipts(follow_up.receipts, reading.content);
    if (!merged) {
        follow_up.faults = {merged.error()};
        return view.ui.focus(summary_key);
    }
    const ReceiptsMerge& merge = merged.value();
    session.notice = view.say("suivi.reunis", {{"nouveaux", std::to_string(merge.added)},
                                               {"completes", std::to_string(merge.completed)},
                                               {"deja", std::to_string(merge.same)},
                                               {"differents", std::to_string(merge.different.size())}});
    take_receipts(view, merge.content);
}

void receipts_not_kept(View& view, std::string_view during, Error& error) {
    if (during != "keep-receipts") return;
    if (error.code == "storage.full") error.code = "receipts.no-room";
    if (error.code == "storage.failed") error.code = "receipts.not-kept";
    view.session.follow_up.faults.clear(); // one summary a screen
    view.session.follow_up.storage = FollowUp::Storage::Nowhere;
    view.session.follow_up.changed = !view.session.follow_up.receipts.all.empty();
}

std::string standing_in_words(const View& view, Standing standing) {
    switch (standing) {
    case Standing::ToDeliver:
        return view.say("suivi.a-remettre");
    case Standing::Delivered:
        return view.say("suivi.remis");
    case Standing::Overdue:
        return view.say("suivi.en-retard");
    case Standing::Answered:
        return view.say("suivi.repondu");
    case Standing::Replaced:
        return view.say("suivi.remplace");
    }
    return {};
}

std::string form_in_words(const View& view, const Receipt& receipt) {
    const Form* form = find_form(view.pack, receipt.form);
    return form == nullptr ? receipt.form : form->short_title;
}

std::string recipients_in_words(const View& view, const Receipt& receipt) {
    const Territory* territory = find_territory(view.pack, receipt.territory);
    std::string words;
    for (const ReceiptRecipient& one : receipt.recipients) {
        std::string role = one.role;
        if (territory != nullptr)
            for (const Option& known : territory->roles)
                if (known.value == one.role) role = known.label;
        std::string name = one.name.empty() ? role : one.name + (role.empty() ? "" : " (" + role + ")");
        if (name.empty()) name = view.say("suivi.cle-numero", {{"empreinte", grouped(one.fingerprint.substr(0, 16))}});
        words += (words.empty() ? "" : ", ") + name;
    }
    return words;
}

std::string due_in_words(const View& view, const Receipt& receipt, const Due& due) {
    const Params day{{"jour", french_date(due.day)}};
    if (due.destruction) return view.say("suivi.detruire", day);
    const ReceiptDeadline& deadline = receipt.deadlines[due.index];
    Params params{{"libelle", deadline.label}, {"jour", french_date(due.day)}};
    if (deadline.opens) params["debut"] = french_date(*deadline.opens);
    if (deadline.answer && receipt.answer) {
        params["jour"] = french_date(receipt.answer->day);
        return view.say("suivi.reponse-recue", params);
    }
    // Of another deadline nothing here tells whether what it asks for was done.
    const bool awaited = deadline.answer && receipt.replaced_by.empty();
    if (awaited && due.day < view.today) return view.say("echeances.depassee", params);
    if (deadline.opens) return view.say("echeances.fenetre", params);
    return view.say(deadline.begins ? "echeances.a-partir" : "echeances.avant", params);
}

void receipt_links(View& view, std::string_view key, const std::vector<std::size_t>& indices) {
    const Receipts& receipts = view.session.follow_up.receipts;
    view.ui.begin_list(key);
    for (const std::size_t index : indices) {
        const Receipt& receipt = receipts.all[index];
        const std::string item = std::string(key) + "-" + receipt.document_id;
        view.ui.begin_item(item);
        view.ui.link(item + "-lien",
                     view.say("suivi.lien", {{"fiche", form_in_words(view, receipt)},
                                             {"jour", french_date(receipt.sealed)},
                                             {"numero", receipt.document_id.substr(0, 8)}}),
                     route_of({Screen::SuiviPli, 0, receipt.document_id}));
        view.ui.end_item();
    }
    view.ui.end_list();
}

} // namespace pli::ui
