// Filling the fiche in: what is asked, when faults appear and disappear.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Saisie, StartsAtTheFirstStepWithTodayAsDate) {
    Visitor visitor;
    visitor.start_fiche();
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_THAT(visitor.tab(), HasSubstr("Étape 1 sur 5"));
    EXPECT_EQ(visitor.title(), "Agents");
    EXPECT_EQ(visitor.focused(), "titre/saisie/1");
    EXPECT_EQ(visitor.value("date"), "22/11/2026");
}

TEST(Saisie, SaysNothingWhileTypingAndSpeaksWhenTheFieldIsLeft) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.type("agent-ft.telephone", "06 12");
    EXPECT_THAT(visitor.error("agent-ft.telephone"), IsEmpty());
    visitor.answer("agent-ft.telephone", "06 12 34");
    EXPECT_THAT(visitor.error("agent-ft.telephone"), HasSubstr("10\u00a0chiffres"));
    EXPECT_THAT(visitor.error("agent-ft.telephone"), HasSubstr("Exemple"));
}

TEST(Saisie, AFaultThatIsShownGoesAsSoonAsItIsMended) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "M4rtin");
    EXPECT_THAT(visitor.error("agent-ft.nom"), HasSubstr("chiffre"));
    visitor.type("agent-ft.nom", "Martin");
    EXPECT_THAT(visitor.error("agent-ft.nom"), IsEmpty());
    visitor.type("agent-ft.nom", "Martin3");
    EXPECT_THAT(visitor.error("agent-ft.nom"), IsEmpty()) << "typing again: not before the field is left";
}

TEST(Saisie, LeavingAnEmptyFieldIsNoFault) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "");
    EXPECT_THAT(visitor.error("agent-ft.nom"), IsEmpty());
}

TEST(Saisie, ARefusedStepShowsASummaryThatLinksToEachField) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.fill_agents();
    visitor.answer("agent-cd.nom", "");
    visitor.answer("agent-cd.mail", "a@b");
    visitor.click("suivant");

    EXPECT_EQ(visitor.title(), "Agents");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.label("bilan-titre"), HasSubstr("2 réponses"));
    EXPECT_THAT(visitor.label("bilan-lien-reponse-agent-cd.nom"), HasSubstr("CONSEIL DEPARTEMENTAL (SLAI)"));
    EXPECT_THAT(visitor.error("agent-cd.nom"), HasSubstr("Nom"));

    visitor.click("bilan-lien-reponse-agent-cd.mail");
    EXPECT_EQ(visitor.focused(), "reponse-agent-cd.mail");
    visitor.answer("agent-cd.mail", "a@b.fr");
    visitor.answer("agent-cd.nom", "Exemple");
    EXPECT_FALSE(visitor.shows("bilan"));
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Suivi");
}

TEST(Saisie, TheFieldsOfTheTickedReferentOnlyAreShown) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.fill_agents();
    visitor.click("suivant");
    EXPECT_FALSE(visitor.asks("suivi.referent-cd.nom"));
    EXPECT_TRUE(visitor.checked("reponse-suivi.choix-")) << "not named yet";

    visitor.choose("suivi.choix", "referent-mandate");
    EXPECT_FALSE(visitor.asks("suivi.referent-cd.nom"));
    EXPECT_TRUE(visitor.asks("suivi.referent-mandate.structure"));
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Suivi") << "once ticked, its fields are required";

    visitor.choose("suivi.choix", "");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Identité");
}

class Identite : public testing::Test {
  protected:
    Identite() {
        visitor.start_fiche();
        visitor.fill_agents();
        visitor.click("suivant");
        visitor.click("suivant");
    }
    Visitor visitor;
};

TEST_F(Identite, TheMailIsAskedForWithConsentOnly) {
    EXPECT_FALSE(visitor.asks("demandeur.mail"));
    visitor.tick("demandeur.mail-accord");
    EXPECT_TRUE(visitor.asks("demandeur.mail"));
    visitor.answer("demandeur.mail", "contact@courriel.exemple.fr");
    visitor.tick("demandeur.mail-accord", false);
    EXPECT_FALSE(visitor.asks("demandeur.mail"));

    visitor.fill_identity();
    visitor.click("suivant");
    visitor.fill_situation();
    visitor.click("suivant");
    visitor.click("suivant");
    ASSERT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_THAT(visitor.text(), Not(HasSubstr("courriel.exemple.fr")));
}

