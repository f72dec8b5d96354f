#include "ui/answering.hpp"

#include "core/document/reply.hpp"
#include "ui/annuaire.hpp"
#include "ui/page.hpp"
#include "ui/roles.hpp"

#include <algorithm>

namespace pli::ui {

namespace {

std::string confirmation_of(const Recipient& recipient) { return "cle-" + recipient.fingerprint + "-comparee"; }

std::string sender_in_words(const Session& session, const ReadDocument& document) {
    if (!document.structure.empty()) return document.structure;
    if (session.form_territory != nullptr)
        for (const Option& role : session.form_territory->roles)
            if (role.value == document.role) return role.label;
    return document.role;
}

} // namespace

bool can_be_answered(const View& view, const Opened& opened) {
    return is_answerable(*opened.form, opened.answers) &&
           territory_for(view.pack, opened.form->reply.form, opened.territory) != nullptr;
}

void answer_opened(View& view) {
    if (view.session.form != nullptr && view.session.touched) return ask(view, Question::Answer);
    begin_answer(view);
}

void begin_answer(View& view) {
    Session& session = view.session;
    session.begin_answer(view.pack, view.today);
    // The directory's key for who signed; else the one that the request names, which is compared first.
    if (!session.answering) return;
    const DirectoryEntry* holder = address_holder_of(session, view.today, session.answering->signer);
    if (holder != nullptr) session.notice = view.say("choix.ajoute", {{"nom", entry_name(*holder)}});
}

void answered_document(View& view) {
    const Session& session = view.session;
    if (!session.answering) return;
    const ReadDocument& request = *session.answering;
    view.ui.text("repond-a", view.say("saisie.repond-a", {{"id", grouped(request.document_id)},
                                                          {"jour", shown_day(request.created)},
                                                          {"emetteur", sender_in_words(session, request)}}));
}

void key_from_request(View& view, Recipient& recipient, const std::vector<Complaint>& complaints) {
    if (recipient.source != KeySource::Request) return;
    const std::string key = confirmation_of(recipient);
    semantics::Field field = required_field();
    field.hint = view.say("reponse.cle-comparee-aide");
    field.error = complaint_about(complaints, key);
    view.ui.checkbox(key, view.say("reponse.cle-comparee"), recipient.compared, field);
}

std::vector<Complaint> unconfirmed_keys(const View& view) {
    std::vector<Complaint> complaints;
    const Addressing& addressing = view.session.addressing;
    if (addressing.locks != Locks::Keys) return complaints;
    for (const Recipient& recipient : addressing.recipients)
        if (recipient.source == KeySource::Request && !recipient.compared)
            complaints.push_back({confirmation_of(recipient), view.say("reponse.cle-a-comparer")});
    return complaints;
}

std::string own_reply_key(const View& view) {
    const Session& session = view.session;
    if (session.form->reply.form.empty() || !session.keys.unlocked) return {};
    const std::vector<Recipient>& recipients = session.addressing.recipients;
    const bool hybrid = session.addressing.locks == Locks::Keys && !recipients.empty() && recipients.front().hybrid;
    for (const Recipient& own : session.keys.unlocked->recipients)
        if (own.hybrid == hybrid) return own.text;
    return {};
}

Json answered_payload(const Session& session) {
    if (!session.answering) return nullptr;
    return {{"json", session.answering->json}, {"signature", session.answering->signature}};
}

} // namespace pli::ui
