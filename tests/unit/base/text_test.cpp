#include "core/base/text.hpp"

#include <gtest/gtest.h>

using namespace pli;
using namespace std::string_literals;

namespace {

TEST(Text, AcceptsWellFormedUtf8) {
    for (const auto& text : {""s, "Éloïse"s, "\u20AC"s, "\U0001F600"s, "\uFFFD"s, "\xF4\x8F\xBF\xBF"s, "\0"s})
        EXPECT_FALSE(first_invalid_utf8(text).has_value()) << text;
}

TEST(Text, FindsTheFirstMalformedByte) {
    struct Case {
        std::string text;
        std::size_t position;
        const char* why;
    };
    const Case cases[] = {
        {"ab\x80", 2, "a lone continuation byte"},   {"a\xC0\xAF", 1, "an overlong slash"},
        {"\xE0\x9F\xBF", 0, "an overlong form"},     {"\xED\xA0\x80", 0, "a surrogate"},
        {"\xF0\x8F\xBF\xBF", 0, "an overlong form"}, {"\xF4\x90\x80\x80", 0, "past U+10FFFF"},
        {"\xF5\x80\x80\x80", 0, "past U+10FFFF"},    {"\u00E9\xE2\x82", 2, "a truncated sequence"},
        {"\xE2\x82z", 0, "an interrupted sequence"}, {"Caf\xE9", 3, "Latin-1"},
    };
    for (const auto& [text, position, why] : cases) EXPECT_EQ(first_invalid_utf8(text), position) << why;
}

TEST(Text, CountsCodePoints) {
    EXPECT_EQ(length("Éloïse"), 6U);
    EXPECT_EQ(length("e\u0301"), 2U) << "a combining accent is a code point of its own";
    EXPECT_EQ(length("\U0001F600"), 1U);
    EXPECT_EQ(length("\xFF\xFE"), 2U) << "each malformed byte counts";
    EXPECT_EQ(code_points("a\xFFé"), (std::vector<char32_t>{U'a', 0xFFFD, U'é'}));
}

TEST(Text, EveryCodePointComesBack) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        ASSERT_FALSE(first_invalid_utf8(text).has_value()) << std::uint32_t{c};
        ASSERT_EQ(code_points(text), std::vector<char32_t>{c});
    }
}

TEST(Text, WritesWhatIsNoCodePointAsReplacement) {
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Text, FoldsSpaces) {
    EXPECT_EQ(fold_spaces("  12 \t bis,\u00A0 rue\u202F\u2009\u3000haute "), "12 bis, rue haute");
    EXPECT_EQ(fold_spaces(" \t\u00A0"), "");
    EXPECT_EQ(fold_spaces("Le Bras-Œuvrard"), "Le Bras-Œuvrard");
    EXPECT_EQ(fold_spaces("a\nb"), "a\nb") << "a field that forbids line breaks must see them";
    EXPECT_EQ(fold_spaces("a\xFF"), "a\uFFFD");
}

} // namespace
