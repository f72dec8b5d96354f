#include "core/identifiers/nir.hpp"

#include "unit/identifiers/examples.hpp"

using namespace pli;

namespace {

// All numbers below are synthetic: order numbers 9xx of places that were never given that many.
constexpr std::string_view examples[] = {
    "185073306399971", // July 1985, Gironde
    "285062A00499820", // Corse-du-Sud
    "176032B03399709", // Haute-Corse
    "290129741199511", // La Réunion
    "192099935299480", // abroad
    "275209935099333", // month unknown: 20
    "180319921299281", // month 31
};

TEST(Nir, AcceptsEveryKindOfPlaceAndMonth) {
    for (const auto nir : examples) {
        EXPECT_EQ(parsed("nir", nir), nir);
        EXPECT_EQ(parsed("nir", nir.substr(0, 13)), nir.substr(0, 13)) << "without its key";
    }
}

TEST(Nir, DropsSpacesAndCapitalisesCorsica) { EXPECT_EQ(parsed("nir", "2 85 06 2a 004 998 20"), "285062A00499820"); }

TEST(Nir, SaysWhichPartIsWrong) {
    EXPECT_EQ(parsed("nir", "185073306399970"), "nir.key");
    EXPECT_EQ(parsed("nir", "18507330639997A"), "nir.key");
    EXPECT_EQ(parsed("nir", "180133306399924"), "nir.month") << "month 13";
    EXPECT_EQ(parsed("nir", "180003306399924"), "nir.month") << "month 00";
    EXPECT_EQ(parsed("nir", "180433306399924"), "nir.month") << "month 43";
    EXPECT_EQ(parsed("nir", "585073306399971"), "nir.sex");
    EXPECT_EQ(parsed("nir", "1A5073306399971"), "nir.year-month");
    EXPECT_EQ(parsed("nir", "185079606399971"), "nir.place") << "96 was never a department of birth since";
    EXPECT_EQ(parsed("nir", "185070006399971"), "nir.place");
    EXPECT_EQ(parsed("nir", "185072C06399971"), "nir.place");
    EXPECT_EQ(parsed("nir", "185073306300071"), "nir.order");
    EXPECT_EQ(parsed("nir", "18507330639997"), "nir.length");
    EXPECT_EQ(refusal_param("nir", "18507330639997", "length"), "14");
    EXPECT_EQ(parsed("nir", "1.85.07.33.063.999.71"), "nir.character");
}

TEST(Nir, CorsicaWasTwentyBefore1976) {
    EXPECT_EQ(parsed("nir", "1750720004999"), "1750720004999");
    EXPECT_EQ(parsed("nir", "1760720004999"), "nir.place");
}

TEST(Nir, OneDigitChangedIsRefused) {
    for (const auto nir : examples) {
        for (std::size_t position = 0; position < nir.size(); ++position) {
            if (nir[position] < '0' || nir[position] > '9') continue;
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed(nir);
                changed[position] = digit;
                EXPECT_EQ(parsed("nir", changed) == changed, changed == nir) << changed;
            }
        }
    }
}

TEST(Nir, IsRecognisedByItsStructureWhateverItsKey) {
    EXPECT_TRUE(looks_like_nir("185073306399971"));
    EXPECT_TRUE(looks_like_nir("185073306399970")) << "a slip of the finger in the key";
    EXPECT_TRUE(looks_like_nir("1850733063999"));
    EXPECT_TRUE(looks_like_nir("285062a00499820"));
    EXPECT_FALSE(looks_like_nir("73282932000074")) << "a SIRET";
    EXPECT_FALSE(looks_like_nir("205599000000000")) << "a padded CAF number";
    EXPECT_FALSE(looks_like_nir("12345678901")) << "a national France Travail number";
    EXPECT_FALSE(looks_like_nir("0033612345678")) << "a telephone number";
    EXPECT_FALSE(looks_like_nir(""));
}

} // namespace
