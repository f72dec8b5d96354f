// Tick boxes that depend on each other, and the recap of what they ask for, in the demand for access.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Demand : public testing::Test {
  protected:
    Demand() {
        visitor.start_fiche("outils-demande-acces");
        visitor.answer("partenaire.structure", "Département d’Exemple");
        visitor.answer("partenaire.signataire.nom", "Exemple");
        visitor.answer("partenaire.signataire.prenom", "Camille");
        visitor.answer("partenaire.signataire.fonction", "Directrice");
        visitor.click("suivant");
    }

    static std::string key(const std::string& path, const std::string& option) {
        return "reponse-" + path + "-" + option;
    }
    bool ticked(const std::string& path, const std::string& option) { return visitor.checked(key(path, option)); }
    bool disabled(const std::string& path, const std::string& option) {
        return visitor.flag(key(path, option), "disabled");
    }
    std::string told(const std::string& path, const std::string& option) {
        return visitor.property(key(path, option), "hint");
    }

    void next(int steps) {
        for (int step = 0; step < steps; ++step) visitor.click("suivant");
    }

    Visitor visitor;
};

TEST_F(Demand, ShowsOptionsUnderTheHeadingsOfTheAct) {
    EXPECT_EQ(visitor.title(), "A/ Données de l’utilisateur");
    EXPECT_THAT(visitor.label("reponse-donnees.modules"), HasSubstr("Application SUIVI DE PARCOURS"));
    EXPECT_EQ(visitor.label("reponse-donnees.modules/mobilisation-periode"), "Orienter l’utilisateur");
    EXPECT_FALSE(visitor.shows("reponse-donnees.modules/orientation")) << "in the same group";
}

TEST_F(Demand, WhatIsLockedGoesWithTheFirstBoxAndStays) {
    EXPECT_FALSE(ticked("donnees.modules", "vue-360"));
    EXPECT_THAT(told("donnees.modules", "vue-360"), HasSubstr("d’office"));
    visitor.tick_option("donnees.modules", "orientation");
    EXPECT_TRUE(ticked("donnees.modules", "vue-360"));
    EXPECT_TRUE(disabled("donnees.modules", "vue-360"));
    EXPECT_FALSE(ticked("donnees.api", "recherche-usager")) << "another question";
    visitor.untick_option("donnees.modules", "vue-360");
    EXPECT_TRUE(ticked("donnees.modules", "vue-360"));
    visitor.untick_option("donnees.modules", "orientation");
    EXPECT_FALSE(ticked("donnees.modules", "vue-360"));
    EXPECT_FALSE(disabled("donnees.modules", "vue-360"));
}

TEST_F(Demand, WhatIsLockedMayBeAskedForAlone) {
    visitor.tick_option("donnees.modules", "vue-360");
    EXPECT_TRUE(ticked("donnees.modules", "recherche-usager"));
    EXPECT_FALSE(disabled("donnees.modules", "vue-360")) << "it can be unticked again";
    visitor.untick_option("donnees.modules", "vue-360");
    EXPECT_FALSE(ticked("donnees.modules", "recherche-usager"));
}

TEST_F(Demand, WhatIsNeededComesAndGoesAndSaysSo) {
    next(1);
    EXPECT_EQ(visitor.title(), "B/ Diagnostic et accompagnement");
    EXPECT_THAT(told("diagnostic.modules", "objectif-intensite"), HasSubstr("Mobilisation période"));
    EXPECT_THAT(told("diagnostic.modules", "mobilisation-periode"), IsEmpty());
    visitor.tick_option("diagnostic.modules", "objectif-intensite");
    EXPECT_TRUE(ticked("diagnostic.modules", "mobilisation-periode"));
    EXPECT_THAT(told("diagnostic.modules", "mobilisation-periode"), HasSubstr("objectif d’intensité"));
    visitor.untick_option("diagnostic.modules", "mobilisation-periode");
    EXPECT_FALSE(ticked("diagnostic.modules", "objectif-intensite"));

    visitor.tick_option("diagnostic.modules", "conclusions-entretiens");
    EXPECT_TRUE(ticked("diagnostic.modules", "profil-competences")) << "included in its parcours";
}

TEST_F(Demand, WhatCannotBeHadIsShownButNotTicked) {
    next(4);
    EXPECT_EQ(visitor.title(), "E/ Gestion des relations avec les entreprises");
    EXPECT_TRUE(disabled("entreprises.applications", "oscar"));
    EXPECT_THAT(told("entreprises.applications", "oscar"), HasSubstr("ne peut pas encore être demandé"));
    visitor.tick_option("entreprises.applications", "oscar");
    EXPECT_FALSE(ticked("entreprises.applications", "oscar"));
}

TEST_F(Demand, OfNothingIsRefusedAtTheLastStep) {
    next(5);
    EXPECT_EQ(visitor.title(), "F/ Formation");
    visitor.click("suivant");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.label("bilan-lien-reponse-formation.academie"), HasSubstr("Rien n’est encore demandé"));
    visitor.tick("formation.ouiform");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Relire la fiche");
}

TEST_F(Demand, ShowsWhatIsAskedForBeforeTheSignature) {
    visitor.tick_option("donnees.api", "statut-usager");
    next(5);
    EXPECT_FALSE(visitor.asks("formation.responsable.nom"));
    visitor.tick("formation.academie");
    EXPECT_TRUE(visitor.asks("formation.responsable.nom"));
    visitor.tick("formation.academie", false);
    visitor.choose("formation.sous-traitant", "non");
    visitor.click("suivant");
    ASSERT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_EQ(visitor.label("recapitulatif"), "Ce qui est demandé");
    EXPECT_EQ(visitor.label("recapitulatif-etape-donnees.api"), "A/ Données de l’utilisateur");
    EXPECT_EQ(visitor.label("recapitulatif-donnees.api-1"), "Recherche Usager");
    EXPECT_EQ(visitor.label("recapitulatif-donnees.api-2"), "Statut Usager");
    EXPECT_FALSE(visitor.shows("recapitulatif-donnees.api-3"));
    EXPECT_FALSE(visitor.shows("recapitulatif-donnees.modules-1"));
    EXPECT_THAT(visitor.text(), Not(HasSubstr("OSCAR")));
}

TEST(Recapitulatif, IsThereOnlyForAFormThatHasOne) {
    Visitor visitor;
    visitor.fill_saisie();
    EXPECT_FALSE(visitor.shows("recapitulatif"));
}

} // namespace
} // namespace pli::ui
