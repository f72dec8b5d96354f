// The directory of correspondents on screen: loaded, refused, searched, kept on demand.
#include "unit/ui/correspondents.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Annuaire : public testing::Test {
  protected:
    void choose_files() {
        visitor.give_file("annuaire-fichier", "annuaire.json");
        visitor.give_file("annuaire-signature", "annuaire.json.minisig");
        visitor.click("annuaire-lire");
    }
    void load() {
        choose_files();
        visitor.shell_answers("directory", directory_message());
    }
    Visitor visitor{"#/annuaire"};
};

TEST_F(Annuaire, IsLoadedFromItsTwoFiles) {
    visitor.click("annuaire-lire");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_EQ(visitor.asked_for("load-directory"), 0);
    choose_files();
    EXPECT_EQ(visitor.effect("load-directory"), (json{{"territory", "pas-de-calais"},
                                                      {"learned", ""},
                                                      {"file", "annuaire-fichier"},
                                                      {"signature", "annuaire-signature"},
                                                      {"kept", false}}));
    EXPECT_TRUE(visitor.shows("avancement"));
    visitor.shell_answers("directory", directory_message());
    EXPECT_THAT(visitor.status(), HasSubstr("version 3"));
    EXPECT_EQ(visitor.focused(), "annuaire-resume");
    EXPECT_EQ(visitor.property("annuaire-expire", "value"), "20/02/2027");
    EXPECT_THAT(visitor.property("annuaire-signataire", "value"), HasSubstr("RW"));
    EXPECT_EQ(visitor.label("annuaire-nombre"), "4 inscriptions trouvées");
}

TEST_F(Annuaire, ThatExpiresWhileThePageStaysOpenIsLetGo) {
    load();
    visitor.shell_answers("today", {{"day", "2027-02-20"}});
    EXPECT_TRUE(visitor.shows("annuaire-table")) << "its last day";
    visitor.shell_answers("today", {{"day", "2027-02-21"}});
    EXPECT_FALSE(visitor.shows("annuaire-table"));
    EXPECT_THAT(visitor.status(), HasSubstr("a expiré le 20/02/2027"));
}

TEST_F(Annuaire, WithoutASignatureIsForTheWorkerToRefuse) {
    visitor.give_file("annuaire-fichier", "annuaire.json");
    visitor.click("annuaire-lire");
    EXPECT_EQ(visitor.effect("load-directory").at("signature"), "");
    visitor.shell_answers("failed", {{"during", "load-directory"},
                                     {"error", {{"code", "directory.unsigned"}, {"place", ""}}},
                                     {"origin", "files"}});
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.text(), HasSubstr("Cet annuaire n’est pas signé"));
    EXPECT_FALSE(visitor.shows("avancement"));
    EXPECT_FALSE(visitor.shows("annuaire-table"));
}

TEST_F(Annuaire, IsSearchedByTextRoleAndStructure) {
    load();
    visitor.write("annuaire-chercher", "durand");
    EXPECT_EQ(visitor.label("annuaire-nombre"), "1 inscription trouvée");
    EXPECT_EQ(visitor.cell("inscription-slai-exemple", 0), "SLAI de l’Exemple-Été, Département d’Exemple");
    visitor.write("annuaire-chercher", "");
    visitor.write("annuaire-role", "cssi");
    EXPECT_EQ(visitor.label("annuaire-nombre"), "1 inscription trouvée");
    EXPECT_EQ(visitor.cell("inscription-cssi", 2), "Pas de clé publique.");
    visitor.write("annuaire-role", "");
    visitor.write("annuaire-structure", "France Travail Exemple");
    EXPECT_EQ(visitor.label("annuaire-nombre"), "2 inscriptions trouvées");
}

TEST_F(Annuaire, AnEntryShowsItsHoldersAndItsKeys) {
    load();
    visitor.visit("#/annuaire/inscription/slai-exemple");
    EXPECT_EQ(visitor.title(), "Inscription à l’annuaire");
    EXPECT_EQ(visitor.property("inscription-telephone", "value"), "06 39 98 12 34");
    EXPECT_THAT(visitor.property("titulaire-2", "value"), HasSubstr("24/12/2026"));
    EXPECT_THAT(visitor.property("titulaire-3", "value"), HasSubstr("A quitté ce poste le 31/10/2026"));
    EXPECT_THAT(visitor.property("cle-1-etat", "value"), HasSubstr("Remplacée depuis le 01/06/2026"));
    EXPECT_THAT(visitor.property("cle-2-etat", "value"), HasSubstr("Révoquée le 01/07/2026"));
    EXPECT_THAT(visitor.property("cle-3-etat", "value"), HasSubstr("En vigueur jusqu’au 31/12/2027"));
    EXPECT_TRUE(visitor.shows("cle-3-hybride"));
    visitor.click("precedent");
    EXPECT_EQ(visitor.route(), "#/annuaire");
    visitor.visit("#/annuaire/inscription/nul");
    EXPECT_EQ(visitor.route(), "#/annuaire");
    EXPECT_THAT(visitor.status(), HasSubstr("n’est pas dans l’annuaire"));
}

TEST_F(Annuaire, IsOfATerritory) {
    load();
    visitor.visit("#/");
    visitor.choose_territory("nord");
    visitor.visit("#/annuaire");
    EXPECT_FALSE(visitor.shows("annuaire-table"));
    Visitor nobody("#/annuaire", "");
    EXPECT_TRUE(nobody.shows("annuaire-choisir"));
    EXPECT_FALSE(nobody.shows("annuaire-fichier"));
}

