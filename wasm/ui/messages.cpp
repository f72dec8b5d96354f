#include "ui/messages.hpp"

#include "core/base/text.hpp"
#include "core/register/register_file.hpp"
#include "ui/addressing.hpp"
#include "ui/annuaire.hpp"
#include "ui/drafts.hpp"
#include "ui/opening.hpp"
#include "ui/own_card.hpp"
#include "ui/own_keys.hpp"
#include "ui/page.hpp"
#include "ui/reading.hpp"
#include "ui/registre.hpp"
#include "ui/suivi.hpp"
#include "ui/summary.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

constexpr std::size_t largest_message = std::size_t{160} << 20U; // a register or a table, escaped

Error error_from(const Json& json) {
    Error error{text_member_or(json, "code", "unknown"), text_member_or(json, "place", ""), {}};
    const Json* params = member(json, "params");
    if (params && params->is_object())
        for (auto entry = params->begin(); entry != params->end(); ++entry)
            error.params.emplace(entry.key(), text_member_or(*params, entry.key(), ""));
    return error;
}

Locks locks_from(const Json& json) {
    return text_member_or(json, "locks", "keys") == "passphrase" ? Locks::Passphrase : Locks::Keys;
}

Progress progress_from(const Json& json) {
    Progress progress{text_member_or(json, "stage", ""), {}};
    progress.number = static_cast<std::size_t>(std::max<std::int64_t>(int_member_or(json, "number", 0), 0));
    progress.total = static_cast<std::size_t>(std::max<std::int64_t>(int_member_or(json, "total", 0), 0));
    const std::int64_t percent = int_member_or(json, "percent", -1);
    if (percent >= 0) progress.percent = static_cast<int>(std::min<std::int64_t>(percent, 100));
    return progress;
}

void show_failure(View& view, Error error) {
    view.session.failure = std::move(error);
    view.ui.focus(summary_key);
}

bool add_recipient(std::vector<Recipient>& recipients, const Json& json) {
    Recipient recipient{.role = "",
                        .text = text_member_or(json, "recipient", ""),
                        .fingerprint = text_member_or(json, "fingerprint", ""),
                        .hybrid = text_member_or(json, "type", "") == "hybrid"};
    const auto same = [&recipient](const Recipient& other) { return other.text == recipient.text; };
    if (std::any_of(recipients.begin(), recipients.end(), same)) return false;
    recipients.push_back(std::move(recipient));
    return true;
}

/// Whose locks an answer is about; nullptr when that was closed meanwhile.
Addressing* addressing_for(View& view, const Json& json) {
    return view.session.addressing_of(thing_named(text_member_or(json, "for", "")));
}

void on_recipients(View& view, const Json& json) {
    Addressing* const asking = addressing_for(view, json);
    if (asking == nullptr) return;
    Addressing& addressing = *asking;
    std::size_t added = 0;
    addressing.failures.clear();
    if (const Json* list = member(json, "recipients"); list && list->is_array()) {
        for (const Json& each : *list) {
            if (!add_recipient(addressing.recipients, each)) continue;
            if (accept_recipient(view, addressing.recipients.back())) {
                ++added;
                continue;
            }
            addressing.failures.push_back({"directory.revoked-recipient", {}, {}});
            addressing.recipients.pop_back();
        }
    }
    if (const Json* list = member(json, "failures"); list && list->is_array())
        for (const Json& each : *list) addressing.failures.push_back(error_from(each));
    settle_protection(view, addressing.recipients);
    if (addressing.failures.empty()) addressing.pasted.clear();
    view.session.notice = view.say_count("destinataires.cles-ajoutees", added);
}

void on_passphrase(View& view, const Json& json) {
    Addressing* const asking = addressing_for(view, json);
    if (asking == nullptr) return;
    Addressing& addressing = *asking;
    addressing.words.clear();
    addressing.noted = false;
    addressing.refused = false;
    if (const Json* words = member(json, "words"); words && words->is_array())
        for (const Json& word : *words)
            if (const auto* text = word.get_ptr<const std::string*>()) addressing.words.push_back(*text);
    view.session.notice = view.say("destinataires.phrase-produite");
}

void on_progress(View& view, const Json& json) {
    Session& session = view.session;
    if (session.sealing)
        session.sealing = progress_from(json);
    else if (session.opening.work)
        session.opening.work = progress_from(json);
}

