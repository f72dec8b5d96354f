#include "core/production/acts.hpp"

#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Register two_persons() {
    Register made = register_of(2);
    made.persons[0].tools = {
        {"academie", since({2026, 9, 1})}, {"ouiform", since({2026, 1, 5})}, {"disparu", since({2026, 9, 1})}};
    return made;
}

} // namespace

TEST(Acts, AreOneForEachPersonAndDay) {
    const std::vector<Act> acts = acts_of(two_persons(), ActKind::Grant, false);
    ASSERT_EQ(acts.size(), 3U);
    EXPECT_EQ(acts[0].person, id_of(0));
    EXPECT_EQ(acts[0].day, (Date{2026, 1, 5}));
    EXPECT_THAT(acts[1].tools, ElementsAre("academie", "disparu"));
    EXPECT_EQ(acts[2].person, id_of(1));
    EXPECT_THAT(acts_of(two_persons(), ActKind::Withdrawal, false), IsEmpty());
}

TEST(Acts, AreProposedOnceOnly) {
    const Register before = two_persons();
    const std::vector<Act> acts = acts_of(before, ActKind::Grant, false);
    Register after = must(note_formalised(before, {acts[0], acts[2]}, today));
    EXPECT_THAT(acts_of(after, ActKind::Grant, false), ElementsAre(acts[1]));
    EXPECT_EQ(acts_of(after, ActKind::Grant, true).size(), 3U);
    EXPECT_EQ(acts_of(after, ActKind::Grant, true)[0].formalised, today);

    after = must(withdraw_tool(after, id_of(1), "ouiform", today, today));
    after = must(grant_tool(after, id_of(1), "ouiform", today, today));
    EXPECT_EQ(acts_of(after, ActKind::Grant, false).size(), 2U) << "granted anew, put in writing anew";
}

TEST(Acts, OfAnEndAreOneForEachPerson) {
    Register made = must(remove_habilitation(two_persons(), id_of(0), Reason::Departure, today, today));
    made = must(suspend(made, id_of(1), today, today));
    EXPECT_THAT(acts_of(made, ActKind::Grant, false), IsEmpty());
    const std::vector<Act> acts = acts_of(made, ActKind::Withdrawal, false);
    ASSERT_EQ(acts.size(), 2U);
    EXPECT_EQ(acts[0].day, today);
    const Register noted = must(note_formalised(made, acts, today));
    EXPECT_THAT(acts_of(noted, ActKind::Withdrawal, false), IsEmpty());
    const Register active = must(reactivate(noted, id_of(1), today, today));
    EXPECT_EQ(active.persons[1].habilitation.formalised, std::nullopt) << "a later suspension is another one";
}

TEST(Acts, HaveKeysOfTheirOwn) {
    const std::vector<Act> acts = acts_of(two_persons(), ActKind::Grant, false);
    EXPECT_NE(acts[0].key(), acts[1].key());
    EXPECT_NE(acts[0].key(), acts[2].key());
}
