// Whose signature a document bears, by the directory.
#include "unit/ui/correspondents.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

struct Written {
    std::string signer;
    std::string created = "2026-11-01";
    std::string structure = "Département d’Exemple";
    std::string role = "slai";
    std::string territory = "pas-de-calais";
};

class Auteur : public testing::Test {
  protected:
    void open(const Written& written) {
        visitor.visit("#/ouvrir");
        visitor.give_file("ouvrir-fichier", "pli.age");
        visitor.shell_answers("inspected", {{"locks", "keys"}, {"recipients", 1}, {"confirm", false}});
        visitor.give_file("ouvrir-cle", "cle.txt");
        visitor.click("ouvrir");
        visitor.shell_answers("opened", {{"form", "liaison-ag-tacite"},
                                         {"document",
                                          {{"title", "Fiche de liaison"},
                                           {"banner", ""},
                                           {"source", ""},
                                           {"blocks", {{{"type", "paragraph"}, {"text", "Contenu d’essai"}}}}}},
                                         {"answers", json::object()},
                                         {"documentId", std::string(32, 'c')},
                                         {"created", written.created},
                                         {"replaces", ""},
                                         {"structure", written.structure},
                                         {"role", written.role},
                                         {"signer", written.signer},
                                         {"territory", written.territory},
                                         {"recipients", 1},
                                         {"locks", "keys"},
                                         {"sha256", std::string(64, 'd')}});
    }
    void load() { visitor.shell_answers("directory", directory_message("kept")); }
    std::string warning() { return visitor.label("avertissement"); }

    const std::string now = directory_key("slai-exemple", 2, "signature");
    const std::string replaced = directory_key("slai-exemple", 0, "signature");
    Visitor visitor{"#/ouvrir"};
};

TEST_F(Auteur, IsUnknownWithoutADirectory) {
    open({now});
    EXPECT_THAT(warning(), HasSubstr("clé inconnue"));
    EXPECT_THAT(warning(), HasSubstr("l’annuaire du territoire de ce pli n’est pas chargé"));
    EXPECT_FALSE(visitor.shows("origine-auteur"));
    load();
    EXPECT_THAT(warning(), HasSubstr("Signé par SLAI de l’Exemple-Été, Département d’Exemple"));
}

TEST_F(Auteur, IsTheDirectorysForTheKey) {
    load();
    open({now});
    EXPECT_THAT(warning(), HasSubstr("SLAI du Conseil Départemental (chef de SLAI)"));
    EXPECT_EQ(visitor.property("origine-auteur", "value"), "SLAI de l’Exemple-Été, Département d’Exemple");
    EXPECT_THAT(visitor.text(), HasSubstr("Contenu d’essai"));
}

TEST_F(Auteur, OfAnUnsignedDocumentIsNotVerified) {
    load();
    open({""});
    EXPECT_THAT(warning(), HasSubstr("Auteur non vérifié"));
}

TEST_F(Auteur, IsUnknownWhenTheKeyIsOfNobody) {
    load();
    open({directory_json().at("annuaire").at("successeur")});
    EXPECT_THAT(warning(), HasSubstr("n’est pas dans l’annuaire"));
}

TEST_F(Auteur, WhoSaysToBeAnotherIsRefused) {
    load();
    for (const Written& written : {Written{now, "2026-11-01", "Autre Structure", "slai"},
                                   Written{now, "2026-11-01", "Département d’Exemple", "referent-social"}}) {
        open(written);
        EXPECT_EQ(visitor.route(), "#/ouvrir");
        EXPECT_THAT(visitor.text(), HasSubstr("se dit d’un autre"));
        EXPECT_THAT(visitor.text(), Not(HasSubstr("Contenu d’essai")));
        EXPECT_EQ(visitor.focused(), "bilan");
    }
}

TEST_F(Auteur, WhoSaysToBeAnotherIsRefusedAlsoWhenTheDirectoryComesLater) {
    open({now, "2026-11-01", "Autre Structure", "slai"});
    EXPECT_EQ(visitor.route(), "#/lecture");
    load();
    EXPECT_EQ(visitor.route(), "#/ouvrir");
    EXPECT_THAT(visitor.text(), Not(HasSubstr("Contenu d’essai")));
}

TEST_F(Auteur, TheDayOfTheDocumentCounts) {
    load();
    open({replaced, "2026-05-01"});
    EXPECT_THAT(warning(), HasSubstr("Rien n’y a été changé"));
    open({replaced, "2026-11-01"});
    EXPECT_THAT(warning(), HasSubstr("déjà remplacée"));
    open({now, "2028-01-01"});
    EXPECT_THAT(warning(), HasSubstr("déjà expirée"));
    open({now, "2025-12-31"});
    EXPECT_THAT(warning(), HasSubstr("pas encore en vigueur"));
}

TEST_F(Auteur, ARevokedKeyIsNotToBeTrustedWhateverTheDay) {
    json directory = directory_json();
    json& key = directory.at("inscriptions").at(3).at("cles").at(2);
    key["etat"] = {{"genre", "revoquee"}, {"jour", "2026-11-22"}, {"motif", "compromis"}};
    json message = directory_message("kept");
    message["text"] = directory.dump();
    visitor.shell_answers("directory", message);
    open({now, "2026-02-01"});
    EXPECT_THAT(warning(), HasSubstr("Non fiable"));
    open({now, "2026-02-01", "Autre Structure"});
    EXPECT_THAT(warning(), HasSubstr("Non fiable"));
}

TEST_F(Auteur, ADirectoryOfAnotherTerritorySaysNothing) {
    load();
    open({now, "2026-11-01", "Département d’Exemple", "slai", "nord"});
    EXPECT_THAT(warning(), HasSubstr("l’annuaire du territoire de ce pli n’est pas chargé"));
}

} // namespace
} // namespace pli::ui
