// Keeping the directory: whoever holds the signing key makes the next version, signs it and saves its files.
#include "unit/ui/correspondents.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Tenue : public testing::Test {
  protected:
    void unlock(const std::string& signing) {
        visitor.visit("#/mes-cles");
        visitor.give_file("cle-fichier", "cle.age");
        visitor.write("cle-phrase", "une phrase");
        visitor.click("deverrouiller");
        visitor.shell_answers(
            "unlocked",
            {{"recipients", {{{"recipient", "age1essai"}, {"type", "x25519"}, {"fingerprint", std::string(64, 'a')}}}},
             {"verifyingKey", signing},
             {"files", {{"key", "1"}, {"signature", "1"}}}});
    }
    void load() { visitor.shell_answers("directory", directory_message("kept")); }
    void begin() {
        unlock(own);
        visitor.visit("#/annuaire/tenir");
        visitor.click("tenue-commencer");
    }
    void go_on() {
        load();
        unlock(own);
        visitor.visit("#/annuaire/tenir");
        visitor.click("tenue-suivre");
    }
    void enlist() {
        visitor.click("tenue-inscrire");
        visitor.write("tenir-role", "slai");
        visitor.write("tenir-structure", "Département d’Exemple");
        visitor.write("tenir-service", "SLAI de l’Été");
        visitor.write("tenir-telephone", "03 53 01 23 45");
        visitor.click("tenir-enregistrer");
    }
    /// The directory as it is given to be signed.
    json signed_directory() {
        visitor.visit("#/annuaire/tenir");
        visitor.click("tenue-signer");
        return json::parse(visitor.effect("sign-directory").at("text").get<std::string>());
    }
    json entry_of(const json& directory, const std::string& id) {
        for (const json& entry : directory.at("inscriptions"))
            if (entry.at("id") == id) return entry;
        return json();
    }
    const std::string own = directory_json().at("annuaire").at("signataire");
    const std::string successor = directory_json().at("annuaire").at("successeur");
    const std::string free_key = directory_key("cssi", 0, "signature");
    Visitor visitor;
};

TEST_F(Tenue, NeedsASigningKey) {
    visitor.visit("#/annuaire/tenir");
    EXPECT_TRUE(visitor.shows("tenue-sans-cle"));
    unlock("");
    visitor.visit("#/annuaire/tenir");
    EXPECT_TRUE(visitor.shows("tenue-sans-cle"));
    EXPECT_FALSE(visitor.shows("tenue-commencer"));
    visitor.visit("#/annuaire/tenir/inscription");
    EXPECT_EQ(visitor.route(), "#/annuaire/tenir");
}

TEST_F(Tenue, BeginsAFirstVersion) {
    begin();
    EXPECT_EQ(visitor.focused(), "tenue-resume");
    EXPECT_TRUE(visitor.shows("tenue-non-crue")) << "the shipped pack names no key";
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), true);
    enlist();
    EXPECT_EQ(visitor.route(), "#/annuaire/tenir/inscription/slai-de-l-ete");
    const json directory = signed_directory();
    EXPECT_EQ(directory.at("annuaire").at("version"), 1);
    EXPECT_EQ(directory.at("annuaire").at("expire"), "2027-02-20");
    EXPECT_EQ(entry_of(directory, "slai-de-l-ete").at("telephone"), "+33353012345");
}

TEST_F(Tenue, GoesOnWithTheVersionAfterTheOneThatIsLoaded) {
    go_on();
    const json directory = signed_directory();
    EXPECT_EQ(directory.at("annuaire").at("version"), 4);
    EXPECT_EQ(directory.at("inscriptions"), directory_json().at("inscriptions"));
}

TEST_F(Tenue, WhatIsWrongIsSaidBelowItsField) {
    begin();
    visitor.click("tenue-inscrire");
    visitor.write("tenir-structure", "Département d’Exemple");
    visitor.write("tenir-mail", "sans-signe");
    visitor.click("tenir-enregistrer");
    EXPECT_THAT(visitor.property("tenir-role", "error"), HasSubstr("Rôle"));
    EXPECT_EQ(visitor.focused(), "tenir-role");
    visitor.write("tenir-role", "slai");
    visitor.click("tenir-enregistrer");
    EXPECT_THAT(visitor.property("tenir-mail", "error"), HasSubstr("@"));
    EXPECT_EQ(visitor.focused(), "tenir-mail");
}

