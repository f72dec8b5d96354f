// Lists of rows on the screen: each row a group, one added or removed at a time, long lists in pages.
#include "unit/team.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The team's form with lists of up to `max` members.
std::string team_bundle_of(int max) {
    Json bundle = test::team_bundle();
    bundle["equipe.json"]["steps"][0]["items"][1]["max"] = max;
    return bundle.dump();
}

class Rows : public testing::Test {
  protected:
    explicit Rows(int max = 4) : visitor(team_bundle_of(max), "#/", "") { visitor.click("fiche-equipe"); }

    static std::string member(int row, const std::string& name) {
        return "membres." + std::to_string(row) + "." + name;
    }
    void add(const std::string& name) {
        visitor.click("reponse-membres-ajouter");
        visitor.type(visitor.focused().substr(std::string("reponse-").size()), name);
    }

    Visitor visitor;
};

TEST_F(Rows, TheFirstRowIsThereAndNamed) {
    EXPECT_EQ(visitor.label("reponse-membres"), "Membres de l’équipe");
    EXPECT_EQ(visitor.label("reponse-membres.0"), "Membre 1");
    EXPECT_TRUE(visitor.asks("membres.0.nom"));
    EXPECT_FALSE(visitor.asks("membres.1.nom"));
}

TEST_F(Rows, AddingGoesToTheFirstFieldOfTheNewRow) {
    visitor.click("reponse-membres-ajouter");
    EXPECT_EQ(visitor.focused(), "reponse-membres.1.nom");
    EXPECT_EQ(visitor.status(), "Ajout fait\u00a0: Membre 2.");
    EXPECT_EQ(visitor.label("reponse-membres.1-retirer"), "Retirer\u00a0: Membre 2");
}

TEST_F(Rows, RemovingGoesToTheNextRowOrTheAddButton) {
    visitor.type("membres.0.nom", "Martin");
    add("Durand");
    add("Petit");
    visitor.click("reponse-membres.1-retirer");
    EXPECT_EQ(visitor.focused(), "reponse-membres.1.nom");
    EXPECT_EQ(visitor.value("membres.1.nom"), "Petit");
    EXPECT_THAT(visitor.status(), HasSubstr("Membre 2"));

    visitor.click("reponse-membres.1-retirer");
    EXPECT_EQ(visitor.focused(), "reponse-membres-ajouter");
    EXPECT_EQ(visitor.value("membres.0.nom"), "Martin");
}

TEST_F(Rows, ANeighbourShowsFieldsOfItsOwnRow) {
    visitor.click("reponse-membres-ajouter");
    visitor.choose("membres.1.present", "non");
    EXPECT_TRUE(visitor.asks("membres.1.depart"));
    EXPECT_FALSE(visitor.asks("membres.0.depart"));
    visitor.choose("membres.0.present", "oui");
    EXPECT_TRUE(visitor.asks("membres.0.bureau.ville"));
    EXPECT_FALSE(visitor.asks("membres.1.bureau.ville"));
}

TEST_F(Rows, TheSummarySaysWhichRow) {
    visitor.answer("structure", "Association Exemple");
    visitor.click("reponse-membres-ajouter");
    visitor.answer("membres.1.nom", "M4rtin");
    EXPECT_THAT(visitor.error("membres.1.nom"), HasSubstr("chiffre"));
    visitor.click("suivant");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.label("bilan-lien-reponse-membres.0.nom"), HasSubstr("Membre 1"));
    EXPECT_THAT(visitor.label("bilan-lien-reponse-membres.1.nom"), HasSubstr("Membre 2"));

    visitor.click("reponse-membres.0-retirer");
    EXPECT_FALSE(visitor.shows("bilan-lien-reponse-membres.1.nom"));
    EXPECT_THAT(visitor.error("membres.0.nom"), HasSubstr("chiffre")) << "its fault moved up with it";
}

TEST_F(Rows, NoRowIsAddedToAFullList) {
    for (int row = 1; row < 4; ++row) visitor.click("reponse-membres-ajouter");
    EXPECT_THAT(visitor.label("reponse-membres-complet"), HasSubstr("4"));
    visitor.click("reponse-membres-ajouter");
    EXPECT_FALSE(visitor.asks("membres.4.nom"));
}

TEST_F(Rows, AListThatNeedsARowSaysSo) {
    visitor.click("reponse-membres.0-retirer");
    visitor.click("suivant");
    EXPECT_THAT(visitor.label("bilan-lien-reponse-membres"), HasSubstr("au moins 1"));
    EXPECT_THAT(visitor.error("membres"), HasSubstr("au moins 1"));
}

class LongRows : public Rows {
  protected:
    LongRows() : Rows(500) {
        for (int row = 1; row < 60; ++row) visitor.click("reponse-membres-ajouter");
    }
};

TEST_F(LongRows, AreShownInPages) {
    EXPECT_EQ(visitor.focused(), "reponse-membres.59.nom") << "the page of the new row";
    EXPECT_FALSE(visitor.asks("membres.39.nom"));
    EXPECT_EQ(visitor.label("reponse-membres-page"), "Lignes 41 à 60 sur 60");
    visitor.click("reponse-membres-page-avant");
    EXPECT_TRUE(visitor.asks("membres.39.nom"));
    EXPECT_EQ(visitor.focused(), "reponse-membres-page-avant");
    visitor.click("reponse-membres-page-avant");
    EXPECT_TRUE(visitor.asks("membres.0.nom"));
    EXPECT_EQ(visitor.focused(), "reponse-membres-page-apres") << "there is no page before";
    EXPECT_EQ(visitor.status(), "Lignes 1 à 20 sur 60");
}

TEST_F(LongRows, TheSummaryTurnsToThePageOfAFault) {
    visitor.answer("structure", "Association Exemple");
    visitor.click("suivant");
    EXPECT_THAT(visitor.label("bilan-titre"), HasSubstr("50"));
    visitor.click("bilan-lien-reponse-membres.0.nom");
    EXPECT_TRUE(visitor.asks("membres.0.nom"));
    EXPECT_EQ(visitor.focused(), "reponse-membres.0.nom");
}

} // namespace
} // namespace pli::ui
