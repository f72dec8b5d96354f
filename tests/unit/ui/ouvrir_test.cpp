// Opening, reading and correcting a sealed file.
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

json opened_message() {
    return {{"form", "liaison-ag-tacite"},
            {"document",
             {{"title", "Fiche de liaison"},
              {"banner", ""},
              {"source", "Annexe 5"},
              {"blocks",
               {{{"type", "heading"}, {"level", 3}, {"text", "DEMANDEUR D’EMPLOI"}},
                {{"type", "row"}, {"label", "Nom et prénom"}, {"value", "Lefèvre-Dupré Éloïse"}},
                {{"type", "row"}, {"label", "Téléphone"}, {"value", ""}},
                {{"type", "ticks"},
                 {"label", "BRSA"},
                 {"options", {{{"label", "Oui"}, {"ticked", true}}, {{"label", "Non"}, {"ticked", false}}}}},
                {{"type", "paragraph"}, {"text", "Notice"}},
                {{"type", "signature"}, {"label", "Signature"}, {"mode", "papier"}, {"strokes", json::array()}}}}}},
            {"answers",
             {{"demandeur.nom", "Lefèvre-Dupré"},
              {"information.lecture", true},
              {"signature.lieu", "Arras"},
              {"signature.date", "01/11/2026"},
              {"signature", {{"mode", "papier"}}}}},
            {"documentId", std::string(32, 'c')},
            {"created", "2026-11-01"},
            {"replaces", ""},
            {"structure", "Arras Centre"},
            {"role", "conseiller-france-travail"},
            {"packVersion", "1.0.0"},
            {"recipients", 2},
            {"locks", "keys"},
            {"sha256", std::string(64, 'd')}};
}

class Ouvrir : public testing::Test {
  protected:
    void choose_file(const std::string& locks) {
        visitor.give_file("ouvrir-fichier", "pli.age");
        visitor.shell_answers("inspected",
                              {{"locks", locks}, {"recipients", 1}, {"workFactor", 18}, {"confirm", false}});
    }
    void open_with_key() {
        choose_file("keys");
        visitor.give_file("ouvrir-cle", "cle.txt");
        visitor.click("ouvrir");
    }
    void fail_at_key_file(const std::string& code) {
        visitor.shell_answers(
            "failed",
            {{"during", "open"}, {"error", {{"code", code}, {"place", "key-file"}, {"params", {{"line", "3"}}}}}});
    }
    const std::string typed = "Abaisser abandon abdiquer abeille ÉLÉPHANT aborder aboutir aboyer ";
    Visitor visitor{"#/ouvrir"};
};

TEST_F(Ouvrir, AsksForTheKeyOrThePassphraseThatTheFileNeeds) {
    EXPECT_FALSE(visitor.shows("ouvrir-phrase"));
    choose_file("passphrase");
    EXPECT_EQ(visitor.effect("inspect").at("file"), "ouvrir-fichier");
    EXPECT_TRUE(visitor.shows("ouvrir-phrase"));
    EXPECT_FALSE(visitor.shows("ouvrir-cle"));
    choose_file("keys");
    EXPECT_FALSE(visitor.shows("ouvrir-phrase"));
    EXPECT_TRUE(visitor.shows("ouvrir-cle"));
}

TEST_F(Ouvrir, SaysWhatIsMissing) {
    visitor.click("ouvrir");
    EXPECT_THAT(visitor.property("ouvrir-fichier", "error"), HasSubstr("Choisissez"));
    choose_file("keys");
    visitor.click("ouvrir");
    EXPECT_THAT(visitor.property("ouvrir-cle", "error"), HasSubstr("fichier de clé"));
    EXPECT_EQ(visitor.asked_for("open"), 0);
}