TEST_F(Tenue, AnEntryIsChangedAndTakenAway) {
    go_on();
    visitor.visit("#/annuaire/tenir/inscription/referent-exemple");
    EXPECT_EQ(visitor.title(), "Modifier l’inscription");
    visitor.write("tenir-structure", "Autre Association");
    visitor.click("tenir-enregistrer");
    EXPECT_THAT(visitor.status(), HasSubstr("est notée"));
    EXPECT_EQ(entry_of(signed_directory(), "referent-exemple").at("structure"), "Autre Association");
    visitor.shell_answers("directory-cancelled", json::object());
    visitor.visit("#/annuaire/tenir/inscription/referent-exemple");
    visitor.click("tenir-retirer");
    EXPECT_EQ(visitor.route(), "#/annuaire/tenir");
    visitor.visit("#/annuaire/tenir/inscription/slai-exemple");
    visitor.click("tenir-retirer");
    EXPECT_THAT(visitor.property("tenir-structure", "error"), HasSubstr("révoquée le reste"));
}

TEST_F(Tenue, HoldersComeAreAwayAndLeave) {
    begin();
    enlist();
    visitor.write("tenir-personne", "Éloïse DURAND");
    visitor.click("tenir-ajouter-personne");
    visitor.write("tenir-personne", "Noël 2");
    visitor.click("tenir-ajouter-personne");
    EXPECT_THAT(visitor.property("tenir-personne", "error"), HasSubstr("chiffre"));
    visitor.write("tenir-personne", "Noël MARTIN");
    visitor.click("tenir-ajouter-personne");
    EXPECT_EQ(visitor.property("tenir-personne", "value"), "");
    EXPECT_EQ(visitor.focused(), "tenir-personne");
    visitor.click("tenir-retirer-personne");
    EXPECT_EQ(visitor.property("tenir-titulaire", "error"), "Choisissez d’abord la personne.");
    EXPECT_EQ(visitor.focused(), "tenir-titulaire");
    visitor.write("tenir-titulaire", "Noël MARTIN");
    visitor.write("tenir-presence", "absent");
    visitor.click("tenir-noter-presence");
    EXPECT_NE(visitor.property("tenir-du", "error"), "");
    visitor.write("tenir-du", "01/12/2026");
    visitor.write("tenir-au", "24/12/2026");
    visitor.click("tenir-noter-presence");
    EXPECT_THAT(visitor.property("tenir-titulaire-2", "value"), HasSubstr("24/12/2026"));
    visitor.write("tenir-presence", "parti");
    visitor.click("tenir-noter-presence");
    EXPECT_THAT(visitor.property("tenir-titulaire-2", "value"), HasSubstr("A quitté ce poste le 01/12/2026"));
    visitor.write("tenir-titulaire", "Éloïse DURAND");
    visitor.click("tenir-retirer-personne");
    EXPECT_FALSE(visitor.shows("tenir-titulaire-2"));
    EXPECT_EQ(entry_of(signed_directory(), "slai-de-l-ete").at("titulaires").size(), 1U);
}

TEST_F(Tenue, KeysAreAddedReplacedAndRevoked) {
    begin();
    enlist();
    const std::string first = directory_key("slai-exemple", 0, "destinataire");
    const std::string second = directory_key("slai-exemple", 2, "destinataire");
    visitor.click("tenir-ajouter-cle");
    EXPECT_NE(visitor.property("tenir-cle", "error"), "");
    visitor.write("tenir-cle", first.substr(0, first.size() - 1) + (first.back() == 'q' ? "p" : "q"));
    visitor.click("tenir-ajouter-cle");
    EXPECT_THAT(visitor.property("tenir-cle", "error"), HasSubstr("Refusé"));
    visitor.write("tenir-cle", first);
    visitor.click("tenir-ajouter-cle");
    EXPECT_EQ(visitor.effect("fingerprints").at("keys"), json::array({first}));
    visitor.shell_answers("fingerprints", {{"recipients", {{{"recipient", first}, {"fingerprint", print_of(first)}}}}});
    EXPECT_THAT(visitor.text(), HasSubstr(print_of(first).substr(0, 4)));
    visitor.write("tenir-cle", second);
    for (const char* button : {"tenir-remplacer-cle", "tenir-revoquer-cle"}) {
        visitor.click(button);
        EXPECT_EQ(visitor.property("tenir-cle-choisie", "error"), "Choisissez d’abord la clé.");
        EXPECT_EQ(visitor.focused(), "tenir-cle-choisie");
    }
    visitor.write("tenir-cle-choisie", first);
    visitor.click("tenir-remplacer-cle");
    EXPECT_THAT(visitor.property("tenir-cle-1-etat", "value"), HasSubstr("Remplacée"));
    visitor.write("tenir-cle-choisie", second);
    visitor.click("tenir-revoquer-cle");
    EXPECT_THAT(visitor.property("tenir-cle-2-etat", "value"), HasSubstr("Révoquée"));
    const json keys = entry_of(signed_directory(), "slai-de-l-ete").at("cles");
    EXPECT_EQ(keys.at(0).at("etat").at("par"), second);
    EXPECT_EQ(keys.at(1).at("etat").at("motif"), "compromis");
}