Sealed sealed_from(const Json& json) {
    Sealed sealed;
    sealed.name = text_member_or(json, "name", "");
    sealed.armor_name = text_member_or(json, "armorName", "");
    sealed.seven_zip_name = text_member_or(json, "sevenZipName", "");
    sealed.size = int_member_or(json, "size", 0);
    sealed.sha256 = text_member_or(json, "sha256", "");
    sealed.document_id = text_member_or(json, "documentId", "");
    sealed.content_sha256 = text_member_or(json, "contentSha256", "");
    sealed.signer = text_member_or(json, "signer", "");
    return sealed;
}

void on_sealed(View& view, const Json& json) {
    Session& session = view.session;
    if (!session.sealing) return;
    session.sealing.reset();
    Sealed sealed = sealed_from(json);
    if (session.desk && session.desk->being_sealed)
        return register_sealed(view, std::move(sealed), text_member_or(json, "contentSha256", ""));
    if (session.desk) session.desk->let_go();
    session.sealed = std::move(sealed);
    session.assistance = {}; // the next fiche is about somebody else
    session.go(Screen::Termine);
    if (session.form != nullptr && session.form_territory != nullptr)
        keep_receipts(view, {receipt_for(view, {*session.form_territory, *session.form, session.answers,
                                                session.replaces, session.addressing, *session.sealed})});
}

/// The documents about persons of the register.
void on_sealed_several(View& view, const Json& json) {
    Session& session = view.session;
    if (!session.sealing || !session.desk) return;
    session.sealing.reset();
    std::vector<Sealed> files;
    if (const Json* list = member(json, "files"); list && list->is_array())
        for (const Json& each : *list) files.push_back(sealed_from(each));
    acts_sealed(view, std::move(files));
}

/// Nothing was sealed: back to who can open it.
void back_from_sealing(Session& session) {
    session.sealing.reset();
    if (!session.desk || !session.desk->is_sealing()) return session.go(Screen::Destinataires);
    const bool was_register = session.desk->being_sealed.has_value();
    session.desk->being_sealed.reset();
    session.desk->acts.being_sealed.clear();
    session.go(was_register ? Screen::RegistreSceller : Screen::RegistreActesSceller);
}

void on_cancelled(View& view, const Json&) {
    Session& session = view.session;
    if (session.sealing) {
        back_from_sealing(session);
        session.notice = view.say("scellement.annule");
    } else if (session.opening.work) {
        session.opening.work.reset();
        session.opening.as_typed = false;
        session.notice = view.say("ouvrir.annule");
    }
}

KeyFacts key_facts_from(const Json& json) {
    KeyFacts facts;
    if (const Json* list = member(json, "recipients"); list && list->is_array())
        for (const Json& each : *list) add_recipient(facts.recipients, each);
    facts.verifying_key = text_member_or(json, "verifyingKey", "");
    if (const Json* files = member(json, "files")) {
        facts.key_file = text_member_or(*files, "key", "");
        facts.signature_file = text_member_or(*files, "signature", "");
    }
    return facts;
}

void on_keys_made(View& view, const Json& json) {
    if (view.session.keys.at_work) keys_made(view, key_facts_from(json));
}

void on_unlocked(View& view, const Json& json) {
    if (view.session.keys.at_work) keys_unlocked(view, key_facts_from(json));
}

void on_keys_cancelled(View& view, const Json&) { keys_cancelled(view); }

void on_locked(View& view, const Json&) { keys_locked(view); }

void on_verified(View& view, const Json& json) {
    Session& session = view.session;
    const bool same = bool_member_or(json, "same", false);
    if (session.desk && session.desk->sealed) return register_verified(view, same);
    if (!session.sealed) return;
    session.sealed->same = same;
    session.notice = view.say(same ? "termine.identique" : "termine.different");
}

void on_inspected(View& view, const Json& json) {
    Opening& opening = view.session.opening;
    opening.inspected = true;
    opening.refused = false;
    opening.locks = locks_from(json);
    opening.seven_zip = bool_member_or(json, "sevenZip", false);
    opening.long_computation = bool_member_or(json, "confirm", false);
    view.session.notice = view.say(opening.seven_zip              ? "septzip.attend-phrase"
                                   : opening.locks == Locks::Keys ? "ouvrir.attend-cle"
                                                                  : "ouvrir.attend-phrase");
}

