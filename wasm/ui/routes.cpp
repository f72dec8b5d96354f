#include "ui/routes.hpp"

#include "ui/annuaire.hpp"
#include "ui/roles.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pli::ui {

namespace {

struct Address {
    Screen screen;
    std::string_view path;
};

constexpr std::array addresses = {
    Address{Screen::Accueil, ""},
    Address{Screen::Saisie, "saisie"},
    Address{Screen::Relecture, "relecture"},
    Address{Screen::Signature, "signature"},
    Address{Screen::Destinataires, "destinataires"},
    Address{Screen::Scellement, "scellement"},
    Address{Screen::Termine, "termine"},
    Address{Screen::Ouvrir, "ouvrir"},
    Address{Screen::Lecture, "lecture"},
    Address{Screen::Registre, "registre"},
    Address{Screen::RegistrePersonne, "registre/personne"},
    Address{Screen::RegistreImporter, "registre/importer"},
    Address{Screen::RegistreSceller, "registre/sceller"},
    Address{Screen::RegistreReunir, "registre/reunir"},
    Address{Screen::RegistreActes, "registre/actes"},
    Address{Screen::RegistreActesSceller, "registre/actes/sceller"},
    Address{Screen::Assistant, "assistant"},
    Address{Screen::MaCarte, "ma-carte"},
    Address{Screen::Echeances, "echeances"},
    Address{Screen::Vierge, "vierge"},
    Address{Screen::MesCles, "mes-cles"},
    Address{Screen::Suivi, "suivi"},
    Address{Screen::SuiviPli, "suivi/pli"},
    Address{Screen::CleCompromise, "cle-compromise"},
    Address{Screen::Brouillons, "brouillons"},
    Address{Screen::Annuaire, "annuaire"},
    Address{Screen::AnnuaireInscription, "annuaire/inscription"},
    Address{Screen::AnnuaireTenir, "annuaire/tenir"},
    Address{Screen::AnnuaireTenirInscription, "annuaire/tenir/inscription"},
    Address{Screen::Aide, "aide"},
    Address{Screen::Accessibilite, "accessibilite"},
    Address{Screen::Donnees, "donnees-personnelles"},
    Address{Screen::APropos, "a-propos"},
};

bool stage_done(const Session& session, Stage stage, const Date& today) {
    return !has_fault(check_stage(*session.form, session.answers, stage, today));
}

/// The journey of a fiche in order: each screen needs the ones before it.
Way way_through_journey(const Session& session, const Place& wanted, const Date& today) {
    if (session.sealing) return {{Screen::Scellement, 0}, "detour.scellement-en-cours"};
    if (session.sealed) return {{Screen::Termine, 0}, "detour.deja-scelle"};
    if (!session.form) return {{Screen::Accueil, 0}, "detour.pas-de-fiche"};

    const std::vector<const Step*> steps = steps_of(*session.form, Stage::Saisie);
    const int count = static_cast<int>(steps.size());
    const int before = wanted.screen == Screen::Saisie ? std::min(wanted.step, count - 1) : count;
    if (before > 0 && lacks_sender_role(session)) return {{Screen::Saisie, 0}, "detour.etape-incomplete"};
    for (int step = 0; step < before; ++step)
        if (has_fault(check_step(*session.form, session.answers, *steps[static_cast<std::size_t>(step)], today)))
            return {{Screen::Saisie, step}, "detour.etape-incomplete"};
    if (wanted.screen == Screen::Saisie) return {{Screen::Saisie, before}, {}};
    if (wanted.screen == Screen::Relecture) return {wanted, {}};
    if (!stage_done(session, Stage::Relecture, today)) return {{Screen::Relecture, 0}, "detour.relecture-incomplete"};
    if (wanted.screen == Screen::Signature && is_signed(*session.form)) return {wanted, {}};
    if (!stage_done(session, Stage::Signature, today)) return {{Screen::Signature, 0}, "detour.signature-incomplete"};
    if (wanted.screen == Screen::Destinataires) return {wanted, {}};
    if (wanted.screen == Screen::Signature) return {{Screen::Destinataires, 0}, {}};
    return {{Screen::Destinataires, 0}, "detour.rien-de-scelle"};
}

/// The screens of a register that is open.
Way way_into_register(const Session& session, const Place& wanted) {
    const bool is_person = wanted.screen == Screen::RegistrePersonne && !wanted.id.empty();
    if (session.desk && is_person && find_person(session.desk->content, wanted.id) == nullptr)
        return {{Screen::Registre, 0}, "detour.personne-absente"};
    if (session.sealing && session.desk && session.desk->is_sealing())
        return {{Screen::Scellement, 0}, "detour.scellement-en-cours"};
    if (!session.desk) return {{Screen::Registre, 0}, "detour.pas-de-registre"};
    if (wanted.screen == Screen::RegistreReunir && !session.desk->other)
        return {{Screen::Registre, 0}, "detour.une-seule-version"};
    if (wanted.screen == Screen::RegistreActes && !session.desk->acts.begun) return {{Screen::Registre, 0}, {}};
    if (wanted.screen == Screen::RegistreActesSceller && !session.desk->acts.can_be_sealed())
        return {{session.desk->acts.begun ? Screen::RegistreActes : Screen::Registre, 0}, "detour.actes-a-completer"};
    return {wanted, {}};
}

/// An entry of the directory that is loaded, or of the one that is being kept.
Way way_to_entry(const Session& session, const Place& wanted) {
    if (wanted.screen == Screen::AnnuaireInscription) {
        const LoadedDirectory* directory = directory_of(session, session.territory);
        if (directory != nullptr && find_entry(directory->content, wanted.id) != nullptr) return {wanted, {}};
        return {{Screen::Annuaire, 0}, "detour.pas-dans-l-annuaire"};
    }
    if (!session.directory.draft) return {{Screen::AnnuaireTenir, 0}, "detour.annuaire-non-tenu"};
    if (!wanted.id.empty() && find_entry(session.directory.draft->content, wanted.id) == nullptr)
        return {{Screen::AnnuaireTenir, 0}, "detour.inscription-absente"};
    return {wanted, {}};
}

} // namespace