TEST_F(Tenue, ASuccessorIsNamedAndAnOldSignerRevoked) {
    begin();
    visitor.write("tenue-successeur", "RW");
    visitor.click("tenue-nommer");
    EXPECT_NE(visitor.property("tenue-signataires", "error"), "");
    visitor.write("tenue-successeur", successor);
    visitor.click("tenue-nommer");
    EXPECT_EQ(visitor.property("tenue-successeur-nomme", "value"), successor);
    visitor.write("tenue-signataire-revoque", own);
    visitor.click("tenue-revoquer");
    EXPECT_NE(visitor.property("tenue-signataires", "error"), "") << "not the key that signs it";
    visitor.write("tenue-signataire-revoque", free_key);
    visitor.click("tenue-revoquer");
    EXPECT_EQ(visitor.property("tenue-revoquee-1", "value"), free_key);
    visitor.click("tenue-oublier");
    EXPECT_FALSE(visitor.shows("tenue-successeur-nomme"));
}

TEST_F(Tenue, ASuccessorSigns) {
    load();
    unlock(successor);
    visitor.visit("#/annuaire/tenir");
    visitor.click("tenue-suivre");
    const json directory = signed_directory();
    EXPECT_EQ(directory.at("annuaire").at("signataire"), successor);
    EXPECT_FALSE(directory.at("annuaire").contains("successeur"));
}

TEST_F(Tenue, OnceSignedItsFilesAreSavedAndTheNextChangeIsAnotherVersion) {
    begin();
    signed_directory();
    EXPECT_TRUE(visitor.shows("avancement"));
    visitor.shell_answers("directory-signed", json::object());
    visitor.shell_answers("failed", {{"during", "load-directory"},
                                     {"error", {{"code", "directory.no-anchor"}, {"place", ""}}},
                                     {"origin", "signed"}});
    EXPECT_THAT(visitor.text(), HasSubstr("Aucun annuaire n’est prévu pour ce territoire"));
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), true);
    visitor.click("tenue-enregistrer");
    EXPECT_EQ(visitor.effect("save-directory"), (json{{"what", "text"}}));
    visitor.click("tenue-enregistrer-signature");
    EXPECT_EQ(visitor.effect("save-directory"), (json{{"what", "signature"}}));
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), false);
    enlist();
    EXPECT_EQ(signed_directory().at("annuaire").at("version"), 2);
}

TEST_F(Tenue, NothingCanBeChangedWhileItIsSigned) {
    begin();
    enlist();
    signed_directory();
    for (const char* control : {"tenue-successeur", "tenue-revoquer", "tenue-inscrire", "tenue-abandonner"})
        EXPECT_FALSE(visitor.shows(control)) << control;
    visitor.visit("#/annuaire/tenir/inscription/slai-de-l-ete");
    EXPECT_TRUE(visitor.shows("avancement"));
    for (const char* control : {"tenir-enregistrer", "tenir-ajouter-cle", "tenir-retirer"})
        EXPECT_FALSE(visitor.shows(control)) << control;
    visitor.click("precedent");
    visitor.shell_answers("directory-cancelled", json::object()); // the keys were locked
    EXPECT_FALSE(visitor.shows("avancement"));
    EXPECT_TRUE(visitor.shows("tenue-signer"));
    EXPECT_TRUE(visitor.shows("tenue-inscrire"));
}

TEST_F(Tenue, GivenUpWhileItIsSignedItIsNobodysVersion) {
    visitor.shell_answers("kept-trust", {{"content", ""}});
    begin();
    visitor.click("tenue-abandonner");
    visitor.click("tenue-signer"); // the question stays
    visitor.click("question-oui");
    EXPECT_EQ(visitor.route(), "#/annuaire");
    visitor.visit("#/annuaire/tenir");
    EXPECT_FALSE(visitor.shows("tenue-commencer")) << "the other one is still being signed";
    visitor.shell_answers("directory-signed", json::object());
    visitor.shell_answers("directory", directory_message("signed"));
    EXPECT_EQ(visitor.asked_for("keep-trust"), 0);
    EXPECT_TRUE(visitor.shows("tenue-commencer"));
    visitor.visit("#/annuaire");
    EXPECT_FALSE(visitor.shows("annuaire-table"));
}

TEST_F(Tenue, ItsRolesAreThoseOfItsOwnTerritory) {
    begin();
    enlist();
    const std::string role = visitor.cell("tenir-role", 1);
    visitor.visit("#/");
    visitor.choose_territory("nord");
    visitor.visit("#/annuaire/tenir/inscription/slai-de-l-ete");
    EXPECT_EQ(visitor.cell("tenir-role", 1), role);
}

TEST_F(Tenue, CanBeGivenUpAfterAQuestion) {
    begin();
    visitor.click("tenue-abandonner");
    EXPECT_TRUE(visitor.shows("question-oui"));
    visitor.click("question-oui");
    EXPECT_EQ(visitor.route(), "#/annuaire");
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), false);
}

} // namespace
} // namespace pli::ui