/// Why a document that was opened is not shown.
std::optional<Error> refusal_of(const View& view, const Opened& opened) {
    if (auto altered = refusal_by_receipt(view.session, opened)) return altered;
    const Author author = author_of(view, opened);
    if (author.standing == Author::Standing::Different) return other_sender(author);
    return std::nullopt;
}

void on_opened(View& view, const Json& json) {
    Session& session = view.session;
    if (!session.opening.work) return;
    session.opening.work.reset();
    session.opening.as_typed = false;
    Result<Opened> opened = opened_from(view, json);
    const std::optional<Error> refusal = opened ? refusal_of(view, opened.value()) : opened.error();
    if (refusal) {
        view.effect("close-opened");
        return show_failure(view, *refusal);
    }
    session.opened = std::move(opened).value();
    session.opening.passphrase.clear();
    session.opening.key_passphrase.clear();
    remember_opened(view);
    note_in_receipt(view, author_of(view, *session.opened));
    session.go(Screen::Lecture);
}

/// The opened file was a register: its text is judged here, by the page's own rules.
void on_register(View& view, const Json& json) {
    Session& session = view.session;
    if (!session.opening.work) return;
    session.opening.work.reset();
    RegisterReading reading = read_register(text_member_or(json, "text", ""));
    if (!reading.faults.empty()) {
        session.opening.faults = std::move(reading.faults);
        session.notice.clear();
        return view.ui.focus(summary_key);
    }
    session.close_document();
    open_register(view, std::move(reading.content), text_member_or(json, "sha256", ""));
}

std::vector<std::string> texts_of(const Json& json, std::string_view name) {
    std::vector<std::string> texts;
    if (const Json* list = member(json, name); list && list->is_array())
        for (const Json& each : *list)
            if (const auto* text = each.get_ptr<const std::string*>()) texts.push_back(*text);
    return texts;
}

void on_ids(View& view, const Json& json) {
    const NeedsIds purpose = view.session.needs_ids;
    view.session.needs_ids = NeedsIds::Nothing;
    const std::vector<std::string> ids = texts_of(json, "ids");
    if (ids.empty()) return;
    if (purpose == NeedsIds::Begin && !view.session.desk) begin_register(view, ids.front());
    if (purpose == NeedsIds::Add && view.session.desk) add_drafted_person(view, ids.front());
    if (purpose == NeedsIds::Import && view.session.desk) take_imported_rows(view, ids);
}

/// The bytes of a table travel as the characters of the same numbers.
void on_table(View& view, const Json& json) {
    std::string bytes;
    for (const char32_t c : code_points(text_member_or(json, "bytes", ""))) bytes += static_cast<char>(c);
    read_table(view, bytes);
}

void on_workbook(View& view, const Json& json) {
    const Result<Json> sheet = parse_json(text_member_or(json, "text", ""), {largest_message, JsonLimits{}.max_depth});
    read_sheet(view, sheet ? sheet.value() : Json());
}

void on_card(View& view, const Json& json) { take_card(view, text_member_or(json, "content", ""), false); }

/// What this browser keeps; it answers only if it may keep anything.
void on_kept_card(View& view, const Json& json) {
    const std::string content = text_member_or(json, "content", "");
    view.session.card.keepable = true;
    view.session.card.kept = !content.empty();
    if (!content.empty()) take_card(view, content, true);
}

void on_known_registers(View& view, const Json& json) {
    view.session.known_registers = read_known_registers(text_member_or(json, "content", ""));
}

/// What was chosen at an earlier visit. A territory that is no longer shipped is asked for again.
void on_remembered(View& view, const Json& json) {
    if (!view.session.territory)
        view.session.territory = find_territory(view.pack, text_member_or(json, "territory", ""));
}

/// A wrong passphrase may be right exactly as typed: one more try before saying so.
bool try_as_typed(View& view, const Error& error) {
    Opening& opening = view.session.opening;
    const bool wrong = error.code == "seal.wrong-passphrase" || error.code == "sevenzip.wrong-passphrase";
    const bool of_file = opening.locks == Locks::Passphrase;
    if (!wrong || of_file == is_of_key_file(error)) return false;
    const std::string& typed = of_file ? opening.passphrase : opening.key_passphrase;
    if (opening.as_typed || as_generated(typed) == typed) return false;
    opening.as_typed = true;
    ask_to_open(view);
    return true;
}