TEST_F(Ouvrir, ShowsTheDocumentReadOnlyWithItsOrigin) {
    open_with_key();
    EXPECT_EQ(visitor.effect("open").at("keyFile"), "ouvrir-cle");
    visitor.shell_answers("opened", opened_message());
    EXPECT_EQ(visitor.route(), "#/lecture");
    EXPECT_THAT(visitor.tab(), Not(HasSubstr("Lefèvre")));
    EXPECT_THAT(visitor.text(), HasSubstr("Lefèvre-Dupré Éloïse"));
    EXPECT_THAT(visitor.label("avertissement"), HasSubstr("Auteur non vérifié, contenu non garanti"));
    EXPECT_THAT(visitor.property("origine-date", "value"), HasSubstr("01/11/2026"));
    EXPECT_THAT(visitor.label("detenteurs"), HasSubstr("2 clés"));
    visitor.click("imprimer");
    visitor.click("enregistrer-pdf");
    EXPECT_EQ(visitor.asked_for("print"), 1);
    EXPECT_EQ(visitor.effect("download"), (json{{"what", "pdf"}, {"document", std::string(32, 'c')}}));
    EXPECT_THAT(visitor.status(), HasSubstr("il peut dire autre chose"));
    json message = opened_message();
    message["signer"] = "RWexemple";
    visitor.visit("#/ouvrir");
    open_with_key();
    visitor.shell_answers("opened", message);
    visitor.click("enregistrer-pdf");
    EXPECT_THAT(visitor.status(), Not(HasSubstr("il peut dire autre chose"))) << "the signature is of the PDF too";
}

TEST_F(Ouvrir, APassphraseFileCouldHaveBeenReadByAnyone) {
    choose_file("passphrase");
    visitor.write("ouvrir-phrase", "une phrase");
    visitor.click("ouvrir");
    json message = opened_message();
    message["locks"] = "passphrase";
    message["replaces"] = std::string(32, 'e');
    visitor.shell_answers("opened", message);
    EXPECT_THAT(visitor.label("detenteurs"), HasSubstr("Tout détenteur de la phrase"));
    EXPECT_THAT(visitor.label("remplace"), HasSubstr("dit annuler et remplacer"));
}

TEST_F(Ouvrir, ADictatedPassphraseIsReadInItsGeneratedForm) {
    choose_file("passphrase");
    visitor.write("ouvrir-phrase", typed);
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("open").at("passphrase"),
              "abaisser-abandon-abdiquer-abeille-elephant-aborder-aboutir-aboyer");
    visitor.shell_fails("open", "seal.wrong-passphrase");
    EXPECT_EQ(visitor.effect("open").at("passphrase"), typed) << "another tool may have sealed with exactly this";
    visitor.shell_fails("open", "seal.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("open"), 2);
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("phrase de passe n’ouvre pas"));
}

TEST_F(Ouvrir, ThePassphraseOfAKeyFileIsReadTheSameWay) {
    choose_file("keys");
    visitor.give_file("ouvrir-cle", "cle.age");
    visitor.write("ouvrir-cle-phrase", typed);
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("open").at("keyPassphrase"),
              "abaisser-abandon-abdiquer-abeille-elephant-aborder-aboutir-aboyer");
    fail_at_key_file("seal.wrong-passphrase");
    EXPECT_EQ(visitor.effect("open").at("keyPassphrase"), typed);
    fail_at_key_file("seal.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("open"), 2);
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("n’ouvre pas votre fichier de clé"));
}

TEST_F(Ouvrir, AFileThatItsKeyDoesNotOpenIsNotTriedAgain) {
    choose_file("keys");
    visitor.give_file("ouvrir-cle", "cle.age");
    visitor.write("ouvrir-cle-phrase", typed);
    visitor.click("ouvrir");
    visitor.shell_fails("open", "seal.wrong-passphrase");
    EXPECT_EQ(visitor.asked_for("open"), 1) << "the key file was open already";
}

TEST_F(Ouvrir, WhatIsWrongWithTheKeyFileIsSaidOfTheKeyFile) {
    const std::string damaged = "Votre fichier de clé est abîmé";
    const json sentences = {{"seal.needs-passphrase", "Votre fichier de clé est protégé"},
                            {"seal.needs-key", "Ce fichier de clé ne s’ouvre qu’avec une autre clé"},
                            {"seal.work-factor-confirm", "Ce fichier de clé demande un calcul plus long"},
                            {"seal.header", damaged},
                            {"seal.hmac", damaged},
                            {"seal.payload", damaged},
                            {"seal.truncated", damaged},
                            {"seal.trailing-data", damaged},
                            {"seal.armor", damaged}};
    for (const auto& [code, sentence] : sentences.items()) {
        open_with_key();
        fail_at_key_file(code);
        EXPECT_THAT(visitor.label("bilan-echec"), StartsWith(sentence.get<std::string>())) << code;
    }
    open_with_key();
    fail_at_key_file("identity.none");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("ne contient aucune clé secrète"));
}

