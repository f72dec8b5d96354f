// Addresses: every screen has one, and none is reached before its time.
#include "ui/application.hpp"
#include "ui/routes.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>
#include <set>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

TEST(Routes, EveryScreenHasAnAddressOfItsOwn) {
    std::set<std::string> routes;
    for (int screen = 0; screen <= static_cast<int>(Screen::APropos); ++screen) {
        const Place place{static_cast<Screen>(screen), screen == static_cast<int>(Screen::Saisie) ? 2 : 0};
        const std::string route = route_of(place);
        EXPECT_EQ(place_of(route), place) << route;
        EXPECT_TRUE(routes.insert(route).second) << route;
    }
}

TEST(Routes, AnUnknownAddressIsHome) {
    for (const std::string_view route : {"", "#", "#/nulle-part", "/saisie", "#saisie", "#/saisie2", "#/../etc"})
        EXPECT_EQ(place_of(route), Place{}) << route;
    for (const std::string_view route :
         {"#/saisie", "#/saisie/", "#/saisie/0", "#/saisie/-3", "#/saisie/x", "#/saisie/99999999999999999999"})
        EXPECT_EQ(place_of(route), (Place{Screen::Saisie, 0})) << route;
}

TEST(Routes, WithoutAFicheTheJourneyStartsAtHome) {
    for (const std::string route :
         {"#/saisie/1", "#/relecture", "#/signature", "#/destinataires", "#/scellement", "#/termine"}) {
        Visitor visitor(route);
        EXPECT_EQ(visitor.route(), "#/") << route;
        EXPECT_THAT(visitor.status(), HasSubstr("Aucune fiche n’est en cours")) << route;
    }
}

TEST(Routes, AnAddressTypedByHandLeadsToTheFirstUnfinishedScreen) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.visit("#/scellement");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_THAT(visitor.status(), HasSubstr("Il reste des réponses"));
    visitor.fill_agents();
    visitor.visit("#/saisie/42");
    EXPECT_EQ(visitor.route(), "#/saisie/3");

    Visitor further;
    further.fill_saisie();
    further.visit("#/signature");
    EXPECT_EQ(further.route(), "#/relecture");
    EXPECT_THAT(further.status(), HasSubstr("Relisez"));
    further.visit("#/saisie/2");
    EXPECT_EQ(further.title(), "Suivi");
}

TEST(Routes, WhileSealingTheJourneyWaits) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    visitor.visit("#/saisie/1");
    EXPECT_EQ(visitor.route(), "#/scellement");
    visitor.visit("#/aide");
    EXPECT_EQ(visitor.title(), "Aide") << "reading the help disturbs nothing";
}

TEST(Routes, TheAddressIsCorrectedWithoutANewEntryInTheHistory) {
    Visitor visitor;
    EXPECT_EQ(visitor.effect("screen").at("push"), false);
    visitor.start_fiche();
    EXPECT_EQ(visitor.effect("screen").at("push"), true);
    visitor.visit("#/termine");
    EXPECT_EQ(visitor.effect("screen").at("push"), false);
}

TEST(Routes, TheFirstScreenLeavesTheFocusToTheBrowser) {
    Visitor visitor("#/aide");
    EXPECT_THAT(visitor.focused(), IsEmpty());
    visitor.visit("#/a-propos");
    EXPECT_EQ(visitor.focused(), "titre/a-propos");
}

TEST(Screens, HaveOneTitleAndOnlyWordsOfTheCatalogue) {
    for (const std::string route :
         {"#/", "#/ouvrir", "#/aide", "#/accessibilite", "#/donnees-personnelles", "#/a-propos"}) {
        Visitor visitor(route);
        EXPECT_THAT(visitor.title(), Not(IsEmpty())) << route;
        EXPECT_THAT(visitor.tab(), HasSubstr(visitor.title())) << route;
        EXPECT_THAT(visitor.text(), Not(HasSubstr("{"))) << route;
    }
}

TEST(Application, RefusesABrokenPackOrCatalogue) {
    const auto without_pack = create_application("{}", shipped_texts(), test_day);
    ASSERT_FALSE(without_pack);
    EXPECT_THAT(without_pack.error().code, MatchesRegex("pack\\..*"));
    const auto without_texts = create_application(shipped_pack(), "{\"a\": 1}", test_day);
    ASSERT_FALSE(without_texts);
    EXPECT_EQ(without_texts.error().code, "texts.wrong-type");
}

} // namespace
} // namespace pli::ui
