// What belongs to one register alone: its recipients, and the tools of its territory.
#include "core/register/edits.hpp"
#include "unit/ui/keeper.hpp"

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(Registre, HasRecipientsOfItsOwn) {
    Keeper keeper;
    keeper.begin();
    keeper.visit("#/registre/sceller");
    keeper.add_key("age1collegue");
    keeper.visit("#/");
    keeper.fill_to_recipients();
    EXPECT_FALSE(keeper.shows("cles-liste")) << "the register's are not the fiche's";
    keeper.click("sceller");
    EXPECT_EQ(keeper.asked_for("seal"), 0);
    keeper.write("cles-collees", "age1slai");
    keeper.click("cles-ajouter");
    EXPECT_EQ(keeper.effect("recipients").at("for"), "document");
    keeper.visit("#/registre/sceller");
    const json key = {{"recipient", "age1slai"}, {"type", "x25519"}, {"fingerprint", std::string(64, '1')}};
    keeper.shell_answers("recipients", {{"for", "document"}, {"recipients", {key}}, {"failures", json::array()}});
    EXPECT_EQ(keeper.children("cles-liste"), 1U) << "an answer that comes late goes to whoever asked";
    keeper.visit("#/destinataires");
    EXPECT_EQ(keeper.children("cles-liste"), 1U);
    EXPECT_THAT(keeper.text(), HasSubstr("1111 1111"));
}

TEST(Registre, OffersTheToolsOfItsTerritoryOnly) {
    Keeper keeper;
    keeper.pick("registre-territoire", "nord");
    keeper.begin();
    EXPECT_EQ(keeper.property("registre-fait-territoire", "value"), "Nord");
    keeper.enlist("DURAND", 1);
    keeper.write("personne-outil", "ouiform");
    EXPECT_EQ(keeper.property("personne-outil", "value"), "ouiform");
    keeper.import("Nom;Prénom;Naissance;Mail;Région;Manager;Outils;À compter du\n"
                  "PETIT;Zoé;07/03/1985;b@exemple.fr;Bretagne;non;Académie France Travail;05/01/2026\n");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 0. Lignes à corriger : 1.");
    EXPECT_FALSE(keeper.shows("registre-preparer-outils-communs"));
}

TEST(Registre, KeepsToolsOfAnotherTerritory) {
    Keeper neighbour;
    neighbour.begin();
    neighbour.enlist("DURAND", 1);
    neighbour.grant("academie", "05/01/2026");
    std::string text = neighbour.seal(hash_a);
    const std::string there = "\"territoire\":\"pas-de-calais\"";
    text.replace(text.find(there), there.size(), "\"territoire\":\"nord\"");
    Keeper keeper;
    keeper.open(text, hash_b);
    keeper.visit("#/registre/personne/" + id_of(1));
    EXPECT_EQ(keeper.label("personne-outil-academie"), "Académie France Travail");
    EXPECT_THAT(read_register(keeper.seal(hash_a)).content.persons.at(0).tools.count("academie"), 1U);
}

TEST(Registre, AsksForTheTerritoryThatAFirstFileDoesNotName) {
    Register made = new_register(id_of(900), "Structure Exemple", "62011", test_day).value();
    Keeper keeper;
    keeper.open(write_register(made).value(), hash_a);
    ASSERT_TRUE(keeper.shows("registre-territoire"));
    EXPECT_FALSE(keeper.shows("registre-produire-habilitations"));
    keeper.pick("registre-territoire", "pas-de-calais");
    EXPECT_FALSE(keeper.shows("registre-territoire"));
    EXPECT_TRUE(keeper.shows("registre-produire-habilitations"));
    EXPECT_EQ(read_register(keeper.seal(hash_b)).content.territory, "pas-de-calais");
}

} // namespace
} // namespace pli::ui