TEST_F(Ouvrir, EachFailureIsOneSentenceAndShowsNothing) {
    for (const std::string code :
         {"seal.no-match", "seal.truncated", "seal.payload", "seal.hmac", "seal.not-age", "seal.work-factor-too-high",
          "zip.duplicate", "fiche.format", "fiche.newer", "json.syntax", "shell.unreadable-file"}) {
        open_with_key();
        visitor.shell_fails("open", code);
        EXPECT_EQ(visitor.title(), "Ouvrir un pli") << code;
        EXPECT_EQ(visitor.focused(), "bilan") << code;
        EXPECT_THAT(visitor.label("bilan-echec"), Not(HasSubstr("error."))) << code;
        EXPECT_FALSE(visitor.shows("document")) << code;
    }
}

TEST_F(Ouvrir, ADocumentThatIsNotWhatItShouldBeIsRefused) {
    open_with_key();
    json message = opened_message();
    message["form"] = "inconnue";
    visitor.shell_answers("opened", message);
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("inconnue"));
    open_with_key();
    message = opened_message();
    message["document"]["blocks"] = "rien";
    visitor.shell_answers("opened", message);
    EXPECT_FALSE(visitor.shows("document"));
    EXPECT_TRUE(visitor.shows("bilan-echec"));
}

TEST_F(Ouvrir, CanBeCancelled) {
    open_with_key();
    visitor.shell_answers("progress", {{"stage", "seal"}, {"percent", 10}});
    visitor.click("annuler");
    visitor.shell_answers("cancelled", json::object());
    EXPECT_THAT(visitor.status(), HasSubstr("annulée"));
    EXPECT_TRUE(visitor.shows("ouvrir"));
    visitor.shell_answers("opened", opened_message());
    EXPECT_EQ(visitor.title(), "Ouvrir un pli") << "too late: it was cancelled";
}

TEST_F(Ouvrir, AfterCancellingAPassphraseIsReadAsAGeneratedOneAgain) {
    choose_file("passphrase");
    visitor.write("ouvrir-phrase", typed);
    visitor.click("ouvrir");
    const json first = visitor.effect("open").at("passphrase");
    visitor.shell_fails("open", "seal.wrong-passphrase");
    EXPECT_NE(visitor.effect("open").at("passphrase"), first);
    visitor.click("annuler");
    visitor.shell_answers("cancelled", json::object());
    visitor.click("ouvrir");
    EXPECT_EQ(visitor.effect("open").at("passphrase"), first);
}

TEST_F(Ouvrir, WhoeverLeavesMeanwhileIsNotMovedByTheAnswer) {
    open_with_key();
    visitor.visit("#/ouvrir");
    EXPECT_EQ(visitor.asked_for("cancel"), 0) << "still there";
    visitor.visit("#/mes-cles");
    EXPECT_EQ(visitor.asked_for("cancel"), 1);
    visitor.shell_answers("opened", opened_message());
    EXPECT_EQ(visitor.route(), "#/mes-cles");
    visitor.shell_answers("register", {{"text", "{}"}, {"sha256", ""}, {"locks", "keys"}, {"recipients", 1}});
    visitor.shell_fails("open", "seal.no-match");
    EXPECT_FALSE(visitor.shows("bilan-echec"));
    visitor.shell_answers("cancelled", json::object());
    EXPECT_EQ(visitor.route(), "#/mes-cles");
    EXPECT_EQ(visitor.status(), "") << "nobody asked for it";
    visitor.visit("#/ouvrir");
    EXPECT_FALSE(visitor.shows("avancement"));
    EXPECT_TRUE(visitor.shows("ouvrir"));
}

TEST_F(Ouvrir, WhoeverLeavesTakesThePassphraseAlong) {
    choose_file("passphrase");
    visitor.write("ouvrir-phrase", typed);
    visitor.visit("#/");
    visitor.visit("#/ouvrir");
    EXPECT_EQ(visitor.property("ouvrir-phrase", "value"), "");
    choose_file("keys");
    visitor.give_file("ouvrir-cle", "cle.age");
    visitor.write("ouvrir-cle-phrase", typed);
    visitor.click("ouvrir");
    visitor.visit("#/aide"); // which cancels it
    visitor.visit("#/ouvrir");
    EXPECT_EQ(visitor.property("ouvrir-cle-phrase", "value"), "");
    EXPECT_EQ(visitor.property("ouvrir-cle", "value"), "cle.age") << "a name is no secret";
}

