// One entry of the directory: who reads what it receives, and with which keys it is written to.
#include "ui/annuaire.hpp"
#include "ui/screens.hpp"

#include "core/identifiers/kind.hpp"

namespace pli::ui {

namespace {

using semantics::Emphasis;

std::string shown_phone(const std::string& canonical) {
    const Kind* kind = find_kind("phone");
    return kind == nullptr ? canonical : kind->show(canonical);
}

void facts(View& view, const Directory& directory, const DirectoryEntry& entry) {
    const auto row = [&view](std::string_view key, std::string_view label, const std::string& value) {
        if (!value.empty()) view.ui.row(key, view.say(label), value);
    };
    view.ui.begin_rows("inscription-faits");
    row("inscription-structure", "annuaire.structure", entry.structure);
    row("inscription-service", "annuaire.service", entry.service);
    row("inscription-role", "annuaire.role", role_label(view, directory, entry.role));
    row("inscription-mail", "annuaire.mail", entry.mail);
    row("inscription-telephone", "annuaire.telephone", entry.phone.empty() ? "" : shown_phone(entry.phone));
    view.ui.end_rows();
}

void holders(View& view, const DirectoryEntry& entry) {
    view.ui.heading("inscription-titulaires", view.say("annuaire.titulaires"), 2);
    if (entry.holders.empty()) return view.paragraph("inscription-sans-titulaire", "annuaire.sans-titulaire");
    view.ui.begin_rows("inscription-titulaires-liste");
    std::size_t number = 0;
    for (const Holder& holder : entry.holders)
        view.ui.row("titulaire-" + std::to_string(++number), holder.name, presence_in_words(view, holder));
    view.ui.end_rows();
}

void keys(View& view, const DirectoryEntry& entry) {
    view.ui.heading("inscription-cles", view.say("annuaire.cles"), 2);
    if (entry.keys.empty()) return view.paragraph("inscription-sans-cle", "annuaire.sans-cle");
    std::size_t number = 0;
    for (const DirectoryKey& key : entry.keys) {
        const std::string n = std::to_string(++number);
        view.ui.heading("cle-" + n, view.say("annuaire.cle-n", {{"n", n}}), 3);
        key_rows(view, "cle-" + n, key);
    }
}

} // namespace

void key_rows(View& view, const std::string& node, const DirectoryKey& key) {
    const auto& fingerprints = view.session.directory.fingerprints;
    const auto recipient = [&](std::string_view part, std::string_view label, const std::string& text) {
        if (text.empty()) return;
        const auto found = fingerprints.find(text);
        if (found != fingerprints.end())
            view.ui.row(node + std::string(part), view.say(label), grouped(found->second), Emphasis::Mono);
    };
    view.ui.begin_rows(node + "-faits");
    view.ui.row(node + "-etat", view.say("annuaire.cle-etat"), standing_in_words(view, key));
    view.ui.row(node + "-validite", view.say("annuaire.cle-validite"),
                view.say("annuaire.cle-du-au", {{"du", french_date(key.from)}, {"au", french_date(key.until)}}));
    recipient("-classique", "annuaire.empreinte", key.recipient);
    recipient("-hybride", "annuaire.empreinte-hybride", key.hybrid);
    if (!key.signing.empty())
        view.ui.row(node + "-signature", view.say("annuaire.cle-signature"), key.signing, Emphasis::Mono);
    view.ui.end_rows();
}

void annuaire_inscription(View& view) {
    const LoadedDirectory* directory = directory_of(view.session, view.session.territory);
    const DirectoryEntry* entry =
        directory == nullptr ? nullptr : find_entry(directory->content, view.session.place.id);
    if (entry == nullptr) return;
    facts(view, directory->content, *entry);
    holders(view, *entry);
    keys(view, *entry);
    if (view.button("precedent", "annuaire.retour")) view.session.go(Screen::Annuaire);
}

} // namespace pli::ui
