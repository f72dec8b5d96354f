// What the shipped assistant concludes: every row of the convention's rule, and what lies just beside it.
#include "core/state/assistant.hpp"

#include "core/definition/pack.hpp"
#include "unit/liaison.hpp"

#include <gmock/gmock.h>
#include <map>

namespace pli {
namespace {

using testing::HasSubstr;

const Assistant& shipped() { return test::shipped_pack().assistants.front(); }

using Given = std::map<std::string, std::string>;

Answers answers_of(const Given& given) {
    Answers answers;
    for (const auto& [question, value] : given) answers.set(question, value);
    return answers;
}

/// Somebody who may enter the accompagnement global, detected as `more` says.
Given eligible(const Given& more) {
    Given given{{"inscrit", "oui"}, {"freins-sociaux", "non-bloquants"}, {"volontaire", "oui"}};
    given.insert(more.begin(), more.end());
    return given;
}

struct Row {
    std::string name;
    Given given;
    std::string form;    ///< empty: none is right
    std::string because; ///< part of the reason
    std::string article; ///< part of it
};

const std::string tacit = "liaison-ag-tacite";
const std::string bilateral = "liaison-ag-bilaterale";

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"ft_rsa_oriented",
         eligible({{"detection", "conseiller-ft"}, {"allocataire", "oui"}, {"orientation", "deja-ft"}}), tacit,
         "déjà orienté vers France Travail", "annexe 5"},
        {"ft_rsa_oriented_elsewhere",
         eligible({{"detection", "conseiller-ft"}, {"allocataire", "oui"}, {"orientation", "autre-orientation"}}),
         bilateral, "ne relève pas d’un accord tacite", "annexe 6"},
        {"ft_rsa_new_entrant",
         eligible({{"detection", "conseiller-ft"}, {"allocataire", "oui"}, {"orientation", "en-attente"}}), tacit,
         "honorer son entretien avec le Département", "annexe 5"},
        {"ft_not_rsa", eligible({{"detection", "conseiller-ft"}, {"allocataire", "non"}}), tacit, "non allocataire",
         "annexe 5"},
        {"slai_tension_job", eligible({{"detection", "slai"}, {"metier", "j1501"}}), tacit, "métier en tension",
         "annexe 2b"},
        {"slai_other_job", eligible({{"detection", "slai"}, {"metier", "hors-liste"}}), bilateral,
         "ne relève pas d’un accord tacite", "annexe 6"},
        {"referent_tension_job", eligible({{"detection", "referent-social"}, {"metier", "n4101"}}), tacit,
         "chef de SLAI", "annexe 2b"},
        {"referent_other_job", eligible({{"detection", "referent-social"}, {"metier", "hors-liste"}}), bilateral,
         "chef de SLAI", "annexe 6"},
        {"somebody_else", eligible({{"detection", "autre"}}), bilateral, "ne relève pas d’un accord tacite",
         "annexe 6"},
        {"not_registered",
         {{"inscrit", "non"}, {"freins-sociaux", "non-bloquants"}, {"volontaire", "oui"}},
         "",
         "inscrits à France Travail",
         "2.2.a"},
        {"no_obstacle",
         {{"inscrit", "oui"}, {"freins-sociaux", "aucun"}, {"volontaire", "oui"}},
         "",
         "freins sociaux",
         "2.2.a"},
        {"blocking_obstacles",
         {{"inscrit", "oui"}, {"freins-sociaux", "bloquants"}, {"volontaire", "oui"}},
         "",
         "accompagnement social exclusif",
         "annexe 3"},
        {"not_voluntary",
         {{"inscrit", "oui"}, {"freins-sociaux", "non-bloquants"}, {"volontaire", "non"}},
         "",
         "volontariat",
         "2.2.a"},
    };
    return all;
}

class Rule : public testing::TestWithParam<Row> {};

TEST_P(Rule, LeadsToItsForm) {
    const Row& row = GetParam();
    const Answers given = answers_of(row.given);
    for_each_item(shipped().questions, [&](const Item& question) {
        const bool asked = is_visible(shipped().questions, given, question.path);
        EXPECT_EQ(is_answered(given, question), asked) << question.path;
    });
    const Outcome& outcome = outcome_of(shipped(), given);
    EXPECT_EQ(outcome.form, row.form);
    EXPECT_THAT(outcome.reason, HasSubstr(row.because));
    EXPECT_THAT(outcome.article, HasSubstr(row.article));
}

INSTANTIATE_TEST_SUITE_P(Rows, Rule, testing::ValuesIn(rows()), [](const auto& row) { return row.param.name; });

TEST(Assistant, EveryJobOfTheListIsOneInTension) {
    const Item* jobs = find_item(shipped().questions, "metier");
    ASSERT_NE(jobs, nullptr);
    EXPECT_EQ(jobs->options.size(), 23U);
    for (const Option& job : jobs->options) {
        const Answers given = answers_of(eligible({{"detection", "slai"}, {"metier", job.value}}));
        EXPECT_EQ(outcome_of(shipped(), given).form, job.value == jobs->search ? bilateral : tacit) << job.label;
    }
}

TEST(Assistant, AnAnswerThatIsHiddenNowDecidesNothing) {
    Given given = eligible({{"detection", "slai"}, {"metier", "hors-liste"}});
    given["allocataire"] = "non"; // answered while a France Travail adviser was ticked
    EXPECT_EQ(outcome_of(shipped(), answers_of(given)).form, bilateral);
}

TEST(Assistant, CarriesWhatTheFormAsksToo) {
    const Form& form = *find_form(test::shipped_pack(), tacit);
    const Answers ft = answers_of(eligible({{"detection", "conseiller-ft"}, {"allocataire", "non"}}));
    Answers expected;
    expected.set("demandeur.brsa", "non");
    EXPECT_EQ(carried_answers(shipped(), ft, form), expected);

    Given hidden = eligible({{"detection", "slai"}, {"metier", "g1602"}});
    hidden["allocataire"] = "oui";
    EXPECT_EQ(carried_answers(shipped(), answers_of(hidden), form), Answers());
}

} // namespace
} // namespace pli
