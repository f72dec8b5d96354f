// Receipts on screen: made when something is sealed, marked by the user alone, kept, merged, saved.
#include "ui/suivi.hpp"
#include "unit/receipts/sample.hpp"
#include "unit/ui/visitor.hpp"

#include <gmock/gmock.h>

namespace pli::ui {
namespace {

using nlohmann::json;
using receipts_test::id_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string sealed_id = id_of('1');

void browser_keeps(Visitor& visitor, const json& contents = json::array()) {
    visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", contents}});
}

Visitor who_sealed() {
    Visitor visitor;
    browser_keeps(visitor);
    visitor.seal_with_key();
    return visitor;
}

/// Who finds the sample's receipts in this browser.
Visitor who_returns(const std::string& route = "#/suivi") {
    Visitor visitor(route);
    json contents = json::array();
    for (const Receipt& receipt : receipts_test::sample().all) contents.push_back(test::must(write_receipt(receipt)));
    browser_keeps(visitor, contents);
    return visitor;
}

/// What the browser was last asked to keep.
Receipt kept(const Visitor& visitor) {
    const json receipts = visitor.effect("keep-receipts").at("receipts");
    const ReceiptsReading reading = read_receipts(receipts.at(0).at("content").get<std::string>());
    EXPECT_TRUE(reading.faults.empty());
    EXPECT_EQ(receipts.at(0).at("document"), reading.content.all.at(0).document_id);
    return reading.content.all.at(0);
}

std::string page_of(const std::string& document) { return "#/suivi/pli/" + document; }

TEST(Receipts, AreMadeWhenAFicheIsSealed) {
    Visitor visitor = who_sealed();
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 1);
    const Receipt receipt = kept(visitor);
    EXPECT_EQ(receipt.document_id, sealed_id);
    EXPECT_EQ(receipt.form, "liaison-ag-tacite");
    EXPECT_EQ(receipt.territory, "pas-de-calais");
    EXPECT_EQ(receipt.sealed, test_day);
    EXPECT_EQ(receipt.file_sha256, std::string(64, 'a'));
    EXPECT_EQ(receipt.fiche_sha256, std::string(64, 'c'));
    ASSERT_EQ(receipt.recipients.size(), 1U);
    EXPECT_EQ(receipt.recipients[0].role, "slai");
    EXPECT_EQ(receipt.recipients[0].fingerprint, fingerprint_of("age1exemple"));
    EXPECT_FALSE(receipt.delivered) << "sealed is not delivered";
    const std::string content = visitor.effect("keep-receipts").at("receipts").at(0).at("content");
    EXPECT_THAT(content, AllOf(Not(HasSubstr("Lefèvre")), Not(HasSubstr("1234567A"))));
    EXPECT_THAT(visitor.label("recu"), HasSubstr("gardé sur ce poste"));
    EXPECT_EQ(visitor.property("mes-plis", "value"), "#/suivi");
}

TEST(Receipts, OfAFileThatWasCorrectedAreMarked) {
    Visitor visitor = who_returns(page_of(id_of('1')));
    EXPECT_EQ(visitor.property("suivi.etat", "value"), "Annulé et remplacé");
    EXPECT_THAT(visitor.property("suivi.annule-par", "value"), HasSubstr("3333 3333"));
    visitor.visit(page_of(id_of('3')));
    EXPECT_THAT(visitor.property("suivi.corrige", "value"), HasSubstr("1111 1111"));
}

TEST(Receipts, AreReachedFromHomeAndFoot) {
    Visitor visitor;
    visitor.click("voir-plis");
    EXPECT_EQ(visitor.route(), "#/suivi");
    EXPECT_EQ(visitor.title(), "Mes plis");
    EXPECT_EQ(visitor.property("pied-suivi", "value"), "#/suivi");
    EXPECT_EQ(visitor.label("suivi-nombre"), "0 pli");
    EXPECT_FALSE(visitor.shows("suivi-csv"));
}

TEST(Receipts, AreListedWithTheirState) {
    Visitor visitor = who_returns();
    EXPECT_EQ(visitor.label("suivi-nombre"), "3 plis");
    EXPECT_THAT(visitor.cell("pli-" + id_of('3'), 0),
                "N° 33333333 du 22/11/2026 – Accompagnement global – accord bilatéral");
    EXPECT_THAT(visitor.cell("pli-" + id_of('3'), 1), HasSubstr("SLAI de l’Exemple"));
    EXPECT_EQ(visitor.cell("pli-" + id_of('3'), 2), "À remettre");
    EXPECT_EQ(visitor.cell("pli-" + id_of('2'), 2), "Réponse reçue");
    visitor.write("suivi-montrer", "a-remettre");
    EXPECT_EQ(visitor.label("suivi-nombre"), "1 pli");
    EXPECT_FALSE(visitor.shows("pli-" + id_of('2')));
    visitor.write("suivi-montrer", "a-detruire");
    EXPECT_EQ(visitor.label("suivi-nombre"), "0 pli");
}

TEST(Receipts, SayWhatIsDueInOrder) {
    Visitor visitor = who_returns();
    EXPECT_THAT(visitor.text(), HasSubstr("Réponse à la structure prescriptrice"));
    EXPECT_THAT(visitor.text(), HasSubstr("À détruire au plus tard le 31/12/2026."));
    visitor.click("suivi-agenda");
    std::string agenda = visitor.effect("calendar").at("content");
    for (std::size_t fold = agenda.find("\r\n "); fold != std::string::npos; fold = agenda.find("\r\n ", fold))
        agenda.erase(fold, 3); // long lines go on after a space (RFC 5545, 3.1)
    EXPECT_THAT(agenda, AllOf(HasSubstr("UID:" + id_of('3') + "-destruction-convention-application@pli.invalid"),
                              HasSubstr("DTSTART;VALUE=DATE:20261231\r\n")));
}

TEST(Receipts, AreDeliveredOnlyBecauseTheUserTicks) {
    Visitor visitor = who_returns(page_of(id_of('3')));
    EXPECT_EQ(visitor.title(), "Reçu d’un pli");
    EXPECT_TRUE(visitor.shows("pli-a-remettre"));
    EXPECT_FALSE(visitor.shows("pli-remis-le"));
    visitor.check("pli-remis");
    EXPECT_EQ(kept(visitor).delivered, test_day);
    EXPECT_EQ(visitor.property("suivi.etat", "value"), "Remis");
    EXPECT_FALSE(visitor.shows("pli-a-remettre"));
    EXPECT_EQ(visitor.property("pli-remis-le", "value"), "22/11/2026");
    visitor.check("pli-remis", false);
    EXPECT_FALSE(kept(visitor).delivered);
    EXPECT_EQ(visitor.property("suivi.etat", "value"), "À remettre");
}

TEST(Receipts, TakeNoDayOnWhichNothingCanHaveHappened) {
    Visitor visitor = who_returns(page_of(id_of('3')));
    visitor.check("pli-remis");
    const int asked = visitor.asked_for("keep-receipts");
    visitor.write("pli-remis-le", "21/11/2026");
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), HasSubstr("scellé le 22/11/2026"));
    visitor.write("pli-remis-le", "23/11/2026");
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), HasSubstr("dans l’avenir"));
    visitor.write("pli-remis-le", "hier");
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), HasSubstr("JJ/MM/AAAA"));
    EXPECT_EQ(visitor.asked_for("keep-receipts"), asked) << "what was noted stays";
    visitor.write("pli-remis-le", "22/11/2026");
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), IsEmpty());
}

