// Answering a document that was opened, and reading an answer with what it answers.
#include "unit/receipts/sample.hpp"
#include "unit/ui/correspondents.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string request_id(32, 'a');
const std::string reply_id(32, 'b');
const std::string fingerprint = "0123456789abcdef" + std::string(48, '7');

json print_of(const std::string& title, const std::string& value) {
    return {{"title", title},
            {"banner", ""},
            {"source", "Annexe 6"},
            {"blocks",
             {{{"type", "heading"}, {"level", 2}, {"text", "DECISION"}},
              {{"type", "row"}, {"label", "Nom"}, {"value", value}}}}};
}

/// A bilateral fiche of an adviser to the SLAI, whose key it names.
json request_facts() {
    return {
        {"form", "liaison-ag-bilaterale"},
        {"document", print_of("Fiche de liaison", "Lefèvre-Dupré")},
        {"answers",
         {{"demandeur.nom", "Lefèvre-Dupré"}, {"suivi.choix", "referent-cd"}, {"suivi.referent-cd.nom", "D’Hondt"}}},
        {"documentId", request_id},
        {"created", "2026-11-20"},
        {"structure", "Arras Centre"},
        {"role", "conseiller-france-travail"},
        {"signer", "RWasker"},
        {"territory", "pas-de-calais"},
        {"addresseeRoles", {"slai"}},
        {"replyKey", {{"recipient", "age1conseiller"}, {"type", "x25519"}, {"fingerprint", fingerprint}}},
        {"json", "{\"exact\":1}"},
        {"signature", "untrusted comment"},
        {"contentSha256", std::string(64, 'c')}};
}

json opened_from(json facts) {
    facts.update({{"replaces", ""}, {"recipients", 1}, {"locks", "keys"}, {"sha256", std::string(64, 'd')}});
    return facts;
}

json opened_reply() {
    json reply = request_facts();
    reply.update({{"form", "reponse-ag-bilaterale"},
                  {"document", print_of("Décision", "OUI")},
                  {"answers", {{"decision.entree", "oui"}, {"decision.choix", "referent-cd"}}},
                  {"documentId", reply_id},
                  {"role", "slai"},
                  {"structure", ""},
                  {"signer", "RWslai"},
                  {"addresseeRoles", {"conseiller-france-travail"}},
                  {"replyKey", nullptr},
                  {"request", request_facts()}});
    return opened_from(reply);
}

class Reponse : public testing::Test {
  protected:
    void open(const json& message) {
        visitor.visit("#/ouvrir");
        visitor.give_file("ouvrir-fichier", "pli.age");
        visitor.shell_answers("inspected", {{"locks", "keys"}, {"recipients", 1}});
        visitor.give_file("ouvrir-cle", "cle.txt");
        visitor.click("ouvrir");
        visitor.shell_answers("opened", message);
    }
    void begin() {
        open(opened_from(request_facts()));
        visitor.click("repondre");
    }
    /// Of the request.
    void keep_receipt() {
        SealingFacts facts = receipts_test::facts_of('a');
        facts.fiche_sha256 = std::string(64, 'c');
        const std::string receipt = test::must(write_receipt(receipts_test::bilateral(facts)));
        visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", {receipt}}});
    }
    void refuse_entry() {
        visitor.choose("decision.entree", "non");
        visitor.choose("decision.motif", "adhesion");
        visitor.click("suivant");
        visitor.click("suivant");
    }
    Visitor visitor{"#/ouvrir"};
};

TEST_F(Reponse, IsOfferedWhereTheFormIsAnswered) {
    open(opened_from(request_facts()));
    EXPECT_TRUE(visitor.shows("repondre"));
    json tacit = request_facts();
    tacit["form"] = "liaison-ag-tacite";
    open(opened_from(tacit));
    EXPECT_FALSE(visitor.shows("repondre"));
    open(opened_reply());
    EXPECT_FALSE(visitor.shows("repondre")) << "nothing answers an answer";
}

TEST_F(Reponse, SaysWhatIsAnsweredAndBeginsWithItsReferent) {
    begin();
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_THAT(visitor.label("repond-a"), HasSubstr("20/11/2026"));
    EXPECT_THAT(visitor.label("repond-a"), HasSubstr("Arras Centre"));
    EXPECT_FALSE(visitor.shows("vous-etes")) << "it was addressed to the SLAI alone";
    EXPECT_FALSE(visitor.asks("decision.choix"));
    visitor.choose("decision.entree", "oui");
    EXPECT_TRUE(visitor.asks("decision.choix"));
    EXPECT_EQ(visitor.value("decision.referent-cd.nom"), "D’Hondt");
    EXPECT_FALSE(visitor.asks("decision.motif"));
}