TEST_F(Annuaire, WhatWasLearnedIsKeptWhereItMayBe) {
    load();
    EXPECT_EQ(visitor.asked_for("keep-trust"), 0) << "this browser keeps nothing";
    Visitor other("#/annuaire");
    other.shell_answers("kept-trust", {{"content", ""}});
    other.shell_answers("directory", directory_message());
    EXPECT_EQ(other.effect("keep-trust").at("content"), directory_message().at("learned"));
    other.give_file("annuaire-fichier", "annuaire.json");
    other.click("annuaire-lire");
    EXPECT_EQ(other.effect("load-directory").at("learned"), directory_message().at("learned"));
}

TEST_F(Annuaire, NothingIsAcceptedWhileWhatWasLearnedIsDamaged) {
    visitor.shell_answers("kept-trust", {{"content", "{"}});
    visitor.shell_answers("kept-directories", {{"territories", {"pas-de-calais"}}});
    EXPECT_EQ(visitor.asked_for("load-directory"), 0);
    EXPECT_EQ(visitor.asked_for("keep-trust"), 0) << "nothing is overwritten";
    EXPECT_THAT(visitor.text(), HasSubstr("est abîmé"));
    EXPECT_FALSE(visitor.shows("annuaire-fichier"));
    visitor.click("annuaire-repartir");
    EXPECT_EQ(visitor.effect("keep-trust").at("content"), "");
    EXPECT_EQ(visitor.focused(), "annuaire-fichier");
    EXPECT_EQ(visitor.effect("load-directory").at("kept"), true);
}

TEST_F(Annuaire, IsKeptOnThisMachineOnlyOnDemand) {
    visitor.shell_answers("kept-directories", {{"territories", json::array()}});
    load();
    EXPECT_EQ(visitor.asked_for("keep-directory"), 0);
    visitor.check("annuaire-garder");
    EXPECT_EQ(visitor.effect("keep-directory"), (json{{"territory", "pas-de-calais"}, {"keep", true}}));
    visitor.shell_answers("directory-kept", {{"territory", "pas-de-calais"}, {"kept", true}});
    EXPECT_TRUE(visitor.checked("annuaire-garder"));
    EXPECT_THAT(visitor.status(), HasSubstr("est gardé sur ce poste"));
    load();
    EXPECT_EQ(visitor.asked_for("keep-directory"), 2) << "the later version takes its place";
    visitor.shell_answers("directory-kept", {{"territory", "pas-de-calais"}, {"kept", true}});
    EXPECT_THAT(visitor.status(), HasSubstr("vérifié et chargé"));
    visitor.shell_answers(
        "failed",
        {{"during", "keep-directory"}, {"error", {{"code", "storage.full"}, {"place", ""}}}, {"origin", "files"}});
    EXPECT_FALSE(visitor.checked("annuaire-garder")) << "it is said at once";
}

TEST_F(Annuaire, TheOneThatIsKeptIsJudgedAgain) {
    visitor.shell_answers("kept-directories", {{"territories", {"pas-de-calais"}}});
    EXPECT_EQ(visitor.effect("load-directory").at("kept"), true);
    visitor.shell_answers(
        "failed", {{"during", "load-directory"},
                   {"error", {{"code", "directory.expired"}, {"place", ""}, {"params", {{"day", "01/11/2026"}}}}},
                   {"origin", "kept"}});
    EXPECT_NE(visitor.focused(), "bilan") << "nobody asked for it";
    EXPECT_THAT(visitor.label("annuaire-garde-refuse"), HasSubstr("a expiré le 01/11/2026"));
    EXPECT_TRUE(visitor.checked("annuaire-garder")) << "it can be taken away";

    Visitor other("#/ouvrir");
    other.shell_answers("kept-directories", {{"territories", {"pas-de-calais"}}});
    other.shell_answers("directory", directory_message("kept"));
    EXPECT_EQ(other.status(), "");
    other.visit("#/annuaire");
    EXPECT_TRUE(other.shows("annuaire-table"));
}

TEST_F(Annuaire, ThousandsOfEntriesAreShownByWindows) {
    json directory = directory_json();
    const json entry = directory.at("inscriptions").at(1);
    json& entries = directory.at("inscriptions");
    entries = json::array();
    for (int number = 1000; number < 3000; ++number) {
        json one = entry;
        one["id"] = "agence-" + std::to_string(number);
        one["structure"] = "Agence d’Exemple " + std::to_string(number);
        one.erase("cles");
        entries.push_back(one);
    }
    json message = directory_message();
    message["text"] = directory.dump();
    choose_files();
    visitor.shell_answers("directory", message);
    EXPECT_EQ(visitor.label("annuaire-nombre"), "2000 inscriptions trouvées");
    EXPECT_TRUE(visitor.shows("inscription-agence-1000"));
    EXPECT_FALSE(visitor.shows("inscription-agence-2000"));
    visitor.scroll("annuaire-table", "1000 20 -1");
    EXPECT_TRUE(visitor.shows("inscription-agence-2000"));
    visitor.write("annuaire-chercher", "exemple 2999");
    EXPECT_EQ(visitor.label("annuaire-nombre"), "1 inscription trouvée");
    visitor.scroll("annuaire-table", "0 20 -1");
    EXPECT_TRUE(visitor.shows("inscription-agence-2999"));
}

TEST_F(Annuaire, ATextThatThePageCannotReadChangesNothing) {
    load();
    json message = directory_message();
    message["text"] = "{}";
    choose_files();
    visitor.shell_answers("directory", message);
    EXPECT_EQ(visitor.label("annuaire-nombre"), "4 inscriptions trouvées");
    EXPECT_FALSE(visitor.shows("avancement"));
}

} // namespace
} // namespace pli::ui
