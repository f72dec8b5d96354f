// A form to be filled in by hand: all that may be asked, and when.
#include "core/document/condition_words.hpp"
#include "core/document/print_model.hpp"
#include "unit/team.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace pli {
namespace {

using test::liaison;
using test::team;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> lines_of(const PrintModel& model) {
    std::vector<std::string> lines;
    for (const PrintBlock& block : model.blocks)
        lines.push_back(block.type == PrintBlock::Type::Heading ? block.text : block.label);
    return lines;
}

TEST(BlankModel, HoldsEveryRowOfAListAndItsConditionalItems) {
    const std::vector<std::string> lines = lines_of(blank_model(team()));
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "Départ (Présent\u00a0: Non)"), 3) << "a list of three at most";
    EXPECT_THAT(lines, Contains("Membre 3"));
    EXPECT_THAT(lines, Not(Contains("Membre 4")));
    EXPECT_THAT(lines, Contains("Bureau (Présent\u00a0: Oui)"));
}

TEST(BlankModel, HoldsWhatDependsOnAnAnswerAndNothingForTheScreenOnly) {
    const std::vector<std::string> lines = lines_of(blank_model(liaison()));
    EXPECT_THAT(lines, Contains("@mail (La personne accepte les échanges par voie électronique)"));
    EXPECT_THAT(lines, Contains("REFERENT SOCIAL MANDATÉ par le Conseil Départemental")) << "its own words say when";
    EXPECT_THAT(lines, Not(Contains("La personne accepte les échanges par voie électronique")));
    EXPECT_THAT(lines, Contains("Signature du demandeur d’emploi"));
}

TEST(BlankModel, HoldsNoAnswer) {
    for (const PrintBlock& block : blank_model(liaison()).blocks) {
        EXPECT_EQ(block.value, "");
        for (const Option& tick : block.ticks) EXPECT_EQ(tick.value, "") << tick.label;
    }
}

TEST(ConditionWords, AreThoseOfTheForm) {
    const std::string present = "membres.#.present";
    const Condition is_there{Condition::Op::Is, present, "oui", {}};
    const Condition has_left{Condition::Op::Not, "", "", {is_there}};
    const Condition named{Condition::Op::Answered, "membres.#.nom", "", {}};
    EXPECT_EQ(condition_words(team(), is_there), "Présent\u00a0: Oui");
    EXPECT_EQ(condition_words(team(), has_left), "Présent\u00a0: Non");
    EXPECT_EQ(condition_words(team(), {Condition::Op::All, "", "", {is_there, named}}),
              "Présent\u00a0: Oui\u00a0; Nom");
    EXPECT_EQ(condition_words(team(), {Condition::Op::Any, "", "", {is_there, named}}), "Présent\u00a0: Oui / Nom");
    EXPECT_EQ(condition_words(team(), {Condition::Op::Not, "", "", {named}}), "");
    EXPECT_EQ(condition_words(team(), {}), "");
}

} // namespace
} // namespace pli