TEST_F(Reponse, ARefusalNeedsItsReason) {
    begin();
    visitor.choose("decision.entree", "non");
    visitor.click("suivant");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_NE(visitor.error("decision.motif"), "");
}

TEST_F(Reponse, IsReadBackWithWhatItQuotes) {
    begin();
    visitor.choose("decision.entree", "non");
    visitor.choose("decision.motif", "adhesion");
    visitor.click("suivant");
    EXPECT_EQ(visitor.title(), "Relire la fiche");
    EXPECT_THAT(visitor.text(), HasSubstr("FICHE DE LIAISON À LAQUELLE LA DÉCISION RÉPOND"));
    EXPECT_THAT(visitor.text(), HasSubstr("Lefèvre-Dupré"));
    EXPECT_THAT(visitor.text(), HasSubstr("n’adhère pas"));
}

TEST_F(Reponse, GoesToAKeyOfTheRequestOnlyOnceItWasCompared) {
    begin();
    refuse_entry();
    ASSERT_EQ(visitor.route(), "#/destinataires");
    EXPECT_TRUE(visitor.shows("cle-" + fingerprint));
    visitor.click("sceller");
    EXPECT_EQ(visitor.asked_for("seal"), 0);
    EXPECT_THAT(visitor.property("cle-" + fingerprint + "-comparee", "error"), HasSubstr("Comparez"));
    visitor.check("cle-" + fingerprint + "-comparee");
    visitor.click("sceller");
    ASSERT_EQ(visitor.asked_for("seal"), 1);
    const json draft = visitor.effect("seal");
    EXPECT_EQ(draft.at("form"), "reponse-ag-bilaterale");
    EXPECT_EQ(draft.at("role"), "slai");
    EXPECT_EQ(draft.at("request"), (json{{"json", "{\"exact\":1}"}, {"signature", "untrusted comment"}}));
    EXPECT_EQ(draft.at("recipients").at(0).at("recipient"), "age1conseiller");
    EXPECT_EQ(draft.at("recipients").at(0).at("role"), "conseiller-france-travail");
    EXPECT_EQ(draft.at("replyKey"), "");
}

TEST_F(Reponse, LeavesAFicheInProgressOnlyWhenToldTo) {
    visitor.visit("#/");
    visitor.start_fiche();
    visitor.fill_agents();
    open(opened_from(request_facts()));
    visitor.click("repondre");
    EXPECT_TRUE(visitor.shows("question"));
    visitor.click("question-oui");
    EXPECT_TRUE(visitor.shows("repond-a"));
}

TEST_F(Reponse, IsReadWithWhatItAnswers) {
    open(opened_reply());
    EXPECT_EQ(visitor.property("document-2", "value"), "OUI");
    EXPECT_EQ(visitor.property("demande-2", "value"), "Lefèvre-Dupré");
    EXPECT_THAT(visitor.property("demande-date", "value"), HasSubstr("20/11/2026"));
    EXPECT_THAT(visitor.label("demande-garantie"), HasSubstr("une autre clé"));
}

TEST_F(Reponse, IsCheckedAgainstTheReceiptOfWhatItAnswers) {
    open(opened_reply());
    EXPECT_THAT(visitor.label("demande-recu"), HasSubstr("pas de reçu"));
    EXPECT_FALSE(visitor.shows("recu-reponse"));
    keep_receipt();
    open(opened_reply());
    EXPECT_THAT(visitor.label("demande-recu"), HasSubstr("scellée ici"));
}

TEST_F(Reponse, OfWhomTheDirectoryKnowsMarksTheReceipt) {
    visitor.shell_answers("directory", directory_message("kept"));
    keep_receipt();
    json reply = opened_reply();
    reply.update({{"signer", directory_key("slai-exemple", 2, "signature")}, {"structure", "Département d’Exemple"}});
    open(reply);
    EXPECT_THAT(visitor.label("recu-reponse"), HasSubstr("porte cette réponse, notée le 22/11/2026"));
    EXPECT_FALSE(visitor.shows("recu-marquer"));
    EXPECT_THAT(visitor.effect("keep-receipts").at("receipts").dump(), HasSubstr(reply_id));
}

