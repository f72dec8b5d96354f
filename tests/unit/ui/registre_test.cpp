// The register of habilitations: begun, filled, audited, sealed, opened again, merged, imported.
#include "core/register/edits.hpp"
#include "core/register/register_file.hpp"
#include "unit/ui/keeper.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

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

TEST(Registre, IsSealedAndThenUnchanged) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.visit("#/registre");
    EXPECT_THAT(keeper.label("registre-enregistre"), HasSubstr("pas encore scellés"));
    const std::string text = keeper.seal(hash_a);
    EXPECT_THAT(read_register(text).faults, IsEmpty());
    EXPECT_THAT(keeper.label("registre-enregistre"), HasSubstr("pas encore enregistré"));
    keeper.enlist("PETIT", 2);
    const RegisterReading second = read_register(keeper.seal(hash_b));
    EXPECT_EQ(second.content.version, 2);
    EXPECT_EQ(second.content.ancestors, std::vector<std::string>{hash_a});
}

TEST(Registre, ClosesUnaskedOnlyWhenNothingChanged) {
    Keeper keeper;
    keeper.begin();
    keeper.click("registre-fermer");
    EXPECT_EQ(keeper.focused(), "question-garder");
    keeper.click("question-garder");
    keeper.seal(hash_a);
    EXPECT_THAT(keeper.label("registre-enregistre"), HasSubstr("pas encore enregistré"));
    keeper.click("registre-fermer");
    EXPECT_EQ(keeper.focused(), "question-garder") << "the sealed file was not saved";
    keeper.click("question-garder");
    keeper.visit("#/registre/sceller");
    keeper.click("telecharger");
    keeper.click("registre-revenir");
    keeper.click("registre-fermer");
    EXPECT_TRUE(keeper.shows("registre-commencer"));
}

TEST(Registre, IsNotLostWhenAFicheIsErased) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.visit("#/");
    keeper.start_fiche();
    keeper.click("abandonner");
    keeper.click("question-oui");
    EXPECT_THAT(keeper.status(), HasSubstr("reste ouvert"));
    keeper.visit("#/registre");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(1)));
}

TEST(Registre, WarnsOfAnOlderVersion) {
    Keeper keeper;
    keeper.begin();
    const std::string first = keeper.seal(hash_a);
    keeper.enlist("DURAND", 1);
    keeper.seal(hash_b);
    keeper.open(first, hash_a);
    EXPECT_EQ(keeper.title(), "Deux versions du registre");
    EXPECT_THAT(keeper.text(), HasSubstr("plus ancienne"));
    EXPECT_FALSE(keeper.shows("reunir"));
    keeper.click("reunir-garder");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(1)));
}

TEST(Registre, MergesWhatTwoColleaguesSaved) {
    Keeper colleague;
    colleague.begin();
    colleague.enlist("DURAND", 1);
    const std::string common = colleague.seal(hash_a);
    colleague.visit("#/registre/personne/" + id_of(1));
    colleague.write("registre-champ-region", "Normandie");
    colleague.click("personne-enregistrer");
    const std::string theirs = colleague.seal(hash_b);

    Keeper keeper;
    keeper.open(common, hash_a);
    EXPECT_EQ(keeper.route(), "#/registre");
    keeper.visit("#/registre/personne/" + id_of(1));
    keeper.write("registre-champ-region", "Bretagne");
    keeper.click("personne-enregistrer");
    keeper.seal(std::string(64, 'c'));
    keeper.open(theirs, hash_b);
    EXPECT_THAT(keeper.text(), HasSubstr("chacun de leur côté"));
    EXPECT_THAT(keeper.text(), HasSubstr("Version ouverte : Bretagne"));
    keeper.pick("reunir-1", "autre");
    keeper.click("reunir");
    EXPECT_EQ(keeper.route(), "#/registre");
    const RegisterReading merged = read_register(keeper.seal(std::string(64, 'd')));
    EXPECT_EQ(merged.content.persons.at(0).identity.region, "Normandie");
    EXPECT_EQ(merged.content.version, 3);
}

