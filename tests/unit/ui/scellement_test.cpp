// From reading the fiche back to erasing it: reading, signing, recipients, sealing, what is left to do.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Relecture, ShowsTheDocumentAndWantsTheDeclarations) {
    Visitor visitor;
    visitor.fill_saisie();
    ASSERT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_THAT(visitor.text(), HasSubstr("Éloïse"));
    EXPECT_THAT(visitor.text(), HasSubstr("Faire face à des difficultés de logement"));
    visitor.click("suivant");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.error("information.accord"), HasSubstr("Cochez"));
    visitor.tick("information.lecture");
    visitor.tick("information.accord");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Signer la fiche");
}

TEST(Relecture, NamesWhatIsWorthALastLook) {
    Visitor visitor;
    visitor.fill_saisie();
    EXPECT_FALSE(visitor.shows("a-verifier"));
    visitor.visit("#/saisie/5");
    visitor.tick_option("freins", "transport");
    visitor.tick("freins-logement", false);
    visitor.tick("freins-transport", false);
    visitor.click("suivant");
    ASSERT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_THAT(visitor.label("a-verifier-freins"), HasSubstr("aucun frein"));
}

TEST(Signature, IsDrawnOrOnPaper) {
    Visitor visitor;
    visitor.fill_saisie();
    visitor.tick("information.lecture");
    visitor.tick("information.accord");
    visitor.click("suivant");
    EXPECT_EQ(visitor.value("signature.date"), "22/11/2026");
    visitor.answer("signature.lieu", "Arras");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Signer la fiche") << "neither drawn nor on paper";

    visitor.choose("signature.signature", "dessin");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Signer la fiche") << "nothing is drawn";
    visitor.draw("signature.signature", "100,100 200,150 300,120 400,180 500,100");
    visitor.click("suivant");
    EXPECT_EQ(visitor.route(), "#/destinataires");
}

TEST(Destinataires, WantAKeyBeforeSealing) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.click("sceller");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_EQ(visitor.asked_for("seal"), 0);
    visitor.click("bilan-lien-cles-collees");
    EXPECT_EQ(visitor.focused(), "cles-collees");
}

TEST(Destinataires, ShowEachKeyWithItsFingerprintInGroups) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.write("cles-collees", "age1exemple");
    visitor.click("cles-ajouter");
    EXPECT_EQ(visitor.effect("recipients").at("text"), "age1exemple");
    const std::string fingerprint = "0123456789abcdef" + std::string(48, '7');
    visitor.shell_answers(
        "recipients",
        {{"recipients", {{{"recipient", "age1exemple"}, {"type", "x25519"}, {"fingerprint", fingerprint}}}},
         {"failures", json::array()}});
    EXPECT_THAT(visitor.label("cle-" + fingerprint + "-empreinte"), HasSubstr("0123 4567 89ab cdef 7777"));
    EXPECT_THAT(visitor.property("cles-collees", "value"), IsEmpty());
    visitor.click("cle-" + fingerprint + "-retirer");
    EXPECT_FALSE(visitor.shows("cles-liste"));
}

TEST(Destinataires, AWrongKeyIsExplainedWithItsLine) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.write("cles-collees", "AGE-SECRET-KEY-1EXEMPLE");
    visitor.click("cles-ajouter");
    const json failure = {{"code", "recipient.is-secret"}, {"place", "line 1"}, {"params", {{"line", "1"}}}};
    visitor.shell_answers("recipients", {{"recipients", json::array()}, {"failures", {failure}}});
    EXPECT_THAT(visitor.property("cles-collees", "error"), HasSubstr("Ligne 1"));
    EXPECT_THAT(visitor.property("cles-collees", "error"), HasSubstr("clé secrète"));
}

TEST(Destinataires, HybridProtectionNeedsAHybridKeyOfEveryone) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1pq1", "hybrid");
    EXPECT_THAT(visitor.label("protection"), HasSubstr("Toutes les clés sont hybrides"));
    visitor.add_key("age1xyz1", "x25519");
    EXPECT_THAT(visitor.label("protection"), HasSubstr("Certaines clés seulement"));
}

TEST(Destinataires, AGeneratedPassphraseMustBeNoted) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.pick("ouverture", "phrase");
    visitor.click("phrase-produire");
    EXPECT_EQ(visitor.asked_for("passphrase"), 1);
    visitor.shell_answers(
        "passphrase",
        {{"words", {"abaisser", "abandon", "abdiquer", "abeille", "abolir", "aborder", "aboutir", "aboyer"}}});
    EXPECT_EQ(visitor.label("phrase"), "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer");
    visitor.click("phrase-epeler");
    EXPECT_THAT(visitor.label("phrase-mot-4"), HasSubstr("a b e i l l e"));
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 0);
    EXPECT_THAT(visitor.property("phrase-notee", "error"), HasSubstr("Notez"));

    visitor.check("phrase-notee");
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 0) << "nobody is named who will get it";
    EXPECT_THAT(visitor.property("phrase-roles", "error"), HasSubstr("SLAI"));
    visitor.check("phrase-roles-slai");
    visitor.click("sceller");
    const json seal = visitor.effect("seal");
    EXPECT_EQ(seal.at("passphrase"), "abaisser-abandon-abdiquer-abeille-abolir-aborder-aboutir-aboyer");
    EXPECT_THAT(seal.at("recipients"), IsEmpty());
    EXPECT_EQ(seal.at("roles"), json{"slai"});
}