TEST_F(Identite, OptionalFieldsSayItAndOthersAreRequired) {
    EXPECT_THAT(visitor.label("reponse-demandeur.telephone"), HasSubstr("(optionnel)"));
    EXPECT_THAT(visitor.label("reponse-demandeur.nom"), Not(HasSubstr("(optionnel)")));
    EXPECT_EQ(visitor.property("reponse-demandeur.telephone", "inputmode"), "tel");
}

TEST_F(Identite, NoFieldTakesWhatAFicheNeverHolds) {
    const std::pair<std::string, std::string> refused[] = {
        {"185073306399971", "NIR"},
        {"FR76 3000 6000 0112 3456 7890 189", "IBAN"},
        {"rue du Port 450 €", "montant"},
        {"www.exemple.fr", "adresse web"},
    };
    for (const auto& [text, reason] : refused) {
        visitor.answer("demandeur.adresse.ligne", text);
        EXPECT_THAT(visitor.error("demandeur.adresse.ligne"), HasSubstr(reason)) << text;
    }
    visitor.answer("demandeur.adresse.ligne", "450 avenue de l’Europe");
    EXPECT_THAT(visitor.error("demandeur.adresse.ligne"), IsEmpty());
}

TEST_F(Identite, AWarningStopsNothing) {
    visitor.fill_identity();
    visitor.answer("demandeur.naissance", "01/02/2015");
    EXPECT_THAT(visitor.hint("demandeur.naissance"), HasSubstr("16"));
    EXPECT_THAT(visitor.error("demandeur.naissance"), IsEmpty());
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Situation");
}

TEST_F(Identite, AnImpossibleDayIsNamed) {
    visitor.answer("demandeur.naissance", "30/02/1990");
    EXPECT_THAT(visitor.error("demandeur.naissance"), HasSubstr("30/02/1990"));
}

TEST_F(Identite, GoingBackKeepsWhatWasTyped) {
    visitor.answer("demandeur.nom", "Lefèvre-Dupré");
    visitor.visit("#/saisie/1");
    EXPECT_EQ(visitor.title(), "Agents");
    EXPECT_EQ(visitor.value("agent-ft.agence"), "Arras Centre");
    visitor.visit("#/saisie/3");
    EXPECT_EQ(visitor.value("demandeur.nom"), "Lefèvre-Dupré");
}

TEST(Saisie, ErasingAsksFirst) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "Exemple");
    visitor.click("abandonner");
    EXPECT_EQ(visitor.focused(), "question-garder");
    visitor.click("question-garder");
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_EQ(visitor.asked_for("erase"), 0);

    visitor.click("abandonner");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("erase"), 1);
    EXPECT_EQ(visitor.route(), "#/");
    visitor.start_fiche();
    EXPECT_THAT(visitor.value("agent-ft.nom"), IsEmpty());
}

TEST(Saisie, StartingAnotherFicheOverAnAnsweredOneAsksFirst) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "Exemple");
    visitor.visit("#/");
    EXPECT_TRUE(visitor.shows("reprendre"));
    visitor.start_fiche();
    EXPECT_EQ(visitor.focused(), "question-garder");
    visitor.click("question-garder");
    visitor.click("reprendre");
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
}

TEST(Saisie, WhatTheReceiverAloneFillsInIsOnNoScreenOfTheSender) {
    Visitor visitor;
    visitor.start_fiche("liaison-ag-bilaterale");
    visitor.fill_steps();
    EXPECT_EQ(visitor.route(), "#/relecture");
    EXPECT_THAT(visitor.text(), Not(HasSubstr("DECISION")));
    visitor.tick("information.lecture");
    visitor.tick("information.accord");
    visitor.click("suivant");
    EXPECT_EQ(visitor.route(), "#/signature");
    EXPECT_FALSE(visitor.asks("decision.entree"));
    visitor.answer("signature.lieu", "Arras");
    visitor.choose("signature.signature", "papier");
    visitor.click("suivant");
    EXPECT_EQ(visitor.route(), "#/destinataires");
}

} // namespace
} // namespace pli::ui
