// A key that others may know: what to do, in order, whom to tell and by when, and which files it concerns. Nothing of
// it is kept.
#include "core/definition/formats.hpp"
#include "ui/deadlines.hpp"
#include "ui/form_view.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"
#include "ui/suivi.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Emphasis;

constexpr std::string_view first_step = "compromis-cesser";
constexpr std::string_view limits_title = "compromis-delais-titre";
constexpr std::string_view unlocked_key = "ici", other_key = "autre";
constexpr std::size_t fingerprint_digits = 64;

/// What can have happened, and whether plis can be read with it and signatures made.
struct Event {
    std::string_view name, label, meaning;
    bool reads = false, signs = false;
};
constexpr std::array<Event, 4> events{{{"cle-et-phrase", "compromis.cle", "compromis.cle-sens", true, false},
                                       {"cle-de-signature", "compromis.signer", "compromis.signer-sens", false, true},
                                       {"poste", "compromis.poste", "compromis.poste-sens", true, true},
                                       {"fichier-seul", "compromis.seul", "compromis.seul-sens", true, true}}};

const Event* event_told(const Compromise& compromise) {
    const auto* const found =
        std::find_if(events.begin(), events.end(), [&](const Event& event) { return event.name == compromise.what; });
    return found == events.end() ? nullptr : found;
}

void what_happened(View& view) {
    Compromise& compromise = view.session.compromise;
    std::vector<std::pair<std::string, std::string>> choices;
    choices.reserve(std::size(events));
    for (const Event& event : events) choices.emplace_back(event.name, view.say(event.label));
    if (view.ui.radio_group("compromis-quoi", view.say("compromis.quoi"), compromise.what, choices, required_field()))
        compromise.done.clear();
}

// ---- the key

/// What is public of the key: of the unlocked ones, or as it was typed.
struct KnownKey {
    std::vector<std::string> fingerprints;
    std::string signing_key;
};

/// A fingerprint is read in groups, whatever their case.
std::string digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed)
        if (c != ' ') digits += static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);
    return digits;
}

/// Whoever has made a new key meanwhile must not have that one revoked: which one it is about is never guessed.
bool is_about_unlocked(const Session& session) {
    return session.keys.unlocked && session.compromise.which == unlocked_key;
}

KnownKey key_told(const Session& session, const Event& event) {
    const Compromise& compromise = session.compromise;
    KnownKey known;
    if (session.keys.unlocked && compromise.which.empty()) return known;
    const KeyFacts* unlocked = is_about_unlocked(session) ? &*session.keys.unlocked : nullptr;
    const std::string fingerprint = digits_of(compromise.fingerprint);
    if (event.reads && unlocked == nullptr && is_hex(fingerprint, fingerprint_digits))
        known.fingerprints = {fingerprint};
    if (event.reads && unlocked != nullptr)
        for (const Recipient& one : unlocked->recipients) known.fingerprints.push_back(one.fingerprint);
    if (!event.signs) return known;
    known.signing_key = unlocked != nullptr ? unlocked->verifying_key : compromise.signing_key;
    if (!is_verifying_key(known.signing_key)) known.signing_key.clear();
    return known;
}

/// Asked for unless it is the key that is unlocked here: the user may have lost it.
void key_fields(View& view, const Event& event) {
    Compromise& compromise = view.session.compromise;
    if (view.session.keys.unlocked) {
        view.ui.radio_group("compromis-laquelle", view.say("compromis.laquelle"), compromise.which,
                            {{std::string(unlocked_key), view.say("compromis.deverrouillee")},
                             {std::string(other_key), view.say("compromis.autre-cle")}},
                            required_field());
        if (compromise.which != other_key) return;
    }
    view.paragraph("compromis-carte", "compromis.carte");
    if (event.reads) {
        semantics::Field field = hinted(view.say("compromis.empreinte-aide"));
        if (!compromise.fingerprint.empty() && !is_hex(digits_of(compromise.fingerprint), fingerprint_digits))
            field.error = view.say("compromis.empreinte-fausse");
        view.ui.text_field("compromis-empreinte",
                           view.say("champ.optionnel", {{"label", view.say("compromis.empreinte")}}),
                           compromise.fingerprint, field);
    }
    if (!event.signs) return;
    semantics::Field field = hinted(view.say("compromis.verification-aide"));
    if (!compromise.signing_key.empty() && !is_verifying_key(compromise.signing_key))
        field.error = view.say("compromis.verification-fausse");
    view.ui.text_field("compromis-verification",
                       view.say("champ.optionnel", {{"label", view.say("compromis.verification")}}),
                       compromise.signing_key, field);
}