TEST(Scellement, HandsTheAnswersOverAndShowsProgress) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.check("armure");
    visitor.click("sceller");
    EXPECT_EQ(visitor.route(), "#/scellement");
    const json seal = visitor.effect("seal");
    EXPECT_EQ(seal.at("form"), "liaison-ag-tacite");
    EXPECT_EQ(seal.at("created"), "2026-11-22");
    EXPECT_EQ(seal.at("answers").at("demandeur.nom"), "Lefèvre-Dupré");
    EXPECT_EQ(seal.at("recipients").at(0).at("recipient"), "age1exemple");
    EXPECT_EQ(seal.at("passphrase"), "");
    EXPECT_EQ(seal.at("armor"), true);

    visitor.shell_answers("progress", {{"stage", "seal"}, {"percent", 40}});
    EXPECT_EQ(visitor.property("avancement", "value"), "40");
    visitor.shell_answers("progress", {{"stage", "pdf"}, {"percent", nullptr}});
    EXPECT_THAT(visitor.label("avancement"), HasSubstr("PDF"));
}

TEST(Scellement, CanBeCancelledAndLosesNothing) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    visitor.click("annuler");
    EXPECT_EQ(visitor.asked_for("cancel"), 1);
    visitor.shell_answers("cancelled", json::object());
    EXPECT_EQ(visitor.route(), "#/destinataires");
    EXPECT_THAT(visitor.status(), HasSubstr("annulé"));
    EXPECT_THAT(visitor.label("cles-titre"), HasSubstr("1 personne"));
}

TEST(Scellement, AFailureIsOneSentenceAndLosesNothing) {
    Visitor visitor;
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    visitor.shell_fails("seal", "shell.worker-ended");
    EXPECT_EQ(visitor.route(), "#/destinataires");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("arrêtée"));
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 2);
}

TEST(Termine, SaysThatTheFileIsNotTransmittedYet) {
    Visitor visitor;
    visitor.seal_with_key();
    EXPECT_EQ(visitor.route(), "#/termine");
    EXPECT_EQ(visitor.property("fichier-nom", "value"), "pli_2026-11-22_0a1b2c.age");
    EXPECT_EQ(visitor.property("fichier-taille", "value"), "65\u00a0Ko");
    EXPECT_THAT(visitor.label("pas-transmis"), HasSubstr("n’est pas encore transmis"));
    visitor.click("telecharger");
    EXPECT_EQ(visitor.effect("download").at("what"), "age");
    EXPECT_FALSE(visitor.shows("telecharger-armure")) << "it was not asked for";
}

TEST(Termine, TheStoredFileIsCheckedBeforeTheAnswersAreErased) {
    Visitor visitor;
    visitor.seal_with_key();
    visitor.give_file("verifier", "autre.age");
    EXPECT_EQ(visitor.effect("verify").at("file"), "verifier");
    visitor.shell_answers("verified", {{"same", false}});
    EXPECT_THAT(visitor.property("verifier", "error"), HasSubstr("n’est pas celui"));
    EXPECT_FALSE(visitor.shows("effacer"));

    visitor.give_file("verifier", "pli_2026-11-22_0a1b2c.age");
    visitor.shell_answers("verified", {{"same", true}});
    visitor.click("effacer");
    EXPECT_EQ(visitor.asked_for("erase"), 1);
    EXPECT_EQ(visitor.route(), "#/");
    EXPECT_FALSE(visitor.shows("reprendre"));
}

TEST(Termine, ErasingAnUncheckedFileAsksFirst) {
    Visitor visitor;
    visitor.seal_with_key();
    visitor.click("remis");
    EXPECT_EQ(visitor.asked_for("erase"), 0);
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("erase"), 1);
    EXPECT_THAT(visitor.text(), Not(HasSubstr("Lefèvre")));
}

TEST(Termine, TakingTheAnswersUpAgainBreaksTheSeal) {
    Visitor visitor;
    visitor.seal_with_key();
    visitor.visit("#/saisie/3");
    EXPECT_EQ(visitor.route(), "#/termine");
    EXPECT_THAT(visitor.status(), HasSubstr("déjà scellée"));
    visitor.click("reprendre");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_EQ(visitor.value("agent-ft.nom"), "Exemple");
}

} // namespace
} // namespace pli::ui
