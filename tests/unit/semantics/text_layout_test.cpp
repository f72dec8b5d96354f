#include "semantics/text_layout.hpp"

#include <gtest/gtest.h>

namespace pli::semantics {
namespace {

/// Every glyph is half an em wide: 8 px at 16 px.
class EvenGlyphs : public GlyphWidths {
  public:
    float advance(char32_t) const override { return 0.5F; }
};

const EvenGlyphs even;

int lines(std::string_view text, float width, float spacing = 0) { return count_lines(even, text, 16, width, spacing); }

TEST(TextWidth, CountsCodePointsNotBytes) {
    EXPECT_FLOAT_EQ(text_width(even, "été", 16), 24);
    EXPECT_FLOAT_EQ(text_width(even, "abc", 16, 1), 27);
}

TEST(CountLines, NothingTakesNoLine) { EXPECT_EQ(lines("", 100), 0); }

TEST(CountLines, WhatFitsStaysOnOneLine) { EXPECT_EQ(lines("deux mots", 72), 1); }

TEST(CountLines, BreaksBetweenWords) {
    EXPECT_EQ(lines("deux mots", 71), 2);
    EXPECT_EQ(lines("un deux trois", 40), 3);
}

TEST(CountLines, SpacesAtTheEndOfALineHangOver) { EXPECT_EQ(lines("deux     mots", 32), 2); }

TEST(CountLines, ANonBreakingSpaceHoldsWordsTogether) {
    EXPECT_EQ(lines("oui, vraiment\u00A0!", 104), 2);
    EXPECT_EQ(lines("oui, vraiment !", 104), 2);
    EXPECT_EQ(lines("aa bb\u00A0cc", 40), 2);
    EXPECT_EQ(lines("aa bb cc", 40), 2);
    EXPECT_EQ(lines("aaaa b\u00A0c d", 48), 2);
}

TEST(CountLines, ALongWordStartsOnItsOwnLineAndIsSplit) {
    EXPECT_EQ(lines("aaaaaaaaaa", 40), 2);
    EXPECT_EQ(lines("b aaaaaaaaaa", 40), 3);
    EXPECT_EQ(lines("b aaaaaaaaaa c", 40), 4);
}

TEST(CountLines, LineFeedsAreKept) { EXPECT_EQ(lines("a\n\nb", 100), 3); }

TEST(CountLines, SpacingCounts) {
    EXPECT_EQ(lines("aaaaa", 40), 1);
    EXPECT_EQ(lines("aaaaa", 40, 1), 2);
}

TEST(CountLines, EndsInABoxWithoutWidth) {
    EXPECT_EQ(lines("aaaa", 0), 2);
    EXPECT_EQ(lines("b aaaa", -5), 3);
}

TEST(CountLines, SurvivesBytesThatAreNotText) { EXPECT_GE(lines("\xC3", 100), 1); }

} // namespace
} // namespace pli::semantics
