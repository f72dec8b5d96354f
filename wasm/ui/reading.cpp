#include "ui/reading.hpp"

#include "ui/routes.hpp"
#include "ui/suivi.hpp"

namespace pli::ui {

namespace {

std::vector<std::string> texts_of(const Json& json, std::string_view name) {
    std::vector<std::string> texts;
    if (const Json* list = member(json, name); list != nullptr && list->is_array())
        for (const Json& each : *list)
            if (const auto* text = each.get_ptr<const std::string*>()) texts.push_back(*text);
    return texts;
}

std::optional<Recipient> reply_key_of(const Json& json) {
    const Json* key = member(json, "replyKey");
    if (key == nullptr || !key->is_object()) return std::nullopt;
    return Recipient{.role = text_member_or(json, "role", ""),
                     .text = text_member_or(*key, "recipient", ""),
                     .fingerprint = text_member_or(*key, "fingerprint", ""),
                     .hybrid = text_member_or(*key, "type", "") == "hybrid",
                     .source = KeySource::Request};
}

Result<ReadDocument> document_from(const View& view, const Json& json) {
    ReadDocument document;
    const std::string form_id = text_member_or(json, "form", "");
    document.form = find_form(view.pack, form_id);
    if (document.form == nullptr) return Error{"fiche.unknown-form", "", {{"name", form_id}}};
    const Json* print = member(json, "document");
    Result<PrintModel> model = print_model_from_json(print != nullptr ? *print : Json());
    if (!model) return model.error();
    const Json* given = member(json, "answers");
    Result<Answers> answers = answers_from_json(*document.form, given != nullptr ? *given : Json());
    if (!answers) return answers.error();
    document.document = std::move(model).value();
    document.answers = std::move(answers).value();
    document.territory = find_territory(view.pack, text_member_or(json, "territory", ""));
    document.document_id = text_member_or(json, "documentId", "");
    document.created = text_member_or(json, "created", "");
    document.structure = text_member_or(json, "structure", "");
    document.role = text_member_or(json, "role", "");
    document.signer = text_member_or(json, "signer", "");
    document.addressee_roles = texts_of(json, "addresseeRoles");
    document.reply_key = reply_key_of(json);
    document.json = text_member_or(json, "json", "");
    document.signature = text_member_or(json, "signature", "");
    document.content_sha256 = text_member_or(json, "contentSha256", "");
    return document;
}

OpenedBefore::Other other_from(const Json& json) {
    return {text_member_or(json, "id", ""), text_member_or(json, "day", ""), text_member_or(json, "signer", "")};
}

/// Whether the opened document and another one are of one author: the same key, or two of the same entry of the
/// directory, and none that was revoked. Anybody can write that a document cancels another.
bool is_by_same_author(const View& view, const Opened& opened, const OpenedBefore::Other& other) {
    if (opened.signer.empty() || other.signer.empty()) return false;
    const LoadedDirectory* directory = directory_of(view.session, opened.territory);
    if (directory == nullptr) return opened.signer == other.signer;
    const KeyOwner one = owner_of(*directory, opened.signer, view.today);
    const KeyOwner two = owner_of(*directory, other.signer, view.today);
    if (one.standing == KeyStanding::Revoked || two.standing == KeyStanding::Revoked) return false;
    return opened.signer == other.signer || (one.entry != nullptr && one.entry == two.entry);
}

Sent sent_as(const Session& session, const ReadDocument& request) {
    return compare_sent(session.follow_up.receipts, request.document_id, request.content_sha256);
}

} // namespace

Result<Opened> opened_from(const View& view, const Json& json) {
    Result<ReadDocument> document = document_from(view, json);
    if (!document) return document.error();
    Opened opened;
    static_cast<ReadDocument&>(opened) = std::move(document).value();
    opened.replaces = text_member_or(json, "replaces", "");
    opened.sha256 = text_member_or(json, "sha256", "");
    opened.recipients = static_cast<int>(int_member_or(json, "recipients", 0));
    opened.locks = text_member_or(json, "locks", "keys") == "passphrase" ? Locks::Passphrase : Locks::Keys;
    opened.seven_zip = bool_member_or(json, "sevenZip", false);
    const Json* answered = member(json, "request");
    if (answered == nullptr) return opened;
    Result<ReadDocument> request = document_from(view, *answered);
    if (!request) return request.error();
    opened.request = std::move(request).value();
    return opened;
}

std::optional<Error> refusal_by_receipt(const Session& session, const Opened& opened) {
    if (!opened.request || sent_as(session, *opened.request) != Sent::Altered) return std::nullopt;
    return Error{"reply.not-as-sent", {}, {}};
}

Author author_of(const View& view, const Opened& opened) {
    const Result<Date> day = parse_iso_date(opened.created);
    return author_of(
        view, Sender{opened.signer, opened.role, opened.structure, day ? day.value() : view.today, opened.territory});
}

Error other_sender(const Author& author) {
    return {"origin.other-sender", {}, {{"name", author.name}, {"role", author.role}}};
}

void note_in_receipt(View& view, const Author& author) {
    const Opened& opened = *view.session.opened;
    if (opened.request && author.standing == Author::Standing::Known)
        note_opened_answer(view, opened.request->document_id, opened.document_id);
}

void receipt_of_request(View& view) {
    const Opened& opened = *view.session.opened;
    const bool is_ours = sent_as(view.session, *opened.request) == Sent::Same;
    view.paragraph("demande-recu", is_ours ? "lecture.demande-recu" : "lecture.demande-sans-recu");
    const Receipt* receipt = is_ours ? receipt_of(view.session, opened.request->document_id) : nullptr;
    if (receipt == nullptr) return;
    if (receipt->answer) {
        const bool is_this = receipt->answer->document_id == opened.document_id;
        view.ui.text("recu-reponse", view.say(is_this ? "lecture.recu-marque" : "lecture.recu-autre-reponse",
                                              {{"jour", french_date(receipt->answer->day)}}));
    } else {
        view.paragraph("recu-reponse", "lecture.recu-a-marquer");
        if (view.button("recu-marquer", "lecture.recu-marquer"))
            note_opened_answer(view, opened.request->document_id, opened.document_id);
    }
    view.ui.link("recu-lien", view.say("lecture.recu-lien"),
                 route_of({Screen::SuiviPli, 0, opened.request->document_id}));
}

void remember_opened(View& view) {
    const Opened& opened = *view.session.opened;
    view.effect("remember-opened", {{"id", opened.document_id},
                                    {"sha256", opened.content_sha256},
                                    {"request", opened.request ? opened.request->document_id : std::string()},
                                    {"replaces", opened.replaces},
                                    {"signer", opened.signer},
                                    {"day", iso_date(view.today)}});
}

void on_opened_before(View& view, const Json& json) {
    std::optional<Opened>& opened = view.session.opened;
    if (!opened || text_member_or(json, "id", "") != opened->document_id) return;
    OpenedBefore before;
    before.remembers = bool_member_or(json, "remembers", false);
    before.damaged = bool_member_or(json, "damaged", false);
    before.first_day = text_member_or(json, "firstDay", "");
    before.other_content = bool_member_or(json, "otherContent", false);
    if (const Json* by = member(json, "replacedBy"); by != nullptr && by->is_object())
        before.replaced_by = other_from(*by);
    if (const Json* others = member(json, "otherReplies"); others != nullptr && others->is_array())
        for (const Json& each : *others) before.other_replies.push_back(other_from(each));
    if (before.replaced_by)
        std::erase_if(before.other_replies, [&](const OpenedBefore::Other& other) {
            return other.id == before.replaced_by->id; // told already
        });
    opened->before = std::move(before);
}

void opened_before(View& view) {
    const Opened& opened = *view.session.opened;
    if (!opened.before) return;
    const OpenedBefore& before = *opened.before;
    const bool is_reply = opened.request.has_value();
    const auto strong = [&view](const std::string& key, std::string_view sentence, const OpenedBefore::Other& other) {
        view.ui.text(key, view.say(sentence, {{"jour", shown_day(other.day)}, {"id", grouped(other.id)}}),
                     semantics::Emphasis::Strong);
    };
    if (!before.remembers) {
        view.paragraph("deja-ouvert", "lecture.sans-memoire");
    } else if (before.damaged) {
        view.ui.text("deja-ouvert", view.say("lecture.memoire-abimee"), semantics::Emphasis::Strong);
    } else if (before.other_content) {
        view.ui.text("deja-ouvert", view.say("lecture.autre-contenu", {{"jour", shown_day(before.first_day)}}),
                     semantics::Emphasis::Strong);
    } else if (!before.first_day.empty()) {
        view.ui.text("deja-ouvert",
                     view.say(is_reply ? "lecture.reponse-deja-ouverte" : "lecture.deja-ouvert",
                              {{"jour", shown_day(before.first_day)}}),
                     semantics::Emphasis::Strong);
    }
    if (before.replaced_by) {
        const bool counts = is_by_same_author(view, opened, *before.replaced_by);
        strong("remplace-par", counts ? "lecture.remplace-par" : "lecture.dit-remplace-par", *before.replaced_by);
    }
    for (const OpenedBefore::Other& other : before.other_replies) {
        const bool replaced = other.id == opened.replaces && is_by_same_author(view, opened, other);
        strong("autre-reponse-" + other.id, replaced ? "lecture.reponse-remplacee" : "lecture.autre-reponse", other);
    }
}

} // namespace pli::ui
