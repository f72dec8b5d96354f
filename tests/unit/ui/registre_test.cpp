// The register of habilitations: begun, filled, audited, listed.
#include "unit/ui/keeper.hpp"

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(Registre, IsBegunOnlyWithAnOrganisationAndACode) {
    Keeper keeper;
    EXPECT_EQ(keeper.title(), "Registre des habilitations");
    keeper.click("registre-commencer");
    EXPECT_EQ(keeper.focused(), "bilan");
    keeper.write("registre-safir", "6201");
    keeper.click("registre-commencer");
    EXPECT_THAT(keeper.property("registre-safir", "error"), HasSubstr("5"));
    keeper.begin();
    EXPECT_THAT(keeper.text(), HasSubstr("Structure Exemple"));
    EXPECT_THAT(keeper.text(), HasSubstr("pas encore scellée"));
}

TEST(Registre, EnlistsAPersonAndSaysWhatIsWrong) {
    Keeper keeper;
    keeper.begin();
    keeper.click("registre-ajouter");
    EXPECT_EQ(keeper.title(), "Inscrire une personne");
    keeper.write("registre-champ-nom", "M4rtin");
    keeper.click("personne-enregistrer");
    EXPECT_EQ(keeper.focused(), "bilan");
    EXPECT_THAT(keeper.property("registre-champ-nom", "error"), HasSubstr("Nom"));
    EXPECT_EQ(keeper.asked_for("ids"), 1) << "only the register's own";
    keeper.visit("#/registre");
    keeper.enlist("DURAND", 1);
    EXPECT_EQ(keeper.title(), "Personne habilitée");
    EXPECT_EQ(keeper.route(), "#/registre/personne/" + id_of(1));
}

TEST(Registre, GrantsWithdrawsSuspendsAndRemoves) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.grant("ouiform", "05/01/2026");
    EXPECT_EQ(keeper.property("personne-outil-ouiform", "value"), "accordé à compter du 05/01/2026");
    keeper.grant("ouiform", "06/01/2026");
    EXPECT_THAT(keeper.property("personne-outil-jour", "error"), HasSubstr("déjà accordé"));
    EXPECT_THAT(keeper.text(), HasSubstr("n’a jamais servi"));
    keeper.write("personne-utilise", "30/02/2026");
    keeper.click("personne-utiliser");
    EXPECT_THAT(keeper.property("personne-utilise", "error"), HasSubstr("n’existe pas"));
    keeper.write("personne-utilise", "01/09/2026");
    keeper.click("personne-utiliser");
    EXPECT_THAT(keeper.text(), HasSubstr("Compte inactif"));
    keeper.click("personne-suspendre");
    EXPECT_THAT(keeper.label("personne-etat"), HasSubstr("Suspendue"));
    keeper.click("personne-reactiver");
    keeper.write("personne-retrait-motif", "depart");
    keeper.write("personne-retrait-jour", "20/11/2026");
    keeper.click("personne-supprimer");
    EXPECT_THAT(keeper.label("personne-etat"), HasSubstr("Supprimée"));
    EXPECT_THAT(keeper.property("personne-outil-ouiform", "value"), HasSubstr("retiré le 20/11/2026"));
}

TEST(Registre, ErasesAPersonOnlyAfterAsking) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.click("personne-effacer");
    EXPECT_EQ(keeper.focused(), "question-garder");
    keeper.click("question-oui");
    EXPECT_EQ(keeper.route(), "#/registre");
    EXPECT_FALSE(keeper.shows("personne-" + id_of(1)));
}

TEST(Registre, SearchesFiltersAndSorts) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("PETIT", 1);
    keeper.visit("#/registre");
    keeper.enlist("ÉVRARD", 2);
    keeper.grant("ouiform", "05/01/2026");
    keeper.visit("#/registre");
    EXPECT_EQ(keeper.property("personne-" + id_of(2), "hint"), "0");
    EXPECT_EQ(keeper.property("registre-table", "value"), "2");
    keeper.write("registre-chercher", "evr");
    EXPECT_EQ(keeper.label("registre-nombre"), "1 personne dans la liste");
    EXPECT_FALSE(keeper.shows("personne-" + id_of(1)));
    keeper.write("registre-chercher", "");
    keeper.write("registre-tri", "mail");
    EXPECT_EQ(keeper.property("personne-" + id_of(1), "hint"), "0");
    keeper.click("constat-never-used-voir");
    EXPECT_FALSE(keeper.shows("personne-" + id_of(1)));
    EXPECT_TRUE(keeper.shows("personne-" + id_of(2)));
}

TEST(Registre, KeepsCorrectionsOfTheIdentityWhileToolsChange) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.write("registre-champ-region", "Normandie");
    keeper.grant("ouiform", "05/01/2026");
    EXPECT_EQ(keeper.property("registre-champ-region", "value"), "Normandie");
}

TEST(Registre, GivesTheYearlyList) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.visit("#/registre");
    keeper.click("registre-liste");
    EXPECT_EQ(keeper.effect("save").at("name"), "liste-des-personnes-habilitees_2026-11-22.csv");
    EXPECT_THAT(keeper.effect("save").at("content").get<std::string>(), HasSubstr("DURAND;Éloïse;07/03/1985"));
}

TEST(Registre, HoldsOnlyTheRowsAroundTheWindow) {
    Keeper keeper;
    keeper.begin();
    std::string csv = "Nom;Prénom;Naissance;Mail;Région;Manager\n";
    json ids = json::array();
    for (std::size_t n = 0; n < 5000; ++n) {
        std::string name;
        for (std::size_t rest = n + 1; rest > 0; rest /= 26) name += static_cast<char>('A' + rest % 26);
        csv += "DURAND " + name + ";Éloïse;07/03/1985;agent" + std::to_string(n) + "@exemple.fr;Bretagne;non\n";
        ids.push_back(id_of(n));
    }
    keeper.import(csv);
    keeper.click("import-prendre");
    keeper.shell_answers("ids", {{"ids", ids}});
    EXPECT_EQ(keeper.property("registre-table", "value"), "5000");
    EXPECT_LE(keeper.children("registre-table"), 60U);
    keeper.scroll("registre-table", "4000 12 -1");
    EXPECT_LE(keeper.children("registre-table"), 60U);
}

TEST(Registre, NeedsARegisterForItsOtherScreens) {
    for (const char* route :
         {"#/registre/importer", "#/registre/sceller", "#/registre/reunir", "#/registre/personne"}) {
        Visitor visitor(route);
        EXPECT_EQ(visitor.route(), "#/registre") << route;
        EXPECT_THAT(visitor.status(), HasSubstr("Aucun registre")) << route;
    }
    Keeper keeper;
    keeper.begin();
    keeper.visit("#/registre/personne/" + id_of(5));
    EXPECT_EQ(keeper.route(), "#/registre");
}

} // namespace
} // namespace pli::ui
