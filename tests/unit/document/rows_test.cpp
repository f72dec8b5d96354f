// Lists in the file and in print: an array of objects, read back strictly; a heading for each row.
#include "core/definition/schema.hpp"
#include "core/document/print_model.hpp"
#include "unit/document/samples.hpp"
#include "unit/team.hpp"

#include <functional>
#include <gmock/gmock.h>

namespace pli {
namespace {

using test::must;
using test::team;
using test::team_answers;
using test::team_pack;
using test::today;
using testing::ElementsAre;

std::string written(const Answers& answers) {
    Envelope envelope = test::sample_envelope();
    envelope.sender_role = "essayeur";
    envelope.addressees.front().role.clear(); // the form has no route
    return must(build_fiche(team_pack().territories.front(), team(), answers, envelope));
}

TEST(Rows, TheFileHoldsAnArrayOfObjects) {
    const Json json = must(parse_json(written(team_answers())));
    EXPECT_EQ(json.at("reponses").at("membres"), parse_json(R"json([
        {"nom": "Martin", "present": true, "outils": ["a", "b"], "bureau": {"ville": "Arras"}},
        {"nom": "Durand", "present": false, "depart": "2026-11-20"}])json")
                                                     .value());
}

TEST(Rows, TheFileIsReadBackAsItWasTyped) {
    Answers answers = team_answers();
    answers.set("membres.0.outils", std::vector<std::string>{"a", "b"});
    EXPECT_EQ(must(read_fiche(team_pack(), written(answers), today)).answers, answers);
}

std::string reading_after(const std::function<void(Json&)>& change) {
    Json json = must(parse_json(written(team_answers())));
    change(json["reponses"]["membres"]);
    const auto canonical = canonical_json(json);
    const auto fiche = read_fiche(team_pack(), canonical ? canonical.value() : dump_json(json), today);
    if (fiche) return "accepted";
    const auto code = fiche.error().params.find("code");
    return fiche.error().code + " " + fiche.error().place +
           (code != fiche.error().params.end() ? " (" + code->second + ")" : "");
}

TEST(Rows, WhatAListMayNotBeIsRefused) {
    EXPECT_EQ(reading_after([](Json& list) { list[1]["depart"] = "2026-11-19"; }), "accepted");
    EXPECT_EQ(reading_after([](Json& list) { list = Json::object(); }), "fiche.wrong-type /reponses/membres");
    EXPECT_EQ(reading_after([](Json& list) { list = Json::array(); }), "fiche.empty /reponses/membres");
    EXPECT_EQ(reading_after([](Json& list) { list = "Martin"; }), "fiche.wrong-type /reponses/membres");
    EXPECT_EQ(reading_after([](Json& list) { list[1] = 1; }), "fiche.wrong-type /reponses/membres/1");
    EXPECT_EQ(reading_after([](Json& list) { list[1] = Json::object(); }), "fiche.empty /reponses/membres/1");
    EXPECT_EQ(reading_after([](Json& list) {
                  list.insert(list.end(), {list[0], list[0]});
              }),
              "fiche.value /reponses/membres (rows.too-many)");
    EXPECT_EQ(reading_after([](Json& list) { list[0].erase("nom"); }), "fiche.missing-member /reponses/membres/0/nom");
    EXPECT_EQ(reading_after([](Json& list) { list[0]["depart"] = "2026-11-20"; }),
              "fiche.unknown-member /reponses/membres/0/depart")
        << "hidden in this row";
    EXPECT_EQ(reading_after([](Json& list) { list[0]["inconnu"] = 1; }),
              "fiche.unknown-member /reponses/membres/0/inconnu");
    EXPECT_EQ(reading_after([](Json& list) { list[1]["nom"] = "M4rtin"; }),
              "fiche.value /reponses/membres/1/nom (person-name.digit)");
    EXPECT_EQ(reading_after([](Json& list) {
                  list[0]["outils"] = {"b", "a"};
              }),
              "fiche.not-canonical /reponses/membres/0/outils");
}

TEST(Rows, AHugeArrayIsRefusedUnread) {
    EXPECT_EQ(reading_after([](Json& list) { list = Json(1000000, Json::object()); }),
              "fiche.value /reponses/membres (rows.too-many)");
}

TEST(Rows, TheSchemaSaysWhatOneRowHolds) {
    const Json schema = json_schema(team());
    const Json& list = schema.at("properties").at("reponses").at("properties").at("membres");
    EXPECT_EQ(list.at("minItems"), 1);
    EXPECT_EQ(list.at("maxItems"), 3);
    const Json& row = list.at("items");
    EXPECT_EQ(row.at("required"), Json({"nom", "present"}));
    EXPECT_EQ(row.at("allOf").at(0).at("if").at("properties").at("present"), Json({{"const", false}}));
}

TEST(Rows, EachRowPrintsUnderItsHeading) {
    std::vector<std::string> lines;
    for (const PrintBlock& block : print_model(team(), team_answers()).blocks)
        lines.push_back(block.type == PrintBlock::Type::Heading ? std::to_string(block.level) + " " + block.text
                                                                : block.label);
    EXPECT_THAT(lines, ElementsAre("Structure", "2 Membres de l’équipe", "3 Membre 1", "Nom", "Présent", "Outils",
                                   "4 Bureau", "Commune", "3 Membre 2", "Nom", "Présent", "Départ", "Outils", ""));
}

const Form& form_called(const std::string& id) { return *find_form(test::shipped_pack(), id); }

Answers golden_answers(const std::string& id) {
    return test::must(answers_from_json(form_called(id), test::golden_json(id + "/answers.json")));
}

const PrintBlock* table_in(const PrintModel& model) {
    const auto found = std::find_if(model.blocks.begin(), model.blocks.end(),
                                    [](const PrintBlock& block) { return block.type == PrintBlock::Type::Table; });
    return found != model.blocks.end() ? &*found : nullptr;
}

TEST(Rows, ShortRowsPrintAsATable) {
    const PrintModel model = print_model(form_called("formations-suivies"), golden_answers("formations-suivies"));
    const PrintBlock* table = table_in(model);
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->label, "Formation");
    EXPECT_THAT(table->columns, ElementsAre("Nom - Prénom", "Nom de l’action de formation", "État de l’inscription",
                                            "Temps de formation réalisé"));
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_THAT(table->rows[0],
                ElementsAre("Durand Éloïse", "Accueillir un public en difficulté", "Validé", "12 h 30"));
    EXPECT_THAT(table->rows[2], ElementsAre("Le Bras Noé", "Découvrir les métiers", "Pas commencé", ""))
        << "hidden in this row";
}

TEST(Rows, WhatGroupsHoldAreColumnsToo) {
    const PrintModel model = print_model(form_called("liste-sous-traitants"), golden_answers("liste-sous-traitants"));
    ASSERT_NE(table_in(model), nullptr);
    EXPECT_THAT(table_in(model)->columns,
                ElementsAre("Structure", "Adresse postale", "Email", "Téléphone", "Fin du contrat"));
}

TEST(Rows, LongRowsAndThoseWrittenByHandHaveHeadings) {
    EXPECT_EQ(table_in(print_model(form_called("habilitation-liste-annuelle"),
                                   golden_answers("habilitation-liste-annuelle"))),
              nullptr);
    EXPECT_EQ(table_in(blank_model(form_called("formations-suivies"))), nullptr);
}

TEST(Rows, AnEmptyListPrintsAsAnEmptyAnswer) {
    Answers answers = team_answers();
    answers.set_row_count("membres", 0);
    const PrintModel model = print_model(team(), answers);
    EXPECT_EQ(model.blocks[1].label, "Membres de l’équipe");
    EXPECT_EQ(model.blocks[1].value, "");
}

} // namespace
} // namespace pli
