// Opening a sealed file: choose it, then give the key or the passphrase.
#include "ui/opening.hpp"
#include "ui/registre.hpp"
#include "ui/screens.hpp"
#include "ui/summary.hpp"

namespace pli::ui {

namespace {

constexpr std::string_view passphrase_field = "ouvrir-phrase";

/// What keeps the file from being opened now.
std::vector<Complaint> missing(const View& view) {
    const Opening& opening = view.session.opening;
    if (!opening.inspected) return {{std::string(sealed_file), view.say("ouvrir.aucun-fichier")}};
    if (opening.locks == Locks::Passphrase && opening.passphrase.empty())
        return {{std::string(passphrase_field), view.say("ouvrir.aucune-phrase")}};
    if (opening.locks == Locks::Keys && opening.key_file.empty() && !view.session.keys.unlocked)
        return {{std::string(key_file), view.say("ouvrir.aucune-cle")}};
    return {};
}

/// Everything that is wrong with a register that could not be opened, by place.
void register_faults(View& view) {
    const std::vector<Error>& faults = view.session.opening.faults;
    if (faults.empty()) return;
    view.ui.begin_alert(summary_key);
    view.ui.text("bilan-titre", view.say_count("ouvrir.registre-fautes", faults.size()), semantics::Emphasis::Strong);
    view.ui.begin_list("bilan-liste");
    std::size_t number = 0;
    for (const Error& fault : faults)
        view.ui.item("bilan-faute-" + std::to_string(++number), placed_sentence(view, fault));
    view.ui.end_list();
    view.paragraph("bilan-rien-perdu", "ouvrir.registre-rien-perdu");
    view.ui.end_alert();
}

std::string_view stage_in_words(std::string_view stage) {
    if (stage == "pdf" || stage == "document") return "ouvrir.lecture";
    return "ouvrir.dechiffrement";
}

void at_work(View& view, const Progress& work) {
    view.ui.progress("avancement", view.say(stage_in_words(work.stage)), work.percent);
    if (view.button("annuler", "ouvrir.annuler")) view.effect("cancel");
}

void secrets(View& view, const std::string& error) {
    Opening& opening = view.session.opening;
    semantics::Field field;
    field.required = true;
    field.error = error;
    if (opening.locks == Locks::Passphrase) {
        field.secret = true;
        field.hint = view.say("ouvrir.phrase-aide");
        view.ui.text_field(passphrase_field, view.say("ouvrir.phrase"), opening.passphrase, field);
        if (opening.long_computation) view.paragraph("ouvrir-long", "ouvrir.calcul-long");
        return;
    }
    field.hint = view.say("ouvrir.cle-aide");
    std::string label = view.say("ouvrir.cle");
    if (view.session.keys.unlocked) {
        view.paragraph("ouvrir-ma-cle", "ouvrir.avec-ma-cle");
        label = view.say("champ.optionnel", {{"label", label}});
        field.required = false;
    }
    view.ui.file(key_file, label, opening.key_file, ".txt,.age,.key", field);
    if (opening.key_file.empty() && view.session.keys.unlocked) return;
    semantics::Field optional = hinted(view.say("ouvrir.cle-phrase-aide"));
    optional.secret = true;
    view.ui.text_field("ouvrir-cle-phrase", view.say("champ.optionnel", {{"label", view.say("ouvrir.cle-phrase")}}),
                       opening.key_passphrase, optional);
}

} // namespace

void ask_to_open(View& view) {
    Opening& opening = view.session.opening;
    const bool with_key = opening.locks == Locks::Keys;
    const bool with_file = with_key && !opening.key_file.empty();
    const auto as_wanted = [&opening](const std::string& typed) {
        return opening.as_typed ? typed : as_generated(typed);
    };
    opening.work = Progress{};
    view.session.opened.reset(); // the shell drops it too
    view.effect("open", {{"file", sealed_file},
                         {"keyFile", with_file ? std::string(key_file) : std::string()},
                         {"vault", with_key && !with_file},
                         {"passphrase", with_key ? std::string() : as_wanted(opening.passphrase)},
                         {"keyPassphrase", with_file ? as_wanted(opening.key_passphrase) : std::string()},
                         {"sevenZip", opening.seven_zip}});
}

void ouvrir(View& view) {
    Session& session = view.session;
    Opening& opening = session.opening;
    const std::vector<Complaint> complaints = opening.refused ? missing(view) : std::vector<Complaint>{};
    summary(view, complaints);
    register_faults(view);
    view.paragraph("chapeau", "ouvrir.chapeau");

    semantics::Field field;
    field.required = true;
    field.hint = view.say("ouvrir.fichier-aide");
    const std::string error = complaints.empty() ? std::string() : complaints.front().sentence;
    if (!opening.inspected) field.error = error;
    field.disabled = opening.work.has_value();
    if (view.ui.file(sealed_file, view.say("ouvrir.fichier"), opening.file, ".age,.txt,.7z", field)) {
        std::string chosen = opening.file;
        opening = {};
        opening.file = std::move(chosen);
        session.failure.reset();
        session.notice.clear();
        if (!opening.file.empty()) view.effect("inspect", {{"file", sealed_file}});
    }
    if (opening.work) return at_work(view, *opening.work);
    if (opening.inspected) secrets(view, error);

    const bool open = view.button("ouvrir", "ouvrir.ouvrir", semantics::ButtonStyle::Primary);
    const bool home = view.button("precedent", "ouvrir.accueil");
    if (home) session.go(Screen::Accueil);
    if (!open) return;
    session.failure.reset();
    opening.faults.clear();
    opening.refused = true;
    if (missing(view).empty())
        ask_to_open(view);
    else
        view.ui.focus(summary_key);
}

} // namespace pli::ui
