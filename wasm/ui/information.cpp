// Help, accessibility, personal data, about: words only.
#include "ui/page.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

#include <array>
#include <span>

namespace pli::ui {

namespace {

void section(View& view, std::string_view title, std::span<const std::string_view> paragraphs) {
    view.ui.heading(title, view.say(title), 2);
    for (const std::string_view paragraph : paragraphs) view.paragraph(paragraph, paragraph);
}

/// What lies on this machine goes at once, and it is said what that does not mean.
void erasing_everything(View& view) {
    static constexpr std::array<std::string_view, 2> what = {"donnees.effacer-1", "donnees.effacer-2"};
    section(view, "donnees.effacer", what);
    if (view.button("tout-effacer", "donnees.tout-effacer", semantics::ButtonStyle::Danger))
        ask(view, Question::EraseAll);
}

} // namespace

void aide(View& view) {
    static constexpr std::array<std::string_view, 3> fill = {"aide.remplir-1", "aide.remplir-2", "aide.remplir-3"};
    static constexpr std::array<std::string_view, 4> seal = {"aide.sceller-1", "aide.sceller-2", "aide.sceller-3",
                                                             "aide.sceller-4"};
    static constexpr std::array<std::string_view, 4> open = {"aide.ouvrir-1", "aide.ouvrir-2", "aide.ouvrir-3",
                                                             "aide.ouvrir-4"};
    static constexpr std::array<std::string_view, 3> keys = {"aide.cles-1", "aide.cles-2", "aide.cles-3"};
    view.paragraph("chapeau", "aide.chapeau");
    section(view, "aide.remplir", fill);
    section(view, "aide.sceller", seal);
    section(view, "aide.ouvrir", open);
    section(view, "aide.cles", keys);
    view.ui.link("cle-compromise", view.say("aide.compromise"), route_of({Screen::CleCompromise, 0}));
}

void accessibilite(View& view) {
    static constexpr std::array<std::string_view, 3> keyboard = {"accessibilite.clavier-1", "accessibilite.clavier-2",
                                                                 "accessibilite.clavier-3"};
    static constexpr std::array<std::string_view, 3> display = {
        "accessibilite.affichage-1", "accessibilite.affichage-2", "accessibilite.affichage-3"};
    view.paragraph("chapeau", "accessibilite.chapeau");
    section(view, "accessibilite.clavier", keyboard);
    section(view, "accessibilite.affichage", display);
}

void donnees_personnelles(View& view) {
    static constexpr std::array<std::string_view, 9> machine = {
        "donnees.poste-1", "donnees.poste-2", "donnees.poste-3", "donnees.poste-5", "donnees.poste-6",
        "donnees.poste-7", "donnees.poste-8", "donnees.poste-9", "donnees.poste-4"};
    static constexpr std::array<std::string_view, 3> beyond = {"donnees.hors-1", "donnees.hors-2", "donnees.hors-3"};
    static constexpr std::array<std::string_view, 3> file = {"donnees.fichier-1", "donnees.fichier-2",
                                                             "donnees.fichier-3"};
    view.paragraph("chapeau", "donnees.chapeau");
    section(view, "donnees.poste", machine);
    if (!view.session.known_registers.versions.empty() &&
        view.button("oublier-registres", "donnees.oublier-registres", semantics::ButtonStyle::Danger)) {
        forget_registers(view);
        view.session.notice = view.say("donnees.registres-oublies");
        view.ui.focus("donnees.poste");
    }
    erasing_everything(view);
    section(view, "donnees.hors", beyond);
    section(view, "donnees.fichier", file);
}

void a_propos(View& view) {
    static constexpr std::array<std::string_view, 3> how = {"a-propos.comment-1", "a-propos.comment-2",
                                                            "a-propos.comment-3"};
    static constexpr std::array<std::string_view, 3> limits = {"a-propos.limites-1", "a-propos.limites-2",
                                                               "a-propos.limites-3"};
    view.paragraph("chapeau", "a-propos.chapeau");
    view.ui.begin_rows("versions");
    view.ui.row("version", view.say("a-propos.version"), PLI_VERSION);
    for (const Territory& territory : view.pack.territories)
        view.ui.row("pack-" + territory.id, view.say("a-propos.pack"),
                    view.say("a-propos.pack-valeur", {{"titre", territory.title}, {"version", territory.version}}));
    view.ui.end_rows();
    section(view, "a-propos.comment", how);
    section(view, "a-propos.limites", limits);
    view.ui.link("a-propos-donnees", view.say("donnees.titre"), route_of({Screen::Donnees, 0}));
}

} // namespace pli::ui