TEST(Receipts, AreAnsweredBecauseTheUserSaysSo) {
    Visitor visitor = who_returns(page_of(id_of('3')));
    visitor.check("pli-repondu");
    EXPECT_EQ(kept(visitor).answer, (ReceivedAnswer{test_day, ""}));
    EXPECT_EQ(kept(visitor).delivered, test_day) << "who answers has it";
    EXPECT_EQ(visitor.property("suivi.etat", "value"), "Réponse reçue");
    visitor.check("pli-repondu", false);
    EXPECT_FALSE(kept(visitor).answer);
}

TEST(Receipts, SayDeliveredFromTheScreenOfTheSealedFile) {
    Visitor visitor = who_sealed();
    visitor.click("remis");
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 1) << "not before the question is answered";
    visitor.click("question-oui");
    EXPECT_EQ(kept(visitor).delivered, test_day);
    EXPECT_EQ(visitor.asked_for("erase"), 1);
}

TEST(Receipts, StayToBeDeliveredWhenOnlyTheAnswersAreErased) {
    Visitor visitor = who_sealed();
    visitor.give_file("verifier", "pli.age");
    visitor.shell_answers("verified", {{"same", true}});
    visitor.click("effacer");
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 1);
    EXPECT_EQ(visitor.asked_for("erase"), 1);
}

