#include "core/state/search.hpp"

#include "unit/liaison.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(std::string_view sought) {
    std::vector<std::string> values;
    const Item* jobs = find_item(test::shipped_pack().assistants.front().questions, "metier");
    for (const Option* option : found_options(*jobs, sought)) values.push_back(option->value);
    return values;
}

TEST(Search, FindsByCodeWhateverItsCase) {
    EXPECT_THAT(found("G1602"), ElementsAre("g1602"));
    EXPECT_THAT(found(" g1602 "), ElementsAre("g1602"));
    EXPECT_THAT(found("k13"), ElementsAre("k1301", "k1302"));
    EXPECT_THAT(found("N401"), ElementsAre("n4101")) << "as the act prints it";
}

TEST(Search, FindsByTitleWithoutCaseAndAccents) {
    EXPECT_THAT(found("cuisinier"), ElementsAre("g1602", "g1604"));
    EXPECT_THAT(found("HOTELLERIE receptionniste"), ElementsAre("g1703"));
    EXPECT_THAT(found("educateur"), ElementsAre("k1207"));
    EXPECT_THAT(found("aide soignant"), ElementsAre("j1501"));
}

TEST(Search, FindsAllForNothingAndNothingForWhatIsNotThere) {
    EXPECT_EQ(found("").size(), 22U);
    EXPECT_EQ(found("  ").size(), 22U);
    EXPECT_THAT(found("notaire"), IsEmpty());
    EXPECT_THAT(found("cuisinier notaire"), IsEmpty());
}

TEST(Search, NeverCountsTheOptionThatIsAlwaysOffered) { EXPECT_THAT(found("autre métier"), IsEmpty()); }

} // namespace
} // namespace pli
