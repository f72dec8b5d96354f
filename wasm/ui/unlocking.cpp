// Unlocking one's own keys, and the screen that hides all others until that is done.
#include "ui/own_keys.hpp"
#include "ui/page.hpp"
#include "ui/passphrase.hpp"
#include "ui/roles.hpp"
#include "ui/routes.hpp"
#include "ui/summary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pli::ui {

namespace {

constexpr std::string_view key_file = "cle-fichier";
constexpr std::string_view signature_file = "cle-signature";
constexpr std::string_view passphrase_field = "cle-phrase";
constexpr std::string_view lock_title = "titre-verrou";
constexpr std::string_view damaged = "keys.damaged";

std::vector<Complaint> missing(const View& view, bool with_signature) {
    const Unlocking& unlocking = view.session.keys.unlocking;
    if (!unlocking.refused) return {};
    std::vector<Complaint> complaints;
    if (unlocking.key_file.empty()) complaints.push_back({std::string(key_file), view.say("cles.aucun-fichier")});
    if (with_signature && unlocking.signature_file.empty())
        complaints.push_back({std::string(signature_file), view.say("cles.aucune-signature")});
    if (unlocking.passphrase.empty())
        complaints.push_back({std::string(passphrase_field), view.say("cles.aucune-phrase-tapee")});
    return complaints;
}

bool same_keys(const KeyFacts& one, const KeyFacts& other) {
    const auto same = [](const Recipient& a, const Recipient& b) { return a.text == b.text; };
    return one.verifying_key == other.verifying_key &&
           std::equal(one.recipients.begin(), one.recipients.end(), other.recipients.begin(), other.recipients.end(),
                      same);
}

bool same_files(const KeyFacts& one, const KeyFacts& other) {
    return one.key_file == other.key_file && one.signature_file == other.signature_file;
}

/// The shell has let go of the files, which were good in themselves.
void refuse(View& view, std::string code) {
    view.session.keys.unlocking = {};
    view.session.notice.clear();
    view.session.failure = Error{std::move(code), {}, {}};
    view.ui.focus(summary_key);
}

} // namespace

bool is_of_key_file(const Error& error) { return error.place == "key-file" || error.place == "signature-file"; }

Error of_own_key_file(Error error) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> own{
        {{"seal.wrong-passphrase", "keys.wrong-passphrase"},
         {"seal.work-factor-confirm", "keys.work-factor"},
         {"seal.needs-passphrase", "keys.needs-passphrase"},
         {"seal.needs-key", "keys.needs-key"},
         {"seal.header", damaged},
         {"seal.hmac", damaged},
         {"seal.payload", damaged},
         {"seal.truncated", damaged},
         {"seal.trailing-data", damaged},
         {"seal.armor", damaged}}};
    const auto* const found =
        std::find_if(own.begin(), own.end(), [&error](const auto& each) { return each.first == error.code; });
    if (found == own.end()) return error;
    return {std::string(found->second), std::move(error.place), {}};
}

void key_computation(View& view) {
    view.ui.progress("avancement", view.say("cles.calcul"), {});
    if (view.button("annuler", "cles.annuler")) view.effect("cancel-keys");
}

void unlock_controls(View& view, bool with_signature) {
    Keys& keys = view.session.keys;
    Unlocking& unlocking = keys.unlocking;
    if (keys.at_work) return key_computation(view);
    const std::vector<Complaint> complaints = missing(view, with_signature);
    summary(view, complaints);
    semantics::Field field = required_field();
    field.hint = view.say("cles.fichier-aide");
    field.error = complaint_about(complaints, key_file);
    view.ui.file(key_file, view.say("cles.fichier"), unlocking.key_file, ".age,.txt", field);
    const std::string signature = view.say("cles.fichier-signature");
    semantics::Field signature_field = hinted(view.say("cles.fichier-signature-aide"));
    signature_field.required = with_signature;
    signature_field.error = complaint_about(complaints, signature_file);
    view.ui.file(signature_file, with_signature ? signature : view.say("champ.optionnel", {{"label", signature}}),
                 unlocking.signature_file, ".age,.key", signature_field);
    field.hint = view.say("cles.phrase-aide");
    field.error = complaint_about(complaints, passphrase_field);
    field.secret = true;
    view.ui.text_field(passphrase_field, view.say("cles.phrase"), unlocking.passphrase, field);
    if (!view.button("deverrouiller", keys.making.made && !keys.locked ? "cles.verifier" : "cles.deverrouiller",
                     semantics::ButtonStyle::Primary))
        return;
    view.session.failure.reset();
    unlocking.refused = true;
    if (!missing(view, with_signature).empty()) return view.ui.focus(summary_key);
    ask_to_unlock(view, false);
}