TEST(Receipts, AreDeletedAfterAQuestion) {
    Visitor visitor = who_returns(page_of(id_of('3')));
    visitor.click("pli-supprimer");
    EXPECT_EQ(visitor.focused(), "question-garder");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.effect("drop-receipt"), (json{{"document", id_of('3')}}));
    EXPECT_EQ(visitor.route(), "#/suivi");
    EXPECT_EQ(visitor.label("suivi-nombre"), "2 plis");
    visitor.visit(page_of(id_of('3')));
    EXPECT_TRUE(visitor.shows("suivi-absent"));
}

TEST(Receipts, OfThisBrowserThatAreDamagedStayAsTheyAre) {
    Visitor visitor("#/suivi");
    const std::string good = test::must(write_receipt(receipts_test::sample().all[1]));
    browser_keeps(visitor, {good, good.substr(0, 50), "", nullptr, R"({"format":"pli/recu/2"})"});
    EXPECT_EQ(visitor.label("suivi-nombre"), "1 pli");
    EXPECT_THAT(visitor.label("suivi-illisibles"), HasSubstr("4 reçus"));
    EXPECT_THAT(visitor.label("suivi-autre-version"), HasSubstr("(pli/recu/2)"));
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 0);
    EXPECT_EQ(visitor.asked_for("drop-receipt"), 0);
}

TEST(Receipts, ThatCannotBeKeptAreToldAndAskedToBeSaved) {
    Visitor visitor;
    visitor.shell_answers("kept-receipts", {{"kept", false}, {"contents", json::array()}});
    visitor.seal_with_key();
    visitor.click("telecharger");
    EXPECT_THAT(visitor.label("recu"), HasSubstr("Rien n’est gardé sur ce poste"));
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), true) << "the receipt would be lost";
    visitor.click("remis");
    visitor.click("question-oui");
    EXPECT_EQ(visitor.asked_for("erase"), 0) << "a reload would lose it";
    EXPECT_THAT(visitor.status(), HasSubstr("vos reçus"));
    visitor.visit("#/suivi");
    EXPECT_THAT(visitor.label("suivi-ou"), HasSubstr("disparaissent avec la page"));
    visitor.click("suivi-enregistrer");
    EXPECT_EQ(visitor.effect("save").at("name"), "pli_recus_2026-11-22.json");
    EXPECT_EQ(visitor.effect("ask-before-leaving").at("asks"), false);
    visitor.click("suivi-recharger");
    EXPECT_EQ(visitor.asked_for("erase"), 1) << "the answers leave the memory too";
}

TEST(Receipts, OfAnotherTabTakeThePlaceOfThese) {
    Visitor visitor = who_returns();
    Receipts elsewhere = receipts_test::sample();
    elsewhere.all.erase(elsewhere.all.begin() + 1); // deleted there
    elsewhere.all[1].delivered = test_day;          // and this one was noted
    json contents = json::array();
    for (const Receipt& receipt : elsewhere.all) contents.push_back(test::must(write_receipt(receipt)));
    visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", contents}, {"again", true}});
    EXPECT_EQ(visitor.label("suivi-nombre"), "2 plis");
    EXPECT_EQ(visitor.cell("pli-" + id_of('3'), 2), "Remis");
    EXPECT_EQ(visitor.asked_for("keep-receipts"), 0);
}

