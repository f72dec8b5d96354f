// What the register fills in: the yearly list, and documents about several persons in one go.
#include "core/register/register_file.hpp"
#include "unit/ui/keeper.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// A register with two persons, each with a tool.
class Office : public Keeper {
  public:
    Office() {
        begin();
        enlist("DURAND", 1);
        grant("ouiform", "05/01/2026");
        visit("#/registre");
        enlist("PETIT", 2);
        grant("academie", "01/09/2026");
        visit("#/registre");
    }

    void answer_common() {
        tick("habilitation.regles");
        answer("signature.rgc.nom", "Exemple");
        answer("signature.rgc.prenom", "Camille");
        answer("signature.lieu", "Arras");
    }

    /// From the register to what is sealed, with both persons.
    void seal_acts() {
        click("registre-produire-habilitations");
        answer_common();
        click("suivant");
        add_key("age1collegue");
        click("sceller");
    }

    /// `document` is the digit of its number.
    static json file(const std::string& name, char document) {
        return {{"name", name},
                {"size", 66000},
                {"sha256", std::string(64, 'a')},
                {"armorName", ""},
                {"documentId", std::string(32, document)},
                {"contentSha256", std::string(64, 'c')},
                {"signer", ""}};
    }
};

TEST(YearlyList, GoesOnAsAFormOfItsOwn) {
    Office office;
    office.click("registre-preparer-outils-communs");
    EXPECT_EQ(office.route(), "#/saisie/1");
    EXPECT_EQ(office.value("partenaire.structure"), "Structure Exemple");
    EXPECT_TRUE(office.checked("reponse-liste-pour-outils-communs"));
    office.answer("rgc.nom", "Exemple");
    office.answer("rgc.prenom", "Camille");
    office.click("suivant");
    EXPECT_EQ(office.value("utilisateurs.0.nom"), "DURAND");
    EXPECT_EQ(office.value("utilisateurs.1.octroi"), "01/09/2026");
    EXPECT_TRUE(office.checked("reponse-utilisateurs.0.constats-jamais-utilise"));
    office.click("suivant");
    EXPECT_EQ(office.title(), "Relire la fiche");
    office.click("suivant");
    office.add_key("age1collegue");
    office.click("sceller");
    EXPECT_EQ(office.effect("seal").at("form"), "habilitation-liste-annuelle");
}

TEST(YearlyList, SaysThatThereIsNobodyToList) {
    Office office;
    office.click("registre-preparer-plateforme-formation");
    EXPECT_EQ(office.route(), "#/registre");
    EXPECT_EQ(office.focused(), "bilan");
    EXPECT_THAT(office.text(), HasSubstr("personne à porter sur cette liste"));
}

TEST(YearlyList, ReplacesNoFicheUnasked) {
    Office office;
    office.visit("#/");
    office.start_fiche("rgc-designation");
    office.answer("organisme.structure", "Département d’Exemple");
    office.visit("#/registre");
    office.click("registre-preparer-outils-communs");
    EXPECT_EQ(office.focused(), "question-garder");
    office.click("question-oui");
    EXPECT_EQ(office.value("partenaire.structure"), "Structure Exemple");
}

TEST(Acts, AreChosenAndAskedForOnce) {
    Office office;
    office.click("registre-produire-habilitations");
    EXPECT_EQ(office.title(), "Produire les habilitations nominatives");
    EXPECT_EQ(office.label("actes-nombre"), "2 documents à produire");
    EXPECT_EQ(office.value("partenaire.structure"), "Structure Exemple");
    EXPECT_EQ(office.value("signature.date"), "22/11/2026");
    EXPECT_FALSE(office.asks("utilisateur.nom"));
    EXPECT_FALSE(office.asks("signature.signature")) << "each is signed by hand";
    office.click("suivant");
    EXPECT_EQ(office.focused(), "bilan");
    EXPECT_THAT(office.error("signature.lieu"), Not(testing::IsEmpty()));
    office.click("actes-aucun");
    office.answer_common();
    office.click("suivant");
    EXPECT_THAT(office.property("actes-personnes", "error"), HasSubstr("au moins une personne"));
    office.write("actes-chercher", "petit");
    EXPECT_FALSE(office.shows("acte-" + id_of(1) + "-2026-01-05"));
    office.click("actes-tous");
    office.write("actes-chercher", "");
    EXPECT_EQ(office.label("actes-nombre"), "1 document à produire");
    office.click("suivant");
    EXPECT_EQ(office.title(), "Relire et sceller les documents");
    EXPECT_THAT(office.text(), HasSubstr("PETIT"));
}

