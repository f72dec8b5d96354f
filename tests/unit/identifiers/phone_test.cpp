#include "core/identifiers/phone.hpp"

#include "unit/identifiers/examples.hpp"

using namespace pli;

namespace {

TEST(Phone, AcceptsEveryWayOfWritingIt) {
    for (const auto* typed : {"06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "+33612345678",
                              "+33 6 12 34 56 78", "0033 6 12 34 56 78", "+33 (0)6 12 34 56 78", "+33 (0) 612 345 678",
                              "+33 06 12 34 56 78", " 06\u00A012\u202F34 56 78 "})
        EXPECT_EQ(parsed("phone", typed), "+33612345678") << typed;
    EXPECT_EQ(parsed("phone", "03 21 00 00 00"), "+33321000000");
}

TEST(Phone, GivesOverseasNumbersTheirCode) {
    EXPECT_EQ(parsed("phone", "0692 12 34 56"), "+262692123456");
    EXPECT_EQ(parsed("phone", "+262 692 12 34 56"), "+262692123456");
    EXPECT_EQ(parsed("phone", "0639 12 34 56"), "+262639123456");
    EXPECT_EQ(parsed("phone", "0590 12 34 56"), "+590590123456");
    EXPECT_EQ(parsed("phone", "0694 12 34 56"), "+594694123456");
    EXPECT_EQ(parsed("phone", "0596 12 34 56"), "+596596123456");
    EXPECT_EQ(parsed("phone", "0508 41 12 34"), "+508411234");
    EXPECT_EQ(parsed("phone", "+508 41 12 34"), "+508411234");
    EXPECT_EQ(parsed("phone", "+687 41 12 34"), "+687411234");
    EXPECT_EQ(parsed("phone", "+689 87 12 34 56"), "+68987123456");
}

TEST(Phone, KeepsNumbersOfFictionInFrance) { EXPECT_EQ(parsed("phone", "06 39 98 12 34"), "+33639981234"); }

TEST(Phone, OffersTheZeroThatASpreadsheetDropped) {
    EXPECT_EQ(parsed("phone", "612345678"), "phone.missing-zero");
    EXPECT_EQ(refusal_param("phone", "612345678", "suggestion"), "06 12 34 56 78");
}

TEST(Phone, SaysWhyItIsRefused) {
    for (const auto* typed : {"06 12 34 56 7", "06 12 34 56 789", "1234567890", "+33 6 12 34 56 7", "+33 (0)0 12",
                              "3949", "+687 41 12 3", "(06) 12 34 56 78", "06 12+34 56 78", " "})
        EXPECT_EQ(parsed("phone", typed), "phone.digits") << typed;
    for (const auto* typed : {"00 12 34 56 78", "+32 470 12 34 56", "+", "00"})
        EXPECT_EQ(parsed("phone", typed), "phone.country") << typed;
    EXPECT_EQ(parsed("phone", "06 12 34 56 7O"), "phone.character");
    EXPECT_EQ(refusal_param("phone", "06 12 34 56 7O", "character"), "O");
    EXPECT_EQ(refusal_param("phone", "0612345678\n", "character"), "U+000A");
}

TEST(Phone, IsShownInPairs) {
    EXPECT_EQ(shown("phone", "+33612345678"), "06 12 34 56 78");
    EXPECT_EQ(shown("phone", "+262692123456"), "06 92 12 34 56");
    EXPECT_EQ(shown("phone", "+508411234"), "05 08 41 12 34");
}

TEST(Phone, IsShownWithItsCodeWhereTenDigitsWouldMeanAnother) {
    EXPECT_EQ(shown("phone", "+687411234"), "+687 41 12 34");
    EXPECT_EQ(shown("phone", "+68987123456"), "+689 87 12 34 56");
    EXPECT_EQ(shown("phone", "+33692123456"), "+33 6 92 12 34 56");
    EXPECT_EQ(shown("phone", "+508708123456"), "+508 7 08 12 34 56");
}

TEST(Phone, ShowsWhatIsNoNumberAsItIs) {
    EXPECT_EQ(shown("phone", ""), "");
    EXPECT_EQ(shown("phone", "abc"), "abc");
}

} // namespace
