// Tables on their way into the register, as its keeper sees them.
#include "unit/ui/keeper.hpp"

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(RegistreImport, ImportsATableAfterCorrection) {
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

TEST(RegistreImport, ImportsTheChosenSheetOfAWorkbook) {
    Keeper keeper;
    keeper.begin();
    keeper.visit("#/registre/importer");
    keeper.give_file("registre-tableau", "agents.xlsx");
    EXPECT_EQ(keeper.effect("table").at("sheet"), 0);
    const json headers = {"Nom", "Prénom", "Naissance", "Mail", "Région", "Manager"};
    json sheet = {{"sheets", {"Notes", "Agents"}}, {"sheet", 0}, {"rows", {{"Bonjour"}}}, {"lines", {1}}};
    keeper.shell_answers("workbook", {{"text", sheet.dump()}});
    EXPECT_THAT(keeper.text(), HasSubstr("Colonnes introuvables"));
    keeper.write("import-feuille", "1");
    EXPECT_EQ(keeper.effect("table").at("sheet"), 1);
    sheet = {{"sheets", {"Notes", "Agents"}},
             {"sheet", 1},
             {"rows",
              {headers,
               {"DURAND", "Éloïse", "07/03/1985", "=a@exemple.fr", "Bretagne", "non"},
               {"PETIT", "Zoé", "07/03/1985 08:00:00", "b@exemple.fr", "Bretagne", "oui"}}},
             {"lines", {3, 5, 8}},
             {"merged", {{8, 4, 5}}}};
    keeper.shell_answers("workbook", {{"text", sheet.dump()}});
    EXPECT_EQ(keeper.status(), "2 lignes ont été lues.");
    EXPECT_EQ(keeper.property("import-feuille", "value"), "1");
    EXPECT_EQ(keeper.label("import-corriger"), "Corriger la ligne 5");
    EXPECT_THAT(keeper.label("import-remarque-1"), HasSubstr("formule"));
    keeper.click("import-ligne-8");
    EXPECT_EQ(keeper.focused(), "import-corriger");
    EXPECT_THAT(keeper.text(), HasSubstr("fusionnée avec celle de la ligne 5"));
    EXPECT_THAT(keeper.text(), HasSubstr("L’heure de « 07/03/1985 08:00:00 » n’est pas reprise"));
    keeper.click("import-suivante");
    EXPECT_EQ(keeper.label("import-corriger"), "Corriger la ligne 5");
    keeper.write("import-cellule-mail", "a@exemple.fr");
    EXPECT_EQ(keeper.label("import-corriger"), "Corriger la ligne 5") << "the row stays until one goes on";
    keeper.click("import-suivante");
    EXPECT_EQ(keeper.focused(), "import-prendre");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 2. Lignes à corriger : 0.");
}

TEST(RegistreImport, SaysWhatToDoWithAWorkbookThatCannotBeRead) {
    Keeper keeper;
    keeper.begin();
    keeper.import("\xD0\xCF\x11\xE0\xA1\xB1");
    EXPECT_THAT(keeper.text(), HasSubstr("enregistrez-le au format XLSX"));
    EXPECT_EQ(keeper.status(), "");
    keeper.give_file("registre-tableau", "agents.xlsx");
    keeper.shell_fails("table", "table.encrypted");
    EXPECT_THAT(keeper.text(), HasSubstr("mot de passe"));
    EXPECT_EQ(keeper.focused(), "bilan");
}

TEST(RegistreImport, SaysEveryFaultOfARowInFull) {
    Keeper keeper;
    keeper.begin();
    keeper.import(
        "Nom;Prénom;Naissance;Mail;Région;Manager\nM4rtin;Zoé;31/02/1985;a@exemple.fr;Bretagne;oui;;;encore\n");
    EXPECT_THAT(keeper.label("import-remarque-1"), HasSubstr("elle est décalée"));
    EXPECT_THAT(keeper.label("import-remarque-2"), HasSubstr("contient un chiffre"));
    EXPECT_THAT(keeper.label("import-remarque-3"), HasSubstr("n’existe pas"));
}

TEST(RegistreImport, SaysWhichRowItTookForHeadersAndTakesAnother) {
    Keeper keeper;
    keeper.begin();
    keeper.import("Agents habilités, Arras\n\nNom;Prénom;Naissance;Mail;Région;Manager\n"
                  "DURAND;Éloïse;07/03/1985;a@exemple.fr;Bretagne;non\n");
    EXPECT_EQ(keeper.status(), "1 ligne a été lue.");
    EXPECT_EQ(keeper.property("import-entetes", "value"), "2");
    EXPECT_THAT(keeper.property("import-entetes", "hint"), HasSubstr("au-dessus de la ligne 3"));
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 1. Lignes à corriger : 0.");
    EXPECT_EQ(keeper.cell("import-entetes", 1), "Ligne 3 – Nom, Prénom, Naissance, Mail…");
    keeper.write("import-entetes", "0");
    EXPECT_EQ(keeper.property("import-entetes", "value"), "0");
    EXPECT_THAT(keeper.text(), HasSubstr("Colonnes introuvables"));
    EXPECT_THAT(keeper.property("import-entetes", "hint"), Not(HasSubstr("au-dessus")));
    keeper.write("import-entetes", "7");
    EXPECT_EQ(keeper.property("import-entetes", "value"), "0") << "no such row";
    keeper.write("import-entetes", "2");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 1. Lignes à corriger : 0.");
}

TEST(RegistreImport, SaysNothingOfHeadersThatCannotBeTold) {
    Keeper keeper;
    keeper.begin();
    keeper.import("Titre\nQui;Quand\nDURAND;07/03/1985\n");
    EXPECT_EQ(keeper.property("import-entetes", "value"), "0");
    EXPECT_THAT(keeper.text(), HasSubstr("Colonnes introuvables"));
}

TEST(RegistreImport, ListsTheColumnsOfARowAsFarAsTheyFit) {
    Keeper keeper;
    keeper.begin();
    keeper.import("Nom;Prénom;Naissance;Mail;Région;Manager\n"
                  "M4rtin;Zoé;07/03/1985;a@exemple.fr;Bretagne;oui\n"
                  "M4rtin;Zo3;31/02/1985;a@b;;peut-être\n"
                  "PETIT;Zoé;07/03/1985;b@exemple.fr;Bretagne;oui;;;encore\n"
                  "DURAND;Zoé;31113;c@exemple.fr;Bretagne;oui\n");
    const auto columns = [&](const std::string& line) { return keeper.cell("import-ligne-" + line, 1); };
    EXPECT_EQ(columns("2"), "Nom");
    EXPECT_EQ(columns("3"), "Nom, Prénom, Date de naissance et 3 autres");
    EXPECT_EQ(columns("4"), "Toute la ligne");
    EXPECT_EQ(columns("5"), "Date de naissance");
    keeper.click("import-ligne-3");
    EXPECT_THAT(keeper.label("import-remarque-6"), Not(IsEmpty())) << "nothing is left unsaid below";
}

TEST(RegistreImport, LeadsFromAFaultyRowToItsCorrection) {
    Keeper keeper;
    keeper.begin();
    keeper.import("Nom;Prénom;Naissance;Mail;Région;Manager\n"
                  "M4rtin;Zoé;07/03/1985;a@exemple.fr;Bretagne;oui\nP3tit;Zoé;07/03/1985;b@exemple.fr;Bretagne;oui\n");
    EXPECT_EQ(keeper.property("import-cellule-nom", "value"), "M4rtin");
    keeper.click("import-ligne-3");
    EXPECT_EQ(keeper.property("import-cellule-nom", "value"), "P3tit");
    EXPECT_EQ(keeper.focused(), "import-corriger");
}

TEST(RegistreImport, KeepsTheRowsThatCouldNotBeTaken) {
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

} // namespace
} // namespace pli::ui
