// One function per screen, each in a file of its own: the widgets between the title and the foot.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

void accueil(View& view);
void saisie(View& view);
void relecture(View& view);
void signature(View& view);
void destinataires(View& view);
void scellement(View& view);
void termine(View& view);
void ouvrir(View& view);
void lecture(View& view);
void assistant(View& view);
void ma_carte(View& view);
void echeances(View& view);
void vierge(View& view);
void mes_cles(View& view);
void mes_plis(View& view);
void suivi_pli(View& view);
void cle_compromise(View& view);
void brouillons(View& view);
void annuaire(View& view);
void annuaire_inscription(View& view);
void annuaire_tenir(View& view);
void annuaire_tenir_inscription(View& view);

void registre(View& view);
void registre_personne(View& view);
void registre_importer(View& view);
void registre_sceller(View& view);
void registre_reunir(View& view);
void registre_actes(View& view);
void registre_actes_sceller(View& view);

void aide(View& view);
void accessibilite(View& view);
void donnees_personnelles(View& view);
void a_propos(View& view);

/// The calendar of the chosen territory, or nullptr.
const Calendar* calendar_here(const View& view);

struct ScreenDrawing {
    Screen screen;
    void (*draw)(View&);
};

/// The screens that are there once Session::is_whole. What they alone reach is fetched after the first load, so nothing
/// else may call them; the build finds them by these names (bridge/split_page.mjs).
extern "C" const ScreenDrawing later_screens[];
extern "C" const std::size_t later_screens_count;

/// The screen of the current place.
void current_screen(View& view);

} // namespace pli::ui
