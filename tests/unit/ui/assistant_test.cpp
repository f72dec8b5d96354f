// Finding the right fiche: the questions, the answer, and the way to the form from wherever the user is.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

void answer_eligible(Visitor& visitor) {
    visitor.choose("inscrit", "oui");
    visitor.choose("freins-sociaux", "non-bloquants");
    visitor.choose("volontaire", "oui");
}

void conclude_tacit(Visitor& visitor) {
    answer_eligible(visitor);
    visitor.choose("detection", "conseiller-ft");
    visitor.choose("allocataire", "non");
    visitor.click("conclure");
}

TEST(Assistant, LeadsFromHomeToTheFicheWithWhatWasAnswered) {
    Visitor visitor;
    visitor.click("assistant-ouvrir");
    EXPECT_EQ(visitor.route(), "#/assistant");
    EXPECT_EQ(visitor.focused(), "titre/assistant");
    EXPECT_FALSE(visitor.asks("detection")) << "only once the person may enter at all";
    conclude_tacit(visitor);
    EXPECT_EQ(visitor.focused(), "conclusion-titre");
    EXPECT_THAT(visitor.label("conclusion-titre"), HasSubstr("accord tacite"));
    EXPECT_THAT(visitor.label("conclusion-motif"), HasSubstr("non allocataire du RSA"));
    EXPECT_THAT(visitor.label("conclusion-article"), HasSubstr("2.2.b"));

    visitor.click("conclusion-commencer");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    visitor.pick("vous-etes", "conseiller-france-travail");
    visitor.fill_agents();
    visitor.click("suivant");
    visitor.click("suivant");
    visitor.fill_identity();
    visitor.click("suivant");
    EXPECT_TRUE(visitor.checked("reponse-demandeur.brsa-non"));
}

TEST(Assistant, AsksForWhatIsMissing) {
    Visitor visitor("#/assistant");
    visitor.click("conclure");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.error("inscrit"), Not(IsEmpty()));
    EXPECT_FALSE(visitor.shows("conclusion"));
}

TEST(Assistant, SaysWhyNoFicheIsRight) {
    Visitor visitor("#/assistant");
    visitor.choose("inscrit", "oui");
    visitor.choose("freins-sociaux", "bloquants");
    visitor.choose("volontaire", "oui");
    visitor.click("conclure");
    EXPECT_THAT(visitor.label("conclusion-motif"), HasSubstr("accompagnement social exclusif"));
    EXPECT_FALSE(visitor.shows("conclusion-commencer"));
}

TEST(Assistant, AnswersAgainWhenAnAnswerChanges) {
    Visitor visitor("#/assistant");
    conclude_tacit(visitor);
    visitor.choose("volontaire", "non");
    EXPECT_FALSE(visitor.shows("conclusion"));
    visitor.click("conclure");
    EXPECT_THAT(visitor.label("conclusion-motif"), HasSubstr("volontariat"));
}

TEST(Assistant, SearchesTheJobByCodeAndTitle) {
    Visitor visitor("#/assistant");
    answer_eligible(visitor);
    visitor.choose("detection", "slai");
    EXPECT_THAT(visitor.label("reponse-metier-nombre"), HasSubstr("22 choix")) << "too many to read";
    visitor.write("reponse-metier-recherche", "CUISINIER");
    EXPECT_THAT(visitor.label("reponse-metier-nombre"), HasSubstr("2 choix"));
    EXPECT_TRUE(visitor.shows("reponse-metier-g1602"));
    EXPECT_FALSE(visitor.shows("reponse-metier-j1501"));
    EXPECT_TRUE(visitor.shows("reponse-metier-hors-liste"));
    visitor.choose("metier", "g1602");

    visitor.write("reponse-metier-recherche", "notaire");
    EXPECT_THAT(visitor.label("reponse-metier-nombre"), HasSubstr("0 choix"));
    EXPECT_TRUE(visitor.shows("reponse-metier-g1602")) << "what was chosen stays in sight";
    visitor.click("conclure");
    EXPECT_THAT(visitor.label("conclusion-motif"), HasSubstr("métier en tension"));
}

