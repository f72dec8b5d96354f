#include "ui/application.hpp"

#include "core/base/json.hpp"
#include "core/definition/pack.hpp"
#include "ui/annuaire.hpp"
#include "ui/drafts.hpp"
#include "ui/messages.hpp"
#include "ui/own_keys.hpp"
#include "ui/page.hpp"
#include "ui/registre.hpp"
#include "ui/routes.hpp"
#include "ui/screens.hpp"

#include <algorithm>
#include <iterator>

namespace pli::ui {

namespace {

/// There from the start.
constexpr ScreenDrawing first_screens[] = {{Screen::Accueil, accueil}, {Screen::Saisie, saisie}};

template <typename Screens> const ScreenDrawing* drawing_of(const Screens& screens, Screen screen) {
    const auto found = std::find_if(std::begin(screens), std::end(screens),
                                    [screen](const ScreenDrawing& each) { return each.screen == screen; });
    return found == std::end(screens) ? nullptr : &*found;
}

class Page final : public semantics::Application {
  public:
    Page(Pack pack, Texts texts, Catalogue catalogue, const Date& today)
        : pack_(std::move(pack)), texts_(std::move(texts)), today_(today) {
        session_.is_whole = catalogue == Catalogue::Whole;
        if (pack_.territories.size() == 1) session_.territory = &pack_.territories.front(); // nothing to choose
    }

    void build(semantics::Ui& ui) override {
        take_day(ui);
        View view{ui, session_, texts_, pack_, today_};
        take_messages(view);
        drop_expired_directory(view);
        take_route(view);
        if (!session_.is_whole && drawing_of(first_screens, session_.place.screen) == nullptr) return waiting(view);
        if (is_locked(session_)) return lock_screen(view);
        page_head(view);
        current_screen(view);
        page_foot(view);
        tell_risk(view);
        tell_draft(view);
        announce(view);
    }

  private:
    /// A page that stays open overnight: the shell tells each new day before anything else of that day.
    void take_day(semantics::Ui& ui) {
        std::string payload;
        while (ui.message("today", payload)) {
            const Result<Json> told = parse_json(payload);
            if (!told) continue;
            const Result<Date> day = parse_iso_date(text_member_or(told.value(), "day", ""));
            if (day) today_ = day.value();
        }
    }

    /// What was valid when it was loaded may not be so on the next day.
    void drop_expired_directory(View& view) const {
        auto& loaded = view.session.directory.loaded;
        if (!loaded || loaded->content.valid_until >= today_) return;
        const Error expired{"directory.expired", {}, {{"day", french_date(loaded->content.valid_until)}}};
        view.session.notice = view.texts.say_error(expired);
        loaded.reset();
    }

    /// The browser's address changed: a link, the back button, or an address typed by hand.
    void take_route(View& view) {
        std::string route;
        if (!view.ui.route(route)) return;
        const bool first = session_.arrival && !session_.arrival->focus;
        Place wanted = place_of(route);
        if (wanted.screen == Screen::Vierge && find_form(pack_, wanted.id) == nullptr) wanted = {};
        const Way way = way_to(session_, wanted, today_);
        if (way.place.screen == Screen::RegistrePersonne) draft_person(*session_.desk, way.place.id);
        if (way.place.screen == Screen::AnnuaireTenirInscription)
            draft_entry(*session_.directory.draft, way.place.id, today_);
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

/// Everything that only these and later_messages reach stays out of the first load (bridge/page.cmake).
const ScreenDrawing later_screens[] = {
    {Screen::Relecture, relecture},
    {Screen::Signature, signature},
    {Screen::Destinataires, destinataires},
    {Screen::Scellement, scellement},
    {Screen::Termine, termine},
    {Screen::Ouvrir, ouvrir},
    {Screen::Lecture, lecture},
    {Screen::Registre, registre},
    {Screen::RegistrePersonne, registre_personne},
    {Screen::RegistreImporter, registre_importer},
    {Screen::RegistreSceller, registre_sceller},
    {Screen::RegistreReunir, registre_reunir},
    {Screen::RegistreActes, registre_actes},
    {Screen::RegistreActesSceller, registre_actes_sceller},
    {Screen::Assistant, assistant},
    {Screen::MaCarte, ma_carte},
    {Screen::Echeances, echeances},
    {Screen::Vierge, vierge},
    {Screen::MesCles, mes_cles},
    {Screen::Suivi, mes_plis},
    {Screen::SuiviPli, suivi_pli},
    {Screen::CleCompromise, cle_compromise},
    {Screen::Brouillons, brouillons},
    {Screen::Annuaire, annuaire},
    {Screen::AnnuaireInscription, annuaire_inscription},
    {Screen::AnnuaireTenir, annuaire_tenir},
    {Screen::AnnuaireTenirInscription, annuaire_tenir_inscription},
    {Screen::Aide, aide},
    {Screen::Accessibilite, accessibilite},
    {Screen::Donnees, donnees_personnelles},
    {Screen::APropos, a_propos},
};
const std::size_t later_screens_count = std::size(later_screens);

void current_screen(View& view) {
    const Screen screen = view.session.place.screen;
    const ScreenDrawing* drawing = drawing_of(first_screens, screen);
    if (drawing == nullptr) drawing = drawing_of(later_screens, screen);
    if (drawing != nullptr) drawing->draw(view);
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
