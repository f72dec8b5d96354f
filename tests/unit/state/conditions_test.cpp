#include "core/state/answers.hpp"

#include "unit/liaison.hpp"

using namespace pli;
using test::liaison;

namespace {

using Op = Condition::Op;
using List = std::vector<std::string>;

bool holds_for(const Answers& answers, const Condition& condition) { return holds(liaison(), answers, condition); }

Condition with_parts(Op op, std::vector<Condition> parts) { return {op, "", "", std::move(parts)}; }

const Condition always;
const Condition never{Op::Not, "", "", {always}};

TEST(Conditions, TheDefaultOneAlwaysHolds) {
    EXPECT_TRUE(holds_for({}, always));
    EXPECT_FALSE(holds_for({}, never));
}

TEST(Conditions, IsComparesAChoice) {
    const Condition chosen{Op::Is, "suivi.choix", "referent-cd", {}};
    Answers answers;
    EXPECT_FALSE(holds_for(answers, chosen));
    answers.set("suivi.choix", "referent-mandate");
    EXPECT_FALSE(holds_for(answers, chosen));
    answers.set("suivi.choix", "referent-cd");
    EXPECT_TRUE(holds_for(answers, chosen));
}

TEST(Conditions, HasLooksIntoAList) {
    const Condition ticked{Op::Has, "freins", "sante", {}};
    Answers answers;
    EXPECT_FALSE(holds_for(answers, ticked));
    answers.set("freins", List{"logement"});
    EXPECT_FALSE(holds_for(answers, ticked));
    answers.set("freins", List{"logement", "sante"});
    EXPECT_TRUE(holds_for(answers, ticked));
}

TEST(Conditions, TickedAsksForABox) {
    const Condition ticked{Op::Ticked, "information.lecture", "", {}};
    Answers answers;
    EXPECT_FALSE(holds_for(answers, ticked));
    answers.set("information.lecture", true);
    EXPECT_TRUE(holds_for(answers, ticked));
}

TEST(Conditions, AnsweredAsksForMoreThanABlank) {
    const Condition answered{Op::Answered, "demandeur.nom", "", {}};
    Answers answers;
    EXPECT_FALSE(holds_for(answers, answered));
    answers.set("demandeur.nom", "  ");
    EXPECT_FALSE(holds_for(answers, answered));
    answers.set("demandeur.nom", "Exemple");
    EXPECT_TRUE(holds_for(answers, answered));
    EXPECT_FALSE(holds_for(answers, {Op::Answered, "inconnu", "", {}}));
}

TEST(Conditions, AllAnyAndNotCombineOthers) {
    EXPECT_TRUE(holds_for({}, with_parts(Op::All, {always, always})));
    EXPECT_FALSE(holds_for({}, with_parts(Op::All, {always, never})));
    EXPECT_TRUE(holds_for({}, with_parts(Op::Any, {never, always})));
    EXPECT_FALSE(holds_for({}, with_parts(Op::Any, {never, never})));
    EXPECT_FALSE(holds_for({}, with_parts(Op::Not, {always})));
    EXPECT_TRUE(holds_for({}, with_parts(Op::Not, {never})));
    EXPECT_TRUE(holds_for({}, with_parts(Op::All, {})));
    EXPECT_FALSE(holds_for({}, with_parts(Op::Any, {})));
}

TEST(Conditions, AHiddenAnswerCountsAsAbsent) {
    const Condition named{Op::Answered, "suivi.referent-cd.nom", "", {}};
    Answers answers;
    answers.set("suivi.referent-cd.nom", "Exemple");
    EXPECT_FALSE(holds_for(answers, named));
    answers.set("suivi.choix", "referent-cd");
    EXPECT_TRUE(holds_for(answers, named));
}

TEST(Visible, FollowsTheAnswers) {
    Answers answers;
    EXPECT_TRUE(is_visible(liaison(), answers, "demandeur.nom"));
    EXPECT_TRUE(is_visible(liaison(), answers, "agent-ft")) << "groups too";
    EXPECT_FALSE(is_visible(liaison(), answers, "demandeur.mail"));
    answers.set("demandeur.mail-accord", true);
    EXPECT_TRUE(is_visible(liaison(), answers, "demandeur.mail"));
    EXPECT_FALSE(is_visible(liaison(), answers, "inconnu"));
}

TEST(Visible, NeedsAllThatAnItemLiesIn) {
    Answers answers;
    EXPECT_FALSE(is_visible(liaison(), answers, "suivi.referent-mandate.structure"));
    EXPECT_FALSE(is_visible(liaison(), answers, "suivi.referent-mandate.nom-prenom")) << "a composite inside";
    answers.set("suivi.choix", "referent-mandate");
    EXPECT_TRUE(is_visible(liaison(), answers, "suivi.referent-mandate.structure"));
    EXPECT_FALSE(is_visible(liaison(), answers, "suivi.referent-cd.nom"));
}

TEST(Visible, IsNothingThatTheReceiverFills) {
    Form form = liaison();
    for (Step& step : form.steps)
        for (Item& item : step.items)
            if (item.path == "agent-cd") item.receiver_only = true;
    EXPECT_FALSE(is_visible(form, {}, "agent-cd"));
    EXPECT_FALSE(is_visible(form, {}, "agent-cd.nom"));
    EXPECT_TRUE(is_visible(form, {}, "agent-ft.nom"));
}

} // namespace