TEST(Registre, RefusesADamagedRegister) {
    Keeper keeper;
    keeper.open(R"({"format":"pli/registre/3"})", hash_a);
    EXPECT_THAT(keeper.text(), HasSubstr("version plus récente de Pli"));
    EXPECT_EQ(keeper.title(), "Ouvrir un pli");
}

TEST(Registre, ImportsATableAfterCorrection) {
    Keeper keeper;
    keeper.begin();
    keeper.import("Nom;Prénom;Naissance;Mail;Région;Chef\n"
                  "DURAND;Éloïse;31113;a@exemple.fr;Bretagne;non\nM4rtin;Zoé;07/03/1985;b@exemple.fr;Bretagne;oui\n");
    EXPECT_THAT(keeper.text(), HasSubstr("Colonnes introuvables : Fonction manager"));
    keeper.write("import-colonne-manager", "5");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 1. Lignes à corriger : 1.");
    EXPECT_THAT(keeper.property("import-cellule-nom", "error"), Not(IsEmpty()));
    keeper.write("import-cellule-nom", "Martin");
    keeper.click("import-suivante");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 2. Lignes à corriger : 0.");
    keeper.click("import-prendre");
    EXPECT_EQ(keeper.effect("ids").at("count"), 2);
    keeper.shell_answers("ids", {{"ids", {id_of(11), id_of(12)}}});
    EXPECT_EQ(keeper.route(), "#/registre");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(12)));
}

TEST(Registre, LeadsFromAFaultyRowToItsCorrection) {
    Keeper keeper;
    keeper.begin();
    keeper.import("Nom;Prénom;Naissance;Mail;Région;Manager\n"
                  "M4rtin;Zoé;07/03/1985;a@exemple.fr;Bretagne;oui\nP3tit;Zoé;07/03/1985;b@exemple.fr;Bretagne;oui\n");
    EXPECT_EQ(keeper.property("import-cellule-nom", "value"), "M4rtin");
    keeper.click("import-ligne-3");
    EXPECT_EQ(keeper.property("import-cellule-nom", "value"), "P3tit");
    EXPECT_EQ(keeper.focused(), "import-corriger");
}

TEST(Registre, OffersNoSealedFileOnceSomethingChanged) {
    Keeper keeper;
    keeper.begin();
    keeper.seal(hash_a);
    keeper.visit("#/registre/sceller");
    EXPECT_TRUE(keeper.shows("telecharger"));
    keeper.visit("#/registre");
    keeper.enlist("DURAND", 1);
    keeper.visit("#/registre/sceller");
    EXPECT_FALSE(keeper.shows("telecharger"));
}

TEST(Registre, KeepsCorrectionsOfTheIdentityWhileToolsChange) {
    Keeper keeper;
    keeper.begin();
    keeper.enlist("DURAND", 1);
    keeper.write("registre-champ-region", "Normandie");
    keeper.grant("ouiform", "05/01/2026");
    EXPECT_EQ(keeper.property("registre-champ-region", "value"), "Normandie");
}

TEST(Registre, KeepsTheRowsThatCouldNotBeTaken) {
    Keeper keeper;
    keeper.begin();
    keeper.import(
        "Nom;Prénom;Naissance;Mail;Région;Manager\n"
        "DURAND;Éloïse;07/03/1985;a@exemple.fr;Bretagne;non\nM4rtin;Zoé;07/03/1985;b@exemple.fr;Bretagne;oui\n");
    keeper.click("import-exporter");
    EXPECT_THAT(keeper.effect("save").at("content").get<std::string>(), HasSubstr("M4rtin"));
    EXPECT_THAT(keeper.status(), HasSubstr("pas chiffré"));
    keeper.click("import-prendre");
    keeper.shell_answers("ids", {{"ids", {id_of(11)}}});
    EXPECT_EQ(keeper.title(), "Importer un tableau");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 0. Lignes à corriger : 1.");
    EXPECT_TRUE(keeper.shows("import-ligne-3"));
    keeper.visit("#/registre");
    EXPECT_TRUE(keeper.shows("personne-" + id_of(11)));
}

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
