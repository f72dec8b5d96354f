#include "core/identifiers/search_key.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/birth_date.hpp"
#include "core/identifiers/latin.hpp"

#include <gtest/gtest.h>

using namespace pli;

TEST(SearchKey, DropsCaseAccentsAndSigns) {
    EXPECT_EQ(search_key("Éloïse  D’HONDT"), "eloise d hondt");
    EXPECT_EQ(search_key("E\u0301loi\u0308se"), "eloise");
    EXPECT_EQ(search_key("Le Bras-Œuvrard"), "le bras oeuvrard");
    EXPECT_EQ(search_key("Straße, Łódź, Þór, Ștefan, Ǆ"), "strasse lodz thor stefan dz");
    EXPECT_EQ(search_key("Nguyễn Ơ"), "nguyen o");
    EXPECT_EQ(search_key("@mail (pro)"), "mail pro");
    EXPECT_EQ(search_key("  – "), "");
}

TEST(SearchKey, DropsWhatAnnouncesANumber) {
    EXPECT_EQ(search_key("N° SAFIR"), "safir");
    EXPECT_EQ(search_key("n°SAFIR"), "safir");
    EXPECT_EQ(search_key("Numéro SAFIR"), "safir");
    EXPECT_EQ(search_key("code numéro"), "code");
    EXPECT_EQ(search_key("nord 2A"), "nord 2a");
}

TEST(SearchKey, KnowsALetterForMostThatNamesHave) {
    int unknown = 0;
    for (char32_t c = 0xC0; c < 0x250; ++c) {
        std::string letter;
        append_utf8(letter, c);
        if (is_latin_letter(c) && search_key(letter).empty()) ++unknown;
    }
    EXPECT_EQ(unknown, 12); // ezh, yogh, ou and their like have no base letter
}

TEST(BirthDates, AreNeitherAheadNorTooFarBack) {
    const Date today{2026, 11, 22};
    EXPECT_TRUE(check_birth_date(today, today));
    EXPECT_EQ(check_birth_date({2026, 11, 23}, today).error().code, "birth-date.future");
    EXPECT_TRUE(check_birth_date({1896, 11, 23}, today));
    EXPECT_EQ(check_birth_date({1896, 11, 22}, today).error().code, "birth-date.too-old");
}
