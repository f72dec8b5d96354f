// Rows of a list: adding, removing, what is visible in each, and their exchange as JSON.
#include "core/state/rows.hpp"
#include "unit/team.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using test::team;
using test::team_answers;
using testing::ElementsAre;

TEST(Rows, RemovingOneKeepsTheAnswersOfTheOthers) {
    Answers answers = team_answers();
    answers.remove_row("membres", 0);
    EXPECT_EQ(answers.row_count("membres"), 1U);
    EXPECT_EQ(answers.text("membres.0.nom"), "Durand");
    EXPECT_EQ(answers.text("membres.0.depart"), "20/11/2026");
    EXPECT_FALSE(answers.has("membres.0.outils"));
    EXPECT_FALSE(answers.has("membres.1.nom"));
    EXPECT_EQ(answers.text("structure"), "Association Exemple");
}

TEST(Rows, RowsTenAndBeyondMoveLikeTheOthers) {
    Answers answers;
    answers.set_row_count("membres", 12);
    for (std::size_t row = 0; row < 12; ++row)
        answers.set(row_path("membres", row) + ".nom", "N" + std::to_string(row));
    answers.remove_row("membres", 1);
    for (std::size_t row = 1; row < 11; ++row)
        EXPECT_EQ(answers.text(row_path("membres", row) + ".nom"), "N" + std::to_string(row + 1));
    answers.remove_row("membres", 11);
    EXPECT_EQ(answers.row_count("membres"), 11U) << "there is no such row";
}

TEST(Rows, FewerRowsForgetTheLastOnes) {
    Answers answers = team_answers();
    answers.set_row_count("membres", 1);
    EXPECT_TRUE(answers.has("membres.0.nom"));
    EXPECT_FALSE(answers.has("membres.1.nom"));
    answers.set_row_count("membres", 0);
    answers.set("structure", std::string());
    answers.set("relu", false);
    EXPECT_TRUE(answers.empty());
}

TEST(Rows, AConditionLooksAtItsOwnRow) {
    const Answers answers = team_answers();
    EXPECT_FALSE(is_visible(team(), answers, "membres.0.depart"));
    EXPECT_TRUE(is_visible(team(), answers, "membres.1.depart"));
    EXPECT_TRUE(is_visible(team(), answers, "membres.0.bureau.ville"));
    EXPECT_FALSE(is_visible(team(), answers, "membres.1.bureau.ville"));
    EXPECT_FALSE(is_visible(team(), answers, "membres.2.nom")) << "there are two rows";
}

TEST(Rows, AListIsAnsweredWhenItHasARow) {
    Answers answers = team_answers();
    EXPECT_TRUE(is_visible(team(), answers, "relu"));
    answers.set_row_count("membres", 0);
    EXPECT_FALSE(is_visible(team(), answers, "relu"));
}

TEST(Rows, HiddenAnswersOfARowAreDropped) {
    Answers answers = team_answers();
    answers.set("membres.0.depart", "01/02/2026");
    const Answers visible = visible_answers(team(), answers);
    EXPECT_FALSE(visible.has("membres.0.depart"));
    EXPECT_TRUE(visible.has("membres.1.depart"));
    EXPECT_EQ(visible.row_count("membres"), 2U);
}

TEST(Rows, ItemsComeOnceForEachRow) {
    std::vector<std::string> names;
    for_each_item(team(), team_answers(), [&](const Item& item) {
        if (item.name == "nom") names.push_back(item.path);
    });
    EXPECT_THAT(names, ElementsAre("membres.0.nom", "membres.1.nom"));
}

TEST(Rows, TheExchangeTellsHowManyThereAre) {
    Answers answers = team_answers();
    answers.set_row_count("membres", 3);
    const Json json = answers_to_json(answers);
    EXPECT_EQ(json.at("membres"), 3);
    EXPECT_EQ(test::must(answers_from_json(team(), json)), answers) << "the empty row too";
}

TEST(Rows, TheExchangeRefusesRowsThatThereAreNot) {
    const auto reading = [](const Json& json) {
        const auto answers = answers_from_json(team(), json);
        return answers ? "accepted" : answers.error().code + " " + answers.error().place;
    };
    EXPECT_EQ(reading({{"membres", 1}, {"membres.0.nom", "A"}}), "accepted");
    EXPECT_EQ(reading({{"membres", 0}}), "accepted");
    EXPECT_EQ(reading({{"membres.0.nom", "A"}}), "answers.unknown-path membres.0.nom");
    EXPECT_EQ(reading({{"membres", 1}, {"membres.1.nom", "A"}}), "answers.unknown-path membres.1.nom");
    EXPECT_EQ(reading({{"membres", 1}, {"membres.00.nom", "A"}}), "answers.unknown-path membres.00.nom");
    EXPECT_EQ(reading({{"membres", 1}, {"membres.#.nom", "A"}}), "answers.unknown-path membres.#.nom");
    EXPECT_EQ(reading({{"membres", 1}, {"membres.0", "A"}}), "answers.unknown-path membres.0");
    for (const Json& count : {Json(-1), Json(501), Json("2"), Json(1.5), Json(18446744073709551615U), Json::array()})
        EXPECT_EQ(reading({{"membres", count}}), "answers.wrong-type membres") << count;
}

} // namespace
} // namespace pli