TEST(Acts, AreSealedInOneGoAndNoted) {
    Office office;
    office.seal_acts();
    const json effect = office.effect("seal-several");
    ASSERT_EQ(effect.at("drafts").size(), 2U);
    EXPECT_EQ(effect.at("drafts").at(0).at("answers").at("utilisateur.nom"), "DURAND");
    EXPECT_EQ(effect.at("drafts").at(1).at("answers").at("signature").at("mode"), "papier");
    EXPECT_EQ(effect.at("recipients").at(0).at("recipient"), "age1collegue");
    office.shell_answers("progress", {{"stage", "pdf"}, {"percent", nullptr}, {"number", 2}, {"total", 2}});
    EXPECT_EQ(office.label("document"), "Document 2 sur 2");
    office.visit("#/registre");
    office.visit("#/registre/actes");
    EXPECT_EQ(office.route(), "#/scellement");
    office.shell_answers("sealed-several", {{"files", {Office::file("un.age", '1'), Office::file("deux.age", '2')}}});
    EXPECT_EQ(office.route(), "#/registre/actes/sceller");
    EXPECT_EQ(office.effect("keep-receipts").at("receipts").size(), 2U) << "one each";
    EXPECT_EQ(office.property("mes-plis", "value"), "#/suivi");
    EXPECT_THAT(office.label("fichier-1-objet"), HasSubstr("DURAND"));
    EXPECT_EQ(office.property("fichier-2-nom", "value"), "deux.age");
    office.click("registre-revenir");
    EXPECT_EQ(office.focused(), "question-garder") << "nothing was saved";
    office.click("question-garder");
    office.click("fichier-2-enregistrer");
    EXPECT_EQ(office.effect("download").at("file"), 1);
    office.click("telecharger-tout");
    office.click("registre-revenir");
    EXPECT_EQ(office.route(), "#/registre");
    office.click("registre-produire-habilitations");
    EXPECT_EQ(office.label("actes-nombre"), "0 document à produire");
    EXPECT_TRUE(office.shows("actes-rien"));
    office.check("actes-encore");
    EXPECT_THAT(office.text(), HasSubstr("document produit le 22/11/2026"));
    const RegisterReading noted = read_register(office.seal(hash_a));
    EXPECT_EQ(noted.content.persons.at(0).tools.at("ouiform").formalised, test_day);
}

TEST(Acts, OfWhichOneFailsAreNone) {
    Office office;
    office.seal_acts();
    office.shell_fails("seal", "pdf.failed");
    EXPECT_EQ(office.title(), "Relire et sceller les documents");
    EXPECT_TRUE(office.shows("cles-liste"));
    office.click("sceller");
    office.shell_answers("cancelled", json::object());
    EXPECT_EQ(office.title(), "Relire et sceller les documents");
    EXPECT_THAT(office.status(), HasSubstr("annulé"));
}

TEST(Acts, NameThePersonOfWhomSomethingIsWrong) {
    Office office;
    office.visit("#/registre/personne/" + id_of(2));
    office.visit("#/registre");
    const std::string text = office.seal(hash_a);
    std::string foreign = text;
    const std::string tool = "\"academie\"";
    foreign.replace(foreign.find(tool), tool.size(), "\"outil-voisin\"");
    Keeper keeper;
    keeper.open(foreign, hash_b);
    keeper.click("registre-produire-habilitations");
    keeper.click("suivant");
    const std::string link = "bilan-lien-/registre/personne/" + id_of(2);
    ASSERT_TRUE(keeper.shows(link));
    EXPECT_THAT(keeper.label(link), HasSubstr("PETIT Éloïse"));
    EXPECT_THAT(keeper.label(link), HasSubstr("outil-voisin"));
    keeper.visit("#/registre/actes/sceller");
    EXPECT_EQ(keeper.route(), "#/registre/actes");
}

TEST(Acts, OfAnEndHaveTheirOwnForm) {
    Office office;
    office.visit("#/registre/personne/" + id_of(1));
    office.click("personne-suspendre");
    office.visit("#/registre");
    office.click("registre-produire-retraits");
    EXPECT_EQ(office.title(), "Produire les suspensions et suppressions");
    EXPECT_EQ(office.label("actes-nombre"), "1 document à produire");
    EXPECT_FALSE(office.asks("retrait.nature"));
}

} // namespace
} // namespace pli::ui
