// The forms of whoever manages accounts: what each branch asks for, and lists that are sealed unsigned.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;

class Designation : public testing::Test {
  protected:
    Designation() {
        visitor.click("fiche-rgc-designation");
        visitor.answer("organisme.structure", "Département d’Exemple");
        visitor.answer("organisme.adresse.ligne", "12 bis, rue de l’Église");
        visitor.answer("organisme.adresse.code-postal", "62000");
        visitor.answer("organisme.adresse.ville", "Arras");
        visitor.answer("organisme.code-safir", "00456");
        visitor.answer("organisme.representant.nom", "Exemple");
        visitor.answer("organisme.representant.prenom", "Dominique");
        visitor.click("suivant");
        visitor.answer("rgc.nom", "Exemple");
        visitor.answer("rgc.prenom", "Camille");
        visitor.answer("rgc.fonction", "Chargée de mission");
        visitor.answer("rgc.telephone", "03 53 01 23 45");
        visitor.answer("rgc.mail", "camille@exemple.fr");
        visitor.answer("rgc.naissance", "07/03/1985");
        visitor.click("suivant");
    }
    Visitor visitor;
};

TEST_F(Designation, OfANewOneAsksWhatWasHandedOver) {
    EXPECT_EQ(visitor.title(), "Nomination ou révocation");
    EXPECT_EQ(visitor.value("decision.effet"), "") << "not today by itself";
    visitor.choose("decision.sens", "nomination");
    visitor.choose("decision.convention", "plateforme-formation");
    EXPECT_TRUE(visitor.asks("decision.nomination.modalites-acces"));
    EXPECT_TRUE(visitor.asks("decision.nomination.role-obligations"));
    EXPECT_FALSE(visitor.asks("decision.nomination.conditions-generales"));
    EXPECT_FALSE(visitor.asks("decision.revocation.motif"));
    visitor.choose("decision.convention", "outils-communs");
    EXPECT_FALSE(visitor.asks("decision.nomination.role-obligations"));
    visitor.answer("decision.effet", "01/12/2026");
    visitor.tick("decision.nomination.permanent");
    visitor.click("suivant");
    EXPECT_THAT(visitor.error("decision.nomination.conditions-generales"), HasSubstr("conditions générales"));
    visitor.tick("decision.nomination.conditions-generales");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Relire la fiche");
    visitor.click("suivant");
    EXPECT_EQ(visitor.value("signature.date"), "22/11/2026");
}

TEST_F(Designation, ThatEndsAsksWhyAndSinceWhenItIsKnown) {
    visitor.choose("decision.sens", "revocation");
    visitor.choose("decision.convention", "outils-communs");
    EXPECT_FALSE(visitor.asks("decision.nomination.permanent"));
    EXPECT_THAT(visitor.hint("decision.revocation.connue"), HasSubstr("8 jours"));
    visitor.answer("decision.effet", "30/11/2026");
    visitor.choose("decision.revocation.motif", "depart");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Nomination ou révocation") << "the day is needed";
    visitor.answer("decision.revocation.connue", "20/11/2026");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Relire la fiche");
}

TEST(Withdrawal, IsASuspensionForInactivityOnly) {
    Visitor visitor;
    visitor.click("fiche-habilitation-retrait");
    visitor.answer("partenaire.structure", "Département d’Exemple");
    visitor.answer("utilisateur.nom", "Exemple");
    visitor.answer("utilisateur.prenom", "Claude");
    visitor.answer("utilisateur.mail", "claude@exemple.fr");
    visitor.click("suivant");
    EXPECT_FALSE(visitor.asks("retrait.inactivite"));
    visitor.choose("retrait.nature", "suspension");
    EXPECT_TRUE(visitor.asks("retrait.inactivite"));
    EXPECT_FALSE(visitor.asks("retrait.motif"));
    visitor.choose("retrait.nature", "suppression");
    EXPECT_FALSE(visitor.asks("retrait.inactivite"));
    for (const std::string motive : {"depart", "changement-fonctions", "absence-prolongee", "non-respect"})
        EXPECT_TRUE(visitor.shows("reponse-retrait.motif-" + motive)) << motive;
}

void fill_contact(Visitor& visitor, const std::string& name) {
    visitor.answer("correspondants." + name + ".nom", "Exemple");
    visitor.answer("correspondants." + name + ".prenom", "Claude");
    visitor.answer("correspondants." + name + ".mail", "claude@exemple.fr");
    visitor.answer("correspondants." + name + ".telephone", "03 53 01 23 45");
}

class Contacts : public testing::Test {
  protected:
    Contacts() {
        visitor.click("fiche-correspondants");
        visitor.answer("profil.structure", "Département d’Exemple");
    }
    Visitor visitor;
};

TEST_F(Contacts, AreThoseOfTheConvention) {
    visitor.choose("profil.convention", "outils-partenaire");
    EXPECT_FALSE(visitor.asks("profil.partie")) << "its annex has one party";
    visitor.click("suivant");
    EXPECT_TRUE(visitor.asks("correspondants.partenaire.si.nom"));
    EXPECT_FALSE(visitor.asks("correspondants.partenaire.editeur.societe"));
    visitor.choose("correspondants.partenaire.avec-editeur", "oui");
    EXPECT_TRUE(visitor.asks("correspondants.partenaire.editeur.societe"));
    EXPECT_FALSE(visitor.asks("correspondants.gouvernance.nom"));
    visitor.visit("#/saisie/1");
    visitor.choose("profil.convention", "outils-france-travail");
    visitor.click("suivant");
    EXPECT_TRUE(visitor.asks("correspondants.france-travail.rssi-national.nom"));
    EXPECT_FALSE(visitor.asks("correspondants.partenaire.si.nom"));
}

TEST_F(Contacts, AreSealedWithoutASignature) {
    visitor.choose("profil.convention", "ouiform");
    visitor.choose("profil.partie", "partenaire");
    visitor.click("suivant");
    EXPECT_FALSE(visitor.asks("correspondants.securite.nom"));
    for (const std::string name : {"gouvernance", "suivi", "dpd"}) fill_contact(visitor, name);
    visitor.click("suivant");
    ASSERT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_EQ(visitor.label("suivant"), "Choisir les destinataires");
    visitor.visit("#/signature");
    EXPECT_EQ(visitor.title(), "Choisir qui pourra ouvrir le fichier") << "there is nothing to sign";
    EXPECT_EQ(visitor.label("precedent"), "Revenir à la relecture");
    visitor.click("precedent");
    EXPECT_EQ(visitor.title(), "Relire la fiche");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Choisir qui pourra ouvrir le fichier");
}

} // namespace
} // namespace pli::ui