std::string route_of(const Place& place) {
    std::string route = "#/";
    for (const Address& address : addresses)
        if (address.screen == place.screen) route += address.path;
    if (!place.id.empty()) route += "/" + place.id;
    if (place.screen == Screen::Saisie) route += "/" + std::to_string(place.step + 1);
    return route;
}

Place place_of(std::string_view route) {
    constexpr std::string_view start = "#/";
    if (!route.starts_with(start)) return {};
    route.remove_prefix(start.size());
    Place place;
    std::string_view rest;
    std::size_t longest = 0;
    for (const Address& address : addresses) {
        const bool fits = route.starts_with(address.path) &&
                          (route.size() == address.path.size() || route[address.path.size()] == '/');
        if (!fits || address.path.size() < longest || address.path.empty()) continue;
        longest = address.path.size();
        place.screen = address.screen;
        rest = route.substr(std::min(longest + 1, route.size()));
    }
    constexpr std::array with_id = {Screen::RegistrePersonne,         Screen::Vierge,   Screen::AnnuaireInscription,
                                    Screen::AnnuaireTenirInscription, Screen::SuiviPli, Screen::Brouillons};
    if (std::find(with_id.begin(), with_id.end(), place.screen) != with_id.end()) place.id = rest;
    if (place.screen == Screen::Saisie && !rest.empty()) {
        const std::string_view digits = rest;
        int number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ec == std::errc() && number > 0) place.step = number - 1;
    }
    return place;
}

Way way_to(const Session& session, const Place& wanted, const Date& today) {
    switch (wanted.screen) {
    case Screen::Saisie:
    case Screen::Relecture:
    case Screen::Signature:
    case Screen::Destinataires:
        return way_through_journey(session, wanted, today);
    case Screen::RegistrePersonne:
    case Screen::RegistreImporter:
    case Screen::RegistreSceller:
    case Screen::RegistreReunir:
    case Screen::RegistreActes:
    case Screen::RegistreActesSceller:
        return way_into_register(session, wanted);
    case Screen::Scellement:
        if (session.sealing) return {wanted, {}};
        return way_through_journey(session, wanted, today);
    case Screen::Termine:
        if (session.sealed && !session.sealing) return {wanted, {}};
        return way_through_journey(session, wanted, today);
    case Screen::Lecture:
        if (!session.opened) return {{Screen::Ouvrir, 0}, "detour.rien-ouvert"};
        return {wanted, {}};
    case Screen::AnnuaireInscription:
    case Screen::AnnuaireTenirInscription:
        return way_to_entry(session, wanted);
    case Screen::Accueil:
    case Screen::Annuaire:
    case Screen::AnnuaireTenir:
    case Screen::Registre:
    case Screen::Ouvrir:
    case Screen::Assistant:
    case Screen::MaCarte:
    case Screen::Echeances:
    case Screen::Vierge:
    case Screen::MesCles:
    case Screen::Suivi:
    case Screen::SuiviPli:
    case Screen::CleCompromise:
    case Screen::Brouillons:
    case Screen::Aide:
    case Screen::Accessibilite:
    case Screen::Donnees:
    case Screen::APropos:
        break;
    }
    return {wanted, {}};
}

} // namespace pli::ui