TEST(Receipts, MadeHereSurviveWhatAnotherTabTells) {
    Visitor visitor = who_sealed();
    visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", json::array()}, {"again", true}});
    visitor.visit("#/suivi");
    EXPECT_EQ(visitor.label("suivi-nombre"), "1 pli") << "it was not stored yet when the other tab told";
}

TEST(Receipts, AreNeverWrittenOverOneThatCannotBeRead) {
    Visitor visitor("#/suivi");
    const std::string newer = R"({"format":"pli/recu/2"})";
    visitor.shell_answers("kept-receipts", {{"kept", true}, {"contents", {newer}}, {"documents", {id_of('3')}}});
    visitor.give_file("suivi-fichier", "pli_recus.json");
    visitor.shell_answers("receipts-file", {{"content", test::must(write_receipts(receipts_test::sample()))}});
    EXPECT_EQ(visitor.label("suivi-nombre"), "3 plis");
    const json receipts = visitor.effect("keep-receipts").at("receipts");
    ASSERT_EQ(receipts.size(), 2U);
    for (const json& each : receipts) EXPECT_NE(each.at("document"), id_of('3'));
}

TEST(Receipts, SayThatTheAnswerCame) {
    Visitor visitor = who_returns(page_of(id_of('2')));
    EXPECT_THAT(visitor.text(), HasSubstr(" : réponse reçue le "));
    EXPECT_THAT(visitor.text(), Not(HasSubstr("est dépassée")));
}

TEST(Receipts, OfAPassphraseRepeatTheOtherChannel) {
    const Receipts sample = receipts_test::sample();
    for (const Receipt& receipt : sample.all) {
        Visitor visitor = who_returns(page_of(receipt.document_id));
        EXPECT_EQ(visitor.shows("pli-consigne-phrase"), receipt.locks == Receipt::Locks::Passphrase);
    }
}

TEST(Today, IsTheShellsAlsoOnAPageThatStaysOpen) {
    Visitor visitor = who_returns(page_of(id_of('3')));
    visitor.check("pli-remis");
    visitor.write("pli-remis-le", "23/11/2026");
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), HasSubstr("dans l’avenir"));
    visitor.shell_answers("today", {{"day", "2026-11-23"}});
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), IsEmpty());
    visitor.shell_answers("today", {{"day", "hier"}});
    visitor.write("pli-remis-le", "24/11/2026");
    EXPECT_THAT(visitor.property("pli-remis-le", "error"), HasSubstr("dans l’avenir"));
}

TEST(Receipts, SayAtOnceThatStoringFailed) {
    Visitor visitor = who_sealed();
    visitor.shell_fails("keep-receipts", "storage.full");
    EXPECT_EQ(visitor.focused(), "bilan");
    EXPECT_THAT(visitor.label("bilan-echec"), HasSubstr("plus de place"));
    EXPECT_THAT(visitor.label("recu"), HasSubstr("Rien n’est gardé"));
    visitor.visit("#/suivi");
    EXPECT_EQ(visitor.label("suivi-nombre"), "1 pli") << "it is there as long as the page";
}

TEST(Receipts, AreTakenInFromAFileWithoutOverwriting) {
    Visitor visitor = who_returns();
    Receipts others = receipts_test::sample();
    others.all[2].delivered = test_day;
    SealingFacts facts = receipts_test::facts_of('5');
    others.all.push_back(receipts_test::bilateral(facts));
    visitor.give_file("suivi-fichier", "pli_recus.json");
    EXPECT_EQ(visitor.effect("load-receipts"), (json{{"file", "suivi-fichier"}}));
    visitor.shell_answers("receipts-file", {{"content", test::must(write_receipts(others))}});
    EXPECT_THAT(visitor.status(), HasSubstr("1"));
    EXPECT_EQ(visitor.label("suivi-nombre"), "4 plis");
    EXPECT_EQ(visitor.effect("keep-receipts").at("receipts").size(), 2U) << "what is new, and what was completed";
}

