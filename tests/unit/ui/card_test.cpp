// The own card: typed or loaded, saved, kept only if asked, and taken over into every form.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string content =
    R"({"carte":{"fonction":"Conseillère","mail":"camille@exemple.fr","nom":"Exemple","prenom":"Camille",)"
    R"("structure":"Arras Centre","telephone":"+33353012345"},"format":"pli/carte/1"})";

void type_card(Visitor& visitor) {
    visitor.answer("nom", "Exemple");
    visitor.answer("prenom", "Camille");
    visitor.answer("fonction", "Conseillère");
    visitor.answer("telephone", "03 53 01 23 45");
    visitor.answer("mail", "camille@exemple.fr");
    visitor.answer("structure", "Arras Centre");
}

TEST(Card, FillsTheOwnBlockOfEveryForm) {
    Visitor visitor("#/ma-carte");
    type_card(visitor);
    visitor.click("carte-utiliser");
    EXPECT_THAT(visitor.status(), HasSubstr("reprise dans votre bloc"));
    for (const std::string form : {"liaison-ag-tacite", "liaison-ag-bilaterale"}) {
        visitor.visit("#/");
        visitor.start_fiche(form);
        EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple") << form;
        EXPECT_EQ(visitor.value("agent-ft.agence"), "Arras Centre");
        EXPECT_THAT(visitor.value("agent-cd.nom"), IsEmpty()) << "somebody else's";
    }
}

TEST(Card, MovesToTheBlockOfTheRoleThatIsChosen) {
    Visitor visitor("#/ma-carte");
    type_card(visitor);
    visitor.click("carte-utiliser");
    visitor.visit("#/");
    visitor.start_fiche();
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    visitor.pick("vous-etes", "slai");
    EXPECT_EQ(visitor.value("agent-cd.nom"), "Exemple");
    EXPECT_EQ(visitor.value("agent-cd.mail"), "camille@exemple.fr");
    EXPECT_THAT(visitor.value("agent-ft.nom"), IsEmpty()) << "it is no longer the user's";
    EXPECT_THAT(visitor.value("agent-ft.agence"), IsEmpty());
}

TEST(Card, FillsTheBlockOfWhoeverSignsAForm) {
    for (const auto& [form, name] :
         {std::pair{"rgc-acte-engagement", "rgc.nom"}, std::pair{"rgc-designation", "organisme.representant.nom"},
          std::pair{"outils-demande-acces", "partenaire.signataire.nom"}}) {
        Visitor visitor("#/ma-carte");
        type_card(visitor);
        visitor.click("carte-utiliser");
        visitor.visit("#/");
        visitor.click(std::string("fiche-") + form);
        EXPECT_EQ(visitor.value(name), "Exemple") << form;
    }
}

TEST(Card, FillsTheFormInProgressWithoutOverwriting) {
    Visitor visitor;
    visitor.start_fiche();
    visitor.answer("agent-ft.fonction", "Directrice");
    visitor.visit("#/ma-carte");
    type_card(visitor);
    visitor.click("carte-utiliser");
    visitor.visit("#/saisie/1");
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    EXPECT_EQ(visitor.value("agent-ft.fonction"), "Directrice");
}

TEST(Card, IsNeitherUsedNorSavedWithFaults) {
    Visitor visitor("#/ma-carte");
    visitor.answer("nom", "3");
    visitor.click("carte-enregistrer");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.error("mail"), Not(IsEmpty()));
    EXPECT_EQ(visitor.asked_for("save-card"), 0);
    visitor.visit("#/");
    visitor.start_fiche();
    EXPECT_THAT(visitor.value("agent-ft.nom"), IsEmpty());
}

TEST(Card, IsSavedAsAFile) {
    Visitor visitor("#/ma-carte");
    type_card(visitor);
    visitor.click("carte-enregistrer");
    EXPECT_EQ(visitor.effect("save-card").at("content"), content);
}

TEST(Card, IsTakenFromAFile) {
    Visitor visitor("#/ma-carte");
    visitor.give_file("carte-fichier", "pli_carte.json");
    EXPECT_EQ(visitor.effect("load-card").at("file"), "carte-fichier");
    visitor.shell_answers("card", {{"content", content}});
    EXPECT_EQ(visitor.value("nom"), "Exemple");
    EXPECT_EQ(visitor.value("telephone"), "03 53 01 23 45");
    visitor.visit("#/");
    visitor.start_fiche();
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
}

TEST(Card, ADamagedFileIsToldAndOverwritesNothing) {
    Visitor visitor("#/ma-carte");
    type_card(visitor);
    for (const std::string& damaged :
         {std::string(), content.substr(0, 40), std::string("{}"), std::string(R"({"format":"pli/carte/1"})")}) {
        visitor.give_file("carte-fichier", "pli_carte.json");
        visitor.shell_answers("card", {{"content", damaged}});
        EXPECT_EQ(visitor.focused(), "bilan") << damaged;
        EXPECT_THAT(visitor.label("bilan-echec"), Not(IsEmpty()));
        EXPECT_EQ(visitor.value("nom"), "Exemple");
    }
    visitor.shell_fails("load-card", "shell.unreadable-file");
    EXPECT_EQ(visitor.value("nom"), "Exemple");
}

TEST(Card, IsNotKeptWhereTheBrowserMayNot) {
    Visitor visitor("#/ma-carte");
    EXPECT_FALSE(visitor.shows("carte-garder"));
    type_card(visitor);
    visitor.click("carte-utiliser");
    EXPECT_EQ(visitor.asked_for("keep-card"), 0);
}

TEST(Card, IsKeptOnlyIfAskedAndForgottenAtOnce) {
    Visitor visitor("#/ma-carte");
    visitor.shell_answers("kept-card", {{"content", ""}});
    type_card(visitor);
    visitor.click("carte-utiliser");
    EXPECT_EQ(visitor.effect("keep-card").at("content"), "");
    visitor.check("carte-garder");
    EXPECT_EQ(visitor.effect("keep-card").at("content"), content);
    visitor.click("carte-effacer");
    EXPECT_EQ(visitor.effect("keep-card").at("content"), "");
    EXPECT_THAT(visitor.value("nom"), IsEmpty());
    EXPECT_FALSE(visitor.checked("carte-garder"));
}

TEST(Card, ThatCannotBeKeptIsNotSaidToBe) {
    Visitor visitor("#/ma-carte");
    visitor.shell_answers("kept-card", {{"content", ""}});
    type_card(visitor);
    visitor.click("carte-utiliser");
    visitor.check("carte-garder");
    visitor.shell_fails("keep-card", "storage.not-remembered");
    EXPECT_FALSE(visitor.checked("carte-garder"));
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("plus de place"));
}

TEST(Card, ThatWasKeptIsUsedAtTheNextVisit) {
    Visitor visitor;
    visitor.shell_answers("kept-card", {{"content", content}});
    visitor.start_fiche();
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
    visitor.visit("#/ma-carte");
    EXPECT_TRUE(visitor.checked("carte-garder"));
}

TEST(Card, IsTheOnlyScreenWhereTheBrowserMayPropose) {
    Visitor visitor("#/ma-carte");
    EXPECT_EQ(visitor.property("reponse-nom", "autocomplete"), "family-name");
    EXPECT_EQ(visitor.property("reponse-mail", "autocomplete"), "email");
    visitor.visit("#/");
    visitor.start_fiche();
    EXPECT_THAT(visitor.property("reponse-agent-ft.nom", "autocomplete"), IsEmpty());
}

} // namespace
} // namespace pli::ui
