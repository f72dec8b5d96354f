#include "ui/application.hpp"

#include "core/definition/pack.hpp"
#include "ui/drafts.hpp"
#include "ui/messages.hpp"
#include "ui/own_keys.hpp"
#include "ui/page.hpp"
#include "ui/registre.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

namespace pli::ui {

namespace {

class Page final : public semantics::Application {
  public:
    Page(Pack pack, Texts texts, Catalogue catalogue, const Date& today)
        : pack_(std::move(pack)), texts_(std::move(texts)), today_(today) {
        session_.all_texts = catalogue == Catalogue::Whole;
        if (pack_.territories.size() == 1) session_.territory = &pack_.territories.front(); // nothing to choose
    }

    void build(semantics::Ui& ui) override {
        View view{ui, session_, texts_, pack_, today_};
        take_messages(view);
        take_route(view);
        if (waits_for_texts(session_)) return waiting(view);
        if (is_locked(session_)) return lock_screen(view);
        page_head(view);
        current_screen(view);
        page_foot(view);
        tell_risk(view);
        tell_draft(view);
        announce(view);
    }

  private:
    /// The browser's address changed: a link, the back button, or an address typed by hand.
    void take_route(View& view) {
        std::string route;
        if (!view.ui.route(route)) return;
        const bool first = session_.arrival && !session_.arrival->focus;
        Place wanted = place_of(route);
        if (wanted.screen == Screen::Vierge && find_form(pack_, wanted.id) == nullptr) wanted = {};
        const Way way = way_to(session_, wanted, today_);
        if (way.place.screen == Screen::RegistrePersonne) draft_person(*session_.desk, way.place.id);
        session_.go(way.place, false);
        if (!way.reason.empty()) session_.notice = view.say(way.reason);
        session_.arrival->focus = !first;
    }

    Pack pack_;
    Texts texts_;
    Date today_;
    Session session_;
};

} // namespace

void current_screen(View& view) {
    switch (view.session.place.screen) {
    case Screen::Accueil:
        return accueil(view);
    case Screen::Saisie:
        return saisie(view);
    case Screen::Relecture:
        return relecture(view);
    case Screen::Signature:
        return signature(view);
    case Screen::Destinataires:
        return destinataires(view);
    case Screen::Scellement:
        return scellement(view);
    case Screen::Termine:
        return termine(view);
    case Screen::Ouvrir:
        return ouvrir(view);
    case Screen::Lecture:
        return lecture(view);
    case Screen::Registre:
        return registre(view);
    case Screen::RegistrePersonne:
        return registre_personne(view);
    case Screen::RegistreImporter:
        return registre_importer(view);
    case Screen::RegistreSceller:
        return registre_sceller(view);
    case Screen::RegistreReunir:
        return registre_reunir(view);
    case Screen::RegistreActes:
        return registre_actes(view);
    case Screen::RegistreActesSceller:
        return registre_actes_sceller(view);
    case Screen::Assistant:
        return assistant(view);
    case Screen::MaCarte:
        return ma_carte(view);
    case Screen::Echeances:
        return echeances(view);
    case Screen::Vierge:
        return vierge(view);
    case Screen::MesCles:
        return mes_cles(view);
    case Screen::Brouillons:
        return brouillons(view);
    case Screen::Aide:
        return aide(view);
    case Screen::Accessibilite:
        return accessibilite(view);
    case Screen::Donnees:
        return donnees_personnelles(view);
    case Screen::APropos:
        return a_propos(view);
    }
}

Result<std::unique_ptr<semantics::Application>> create_application(std::string_view pack_bundle, std::string_view texts,
                                                                   const Date& today, Catalogue catalogue) {
    Result<Pack> pack = load_pack(pack_bundle);
    if (!pack) return pack.error();
    Result<Texts> sentences = load_texts(texts);
    if (!sentences) return sentences.error();
    std::unique_ptr<semantics::Application> page =
        std::make_unique<Page>(std::move(pack).value(), std::move(sentences).value(), catalogue, today);
    return page;
}

} // namespace pli::ui
