// The directory of correspondents: load one, see what it is, find somebody in it.
#include "ui/annuaire.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

using semantics::ButtonStyle;
using semantics::Emphasis;

constexpr std::string_view file_field = "annuaire-fichier";
constexpr std::string_view signature_field = "annuaire-signature";
constexpr std::string_view restart_button = "annuaire-repartir";

// ---- load

std::vector<Complaint> missing(const View& view) {
    const DirectoryState& state = view.session.directory;
    if (!state.refused || !state.file.empty()) return {};
    return {{std::string(file_field), view.say("annuaire.aucun-fichier")}};
}

void load(View& view) {
    DirectoryState& state = view.session.directory;
    view.session.failure.reset();
    state.refused = true;
    if (!missing(view).empty()) return view.ui.focus(summary_key);
    state.at_work = true;
    view.effect("load-directory", {{"territory", view.session.territory->id},
                                   {"learned", write_learned_trust(state.learned)},
                                   {"file", file_field},
                                   {"signature", state.signature.empty() ? std::string_view() : signature_field},
                                   {"kept", false}});
}

void load_controls(View& view) {
    DirectoryState& state = view.session.directory;
    if (state.at_work) return view.ui.progress("avancement", view.say("annuaire.verification"), {});
    const bool has_one = directory_of(view.session, view.session.territory) != nullptr;
    const std::vector<Complaint> complaints = missing(view);
    if (!view.session.territory->directory)
        view.ui.text("annuaire-sans-ancre", view.say("annuaire.sans-ancre"), Emphasis::Strong);
    view.ui.begin_group("annuaire-charger", view.say(has_one ? "annuaire.charger-autre" : "annuaire.charger"));
    semantics::Field field = required_field();
    field.hint = view.say("annuaire.fichier-aide");
    if (!complaints.empty()) field.error = complaints.front().sentence;
    if (view.ui.file(file_field, view.say("annuaire.fichier"), state.file, ".json", field))
        view.session.failure.reset();
    // Not required: that a directory without a signature is not to be believed is said when it is loaded.
    if (view.ui.file(signature_field, view.say("annuaire.signature"), state.signature, ".minisig",
                     hinted(view.say("annuaire.signature-aide"))))
        view.session.failure.reset();
    view.ui.end_group();
    if (view.button("annuaire-lire", "annuaire.lire", has_one ? ButtonStyle::Plain : ButtonStyle::Primary)) load(view);
}

/// What was learned from directories cannot be read: an older one would pass for the latest.
void damaged_trust(View& view) {
    DirectoryState& state = view.session.directory;
    view.ui.text("annuaire-confiance", view.texts.say_error(*state.learned_fault), Emphasis::Strong);
    view.paragraph("annuaire-confiance-detail", "annuaire.confiance-detail");
    if (!view.button(restart_button, "annuaire.repartir", ButtonStyle::Danger)) return;
    state.learned_fault.reset();
    state.learned.clear();
    view.effect("keep-trust", {{"content", ""}});
    load_kept_directory(view);
    view.session.notice = view.say("annuaire.repartie");
    view.ui.focus(file_field);
}

// ---- what it is

void facts(View& view, const LoadedDirectory& directory) {
    const Directory& content = directory.content;
    view.ui.heading("annuaire-resume", view.say("annuaire.resume"), 2);
    view.ui.begin_rows("annuaire-faits");
    view.ui.row("annuaire-territoire", view.say("annuaire.territoire"), view.session.territory->title);
    view.ui.row("annuaire-version", view.say("annuaire.version"),
                view.say("annuaire.version-du",
                         {{"version", std::to_string(content.version)}, {"jour", french_date(content.issued)}}));
    view.ui.row("annuaire-expire", view.say("annuaire.expire"), french_date(content.valid_until));
    view.ui.row("annuaire-inscriptions", view.say("annuaire.inscriptions"), std::to_string(content.entries.size()));
    view.ui.row("annuaire-signataire", view.say("annuaire.signataire"), content.signer, Emphasis::Mono);
    if (!content.successor.empty())
        view.ui.row("annuaire-successeur", view.say("annuaire.successeur"), content.successor, Emphasis::Mono);
    view.ui.end_rows();
}