// ---- the steps

/// The end of a step: it is done, as far as the user says.
void done_tick(View& view, std::string_view step) {
    std::set<std::string, std::less<>>& done = view.session.compromise.done;
    bool is_done = done.contains(step);
    if (!view.ui.checkbox(std::string(step) + "-fait",
                          view.say("champ.optionnel", {{"label", view.say("compromis.fait")}}), is_done))
        return;
    if (is_done)
        done.emplace(step);
    else
        done.erase(std::string(step));
}

void begin_step(View& view, std::string_view step, std::string_view title) {
    view.ui.begin_region(step, view.say(title));
    view.ui.heading(std::string(step) + "-titre", view.say(title), 2);
}

void end_step(View& view, std::string_view step) {
    done_tick(view, step);
    view.ui.end_region();
}

void stop_using(View& view, const Event& event) {
    begin_step(view, first_step, "compromis.cesser");
    view.ui.text("compromis-sens", view.say(event.meaning), Emphasis::Strong);
    view.paragraph("compromis-cesser-detail", "compromis.cesser-detail");
    end_step(view, first_step);
}

/// What the keeper of the directory needs to know, and nothing else.
std::string request_for(const View& view, const KnownKey& known) {
    std::string text = view.say("compromis.demande", {{"jour", french_date(view.today)}}) + "\n";
    for (const std::string& fingerprint : known.fingerprints)
        text += view.say("compromis.demande-empreinte", {{"empreinte", grouped(fingerprint)}}) + "\n";
    if (!known.signing_key.empty())
        text += view.say("compromis.demande-verification", {{"cle", known.signing_key}}) + "\n";
    return text;
}

void revoke(View& view, const Event& event) {
    begin_step(view, "compromis-revoquer", "compromis.revoquer");
    view.paragraph("compromis-revoquer-detail", "compromis.revoquer-detail");
    key_fields(view, event);
    const KnownKey known = key_told(view.session, event);
    const bool is_known = !known.fingerprints.empty() || !known.signing_key.empty();
    if (is_known) {
        view.ui.begin_rows("compromis-demande");
        for (const std::string& fingerprint : known.fingerprints)
            view.ui.row("compromis-demande-" + fingerprint.substr(0, 16), view.say("compromis.empreinte"),
                        grouped(fingerprint), Emphasis::Mono);
        if (!known.signing_key.empty())
            view.ui.row("compromis-demande-cle", view.say("compromis.verification"), known.signing_key, Emphasis::Mono);
        view.ui.row("compromis-demande-jour", view.say("compromis.jour"), french_date(view.today));
        view.ui.end_rows();
    }
    if (is_known && view.button("compromis-enregistrer", "compromis.enregistrer")) {
        view.effect("save", {{"name", "pli_demande-de-revocation_" + iso_date(view.today) + ".txt"},
                             {"content", request_for(view, known)}});
        view.session.notice = view.say("compromis.demande-enregistree");
    }
    end_step(view, "compromis-revoquer");
}

// ---- whom to tell

/// The calendar's questions about the day and the time, as a form of their own.
Form questions_of(const Calendar& calendar) {
    Form questions;
    questions.id = calendar.id;
    Step step;
    step.id = calendar.id;
    for (const std::string& path : {calendar.breach->day, calendar.breach->time}) {
        const Item* item = find_item(calendar.fields, path);
        if (item == nullptr) continue;
        step.items.push_back(*item);
        step.items.back().visible_when = {}; // what it depends on is given
    }
    questions.steps.push_back(std::move(step));
    return questions;
}

