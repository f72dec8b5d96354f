// Names of persons, and lines that name organisations, functions and places.
#include "unit/identifiers/examples.hpp"

using namespace pli;

namespace {

constexpr const char* lines[] = {"organisation", "function", "street", "town", "place"};

TEST(PersonName, AcceptsTheNamesOfEurope) {
    for (const auto* name : {"Éloïse", "D’Hondt", "D'Hondt", "Le Bras-Œuvrard", "LEFÈVRE-DUPRÉ", "Łukasz", "Jørgensen",
                             "Đorđević", "Ælfgifu", "Ștefan Țurcanu", "Ž. Ibáñez y Muñoz", "J.-B.", "Aÿ", "Nguyễn Thị",
                             "Gülşən", "Straße", "’t Hooft", "ø"})
        EXPECT_EQ(parsed("person-name", name), name);
}

TEST(PersonName, KeepsDecomposedAccentsAsTyped) {
    EXPECT_EQ(parsed("person-name", "E\u0301loi\u0308se"), "E\u0301loi\u0308se");
    EXPECT_EQ(parsed("person-name", "\u0301Eloise"), "person-name.character") << "an accent on nothing";
    EXPECT_EQ(parsed("person-name", "Le \u0301Bras"), "person-name.character");
}

TEST(PersonName, FoldsSpacesOnly) { EXPECT_EQ(parsed("person-name", "  le \u00A0 BRAS\t"), "le BRAS"); }

TEST(PersonName, SaysWhyItIsRefused) {
    EXPECT_EQ(parsed("person-name", "M4rtin"), "person-name.digit");
    EXPECT_EQ(parsed("person-name", "Durand 06 12 34 56 78"), "person-name.digit");
    EXPECT_EQ(refusal_param("person-name", "<b>", "character"), "<");
    EXPECT_EQ(refusal_param("person-name", "Иванов", "character"), "И");
    EXPECT_EQ(refusal_param("person-name", "Martin\nDurand", "character"), "U+000A");
    EXPECT_EQ(refusal_param("person-name", "Mar\u200Btin", "character"), "U+200B");
    EXPECT_EQ(refusal_param("person-name", "Martin (dit)", "character"), "(");
    EXPECT_EQ(refusal_param("person-name", "-.", "character"), ".") << "a dot follows an initial";
    EXPECT_EQ(refusal_param("person-name", "J..", "character"), ".");
    EXPECT_EQ(refusal_param("person-name", "a×b", "character"), "×");
    for (const auto* typed : {"-", "’ '", " "}) EXPECT_EQ(parsed("person-name", typed), "person-name.empty");
}

TEST(PersonName, HasAtMost60Characters) {
    std::string name;
    for (int i = 0; i < 60; ++i) name += "é";
    EXPECT_EQ(parsed("person-name", name), name) << "characters are counted, not bytes";
    EXPECT_EQ(parsed("person-name", name + "e"), "person-name.too-long");
    EXPECT_EQ(refusal_param("person-name", name + "e", "length"), "61");
    EXPECT_EQ(refusal_param("person-name", name + "e", "max"), "60");
}

TEST(Lines, AcceptAddressesAndTitles) {
    for (const auto* kind : lines)
        for (const auto* line :
             {"12 bis, rue de l’Église", "450 avenue de l'Europe", "Bât. C (2e étage) / porte n°4", "ARRAS CEDEX 9",
              "Conseil départemental & partenaires", "Chargée d’insertion, pôle Nord-Ouest", "2"})
            EXPECT_EQ(parsed(kind, line), line) << kind;
}

TEST(Lines, RefuseAnythingElse) {
    for (const std::string kind : lines) {
        EXPECT_EQ(parsed(kind, "a\nb"), kind + ".character");
        EXPECT_EQ(refusal_param(kind, "a\nb", "character"), "U+000A");
        EXPECT_EQ(refusal_param(kind, "https://exemple.fr", "character"), ":");
        EXPECT_EQ(refusal_param(kind, "500 €", "character"), "€");
        EXPECT_EQ(refusal_param(kind, "a\x07", "character"), "U+0007");
        EXPECT_EQ(parsed(kind, "1\u0301"), kind + ".character") << "an accent on a digit";
        EXPECT_EQ(parsed(kind, "-, ."), kind + ".empty");
        EXPECT_EQ(parsed(kind, std::string(80, 'a')), std::string(80, 'a'));
        EXPECT_EQ(parsed(kind, std::string(81, 'a')), kind + ".too-long");
        EXPECT_EQ(refusal_param(kind, std::string(81, 'a'), "max"), "80");
    }
}

} // namespace