TEST_F(Reponse, OfAnybodyElseMarksTheReceiptOnlyWhenTheUserSaysSo) {
    keep_receipt();
    for (const char* signer : {"", "RWslai"}) {
        json reply = opened_reply();
        reply["signer"] = signer;
        open(reply);
        EXPECT_THAT(visitor.label("recu-reponse"), HasSubstr("n’est pas marqué")) << signer;
        EXPECT_EQ(visitor.asked_for("keep-receipts"), 0) << signer;
    }
    visitor.click("recu-marquer");
    EXPECT_THAT(visitor.label("recu-reponse"), HasSubstr("porte cette réponse"));
    EXPECT_THAT(visitor.effect("keep-receipts").at("receipts").dump(), HasSubstr(reply_id));
    json other = opened_reply();
    other["documentId"] = std::string(32, 'f');
    open(other);
    EXPECT_THAT(visitor.label("recu-reponse"), HasSubstr("n’est pas celle-ci"));
}

TEST_F(Reponse, OfWhoSaysToBeAnotherLeavesNoTrace) {
    visitor.shell_answers("directory", directory_message("kept"));
    keep_receipt();
    json reply = opened_reply();
    reply.update({{"signer", directory_key("slai-exemple", 2, "signature")}, {"structure", "Autre Structure"}});
    open(reply);
    EXPECT_EQ(visitor.route(), "#/ouvrir");
    EXPECT_THAT(visitor.text(), HasSubstr("se dit d’un autre"));
    EXPECT_EQ(visitor.asked_for("remember-opened"), 0);
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 0);
}

TEST_F(Reponse, ToAnotherFicheThanTheReceiptsIsRefused) {
    SealingFacts facts = receipts_test::facts_of('a');
    facts.fiche_sha256 = std::string(64, 'e');
    const std::string receipt = test::must(write_receipt(receipts_test::bilateral(facts)));
    visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", {receipt}}});
    open(opened_reply());
    EXPECT_EQ(visitor.route(), "#/ouvrir");
    EXPECT_THAT(visitor.text(), HasSubstr("votre reçu porte une autre empreinte"));
    EXPECT_EQ(visitor.asked_for("remember-opened"), 0);
}

TEST_F(Reponse, CanBeCorrected) {
    open(opened_reply());
    visitor.click("corriger");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_TRUE(visitor.shows("repond-a"));
    EXPECT_THAT(visitor.label("remplace"), HasSubstr(reply_id));
    refuse_entry();
    visitor.check("cle-" + fingerprint + "-comparee");
    visitor.click("sceller");
    EXPECT_EQ(visitor.effect("seal").at("replaces"), reply_id);
    EXPECT_EQ(visitor.effect("seal").at("request").at("json"), "{\"exact\":1}");
}

TEST_F(Reponse, LetsWhoAskedCorrectWhatWasAsked) {
    open(opened_reply());
    visitor.click("corriger-demande");
    EXPECT_EQ(visitor.route(), "#/saisie/1");
    EXPECT_THAT(visitor.label("remplace"), HasSubstr(request_id));
    EXPECT_FALSE(visitor.shows("repond-a"));
    EXPECT_TRUE(visitor.asks("agent-ft.nom")) << "the fiche itself";
}

TEST_F(Reponse, ThatWasOpenedBeforeIsFlagged) {
    open(opened_reply());
    EXPECT_EQ(visitor.effect("remember-opened"), (json{{"id", reply_id},
                                                       {"sha256", std::string(64, 'c')},
                                                       {"request", request_id},
                                                       {"replaces", ""},
                                                       {"signer", "RWslai"},
                                                       {"day", "2026-11-22"}}));
    EXPECT_FALSE(visitor.shows("deja-ouvert"));
    json known = {{"id", reply_id},        {"remembers", true},     {"firstDay", ""},
                  {"replacedBy", nullptr}, {"otherContent", false}, {"otherReplies", json::array()}};
    visitor.shell_answers("opened-before", known);
    EXPECT_FALSE(visitor.shows("deja-ouvert"));
    known["firstDay"] = "2026-11-21";
    visitor.shell_answers("opened-before", known);
    EXPECT_THAT(visitor.label("deja-ouvert"), HasSubstr("21/11/2026"));
    EXPECT_THAT(visitor.label("deja-ouvert"), HasSubstr("une seconde fois"));
    known["otherContent"] = true;
    visitor.shell_answers("opened-before", known);
    EXPECT_THAT(visitor.label("deja-ouvert"), HasSubstr("un autre contenu"));
}

