#include "ui/drafts.hpp"

#include "ui/passphrase.hpp"
#include "ui/routes.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <utility>

namespace pli::ui {

namespace {

/// The classic one of the user's own keys, if they are known: a draft lasts some days only. Empty without keys.
std::string own_recipient(const Keys& keys) {
    const std::optional<KeyFacts>& facts = keys.unlocked ? keys.unlocked : keys.locked;
    if (!facts || facts->recipients.empty()) return {};
    const auto& all = facts->recipients;
    const auto classic = std::find_if(all.begin(), all.end(), [](const Recipient& key) { return !key.hybrid; });
    return classic != all.end() ? classic->text : all.front().text;
}

bool is_handed(const Session& session) {
    const std::optional<DraftFile>& handed = session.drafts.current.handed;
    return handed && handed->form == session.form && handed->territory == session.form_territory &&
           handed->step == session.drafts.current.step && handed->sender_role == session.sender_role &&
           handed->replaces == session.replaces && handed->answers == session.answers;
}

void begin(View& view) {
    Drafts& drafts = view.session.drafts;
    CurrentDraft& current = drafts.current;
    current.number = drafts.held = ++drafts.numbers;
    current.recipient = own_recipient(view.session.keys);
    view.effect("begin-draft",
                {{"number", current.number}, {"recipient", current.recipient}, {"code", drafts.given_code}});
    drafts.given_code.clear();
}

/// The answer is about the form in progress: others may have been begun since it was asked for.
bool is_current(const Session& session, const Json& json) {
    return session.form != nullptr && int_member_or(json, "number", 0) == session.drafts.current.number;
}

Error error_of(const Json& json) {
    const Json* error = member(json, "error");
    return {text_member_or(error ? *error : Json(), "code", "unknown"), {}, {}};
}

/// Says at once that the last version is not kept.
void not_kept(View& view, Error error) {
    Session& session = view.session;
    const bool again = session.drafts.current.failure && session.drafts.current.failure->code == error.code;
    session.drafts.current.failure = std::move(error);
    if (!again) session.notice = view.say("brouillon.pas-garde");
}

KeptDraft kept_from(const Json& json) {
    return {text_member_or(json, "id", ""), text_member_or(json, "form", ""), text_member_or(json, "day", ""),
            text_member_or(json, "expires", ""),
            text_member_or(json, "locks", "") == "key" ? DraftLock::OwnKey : DraftLock::Code};
}

bool is_over(const KeptDraft& draft, const Date& today) {
    const Result<Date> last = parse_iso_date(draft.expires);
    return last && last.value() < today;
}

/// Its last day cannot be read, or is one of another clock: it would be kept for ever. One that cannot be read at all
/// is left as it is.
bool lasts_too_long(const KeptDraft& draft, const Date& today) {
    const Result<Date> last = parse_iso_date(draft.expires);
    return !draft.form.empty() && (!last || add_days(today, draft_days) < last.value());
}

/// Says how many are gone because their time was over: those that were to be deleted, and are listed no more.
void tell_gone(View& view, const std::set<std::string, std::less<>>& listed) {
    Drafts& drafts = view.session.drafts;
    const std::size_t gone = std::erase_if(drafts.over, [&](const std::string& id) { return listed.count(id) == 0; });
    if (gone == 0) return;
    drafts.gone += gone;
    view.session.notice = view.say_count("brouillon.delai-passe", drafts.gone);
}

/// Whoever asked for that draft still waits for it, and has typed nothing that it would replace.
bool is_awaited(const Session& session, int number) {
    const DraftOpening& opening = session.drafts.opening;
    return number != 0 && number == opening.number && session.place == Place{Screen::Brouillons, 0, opening.id} &&
           !(session.form != nullptr && session.touched);
}

/// What was typed to open a draft does not wait on other screens.
void forget_typed_code(Session& session) {
    DraftOpening& opening = session.drafts.opening;
    if (session.place.screen == Screen::Brouillons || opening.number != 0) return;
    opening.code.clear();
    opening.refused = false;
}

void continue_with(View& view, const DraftFile& draft) {
    Session& session = view.session;
    session.resume(draft);
    const Way way = way_to(session, {Screen::Saisie, draft.step}, view.today);
    session.go(way.place);
    session.notice =
        draft.left_out > 0 ? view.say_count("brouillon.repris-sauf", draft.left_out) : view.say("brouillon.repris");
}

} // namespace

DraftFile draft_content(const Session& session) {
    DraftFile content;
    content.form = session.form;
    content.territory = session.form_territory;
    content.step = session.drafts.current.step;
    content.sender_role = session.sender_role;
    content.replaces = session.replaces;
    content.answers = session.answers;
    return content;
}

const KeptDraft* find_kept(const Session& session, std::string_view id) {
    const std::vector<KeptDraft>& kept = session.drafts.kept;
    const auto found = std::find_if(kept.begin(), kept.end(), [id](const KeptDraft& one) { return one.id == id; });
    return found != kept.end() ? &*found : nullptr;
}

void tell_draft(View& view) {
    Session& session = view.session;
    Drafts& drafts = session.drafts;
    CurrentDraft& current = drafts.current;
    forget_typed_code(session);
    if (drafts.held != 0 && drafts.held != current.number) {
        view.effect("drop-draft", {{"number", drafts.held}});
        drafts.held = 0;
    }
    if (session.form == nullptr || session.answering) return; // an answer is short, and begun anew from its request
    if (session.place.screen == Screen::Saisie) current.step = session.place.step;
    if (current.number == 0) return begin(view);
    if (!current.ready || !current.stored || current.told || !session.touched || is_handed(session)) return;
    current.told = true;
    view.effect("draft-changed", {{"number", current.number}});
}

void delete_draft(View& view) {
    view.effect("delete-draft", {{"id", view.session.drafts.to_delete}, {"quiet", false}});
    view.session.drafts.to_delete.clear();
    view.session.question = Question::None;
    view.session.notice = view.say("brouillon.supprime");
    view.ui.focus("titre/");
}

void ask_to_resume(View& view, bool as_typed) {
    Drafts& drafts = view.session.drafts;
    DraftOpening& opening = drafts.opening;
    opening.as_typed = as_typed;
    opening.number = ++drafts.numbers;
    const std::string& id = view.session.place.id;
    view.effect("resume-draft", {{"number", opening.number},
                                 {"id", id},
                                 {"file", id.empty() ? draft_file_key : std::string_view()},
                                 {"code", as_typed ? opening.code : as_generated(opening.code)},
                                 {"vault", view.session.keys.unlocked.has_value()}});
}

void on_drafts(View& view, const Json& json) {
    Drafts& drafts = view.session.drafts;
    drafts.keepable = true;
    drafts.kept.clear();
    const Json* list = member(json, "kept");
    if (list == nullptr || !list->is_array()) return;
    std::set<std::string, std::less<>> listed;
    for (const Json& each : *list) {
        KeptDraft draft = kept_from(each);
        listed.insert(draft.id);
        if (is_over(draft, view.today)) {
            view.effect("delete-draft", {{"id", draft.id}, {"quiet", true}});
            drafts.over.insert(draft.id);
            continue;
        }
        if (lasts_too_long(draft, view.today)) {
            view.effect("shorten-draft", {{"id", draft.id}, {"days", draft_days}});
            draft.expires = iso_date(add_days(view.today, draft_days));
        }
        drafts.kept.push_back(std::move(draft));
    }
    tell_gone(view, listed);
}

void on_draft_begun(View& view, const Json& json) {
    if (!is_current(view.session, json)) return;
    CurrentDraft& current = view.session.drafts.current;
    current.ready = true;
    current.stored = bool_member_or(json, "kept", false);
    current.id = text_member_or(json, "id", "");
    current.code = text_member_or(json, "code", "");
    current.failure.reset();
    current.handed.reset();
}

void on_draft_wanted(View& view, const Json& json) {
    Session& session = view.session;
    if (!is_current(session, json)) return;
    CurrentDraft& current = session.drafts.current;
    current.told = false;
    DraftFile content = draft_content(session);
    const Result<std::string> text = write_draft(content);
    current.handed = std::move(content);
    if (!text) return not_kept(view, text.error());
    view.effect("keep-draft", {{"number", current.number},
                               {"content", text.value()},
                               {"form", session.form->id},
                               {"day", iso_date(view.today)},
                               {"expires", iso_date(add_days(view.today, draft_days))}});
}

void on_draft_kept(View& view, const Json& json) {
    if (is_current(view.session, json)) view.session.drafts.current.failure.reset();
}

void on_draft_failed(View& view, const Json& json) {
    if (is_current(view.session, json)) not_kept(view, error_of(json));
}

namespace {

/// A file is no draft of this browser: that begins now. It goes on under the file's code only if chance made that one
/// (such a code is worth less computing, see codeWorkFactor of web/src/worker/sealing_operations.ts).
void begin_from_file(View& view, const std::string& code, bool as_typed) {
    Drafts& drafts = view.session.drafts;
    if (!as_typed && is_generated(code)) {
        drafts.given_code = code;
    } else if (own_recipient(view.session.keys).empty()) {
        drafts.current.code_shown = true;
        view.session.notice += " " + view.say("brouillon.nouveau-code");
    }
}

} // namespace

void on_draft_opened(View& view, const Json& json) {
    Session& session = view.session;
    Drafts& drafts = session.drafts;
    const auto number = static_cast<int>(int_member_or(json, "number", 0));
    const bool awaited = is_awaited(session, number);
    const DraftOpening opening = number == drafts.opening.number ? std::exchange(drafts.opening, {}) : DraftOpening();
    if (!awaited) {
        view.effect("leave-draft", {{"number", number}});
        session.notice = view.say("brouillon.pas-repris");
        return;
    }
    const std::string id = text_member_or(json, "id", "");
    const std::string code = opening.as_typed ? opening.code : as_generated(opening.code);
    const Result<DraftFile> draft = read_draft(view.pack, text_member_or(json, "content", ""));
    if (!draft) {
        view.effect("leave-draft", {{"number", number}});
        session.failure = draft.error();
        return view.ui.focus(summary_key);
    }
    const KeptDraft* kept = find_kept(session, id);
    const bool by_key = kept != nullptr ? kept->lock == DraftLock::OwnKey : code.empty();
    continue_with(view, draft.value());
    if (id.empty()) {
        if (!by_key) begin_from_file(view, code, opening.as_typed);
        return;
    }
    CurrentDraft& current = drafts.current;
    current.number = drafts.held = number;
    current.ready = current.stored = true;
    current.id = id;
    if (by_key)
        current.recipient = own_recipient(session.keys);
    else
        current.code = code;
    current.step = session.place.step;
    current.handed = draft_content(session);
}

void on_draft_saved(View& view, const Json&) { view.session.notice = view.say("brouillon.fichier-demande"); }

namespace {

/// A code that is no generated one is tried once more, as it was typed.
bool try_code_as_typed(View& view, const Error& error) {
    const DraftOpening& opening = view.session.drafts.opening;
    if (error.code != "seal.wrong-passphrase" || opening.as_typed) return false;
    if (as_generated(opening.code) == opening.code) return false;
    ask_to_resume(view, true);
    return true;
}

/// The failures of opening speak of senders and files: here there is neither.
std::string_view code_for_draft(std::string_view code, bool of_file) {
    if (code == "seal.not-age" && of_file) return "draft.format";
    if (code == "seal.wrong-passphrase") return "draft.wrong-code";
    if (code == "seal.no-match") return "draft.other-key";
    const bool of_its_bytes = code.starts_with("seal.") || code.starts_with("identity.");
    return of_its_bytes && code != "seal.no-memory" ? "draft.damaged" : code;
}

} // namespace

bool draft_operation_failed(View& view, std::string_view during, Error& error) {
    Drafts& drafts = view.session.drafts;
    if (during == "begin-draft") {
        not_kept(view, std::move(error));
        return true;
    }
    // In the words of drafts; it is still listed at home.
    if (during == "delete-draft" && error.code.starts_with("storage.")) error = {"draft.not-deleted", {}, {}};
    if (during != "resume-draft") return false;
    if (!is_awaited(view.session, drafts.opening.number)) { // nobody waits for it any more
        drafts.opening = {};
        return true;
    }
    if (try_code_as_typed(view, error)) return true;
    drafts.opening.number = 0;
    drafts.opening.as_typed = false;
    const bool of_file = view.session.place.id.empty();
    error = {std::string(code_for_draft(error.code, of_file)), {}, error.params};
    return false;
}

} // namespace pli::ui
