// Who can open the sealed file: named keys, or a generated passphrase.
#include "ui/addressing.hpp"
#include "ui/annuaire.hpp"
#include "ui/passphrase.hpp"
#include "ui/roles.hpp"
#include "ui/screens.hpp"
#include "ui/seven_zip.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <array>

namespace pli::ui {

namespace {

constexpr std::string_view by_keys = "cles";
constexpr std::string_view by_passphrase = "phrase";
constexpr std::string_view keys_field = "cles-collees";
constexpr std::string_view keys_file = "cles-fichier";
constexpr std::string_view noted_tick = "phrase-notee";
constexpr std::string_view make_button = "phrase-produire";
constexpr std::string_view mixed_keys = "destinataires.melange"; // a text of the catalogue

constexpr std::array<std::string_view, 5> thing_names{"document", "register", "acts", "keys",
                                                      "seven-zip"}; // in the order of SealedThing

/// Hybrid protection holds only if every recipient has it (sealed files never mix the two).
std::string_view protection_of(const std::vector<Recipient>& recipients) {
    const auto hybrids =
        std::count_if(recipients.begin(), recipients.end(), [](const Recipient& r) { return r.hybrid; });
    if (hybrids == 0) return "destinataires.toutes-classiques";
    if (hybrids == static_cast<std::ptrdiff_t>(recipients.size())) return "destinataires.toutes-hybrides";
    return mixed_keys;
}

/// What keeps the fiche from being sealed now: roles matter once there is something that opens it.
std::vector<Complaint> missing(const View& view) {
    const Addressing& addressing = view.session.addressing;
    const bool with_keys = addressing.locks == Locks::Keys;
    std::vector<Complaint> locks = missing_locks(view, addressing);
    if (with_keys ? !locks.empty() : addressing.words.empty()) return locks;
    std::vector<Complaint> complaints = recipient_complaints(view, with_keys ? keys_field : passphrase_roles);
    complaints.insert(complaints.end(), locks.begin(), locks.end());
    const std::vector<Complaint> archive = missing_seven_zip(view);
    complaints.insert(complaints.end(), archive.begin(), archive.end());
    return complaints;
}

std::string failures_in_words(const View& view, const Addressing& addressing) {
    std::string sentences;
    for (const Error& failure : addressing.failures) {
        if (!sentences.empty()) sentences += ' ';
        sentences += view.texts.say_error(failure);
    }
    return sentences;
}

void recipients_list(View& view, std::vector<Recipient>& recipients, const std::vector<Complaint>& complaints,
                     bool with_roles) {
    if (recipients.empty()) return;
    view.ui.heading("cles-titre", view.say_count("destinataires.nombre", recipients.size()), 2);
    view.paragraph("cles-verifier", "destinataires.verifier-empreinte");
    std::size_t removed = recipients.size();
    view.ui.begin_list("cles-liste");
    for (std::size_t n = 0; n < recipients.size(); ++n) {
        const Recipient& recipient = recipients[n];
        const std::string number = std::to_string(n + 1);
        const std::string key = "cle-" + recipient.fingerprint;
        view.ui.begin_item(key);
        view.ui.text(
            key + "-nom",
            view.say(recipient.hybrid ? "destinataires.cle-hybride" : "destinataires.cle-classique", {{"n", number}}));
        view.ui.text(key + "-empreinte", grouped(recipient.fingerprint), semantics::Emphasis::Mono);
        recipient_in_directory(view, recipient);
        if (with_roles) recipient_role_field(view, n, complaints);
        if (view.ui.button(key + "-retirer", view.say("destinataires.retirer", {{"n", number}}))) removed = n;
        view.ui.end_item();
    }
    view.ui.end_list();
    if (removed == recipients.size()) return;
    recipients.erase(recipients.begin() + static_cast<std::ptrdiff_t>(removed));
    settle_protection(view, recipients);
    view.session.notice = view.say("destinataires.cle-retiree");
    view.ui.focus(keys_field);
}

/// Who is being given the locks, in the effects that answer later.
Json asking_for(SealedThing what) { return {{"for", name_of(what)}}; }

void keys(View& view, SealedThing what, Addressing& addressing, const std::vector<Complaint>& complaints,
          bool with_roles) {
    Json asked = asking_for(what);
    if (with_roles) recipients_from_directory(view);
    view.paragraph("cles-explication", "destinataires.cles-explication");
    semantics::Field field;
    field.required = true;
    field.hint = view.say("destinataires.cles-aide");
    field.error = failures_in_words(view, addressing);
    if (field.error.empty()) field.error = complaint_about(complaints, keys_field);
    if (view.ui.text_area(keys_field, view.say("destinataires.cles-champ"), addressing.pasted, field))
        addressing.failures.clear();
    if (view.button("cles-ajouter", "destinataires.ajouter") && !addressing.pasted.empty()) {
        asked["text"] = addressing.pasted;
        view.effect("recipients", asked);
    }
    if (view.ui.file(keys_file, view.say("destinataires.cles-fichier"), addressing.file, ".txt,.pub") &&
        !addressing.file.empty()) {
        asked["file"] = keys_file;
        view.effect("recipients", asked);
    }
    recipients_list(view, addressing.recipients, complaints, with_roles);
    if (!addressing.recipients.empty()) view.paragraph("protection", protection_of(addressing.recipients));
}

/// Letter by letter, for dictating over the telephone.
void spelling(View& view, const std::vector<std::string>& words) {
    view.ui.begin_list("phrase-epelee");
    for (std::size_t n = 0; n < words.size(); ++n) {
        const std::string& word = words[n];
        std::string letters;
        for (const char letter : word) {
            if (!letters.empty()) letters += ' ';
            letters += letter;
        }
        view.ui.item("phrase-mot-" + std::to_string(n + 1),
                     view.say("destinataires.mot-epele", {{"mot", word}, {"lettres", letters}}));
    }
    view.ui.end_list();
}

void passphrase(View& view, SealedThing what, const std::vector<Complaint>& complaints, bool with_roles) {
    view.paragraph("phrase-explication", "destinataires.phrase-explication");
    if (with_roles) passphrase_roles_field(view, complaints);
    generated_passphrase(view, what, complaints);
}

void seal(View& view) {
    Session& session = view.session;
    const Addressing& addressing = session.addressing;
    Json draft = locks_payload(view, addressing);
    draft["form"] = session.form->id;
    draft["territory"] = session.form_territory->id;
    draft["answers"] = answers_to_json(session.answers);
    draft["replaces"] = session.replaces;
    draft["role"] = session.sender_role;
    draft["sevenZip"] = seven_zip_passphrase(session);
    draft["roles"] = addressing.locks == Locks::Keys ? std::vector<std::string>() : addressing.roles;
    view.effect("seal", draft);
    session.sealing = Progress{};
    session.go(Screen::Scellement);
}

} // namespace

std::string_view name_of(SealedThing what) { return thing_names[static_cast<std::size_t>(what)]; }

SealedThing thing_named(std::string_view name) {
    for (const SealedThing what :
         {SealedThing::Register, SealedThing::Acts, SealedThing::OwnKeys, SealedThing::SevenZip})
        if (name == name_of(what)) return what;
    return SealedThing::Fiche;
}

void generated_passphrase(View& view, SealedThing what, const std::vector<Complaint>& complaints) {
    Addressing& addressing = *view.session.addressing_of(what);
    if (addressing.words.empty()) {
        if (view.button(make_button, "destinataires.produire")) view.effect("passphrase", asking_for(what));
        return;
    }
    view.ui.text("phrase", joined_words(addressing.words), semantics::Emphasis::Mono);
    view.paragraph("phrase-sans-accent", "destinataires.phrase-sans-accent");
    if (view.button("phrase-epeler", addressing.spelled ? "destinataires.ne-plus-epeler" : "destinataires.epeler"))
        addressing.spelled = !addressing.spelled;
    if (addressing.spelled) spelling(view, addressing.words);
    if (view.button(make_button, "destinataires.produire-autre")) view.effect("passphrase", asking_for(what));
    if (what != SealedThing::OwnKeys) view.paragraph("phrase-autre-canal", "destinataires.phrase-autre-canal");
    semantics::Field field;
    field.required = true;
    field.error = complaint_about(complaints, noted_tick);
    view.ui.checkbox(noted_tick, view.say("destinataires.phrase-notee"), addressing.noted, field);
}

std::vector<Complaint> missing_locks(const View& view, const Addressing& addressing) {
    if (addressing.locks == Locks::Keys) {
        if (addressing.recipients.empty()) return {{std::string(keys_field), view.say("destinataires.aucune-cle")}};
        if (has_revoked(view, addressing.recipients))
            return {{std::string(keys_field), view.say("destinataires.revoquee")}};
        if (protection_of(addressing.recipients) == mixed_keys)
            return {{std::string(keys_field), view.say(mixed_keys)}};
        return {};
    }
    if (addressing.words.empty()) return {{std::string(make_button), view.say("destinataires.aucune-phrase")}};
    if (!addressing.noted) return {{std::string(noted_tick), view.say("destinataires.phrase-a-noter")}};
    return {};
}

void locks_controls(View& view, SealedThing what, const std::vector<Complaint>& complaints) {
    Addressing& addressing = *view.session.addressing_of(what);
    const bool with_roles = what == SealedThing::Fiche && asks_recipient_roles(view.session);
    std::string locks(addressing.locks == Locks::Keys ? by_keys : by_passphrase);
    if (view.ui.radio_group("ouverture", view.say("destinataires.ouverture"), locks,
                            {{std::string(by_keys), view.say("destinataires.par-cles")},
                             {std::string(by_passphrase), view.say("destinataires.par-phrase")}},
                            required_field())) {
        addressing.locks = locks == by_keys ? Locks::Keys : Locks::Passphrase;
        addressing.refused = false;
    }
    if (addressing.locks == Locks::Keys)
        keys(view, what, addressing, complaints, with_roles);
    else
        passphrase(view, what, complaints, with_roles);
    const auto& own = view.session.keys.unlocked;
    if (own && !own->verifying_key.empty() && what != SealedThing::Register)
        view.ui.checkbox("signer", view.say("champ.optionnel", {{"label", view.say("destinataires.signer")}}),
                         addressing.sign, hinted(view.say("destinataires.signer-aide")));
    view.ui.checkbox("armure", view.say("champ.optionnel", {{"label", view.say("destinataires.armure")}}),
                     addressing.armor, hinted(view.say("destinataires.armure-aide")));
}

Json locks_payload(const View& view, const Addressing& addressing) {
    const bool with_keys = addressing.locks == Locks::Keys;
    const auto& own = view.session.keys.unlocked;
    Json recipients = Json::array();
    if (with_keys)
        for (const Recipient& recipient : addressing.recipients)
            recipients.push_back(
                {{"recipient", recipient.text}, {"fingerprint", recipient.fingerprint}, {"role", recipient.role}});
    return {{"created", iso_date(view.today)},
            {"recipients", std::move(recipients)},
            {"passphrase", with_keys ? std::string() : joined_words(addressing.words)},
            {"armor", addressing.armor},
            {"signer", addressing.sign && own ? own->verifying_key : std::string()}};
}

void destinataires(View& view) {
    Addressing& addressing = view.session.addressing;
    const std::vector<Complaint> complaints = addressing.refused ? missing(view) : std::vector<Complaint>{};
    summary(view, complaints);
    view.paragraph("chapeau", "destinataires.chapeau");
    routing_rule(view);
    locks_controls(view, SealedThing::Fiche, complaints);
    seven_zip_controls(view, complaints);

    const bool go = view.button("sceller", "destinataires.sceller", semantics::ButtonStyle::Primary);
    const bool was_signed = is_signed(*view.session.form);
    const bool back = view.button("precedent", was_signed ? "destinataires.precedent" : "signature.precedent");
    if (back) view.session.go(was_signed ? Screen::Signature : Screen::Relecture);
    if (!go) return;
    view.session.failure.reset();
    addressing.refused = true;
    if (missing(view).empty())
        seal(view);
    else
        view.ui.focus(summary_key);
}

} // namespace pli::ui