/// A passphrase that is not a generated one is tried once more, as it was typed.
bool try_unlocking_as_typed(View& view, const Error& error) {
    const Unlocking& unlocking = view.session.keys.unlocking;
    if (error.code != "seal.wrong-passphrase" || unlocking.as_typed) return false;
    if (as_generated(unlocking.passphrase) == unlocking.passphrase) return false;
    ask_to_unlock(view, true);
    return true;
}

/// Nobody waits for it any more: the user has left, or begun something else.
bool is_given_up(const Session& session, std::string_view during) {
    return (during == "open" && !session.opening.work) || (during == "seal" && !session.sealing);
}

void on_failed(View& view, const Json& json) {
    Session& session = view.session;
    const Json* reason = member(json, "error");
    Error error = error_from(reason ? *reason : Json());
    const std::string during = text_member_or(json, "during", "");
    receipts_not_kept(view, during, error);
    if (draft_operation_failed(view, during, error)) return;
    if (is_told_later(view, during, json, error)) return;
    if (is_given_up(session, during)) return;
    if (during == "seal") {
        back_from_sealing(session);
    } else if (during == "open") {
        if (try_as_typed(view, error)) return;
        session.opening.work.reset();
        session.opening.as_typed = false;
    } else if (during == "unlock" && try_unlocking_as_typed(view, error)) {
        return;
    } else if (during == "unlock" || during == "make-keys") {
        session.keys.at_work = false;
    } else if (during == "keep-card") {
        session.card.kept = false; // the tick says what is so
    } else if (during == "table") {
        session.notice.clear();
    } else if (during == "inspect") {
        session.opening.inspected = false;
    }
    show_failure(view, is_of_key_file(error) ? of_own_key_file(std::move(error)) : std::move(error));
}

void on_texts(View& view, const Json& json) {
    const Json* sentences = member(json, "sentences");
    const Status added = view.texts.add(sentences ? *sentences : Json());
    if (!added) return show_failure(view, added.error());
    view.session.is_whole = true;
}

/// Understood from the start.
constexpr MessageHandler first_messages[] = {
    {"texts", on_texts}, // first: the others say something
    {"remembered", on_remembered},
    {"kept-card", on_kept_card},
};

template <typename Handlers> void take(View& view, const Handlers& handlers) {
    for (const auto& [name, handle] : handlers) {
        std::string payload;
        while (view.ui.message(name, payload)) {
            const Result<Json> json = parse_json(payload, {largest_message, JsonLimits{}.max_depth});
            handle(view, json ? json.value() : Json());
        }
    }
}

} // namespace

const MessageHandler later_messages[] = {
    {"recipients", on_recipients},
    {"passphrase", on_passphrase},
    {"progress", on_progress},
    {"sealed", on_sealed},
    {"sealed-several", on_sealed_several},
    {"cancelled", on_cancelled},
    {"keys-made", on_keys_made},
    {"unlocked", on_unlocked},
    {"keys-cancelled", on_keys_cancelled},
    {"locked", on_locked},
    {"verified", on_verified},
    {"inspected", on_inspected},
    {"opened", on_opened},
    {"opened-before", on_opened_before},
    {"failed", on_failed},
    {"register", on_register},
    {"ids", on_ids},
    {"table", on_table},
    {"workbook", on_workbook},
    {"drafts", on_drafts},
    {"draft-begun", on_draft_begun},
    {"draft-wanted", on_draft_wanted},
    {"draft-kept", on_draft_kept},
    {"draft-failed", on_draft_failed},
    {"draft-opened", on_draft_opened},
    {"draft-saved", on_draft_saved},
    {"card", on_card},
    {"known-registers", on_known_registers},
    {"kept-receipts", on_kept_receipts},
    {"receipts-file", on_receipts_file},
    {"kept-trust", on_kept_trust}, // before those of directories, which build on it
    {"kept-directories", on_kept_directories},
    {"directory-signed", on_directory_signed},
    {"directory", on_directory},
    {"directory-cancelled", on_directory_cancelled},
    {"fingerprints", on_fingerprints},
    {"directory-kept", on_directory_kept},
};
const std::size_t later_messages_count = std::size(later_messages);

void take_messages(View& view) {
    take(view, first_messages);
    if (view.session.is_whole) take(view, later_messages);
}

} // namespace pli::ui