void ask_to_unlock(View& view, bool as_typed) {
    Keys& keys = view.session.keys;
    const Unlocking& unlocking = keys.unlocking;
    keys.unlocking.as_typed = as_typed;
    keys.at_work = true;
    view.effect("unlock", {{"keyFile", key_file},
                           {"signatureFile", unlocking.signature_file.empty() ? std::string_view() : signature_file},
                           {"passphrase", as_typed ? unlocking.passphrase : as_generated(unlocking.passphrase)}});
}

void keys_made(View& view, KeyFacts facts) {
    KeyMaking& making = view.session.keys.making;
    view.session.keys.at_work = false;
    making.made = std::move(facts);
    making.passphrase = {};
    view.session.notice = view.say("cles.faites");
    view.ui.focus("enregistrer");
}

void keys_cancelled(View& view) {
    Keys& keys = view.session.keys;
    keys.at_work = false;
    view.session.notice = view.say("cles.annule");
    view.ui.focus(keys.making.begun && !keys.making.made && !keys.locked ? "fabriquer" : key_file);
}

void keys_unlocked(View& view, KeyFacts facts) {
    Session& session = view.session;
    Keys& keys = session.keys;
    keys.at_work = false;
    // To unlock the screen is to come back, not to try the backup of what was being made.
    const KeyFacts* tried = !keys.locked && keys.making.made ? &*keys.making.made : nullptr;
    const KeyFacts* expected = keys.locked ? &*keys.locked : tried;
    if (expected && !same_keys(*expected, facts)) {
        const std::string_view reason = keys.locked ? "keys.other-holder" : "keys.other-keys";
        view.effect("lock");
        keys_locked(view); // now: what the shell answers later would take the reason away
        return refuse(view, std::string(reason));
    }
    // The same keys in the file from before: that opens proves nothing of the new one.
    if (tried && !same_files(*tried, facts)) return refuse(view, "keys.other-file");
    const bool counts = tried != nullptr;
    if (counts) keys.making = {};
    keys.unlocking = {};
    keys.unlocked = std::move(facts);
    keys.locked.reset();
    session.go(session.place, false); // to where the user was
    session.notice = view.say(counts ? "cles.comptent" : "cles.deverrouillees");
}

void keys_locked(View& view) {
    Session& session = view.session;
    if (!session.keys.unlocked) return;
    session.keys.locked = std::move(session.keys.unlocked);
    session.keys.unlocked.reset();
    session.keys.unlocking = {};
    session.keys.erasing = false;
    session.opening.passphrase.clear();
    session.opening.key_passphrase.clear();
    session.failure.reset();
    session.notice.clear();
    session.question = Question::None;
    session.arrival = Arrival{.push = false, .focus = true};
}

bool is_locked(const Session& session) { return session.keys.locked.has_value(); }

namespace {

/// Asked twice: whoever takes over a desk must not lose another's work by one click.
void erasing_part(View& view) {
    const Session& session = view.session;
    bool& erasing = view.session.keys.erasing;
    view.paragraph("verrou-effacer-detail", "verrou.effacer-detail");
    if (!erasing) {
        erasing = view.button("verrou-effacer", "verrou.effacer", semantics::ButtonStyle::Danger);
        if (erasing) view.ui.focus("verrou-garder");
        return;
    }
    view.ui.begin_group("verrou-question", view.say("verrou.question"));
    if (session.is_at_risk()) view.ui.text("verrou-perdu", view.say("verrou.perdu"), semantics::Emphasis::Strong);
    if (view.button("verrou-garder", "question.garder")) {
        erasing = false;
        view.ui.focus(lock_title);
    }
    if (view.button("verrou-effacer-oui", "verrou.effacer-oui", semantics::ButtonStyle::Danger)) view.effect("erase");
    view.ui.end_group();
}

} // namespace

void lock_screen(View& view) {
    Session& session = view.session;
    view.ui.heading(lock_title, view.say("verrou.titre"), 1);
    view.ui.status("etat", "");
    failure(view);
    view.paragraph("chapeau", "verrou.chapeau");
    unlock_controls(view, !session.keys.locked->verifying_key.empty());
    erasing_part(view);
    if (!session.arrival) return;
    view.effect("screen", {{"route", route_of(session.place)},
                           {"title", view.say("page.titre", {{"titre", view.say("verrou.titre")}})},
                           {"push", false}});
    view.ui.focus(lock_title);
    session.arrival.reset();
}

} // namespace pli::ui
