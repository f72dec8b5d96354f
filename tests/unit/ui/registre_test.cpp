// The register of habilitations: begun, filled, audited, sealed, opened again, merged, imported.
#include "core/register/register_file.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string id_of(std::size_t number) {
    const std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
}

/// Somebody who keeps a register.
class Keeper : public Visitor {
  public:
    Keeper() : Visitor("#/registre") {}

    void begin() {
        write("registre-organisme", "Structure Exemple");
        write("registre-safir", "62011");
        click("registre-commencer");
        shell_answers("ids", {{"ids", {id_of(900)}}});
    }

    void enlist(const std::string& name, std::size_t number) {
        click("registre-ajouter");
        write("registre-champ-nom", name);
        write("registre-champ-prenom", "Éloïse");
        write("registre-champ-naissance", "07/03/1985");
        write("registre-champ-mail", "agent" + std::to_string(number) + "@exemple.fr");
        write("registre-champ-region", "Hauts-de-France");
        pick("registre-champ-manager", "non");
        click("personne-enregistrer");
        shell_answers("ids", {{"ids", {id_of(number)}}});
    }

    void grant(const std::string& tool, const std::string& day) {
        write("personne-outil", tool);
        write("personne-outil-jour", day);
        click("personne-accorder");
    }

    /// Seals and comes back; the answer is the text that was sealed.
    std::string seal(const std::string& sha256) {
        visit("#/registre/sceller");
        add_key("age1exemple");
        click("sceller");
        const std::string text = effect("seal-register").at("text");
        shell_answers("sealed", {{"name", "pli.age"}, {"size", 900}, {"sha256", "ab"}, {"contentSha256", sha256}});
        click("registre-revenir");
        return text;
    }

    void open(const std::string& text, const std::string& sha256) {
        visit("#/ouvrir");
        give_file("ouvrir-fichier", "pli.age");
        shell_answers("inspected", {{"locks", "keys"}, {"recipients", 1}});
        give_file("ouvrir-cle", "cle.txt");
        click("ouvrir");
        shell_answers("register", {{"text", text}, {"sha256", sha256}, {"locks", "keys"}, {"recipients", 1}});
    }

    void import(const std::string& csv) {
        visit("#/registre/importer");
        give_file("registre-tableau", "export.csv");
        std::string characters; // each byte as the character of its number
        for (const char byte : csv) {
            const auto code = static_cast<unsigned char>(byte);
            if (code < 0x80) {
                characters += byte;
            } else {
                characters += static_cast<char>(0xC0 | code >> 6);
                characters += static_cast<char>(0x80 | (code & 0x3F));
            }
        }
        shell_answers("table", {{"bytes", characters}});
    }
};

const std::string hash_a(64, 'a');
const std::string hash_b(64, 'b');

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
    keeper.open(R"({"format":"pli/registre/2"})", hash_a);
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

TEST(Registre, ImportsTheChosenSheetOfAWorkbook) {
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
    EXPECT_THAT(keeper.text(), HasSubstr("L’heure de « 07/03/1985 08:00:00 » n’est pas reprise"));
    keeper.click("import-suivante");
    EXPECT_EQ(keeper.label("import-corriger"), "Corriger la ligne 5");
    keeper.write("import-cellule-mail", "a@exemple.fr");
    EXPECT_EQ(keeper.label("import-corriger"), "Corriger la ligne 5") << "the row stays until one goes on";
    EXPECT_THAT(keeper.text(), HasSubstr("plus rien à corriger"));
    keeper.click("import-suivante");
    EXPECT_EQ(keeper.focused(), "import-prendre");
    EXPECT_EQ(keeper.label("import-nombre"), "Lignes prêtes : 2. Lignes à corriger : 0.");
}

TEST(Registre, SaysWhatToDoWithAWorkbookThatCannotBeRead) {
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

TEST(Registre, SaysEveryFaultOfARowInFull) {
    Keeper keeper;
    keeper.begin();
    keeper.import(
        "Nom;Prénom;Naissance;Mail;Région;Manager\nM4rtin;Zoé;31/02/1985;a@exemple.fr;Bretagne;oui;;;encore\n");
    EXPECT_THAT(keeper.label("import-remarque-1"), HasSubstr("elle est décalée"));
    EXPECT_THAT(keeper.label("import-remarque-2"), HasSubstr("Nom : "));
    EXPECT_THAT(keeper.label("import-remarque-3"), HasSubstr("n’existe pas"));
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
