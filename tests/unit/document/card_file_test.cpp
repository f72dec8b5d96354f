// pli_carte.json: what is written, and that anything else is refused.
#include "core/document/card_file.hpp"

#include "core/state/own_card.hpp"
#include "unit/liaison.hpp"

#include <functional>
#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::HasSubstr;

const Card& fields() { return *test::shipped_pack().card; }

Answers typed() {
    Answers answers;
    answers.set("nom", " Martin-Exemple ");
    answers.set("prenom", "Camille");
    answers.set("fonction", "Conseillère en accompagnement global");
    answers.set("telephone", "03.53.01.23.45");
    answers.set("mail", "camille.martin@agence.exemple.fr");
    answers.set("structure", "Arras Centre");
    return answers;
}

const std::string written = test::golden_text("carte/pli_carte.json");

std::string reading(std::string_view text) {
    const auto card = read_card(fields(), text, test::today);
    if (card.ok()) return "accepted";
    const auto code = card.error().params.find("code");
    return card.error().code + " " + card.error().place +
           (code != card.error().params.end() ? " (" + code->second + ")" : "");
}

std::string reading_after(const std::function<void(Json&)>& change) {
    Json json = test::must(parse_json(written));
    change(json);
    return reading(dump_json(json));
}

TEST(CardFile, IsWrittenInCanonicalForm) { EXPECT_EQ(test::must(write_card(fields(), typed(), test::today)), written); }

TEST(CardFile, IsReadBackAsItWouldBeTyped) {
    const Answers read = test::must(read_card(fields(), written, test::today));
    EXPECT_EQ(read.text("nom"), "Martin-Exemple");
    EXPECT_EQ(read.text("telephone"), "03 53 01 23 45");
    EXPECT_EQ(test::must(write_card(fields(), read, test::today)), written);
}

TEST(CardFile, IsNotWrittenWithFaults) {
    Answers answers = typed();
    answers.set("mail", "camille@");
    const auto card = write_card(fields(), answers, test::today);
    ASSERT_FALSE(card.ok());
    EXPECT_EQ(card.error().code, "card.value");
    EXPECT_EQ(card.error().place, "mail");
    EXPECT_FALSE(write_card(fields(), {}, test::today).ok());
}

TEST(CardFile, IsRefusedWhenItIsSomethingElse) {
    EXPECT_EQ(reading("").substr(0, 11), "json.syntax");
    EXPECT_EQ(reading("[]"), "card.format ");
    EXPECT_EQ(reading(R"({"format":"pli/fiche/1"})"), "card.format ");
    EXPECT_EQ(reading(R"({"format":"pli/carte/2","carte":{}})"), "card.format ");
    EXPECT_EQ(reading(std::string(max_card + 1, ' ')), "json.too-large ");
    EXPECT_EQ(reading("{\"format\":\"\xff\"}").substr(0, 13), "json.encoding");
    for (std::size_t size = 0; size < written.size(); ++size)
        EXPECT_THAT(reading(written.substr(0, size)), HasSubstr("json.")) << size;
}

TEST(CardFile, HoldsItsFieldsAndNothingElse) {
    EXPECT_EQ(reading(R"({"format":"pli/carte/1"})"), "card.missing-member ");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"].erase("nom"); }), "card.missing-member /carte");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"]["identifiant-ft"] = "1234567A"; }),
              "card.unknown-member /carte/identifiant-ft");
    EXPECT_EQ(reading_after([](Json& json) { json["demandeur"] = "x"; }), "card.unknown-member /demandeur");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"]["nom"] = 3; }), "card.wrong-type /carte/nom");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"]["nom"] = ""; }), "card.empty /carte/nom");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"] = Json::array(); }), "card.wrong-type /carte");
}

TEST(CardFile, HoldsWhatItsFieldsMayHold) {
    EXPECT_EQ(reading_after([](Json& json) { json["carte"]["telephone"] = "12"; }).substr(0, 32),
              "card.value /carte/telephone (pho");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"]["fonction"] = "voir www.exemple.fr"; }),
              "card.value /carte/fonction (guard.url)");
    EXPECT_EQ(reading_after([](Json& json) { json["carte"]["nom"] = "   "; }),
              "card.value /carte/nom (person-name.empty)");
}

TEST(OwnBlock, IsFilledForTheRightRoleWhereNothingWasAnswered) {
    Answers answers;
    answers.set("agent-ft.fonction", "Directrice");
    fill_own_blocks(test::liaison(), "chef-de-gare", typed(), answers);
    EXPECT_FALSE(answers.has("agent-ft.nom"));
    fill_own_blocks(test::liaison(), "conseiller-france-travail", typed(), answers);
    EXPECT_EQ(answers.text("agent-ft.prenom"), "Camille");
    EXPECT_EQ(answers.text("agent-ft.agence"), "Arras Centre");
    EXPECT_EQ(answers.text("agent-ft.fonction"), "Directrice");
    EXPECT_FALSE(answers.has("demandeur.nom"));
    EXPECT_FALSE(answers.has("agent-cd.nom"));
}

TEST(OwnBlock, GivesWayWhenTheRoleIsAnother) {
    Answers answers;
    answers.set("agent-ft.fonction", "Directrice");
    fill_own_blocks(test::liaison(), "conseiller-france-travail", typed(), answers);
    clear_own_blocks(test::liaison(), "conseiller-france-travail", typed(), answers);
    EXPECT_FALSE(answers.has("agent-ft.nom"));
    EXPECT_EQ(answers.text("agent-ft.fonction"), "Directrice") << "what somebody typed stays";
    clear_own_blocks(test::liaison(), "conseiller-france-travail", {}, answers);
    EXPECT_EQ(answers.text("agent-ft.fonction"), "Directrice") << "there is no card";
}

TEST(OwnBlock, IsFilledWhicheverOfTwoTheFormWillShow) {
    Answers answers;
    fill_own_blocks(test::liaison(), "referent-social", typed(), answers);
    EXPECT_EQ(answers.text("suivi.referent-cd.nom"), answers.text("suivi.referent-mandate.nom"));
    EXPECT_EQ(answers.text("suivi.referent-mandate.structure"), "Arras Centre");
    EXPECT_TRUE(visible_answers(test::liaison(), answers).empty()) << "until the person says which";
}

} // namespace
} // namespace pli