/// Names of staff: they are kept only when it is asked for.
void choice_to_keep(View& view) {
    DirectoryState& state = view.session.directory;
    const bool has_one = directory_of(view.session, view.session.territory) != nullptr;
    if (!has_one && state.kept.count(view.session.territory->id) == 0) return; // nothing to keep, nothing to take away
    if (!state.keepable) return view.paragraph("annuaire-non-garde", "annuaire.non-garde");
    const std::string& territory = view.session.territory->id;
    bool keep = state.kept.count(territory) != 0;
    if (!view.ui.checkbox("annuaire-garder", view.say("annuaire.garder"), keep,
                          hinted(view.say("annuaire.garder-aide"))))
        return;
    set_kept(state, territory, keep); // until the shell says that it could not
    view.session.notice.clear();
    view.effect("keep-directory", {{"territory", territory}, {"keep", keep}});
}

// ---- the list

void filters(View& view, const LoadedDirectory& directory) {
    DirectoryQuery& query = view.session.directory.query;
    view.ui.text_field("annuaire-chercher", view.say("annuaire.chercher"), query.search,
                       hinted(view.say("annuaire.chercher-aide")));
    semantics::Cells roles{{"", view.say("annuaire.tous-roles")}};
    for (const Option& role : view.session.territory->roles) roles.emplace_back(role.value, role.label);
    view.ui.select("annuaire-role", view.say("annuaire.role"), query.role, roles);
    semantics::Cells structures{{"", view.say("annuaire.toutes-structures")}};
    for (const std::string& structure : directory.index.structures()) structures.emplace_back(structure, structure);
    view.ui.select("annuaire-structure", view.say("annuaire.structure"), query.structure, structures);
}

std::string usability(const View& view, const Directory& directory, std::size_t entry) {
    const RoleRecipient recipient = recipient_at(directory, entry, view.today);
    return recipient.unusable ? view.texts.say_error(*recipient.unusable) : view.say("annuaire.peut-recevoir");
}

void list(View& view, const LoadedDirectory& directory) {
    DirectoryState& state = view.session.directory;
    const Directory& content = directory.content;
    view.ui.heading("annuaire-liste", view.say("annuaire.liste"), 2);
    filters(view, directory);
    const std::vector<std::size_t> found = directory.index.search(content, state.query);
    view.ui.status("annuaire-nombre", view.say_count("annuaire.trouvees", found.size()));
    view.ui.begin_table("annuaire-table", view.say("annuaire.liste"),
                        {{"nom", view.say("annuaire.colonne-inscription")},
                         {"role", view.say("annuaire.role")},
                         {"cle", view.say("annuaire.colonne-cle")}},
                        found.size(), state.window);
    for (const std::size_t row : state.window.rows(found.size())) {
        const DirectoryEntry& entry = content.entries[found[row]];
        view.ui.table_row("inscription-" + entry.id, row,
                          {{"nom", entry_name(entry)},
                           {"role", role_label(view, content, entry.role)},
                           {"cle", usability(view, content, found[row])}},
                          route_of({Screen::AnnuaireInscription, 0, entry.id}));
    }
    view.ui.end_table();
}

} // namespace

void annuaire(View& view) {
    DirectoryState& state = view.session.directory;
    summary(view, missing(view));
    view.paragraph("chapeau", "annuaire.chapeau");
    if (view.session.territory == nullptr) {
        view.paragraph("annuaire-sans-territoire", "annuaire.sans-territoire");
        view.ui.link("annuaire-choisir", view.say("annuaire.choisir-territoire"), route_of({Screen::Accueil, 0}));
        return;
    }
    if (state.learned_fault) return damaged_trust(view);
    if (state.kept_fault)
        view.ui.text("annuaire-garde-refuse",
                     view.say("annuaire.garde-refuse", {{"raison", view.texts.say_error(*state.kept_fault)}}),
                     Emphasis::Strong);
    const LoadedDirectory* directory = directory_of(view.session, view.session.territory);
    if (directory != nullptr) facts(view, *directory);
    choice_to_keep(view);
    load_controls(view);
    keeping_part(view);
    if (directory != nullptr) list(view, *directory);
}

} // namespace pli::ui