TEST_F(Reponse, AnotherToTheSameRequestIsFlagged) {
    const std::string other(32, 'e');
    json known = {{"id", reply_id},        {"remembers", true},
                  {"firstDay", ""},        {"otherContent", false},
                  {"replacedBy", nullptr}, {"otherReplies", {{{"id", other}, {"day", "2026-11-19"}}}}};
    open(opened_reply());
    visitor.shell_answers("opened-before", known);
    EXPECT_THAT(visitor.label("autre-reponse-" + other), HasSubstr("19/11/2026"));
    EXPECT_THAT(visitor.label("autre-reponse-" + other), HasSubstr("Appelez"));
    json correction = opened_reply();
    correction["replaces"] = other;
    open(correction);
    visitor.shell_answers("opened-before", known);
    EXPECT_THAT(visitor.label("autre-reponse-" + other), HasSubstr("Appelez")) << "anybody can say so";
    known["otherReplies"][0]["signer"] = "RWslai";
    visitor.shell_answers("opened-before", known);
    EXPECT_THAT(visitor.label("autre-reponse-" + other), HasSubstr("remplace"));
    EXPECT_THAT(visitor.label("autre-reponse-" + other), Not(HasSubstr("Appelez")));
    json replaced = known;
    replaced["replacedBy"] = {{"id", other}, {"day", "2026-11-19"}, {"signer", "RWslai"}};
    visitor.shell_answers("opened-before", replaced);
    EXPECT_THAT(visitor.label("remplace-par"), HasSubstr("ne vaut plus"));
    EXPECT_FALSE(visitor.shows("autre-reponse-" + other)) << "told once";
}

TEST_F(Reponse, WhereNothingIsKeptThatIsSaid) {
    open(opened_reply());
    visitor.shell_answers("opened-before", {{"id", reply_id}, {"remembers", false}});
    EXPECT_THAT(visitor.label("deja-ouvert"), HasSubstr("ne retient pas"));
    const json other = {{"id", std::string(32, 'e')}, {"day", "2026-11-19"}};
    visitor.shell_answers("opened-before", {{"id", reply_id}, {"remembers", false}, {"replacedBy", other}});
    EXPECT_THAT(visitor.label("deja-ouvert"), HasSubstr("ne retient pas"));
    EXPECT_THAT(visitor.label("remplace-par"), HasSubstr("ne vaut plus")) << "that is known all the same";
}

TEST_F(Reponse, WhatWasRememberedAndIsDamagedIsTold) {
    open(opened_reply());
    visitor.shell_answers("opened-before", {{"id", reply_id}, {"remembers", true}, {"damaged", true}});
    EXPECT_THAT(visitor.label("deja-ouvert"), HasSubstr("est abîmé"));
}

TEST(ReponseCle, OfTheSenderGoesWithAFicheThatIsAnswered) {
    Visitor adviser{"#/mes-cles"};
    adviser.give_file("cle-fichier", "cle.age");
    adviser.write("cle-phrase", "abaisser abandon");
    adviser.click("deverrouiller");
    adviser.shell_answers(
        "unlocked", {{"recipients", {{{"recipient", "age1moi"}, {"type", "x25519"}, {"fingerprint", fingerprint}}}},
                     {"verifyingKey", ""},
                     {"files", {{"key", ""}, {"signature", ""}}}});
    const auto fill_to_recipients = [&adviser](const std::string& form) {
        adviser.visit("#/");
        adviser.start_fiche(form);
        adviser.fill_steps();
        adviser.tick("information.lecture");
        adviser.tick("information.accord");
        adviser.click("suivant");
        adviser.answer("signature.lieu", "Arras");
        adviser.choose("signature.signature", "papier");
        adviser.click("suivant");
        adviser.add_key("age1slai");
    };
    fill_to_recipients("liaison-ag-bilaterale");
    EXPECT_TRUE(adviser.shows("cle-de-reponse"));
    adviser.click("sceller");
    EXPECT_EQ(adviser.effect("seal").at("replyKey"), "age1moi");
    EXPECT_EQ(adviser.effect("seal").at("request"), nullptr);
}

TEST_F(Reponse, OfAnOpenedDocumentItsDataAreSaved) {
    open(opened_reply());
    visitor.click("enregistrer-json");
    EXPECT_EQ(visitor.effect("save"), (json{{"name", "pli_2026-11-20_bbbbbbbb.json"}, {"content", "{\"exact\":1}"}}));
    visitor.click("enregistrer-csv");
    EXPECT_EQ(visitor.effect("save").at("name"), "pli_2026-11-20_bbbbbbbb.csv");
    EXPECT_THAT(visitor.effect("save").at("content").get<std::string>(), HasSubstr("DECISION – Nom"));
    EXPECT_THAT(visitor.effect("save").at("content").get<std::string>(), HasSubstr("OUI"));
    EXPECT_THAT(visitor.status(), HasSubstr("pas scellé"));
}

} // namespace
} // namespace pli::ui
