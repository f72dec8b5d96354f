// The user's own card: typed, saved as a file, taken from a file; kept in the browser only if asked.
#include "core/document/card_file.hpp"
#include "ui/form_view.hpp"
#include "ui/own_card.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

namespace pli::ui {

namespace {

Sheet sheet_of(View& view) {
    const Card& fields = *view.pack.card;
    return {fields.fields, view.session.card.typed, &fields.autocomplete};
}

/// The file's content, empty while the card has faults.
std::string content_of(const View& view, const Answers& answers) {
    const Result<std::string> content = write_card(*view.pack.card, answers, view.today);
    return content ? content.value() : std::string();
}

void keep(View& view) {
    OwnCard& card = view.session.card;
    if (!card.keepable) return;
    view.effect("keep-card", {{"content", card.kept ? content_of(view, card.used) : std::string()}});
}

void from_file(View& view) {
    OwnCard& card = view.session.card;
    if (!view.ui.file(card_file, view.say("carte.fichier"), card.file, ".json", hinted(view.say("carte.fichier-aide"))))
        return;
    view.session.failure.reset();
    view.session.notice.clear();
    if (!card.file.empty()) view.effect("load-card", {{"file", card_file}});
}

/// A page opened as a file shares its memory with every other file: nothing is kept there.
void choice_to_keep(View& view) {
    OwnCard& card = view.session.card;
    if (!card.keepable) return view.paragraph("carte-non-gardee", "carte.non-gardee");
    if (!view.ui.checkbox("carte-garder", view.say("carte.garder"), card.kept, hinted(view.say("carte.garder-aide"))))
        return;
    keep(view);
    view.session.notice = view.say(card.kept ? "carte.sera-gardee" : "carte.plus-gardee");
}

void erase(View& view) {
    OwnCard& card = view.session.card;
    card = {.typed = {}, .used = {}, .file = "", .keepable = card.keepable, .kept = false};
    view.session.checked.clear();
    view.session.refused.clear();
    keep(view);
    view.effect("forget", {{"file", card_file}});
    view.session.notice = view.say("carte.effacee");
}

} // namespace

void take_card(View& view, const std::string& content, bool kept) {
    Session& session = view.session;
    if (!view.pack.card) return;
    Result<Answers> answers = read_card(*view.pack.card, content, view.today);
    if (!answers) {
        session.failure = answers.error();
        if (!kept) view.ui.focus(summary_key);
        return;
    }
    session.card.typed = answers.value();
    session.card.used = std::move(answers).value();
    session.use_card();
    if (kept) return;
    keep(view);
    session.checked.clear();
    session.refused.clear();
    session.notice = view.say("carte.reprise");
}

bool accept_card(View& view) {
    OwnCard& card = view.session.card;
    const Steps steps{&view.pack.card->fields.steps.front()};
    if (!accept_steps(view, sheet_of(view), steps)) return false;
    card.used = card.typed;
    view.session.use_card();
    keep(view);
    return true;
}

void ma_carte(View& view) {
    Session& session = view.session;
    if (!view.pack.card) return view.paragraph("aucune-carte", "carte.aucune");
    const Step& step = view.pack.card->fields.steps.front();
    steps_summary(view, sheet_of(view));
    view.ui.text("chapeau", view.pack.card->intro);
    from_file(view);
    step_fields(view, sheet_of(view), step);
    choice_to_keep(view);
    const bool use = view.button("carte-utiliser", "carte.utiliser", semantics::ButtonStyle::Primary);
    const bool save = view.button("carte-enregistrer", "carte.enregistrer");
    const bool clear = view.button("carte-effacer", "carte.effacer", semantics::ButtonStyle::Danger);
    if (use && accept_card(view)) session.notice = view.say("carte.utilisee");
    if (save && accept_card(view)) {
        view.effect("save-card", {{"content", content_of(view, session.card.used)}});
        session.notice = view.say("carte.enregistree");
    }
    if (clear) erase(view);
}

} // namespace pli::ui
