// Faults in a list: of each row, with the words that say which one, and of the number of rows.
#include "core/definition/rows.hpp"
#include "core/validation/faults.hpp"
#include "unit/team.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using test::team;
using test::team_answers;
using test::today;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faults_of(const Answers& answers) {
    std::vector<std::string> found;
    for (const Fault& fault : check_form(team(), answers, today))
        found.push_back(fault.code + " " + fault.path + " (" + fault.params.at("group") + ")");
    return found;
}

TEST(Rows, GoodRowsHaveNoFault) { EXPECT_THAT(faults_of(team_answers()), IsEmpty()); }

TEST(Rows, AFaultSaysInWhichRowItIs) {
    Answers answers = team_answers();
    answers.set_row_count("membres", 3);
    answers.set("membres.0.bureau.ville", "www.exemple.fr");
    answers.set("membres.1.depart", "30/02/2026");
    EXPECT_THAT(faults_of(answers),
                ElementsAre("guard.url membres.0.bureau.ville (Membre 1, Bureau)",
                            "date.not-real membres.1.depart (Membre 2)", "required membres.2.nom (Membre 3)",
                            "required.choice membres.2.present (Membre 3)"));
}

TEST(Rows, AListHasItsBounds) {
    Answers answers = team_answers();
    answers.set_row_count("membres", 0);
    answers.set("relu", false);
    const std::vector<Fault> faults = check_form(team(), answers, today);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().code, "rows.too-few");
    EXPECT_EQ(faults.front().path, "membres");
    EXPECT_EQ(faults.front().params.at("min"), "1");

    answers.set_row_count("membres", 4);
    EXPECT_EQ(check_form(team(), answers, today).front().code, "rows.too-many");
}

TEST(Rows, TheFaultsOfOneFieldAreThoseOfItsRow) {
    Answers answers = team_answers();
    answers.set("membres.1.nom", "M4rtin");
    const auto found = check_field(team(), answers, *item_at(team(), "membres.1.nom"), today);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().code, "person-name.digit");
    EXPECT_THAT(check_field(team(), answers, *item_at(team(), "membres.0.nom"), today), IsEmpty());
}

} // namespace
} // namespace pli