TEST_F(Ouvrir, AnotherFileClosesTheOneBeforeAlsoWhenItDoesNotOpen) {
    open_with_key();
    visitor.shell_answers("opened", opened_message());
    visitor.visit("#/ouvrir");
    visitor.visit("#/lecture");
    EXPECT_EQ(visitor.route(), "#/lecture") << "nothing was opened since";
    visitor.visit("#/ouvrir");
    open_with_key();
    visitor.shell_fails("open", "seal.no-match");
    visitor.visit("#/lecture");
    EXPECT_EQ(visitor.route(), "#/ouvrir");
    EXPECT_THAT(visitor.status(), HasSubstr("Aucun pli n’est ouvert"));
}

TEST_F(Ouvrir, AFicheThatIsBeingSealedIsGivenUpWithTheFicheItself) {
    visitor.visit("#/");
    visitor.fill_to_recipients();
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    visitor.visit("#/ouvrir");
    open_with_key();
    visitor.shell_answers("opened", opened_message());
    visitor.click("corriger");
    EXPECT_EQ(visitor.asked_for("cancel"), 0);
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("cancel"), 1) << "else its file would pass for the one of the correction";
    visitor.shell_answers("cancelled", json::object());
    visitor.shell_seals();
    visitor.shell_fails("seal", "seal.state");
    EXPECT_EQ(visitor.route(), "#/saisie/1") << "too late";
    EXPECT_FALSE(visitor.shows("bilan-echec"));
    EXPECT_EQ(visitor.asked_for("cancel"), 1);
}

TEST_F(Ouvrir, CorrectingTakesTheAnswersButNotTheSignature) {
    open_with_key();
    visitor.shell_answers("opened", opened_message());
    visitor.click("corriger");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_THAT(visitor.label("remplace"), HasSubstr(std::string(32, 'c')));
    visitor.fill_agents();
    visitor.click("suivant");
    visitor.click("suivant");
    EXPECT_EQ(visitor.value("demandeur.nom"), "Lefèvre-Dupré");
    visitor.fill_identity();
    visitor.click("suivant");
    visitor.fill_situation();
    visitor.click("suivant");
    visitor.click("suivant");
    EXPECT_FALSE(visitor.checked("reponse-information.lecture")) << "the person is asked again";
    visitor.tick("information.lecture");
    visitor.tick("information.accord");
    visitor.click("suivant");
    EXPECT_THAT(visitor.value("signature.lieu"), IsEmpty());
    EXPECT_EQ(visitor.value("signature.date"), "22/11/2026");
    visitor.answer("signature.lieu", "Arras");
    visitor.choose("signature.signature", "papier");
    visitor.click("suivant");
    visitor.add_key("age1exemple");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("replaces"), std::string(32, 'c'));
}

TEST_F(Ouvrir, CorrectingOverAnotherFicheAsksFirst) {
    visitor.visit("#/");
    visitor.start_fiche();
    visitor.answer("agent-ft.nom", "Exemple");
    visitor.visit("#/ouvrir");
    open_with_key();
    visitor.shell_answers("opened", opened_message());
    visitor.click("corriger");
    EXPECT_EQ(visitor.focused(), "question-garder");
    visitor.click("question-oui");
    EXPECT_TRUE(visitor.shows("remplace"));
}

TEST_F(Ouvrir, ClosingForgetsTheDocument) {
    open_with_key();
    visitor.shell_answers("opened", opened_message());
    visitor.click("fermer");
    EXPECT_EQ(visitor.asked_for("forget"), 2);
    EXPECT_EQ(visitor.asked_for("close-opened"), 1);
    visitor.visit("#/lecture");
    EXPECT_EQ(visitor.route(), "#/ouvrir");
    EXPECT_THAT(visitor.status(), HasSubstr("Aucun pli n’est ouvert"));
}

} // namespace
} // namespace pli::ui
