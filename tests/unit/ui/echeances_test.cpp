// The screen of dates that come back and of limits that run from an event.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* address = "#/echeances";

void tell_breach(Visitor& visitor, const std::string& day, const std::string& time) {
    visitor.choose("evenement", "violation");
    visitor.answer("constate-le", day);
    visitor.answer("constate-a", time);
    visitor.click("calculer");
}

TEST(Echeances, AreReachedFromHomeAndFromTheFoot) {
    Visitor visitor;
    visitor.click("voir-echeances");
    EXPECT_EQ(visitor.route(), address);
    EXPECT_EQ(visitor.title(), "Échéances");
    EXPECT_EQ(visitor.property("pied-echeances", "value"), address);
}

TEST(Echeances, WaitForATerritory) {
    Visitor visitor(address, "");
    EXPECT_TRUE(visitor.shows("choisir-territoire"));
    EXPECT_FALSE(visitor.shows("calculer"));
    visitor.visit("#/");
    EXPECT_FALSE(visitor.shows("voir-echeances"));
}

TEST(Echeances, ShowTheDatesThatComeBackWithTheirRule) {
    Visitor visitor(address);
    EXPECT_THAT(visitor.label("echeance-stock-cgpe"),
                AllOf(HasSubstr("18/12/2026 à 17\u00a0h\u00a000"), HasSubstr("article 4.2")));
    EXPECT_THAT(visitor.label("echeance-pecgm"), HasSubstr("à partir du 14/12/2026"));
    EXPECT_THAT(visitor.label("echeance-liste-annuelle"), HasSubstr("entre le 01/03/2027 et le 30/04/2027"));
    visitor.click("agenda-dates");
    const std::string file = visitor.effect("calendar").at("content");
    EXPECT_THAT(file, AllOf(HasSubstr("DTSTART:20261218T160000Z\r\n"), HasSubstr("DTSTART;VALUE=DATE:20270301\r\n")));
    EXPECT_THAT(visitor.status(), Not(IsEmpty()));
}

TEST(Echeances, AreThoseOfTheTerritory) {
    Visitor visitor(address, "nord");
    EXPECT_FALSE(visitor.shows("dates"));
    tell_breach(visitor, "20/11/2026", "14:30");
    EXPECT_THAT(visitor.label("echeance-information-ouiform"), HasSubstr("OuiForm"));
    EXPECT_FALSE(visitor.shows("echeance-information-plateforme"));
    visitor.visit("#/");
    visitor.choose_territory("pas-de-calais");
    visitor.visit(address);
    EXPECT_FALSE(visitor.shows("delais")) << "what was told belonged to the other one";
    EXPECT_FALSE(visitor.asks("constate-le"));
}

TEST(Echeances, AreReckonedFromTheDayAndHourOfAnEvent) {
    Visitor visitor(address);
    tell_breach(visitor, "22/11/2026", "14 h 30");
    EXPECT_EQ(visitor.focused(), "delais-titre");
    EXPECT_THAT(visitor.label("echeance-information-plateforme"),
                AllOf(HasSubstr("au plus tard le 24/11/2026 à 2\u00a0h\u00a030"), HasSubstr("36 heures")));
    EXPECT_THAT(visitor.label("echeance-information-outils"), HasSubstr("24/11/2026 à 14\u00a0h\u00a030"));
    EXPECT_FALSE(visitor.shows("calculer"));
    visitor.click("agenda");
    const std::string file = visitor.effect("calendar").at("content");
    EXPECT_EQ(visitor.effect("calendar").at("name"), "echeances_2026-11-22.ics");
    EXPECT_THAT(file, AllOf(HasSubstr("DTSTART:20261124T013000Z\r\n"), HasSubstr("DTSTART:20261124T133000Z\r\n")));
    EXPECT_THAT(file, Not(HasSubstr("20261218"))) << "the other dates have their own button";
    visitor.answer("constate-a", "15:00");
    EXPECT_FALSE(visitor.shows("delais")) << "what is shown is never of another hour";
}

TEST(Echeances, SayThatALimitIsOver) {
    Visitor visitor(address);
    visitor.choose("evenement", "fin-rgc");
    visitor.answer("connu-le", "13/11/2026");
    visitor.click("calculer");
    EXPECT_THAT(visitor.label("echeance-fin-rgc-outils"), HasSubstr("l’échéance du 21/11/2026 est dépassée"));
}

TEST(Echeances, SayTheHourOfALimitThatIsOver) {
    Visitor visitor(address);
    tell_breach(visitor, "19/11/2026", "14:05");
    EXPECT_THAT(visitor.label("echeance-information-plateforme"),
                HasSubstr("l’échéance du 21/11/2026 à 2\u00a0h\u00a005 est dépassée"));
}

TEST(Echeances, AreNotReckonedFromWhatCannotBeRead) {
    Visitor visitor(address);
    visitor.click("calculer");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.error("evenement"), Not(IsEmpty()));
    tell_breach(visitor, "31/02/2026", "25:00");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.error("constate-le"), HasSubstr("n’existe pas"));
    EXPECT_THAT(visitor.error("constate-a"), AllOf(HasSubstr("n’est pas une heure lisible"), HasSubstr("9 h 05")));
    EXPECT_FALSE(visitor.shows("delais"));
}

TEST(Echeances, KeepNothing) {
    Visitor visitor(address);
    const int remembered = visitor.asked_for("remember");
    tell_breach(visitor, "22/11/2026", "14:30");
    EXPECT_EQ(visitor.asked_for("remember"), remembered);
    EXPECT_EQ(visitor.asked_for("keep-card"), 0);
}

} // namespace
} // namespace pli::ui