/// The limits that follow from a breach, and from no other event.
std::vector<Deadline> limits(const View& view, const Calendar& calendar) {
    Answers answers = view.session.compromise.answers;
    for (const auto& [path, option] : calendar.breach->given) answers.set(path, option);
    const std::vector<Deadline> standing = deadlines_of(calendar.fields, Answers(), view.today);
    std::vector<Deadline> found = deadlines_of(calendar.fields, answers, view.today);
    std::erase_if(found, [&](const Deadline& one) {
        return std::any_of(standing.begin(), standing.end(), [&](const Deadline& other) { return other.id == one.id; });
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const Deadline& a, const Deadline& b) { return a.moment.value_or(0) < b.moment.value_or(0); });
    return found;
}

void reckon(View& view, const Calendar& calendar) {
    Compromise& compromise = view.session.compromise;
    if (compromise.calendar != &calendar) {
        compromise.calendar = &calendar;
        compromise.questions = questions_of(calendar);
        compromise.answers = {};
        compromise.reckoned = false;
    }
    const Sheet sheet{*compromise.questions, compromise.answers};
    const Step& step = compromise.questions->steps.front();
    const Answers before = compromise.answers;
    step_fields(view, sheet, step);
    if (compromise.answers != before) compromise.reckoned = false;
    if (!compromise.reckoned) {
        if (!view.button("compromis-calculer", "echeances.calculer", ButtonStyle::Primary)) return;
        compromise.reckoned = accept_steps(view, sheet, {&step});
        if (compromise.reckoned) view.ui.focus(limits_title);
        return;
    }
    view.ui.heading(limits_title, view.say("echeances.delais"), 3);
    list_deadlines(view, "compromis-delais", limits(view, calendar));
}

void tell_others(View& view) {
    begin_step(view, "compromis-prevenir", "compromis.prevenir");
    view.paragraph("compromis-prevenir-detail", "compromis.prevenir-detail");
    const Calendar* calendar = calendar_here(view);
    if (calendar != nullptr && calendar->breach) {
        reckon(view, *calendar);
    } else {
        view.paragraph("compromis-sans-convention", "compromis.sans-convention");
        view.ui.link("compromis-territoire", view.say("echeances.choisir"), route_of({Screen::Accueil, 0}));
    }
    end_step(view, "compromis-prevenir");
}

// ---- what it concerns

void receipts_concerned(View& view, const Event& event) {
    begin_step(view, "compromis-plis", "compromis.plis");
    const KnownKey known = key_told(view.session, event);
    const std::vector<std::size_t> found =
        concerned_by(view.session.follow_up.receipts, known.fingerprints, known.signing_key);
    if (known.fingerprints.empty() && known.signing_key.empty())
        view.paragraph("compromis-plis-detail", "compromis.plis-sans-cle");
    else
        view.ui.text("compromis-plis-detail", view.say_count("compromis.plis-trouves", found.size()));
    if (!found.empty()) receipt_links(view, "compromis-pli", found);
    view.paragraph("compromis-plis-recus", "compromis.plis-recus");
    end_step(view, "compromis-plis");
}

void new_key(View& view, const Event& event) {
    begin_step(view, "compromis-nouvelle", "compromis.nouvelle");
    view.paragraph("compromis-nouvelle-detail", "compromis.nouvelle-detail");
    view.ui.link("compromis-mes-cles", view.say("compromis.mes-cles"), route_of({Screen::MesCles, 0}));
    if (event.reads) view.paragraph("compromis-ancienne", "compromis.ancienne");
    if (event.signs) view.paragraph("compromis-ancienne-signature", "compromis.ancienne-signature");
    end_step(view, "compromis-nouvelle");
}

} // namespace

void cle_compromise(View& view) {
    Compromise& compromise = view.session.compromise;
    if (compromise.questions) steps_summary(view, {*compromise.questions, compromise.answers});
    view.paragraph("chapeau", "compromis.chapeau");
    what_happened(view);
    const Event* event = event_told(compromise);
    if (event == nullptr) return;
    stop_using(view, *event);
    revoke(view, *event);
    tell_others(view);
    receipts_concerned(view, *event);
    new_key(view, *event);
    view.paragraph("compromis-rien-garde", "compromis.rien-garde");
    if (view.button("compromis-imprimer", "compromis.imprimer")) view.effect("print");
}

} // namespace pli::ui