TEST(WrongFiche, IsToldAndLeftWithTheAnswersKept) {
    Visitor visitor("#/assistant");
    conclude_tacit(visitor);
    visitor.visit("#/");
    visitor.click("fiche-liaison-ag-bilaterale");
    EXPECT_THAT(visitor.label("conseil-fiche"), HasSubstr("accord tacite"));
    EXPECT_THAT(visitor.label("conclusion-motif"), HasSubstr("non allocataire du RSA"));
    visitor.fill_agents();
    visitor.click("suivant");
    EXPECT_TRUE(visitor.shows("conclusion-garde")) << "all will be kept";
    visitor.click("conclusion-changer");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_THAT(visitor.status(), HasSubstr("accord tacite"));
    EXPECT_EQ(visitor.value("agent-ft.agence"), "Arras Centre");
    EXPECT_FALSE(visitor.shows("conseil"));
}

TEST(WrongFiche, SaysWhatIsAskedAgain) {
    Visitor visitor("#/assistant");
    conclude_tacit(visitor);
    visitor.visit("#/");
    visitor.start_fiche("liaison-ag-bilaterale");
    visitor.fill_steps();
    visitor.tick("information.lecture");
    visitor.visit("#/saisie/1");
    EXPECT_TRUE(visitor.shows("conclusion-perdu-information.lecture"));
}

TEST(WrongFiche, MayBeKept) {
    Visitor visitor("#/assistant");
    conclude_tacit(visitor);
    visitor.visit("#/");
    visitor.click("fiche-liaison-ag-bilaterale");
    visitor.click("conseil-rester");
    EXPECT_FALSE(visitor.shows("conseil"));
    EXPECT_EQ(visitor.focused(), "bonne-fiche");
}

TEST(WrongFiche, IsFoundOutFromWithinTheFiche) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.fill_agents();
    EXPECT_EQ(visitor.property("bonne-fiche", "value"), "#/assistant");
    visitor.visit("#/assistant");
    answer_eligible(visitor);
    visitor.choose("detection", "autre");
    visitor.click("conclure");
    EXPECT_THAT(visitor.label("conclusion-titre"), HasSubstr("accord bilatéral"));
    visitor.click("conclusion-changer");
    EXPECT_EQ(visitor.value("agent-ft.agence"), "Arras Centre");
    EXPECT_THAT(visitor.label("etape"), HasSubstr("accord bilatéral"));
}

TEST(WrongFiche, ComingBackFromTheAssistantKeepsTheAnswers) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.fill_agents();
    visitor.visit("#/assistant");
    conclude_tacit(visitor);
    EXPECT_TRUE(visitor.shows("conclusion-deja"));
    visitor.click("reprendre");
    visitor.visit("#/saisie/1");
    EXPECT_EQ(visitor.value("agent-ft.agence"), "Arras Centre");
}

TEST(Assistant, ForgetsThePersonOnceTheirFicheIsSealed) {
    Visitor visitor("#/assistant");
    conclude_tacit(visitor);
    visitor.visit("#/");
    visitor.seal_with_key();
    visitor.visit("#/assistant");
    EXPECT_FALSE(visitor.checked("reponse-inscrit-oui"));
}

TEST(Assistant, IsOfItsTerritory) {
    Visitor visitor;
    visitor.pick("territoire", "nord");
    EXPECT_FALSE(visitor.shows("assistant-ouvrir"));
    visitor.click("fiche-liaison-nord-ag");
    EXPECT_FALSE(visitor.shows("bonne-fiche"));
    visitor.visit("#/assistant");
    EXPECT_TRUE(visitor.shows("aucun-assistant"));
}

TEST(Assistant, KnowsOnlyItsOwnForms) {
    Visitor visitor;
    visitor.click("fiche-outils-demande-acces");
    EXPECT_FALSE(visitor.shows("bonne-fiche"));
}

} // namespace
} // namespace pli::ui
