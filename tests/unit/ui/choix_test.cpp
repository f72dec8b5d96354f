// Recipients picked from the directory by name and role, and keys given by hand that it knows.
#include "unit/ui/correspondents.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Choix : public testing::Test {
  protected:
    void SetUp() override {
        visitor.shell_answers("directory", directory_message("kept"));
        visitor.fill_to_recipients();
    }
    json sealed() {
        visitor.click("sceller");
        return visitor.effect("seal").at("recipients");
    }
    void paste(const std::string& key, const std::string& type = "x25519") {
        visitor.shell_answers("recipients",
                              {{"for", "document"},
                               {"recipients", {{{"recipient", key}, {"type", type}, {"fingerprint", print_of(key)}}}},
                               {"failures", json::array()}});
    }
    const std::string classic = directory_key("slai-exemple", 2, "destinataire");
    const std::string hybrid = directory_key("slai-exemple", 2, "hybride");
    Visitor visitor;
};

TEST_F(Choix, ShowsTheRolesThatTheRoutingWantsAndTheirEntries) {
    EXPECT_TRUE(visitor.shows("choix-slai-exemple-ajouter"));
    EXPECT_THAT(visitor.label("choix-referent-exemple-raison"), HasSubstr("Personne à ce poste pour l’instant"));
    EXPECT_FALSE(visitor.shows("choix-agence-exemple")) << "an adviser may not be written to";
    visitor.write("choix-chercher", "rien de tel");
    EXPECT_FALSE(visitor.shows("choix-slai-exemple"));
    EXPECT_TRUE(visitor.shows("choix-slai-aucun"));
}

TEST_F(Choix, TheNextFicheIsNotSearchedForThePersonOfTheLast) {
    visitor.write("choix-chercher", "rien de tel");
    visitor.visit("#/");
    visitor.click("fiche-liaison-ag-tacite");
    visitor.click("question-oui");
    visitor.pick("vous-etes", "conseiller-france-travail");
    visitor.fill_steps();
    visitor.tick("information.lecture");
    visitor.tick("information.accord");
    visitor.click("suivant");
    visitor.answer("signature.lieu", "Arras");
    visitor.choose("signature.signature", "papier");
    visitor.click("suivant");
    EXPECT_EQ(visitor.property("choix-chercher", "value"), "");
    EXPECT_TRUE(visitor.shows("choix-slai-exemple-ajouter"));
}

TEST_F(Choix, APickedRecipientHasItsRoleAndName) {
    visitor.click("choix-slai-exemple-ajouter");
    EXPECT_THAT(visitor.status(), HasSubstr("fait partie des destinataires"));
    EXPECT_EQ(visitor.focused(), "cles-titre");
    EXPECT_TRUE(visitor.shows("choix-slai-exemple-ajoute"));
    EXPECT_THAT(visitor.label("cle-" + print_of(hybrid) + "-annuaire"), HasSubstr("SLAI de l’Exemple-Été"));
    EXPECT_EQ(sealed(), (json{{{"recipient", hybrid}, {"fingerprint", print_of(hybrid)}, {"role", "slai"}}}));
}

TEST_F(Choix, TheReceiptNamesWhoeverTheDirectoryKnows) {
    visitor.click("choix-slai-exemple-ajouter");
    visitor.add_key("age1exemple", "x25519", "referent-social");
    sealed();
    visitor.shell_seals();
    visitor.visit("#/suivi/pli/" + std::string(32, '1'));
    EXPECT_THAT(visitor.property("suivi.pour", "value"),
                AllOf(StartsWith("SLAI de l’Exemple-Été"), HasSubstr("), Référent")));
}

TEST_F(Choix, HybridKeysServeOnlyIfEveryRecipientHasOne) {
    visitor.click("choix-slai-exemple-ajouter");
    visitor.add_key("age1exemple", "x25519", "referent-social");
    const json recipients = sealed();
    ASSERT_EQ(recipients.size(), 2U);
    EXPECT_EQ(recipients[0].at("recipient"), classic);
    EXPECT_EQ(recipients[0].at("fingerprint"), print_of(classic));
}

TEST_F(Choix, TheyServeAgainOnceTheOtherIsGone) {
    visitor.click("choix-slai-exemple-ajouter");
    const std::string other = directory_key("referent-exemple", 0, "destinataire");
    paste(other);
    EXPECT_TRUE(visitor.shows("cle-" + print_of(classic)));
    visitor.click("cle-" + print_of(other) + "-retirer");
    EXPECT_TRUE(visitor.shows("cle-" + print_of(hybrid)));
}

TEST_F(Choix, AKeyGivenByHandIsNamedIfItIsKnown) {
    paste(directory_key("referent-exemple", 0, "destinataire"));
    EXPECT_THAT(visitor.text(), HasSubstr("Association d’Exemple"));
    paste("age1exempleinconnu");
    EXPECT_THAT(visitor.text(), HasSubstr("Clé absente de l’annuaire"));
}

TEST_F(Choix, ARevokedKeyIsRefused) {
    const std::string revoked = directory_key("slai-exemple", 1, "destinataire");
    paste(revoked);
    EXPECT_FALSE(visitor.shows("cle-" + print_of(revoked)));
    EXPECT_THAT(visitor.property("cles-collees", "error"), HasSubstr("révoquée"));
}

TEST_F(Choix, AReplacedKeyIsSaidToBe) {
    const std::string replaced = directory_key("slai-exemple", 0, "destinataire");
    paste(replaced);
    EXPECT_THAT(visitor.label("cle-" + print_of(replaced) + "-etat"), HasSubstr("Remplacée depuis le 01/06/2026"));
}

TEST_F(Choix, AKeyRevokedSinceIsNotSealedTo) {
    visitor.click("choix-slai-exemple-ajouter");
    json directory = directory_json();
    json& key = directory.at("inscriptions").at(3).at("cles").at(2);
    key["etat"] = {{"genre", "revoquee"}, {"jour", "2026-11-22"}, {"motif", "compromis"}};
    json message = directory_message("kept");
    message["text"] = directory.dump();
    visitor.shell_answers("directory", message);
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 0);
    EXPECT_THAT(visitor.text(), HasSubstr("Retirez-la"));
}

TEST(ChoixSansAnnuaire, SaysHowToGetOne) {
    Visitor visitor;
    visitor.fill_to_recipients();
    EXPECT_TRUE(visitor.shows("choix-sans-annuaire"));
}

} // namespace
} // namespace pli::ui
