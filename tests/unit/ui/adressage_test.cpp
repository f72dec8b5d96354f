// Roles on the screens: who the sender is, and to whom the fiche may go.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string role_field(const std::string& recipient) { return "cle-" + fingerprint_of(recipient) + "-role"; }

TEST(Adressage, TheSenderSaysWhoHeIsWhereSeveralMaySend) {
    Visitor visitor;
    visitor.click("fiche-liaison-ag-tacite");
    visitor.click("suivant");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.property("vous-etes", "error"), HasSubstr("qui vous êtes"));
    visitor.click("bilan-lien-vous-etes");
    EXPECT_EQ(visitor.focused(), "vous-etes");
    visitor.pick("vous-etes", "slai");
    EXPECT_THAT(visitor.property("vous-etes", "error"), IsEmpty());
    visitor.fill_agents();
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Suivi");
}

TEST(Adressage, WithoutARoleNoLaterStepIsReached) {
    Visitor visitor;
    visitor.click("fiche-liaison-ag-tacite");
    visitor.visit("#/saisie/2");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
}

TEST(Adressage, WhereOnlyOneMaySendNothingIsAsked) {
    Visitor visitor;
    visitor.start_fiche("outils-demande-acces");
    EXPECT_FALSE(visitor.shows("vous-etes"));
}

TEST(Adressage, EachKeyNeedsTheRoleOfItsHolder) {
    Visitor visitor;
    visitor.fill_to_recipients();
    EXPECT_THAT(visitor.label("regle-adressage"), HasSubstr("SLAI"));
    visitor.add_key("age1exemple", "x25519", "");
    visitor.click("sceller");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.property(role_field("age1exemple"), "error"), HasSubstr("Choisissez le rôle"));
    visitor.click("bilan-lien-" + role_field("age1exemple"));
    EXPECT_EQ(visitor.focused(), role_field("age1exemple"));
    visitor.write(role_field("age1exemple"), "slai");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("recipients").at(0).at("role"), "slai");
    EXPECT_EQ(visitor.effect("seal").at("role"), "conseiller-france-travail");
}

TEST(Adressage, AForbiddenRecipientIsRefusedWithTheReason) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.add_key("age1autre", "x25519", "rgc");
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 0);
    EXPECT_THAT(visitor.property(role_field("age1autre"), "error"), HasSubstr("ne peut pas lui être adressée"));
    EXPECT_THAT(visitor.property(role_field("age1autre"), "error"), HasSubstr("2.2.b"));
    EXPECT_THAT(visitor.property(role_field("age1exemple"), "error"), IsEmpty());
}

TEST(Adressage, AMissingRecipientIsAskedFor) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple", "x25519", "referent-social");
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 0);
    EXPECT_THAT(visitor.property("cles-collees", "error"), HasSubstr("Il manque un destinataire"));
    EXPECT_THAT(visitor.label("bilan-lien-cles-collees"), HasSubstr("SLAI"));
}

TEST(Echeances, AreShownBeforeAndAfterSealingAndGoIntoAnAgenda) {
    Visitor visitor;
    visitor.fill_saisie();
    EXPECT_THAT(visitor.label("echeance-entree"), HasSubstr("au plus tard le 13/12/2026"));
    EXPECT_THAT(visitor.label("echeance-entree"), HasSubstr("2.2.b"));
    Visitor sealed;
    sealed.seal_with_key();
    EXPECT_THAT(sealed.label("echeance-terme-6-mois"), HasSubstr("22/05/2027"));
    sealed.click("agenda");
    const nlohmann::json calendar = sealed.effect("calendar");
    EXPECT_EQ(calendar.at("name"), "echeances_2026-11-22.ics");
    EXPECT_THAT(calendar.at("content").get<std::string>(), HasSubstr("DTSTART;VALUE=DATE:20261213\r\n"));
    EXPECT_THAT(calendar.at("content").get<std::string>(), testing::Not(HasSubstr("Lef")));
}

TEST(Echeances, ThatAreOverAreFlagged) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("date", "01/10/2026");
    visitor.fill_agents();
    visitor.click("suivant");
    visitor.click("suivant");
    visitor.fill_identity();
    visitor.click("suivant");
    visitor.fill_situation();
    visitor.click("suivant");
    visitor.tick_option("freins", "logement");
    visitor.click("suivant");
    ASSERT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_THAT(visitor.label("a-verifier-echeance-entree"), HasSubstr("22/10/2026 est dépassée"));
}

} // namespace
} // namespace pli::ui