TEST(Receipts, OfABadFileAreRefusedAndNothingIsReplaced) {
    const std::string good = test::must(write_receipts(receipts_test::sample()));
    const std::pair<std::string, std::string> files[] = {
        {"", "illisible"},
        {good.substr(0, good.size() / 2), "illisible"},
        {"{\"format\":\"pli/recus/0\"}", "autre version"},
        {"{\"format\":\"pli/recus/2\"}", "autre version"},
        {"{\"format\":\"pli/annuaire/1\"}", "pas un fichier de reçus"},
        {good + " ", "récrits"},
        {std::string(receipt_limits::bytes + 1, ' '), "trop"},
    };
    for (const auto& [content, sentence] : files) {
        Visitor visitor = who_returns();
        visitor.give_file("suivi-fichier", "pli_recus.json");
        visitor.shell_answers("receipts-file", {{"content", content}});
        EXPECT_EQ(visitor.focused(), "bilan") << sentence;
        EXPECT_THAT(visitor.property("suivi-fichier", "error"), Not(IsEmpty())) << sentence;
        EXPECT_EQ(visitor.label("suivi-nombre"), "3 plis");
        EXPECT_EQ(visitor.asked_for("keep-receipts"), 0);
    }
}

TEST(Receipts, AreSavedAsATableThatNoSpreadsheetComputes) {
    Visitor visitor("#/suivi");
    Receipt receipt = receipts_test::sample().all[2];
    receipt.recipients[0].name = "=2+2";
    browser_keeps(visitor, {test::must(write_receipt(receipt))});
    visitor.click("suivi-csv");
    EXPECT_EQ(visitor.effect("save").at("name"), "plis_2026-11-22.csv");
    const std::string table = visitor.effect("save").at("content");
    EXPECT_TRUE(table.starts_with("\xEF\xBB\xBFNuméro du pli;Scellé le;"));
    EXPECT_THAT(table, AllOf(HasSubstr(";'=2+2 ("), HasSubstr(";À remettre;"), HasSubstr(";31/12/2026\r\n")));
}

TEST(Receipts, AreSavedAsAFileThatReadsBack) {
    Visitor visitor = who_returns();
    visitor.click("suivi-enregistrer");
    const ReceiptsReading reading = read_receipts(visitor.effect("save").at("content").get<std::string>());
    EXPECT_TRUE(reading.faults.empty());
    EXPECT_EQ(reading.content, receipts_test::sample());
}

TEST(Receipts, AreMarkedByAnAnswerThatIsOpened) {
    semantics::Ui ui;
    Session session;
    Texts texts = test::must(load_texts(shipped_texts()));
    const Pack& pack = test::shipped_pack();
    View view{ui, session, texts, pack, test_day};
    ASSERT_TRUE(
        take_receipts(view, test::must(add_receipt({}, receipts_test::bilateral(receipts_test::facts_of('1'))))));
    EXPECT_EQ(compare_sent(session.follow_up.receipts, id_of('1'), receipts_test::hash_of('f')), Sent::Same);
    EXPECT_TRUE(note_opened_answer(view, id_of('1'), id_of('9')));
    EXPECT_EQ(receipt_of(session, id_of('1'))->answer, (ReceivedAnswer{test_day, id_of('9')}));
    EXPECT_TRUE(note_opened_answer(view, id_of('1'), id_of('9'))) << "opened again";
    EXPECT_FALSE(note_opened_answer(view, id_of('1'), id_of('8'))) << "another answer is noted already";
    EXPECT_FALSE(note_opened_answer(view, id_of('7'), id_of('9'))) << "sent from another machine";
    EXPECT_FALSE(session.failure) << "an answer is shown whatever the receipts say";
}

} // namespace
} // namespace pli::ui
