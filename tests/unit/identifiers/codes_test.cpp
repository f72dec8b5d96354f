// Identifiers of persons, places, jobs and structures: the examples of their rules.
#include "unit/identifiers/examples.hpp"

using namespace pli;

namespace {

TEST(FtId, HasEightOrElevenCharacters) {
    EXPECT_EQ(parsed("ft-id", "1234567A"), "1234567A");
    EXPECT_EQ(parsed("ft-id", "12345678"), "12345678");
    EXPECT_EQ(parsed("ft-id", "12345678901"), "12345678901");
    EXPECT_EQ(parsed("ft-id", " 1234567 a"), "1234567a") << "case stays as typed";
}

TEST(FtId, SaysWhyItIsRefused) {
    EXPECT_EQ(parsed("ft-id", "123456A"), "ft-id.length");
    EXPECT_EQ(refusal_param("ft-id", "123456A", "length"), "7");
    EXPECT_EQ(parsed("ft-id", "1234567É"), "ft-id.character");
    EXPECT_EQ(refusal_param("ft-id", "1234567É", "character"), "É");
    EXPECT_EQ(parsed("ft-id", "j.exemple"), "ft-id.character") << "a login with a dot";
    EXPECT_EQ(parsed("ft-id", "123A5678"), "ft-id.format");
    EXPECT_EQ(parsed("ft-id", "1234567890A"), "ft-id.format");
    EXPECT_EQ(parsed("ft-id", " "), "ft-id.length");
}

TEST(CafId, HasOneToSevenDigits) {
    EXPECT_EQ(parsed("caf-id", "1234567"), "1234567");
    EXPECT_EQ(parsed("caf-id", "7"), "7");
    EXPECT_EQ(parsed("caf-id", "1 234 567"), "1234567");
    EXPECT_EQ(parsed("caf-id", "0012345"), "0012345");
}

TEST(CafId, LosesThePaddingOfExtracts) {
    EXPECT_EQ(parsed("caf-id", "205599000000000"), "2055990");
    EXPECT_EQ(parsed("caf-id", "001234567000000"), "1234567");
    EXPECT_EQ(parsed("caf-id", "000000001234567"), "1234567");
    EXPECT_EQ(parsed("caf-id", "00001234567"), "1234567");
}

TEST(CafId, SaysWhyItIsRefused) {
    EXPECT_EQ(parsed("caf-id", "12345678"), "caf-id.length");
    EXPECT_EQ(parsed("caf-id", "12345670"), "caf-id.length") << "eight digits are a slip, not a padding";
    EXPECT_EQ(parsed("caf-id", "205599100000001"), "caf-id.length");
    EXPECT_EQ(parsed("caf-id", "12A4567"), "caf-id.character");
    EXPECT_EQ(refusal_param("caf-id", "12A4567", "character"), "A");
    EXPECT_EQ(parsed("caf-id", " "), "caf-id.length");
}

TEST(Safir, HasFiveDigitsWithTheirZeros) {
    EXPECT_EQ(parsed("safir", "62011"), "62011");
    EXPECT_EQ(parsed("safir", "00123"), "00123");
    EXPECT_EQ(parsed("safir", "6201"), "safir.digits");
    EXPECT_EQ(parsed("safir", "62O11"), "safir.digits") << "a letter O";
}

TEST(CodePe, HasThreeDigits) {
    EXPECT_EQ(parsed("code-pe", "062"), "062");
    EXPECT_EQ(parsed("code-pe", "059"), "059");
    EXPECT_EQ(parsed("code-pe", "62"), "code-pe.digits");
}

TEST(Time, IsReadAsPeopleWriteIt) {
    for (const auto* typed : {"14:30", "14h30", "14 h 30", "14H30", " 14\u00a0h\u00a030 "})
        EXPECT_EQ(parsed("time", typed), "14:30") << typed;
    EXPECT_EQ(parsed("time", "9h05"), "09:05");
    EXPECT_EQ(parsed("time", "9 h"), "09:00");
    EXPECT_EQ(parsed("time", "0:00"), "00:00");
    EXPECT_EQ(shown("time", "09:05"), "9\u00a0h\u00a005");
}

TEST(Time, IsOfOneDay) {
    for (const auto* typed : {"24:00", "14:60", "1430", "14", "14:3", "14:", ":30", "h", "14:30:00", "14h5", "-1:00",
                              "2 h de l’après-midi", "14.30", "+9:00"})
        EXPECT_EQ(parsed("time", typed), "time.format") << typed;
}

TEST(Rome, IsALetterAndFourDigits) {
    EXPECT_EQ(parsed("rome", "G1602"), "G1602");
    EXPECT_EQ(parsed("rome", "g 1602"), "G1602");
    for (const auto* code : {"Z1602", "N401", "G16022", "G16O2", "É1602", "O1234"})
        EXPECT_EQ(parsed("rome", code), "rome.format") << code;
}

TEST(Postcode, HasFiveDigits) {
    for (const auto* code : {"62000", "97410", "98800", "97500", "01000"}) EXPECT_EQ(parsed("postcode", code), code);
    EXPECT_EQ(parsed("postcode", "62 000"), "62000");
    EXPECT_EQ(parsed("postcode", "00123"), "postcode.unknown");
    EXPECT_EQ(parsed("postcode", "6200"), "postcode.digits");
    EXPECT_EQ(parsed("postcode", "6200O"), "postcode.digits");
}

TEST(InseeCommune, KnowsCorsicaAndOverseas) {
    EXPECT_EQ(parsed("insee-commune", "62041"), "62041");
    EXPECT_EQ(parsed("insee-commune", "2A004"), "2A004");
    EXPECT_EQ(parsed("insee-commune", "2b033"), "2B033");
    EXPECT_EQ(parsed("insee-commune", "97411"), "97411");
    for (const auto* code : {"20004", "00001", "99350"})
        EXPECT_EQ(parsed("insee-commune", code), "insee-commune.departement") << code;
    for (const auto* code : {"6204", "2C004", "620411", "6204A", "2", ""})
        EXPECT_EQ(parsed("insee-commune", code), "insee-commune.format") << code;
}

TEST(Departement, KnowsCorsicaAndOverseas) {
    for (const auto* code : {"62", "01", "19", "2A", "21", "95", "971", "978", "984", "986", "989", "974"})
        EXPECT_EQ(parsed("departement", code), code);
    EXPECT_EQ(parsed("departement", "2b"), "2B");
    for (const auto* code : {"20", "96", "099", "00", "1", "970", "979", "985", "990", "2C", "621", ""})
        EXPECT_EQ(parsed("departement", code), "departement.unknown") << code;
}

TEST(Siren, HasALuhnKey) {
    EXPECT_EQ(parsed("siren", "732829320"), "732829320");
    EXPECT_EQ(parsed("siren", "732 829 320"), "732829320");
    EXPECT_EQ(parsed("siren", "356000000"), "356000000");
    EXPECT_EQ(parsed("siren", "732829321"), "siren.key");
    EXPECT_EQ(parsed("siren", "73282932"), "siren.digits");
    EXPECT_EQ(parsed("siren", "73282932O"), "siren.digits");
}

TEST(Siret, HasALuhnKey) {
    EXPECT_EQ(parsed("siret", "73282932000074"), "73282932000074");
    EXPECT_EQ(parsed("siret", "732 829 320 00074"), "73282932000074");
    EXPECT_EQ(parsed("siret", "73282932000075"), "siret.key");
    EXPECT_EQ(parsed("siret", "732829320"), "siret.digits");
    EXPECT_EQ(parsed("siret", "73282932100073"), "siret.key") << "right over fourteen digits, but no SIREN";
}

TEST(Siret, OfLaPosteSumsItsDigits) {
    EXPECT_EQ(parsed("siret", "35600000049837"), "35600000049837");
    EXPECT_EQ(parsed("siret", "35600000000048"), "35600000000048") << "the head office, by Luhn";
    EXPECT_EQ(parsed("siret", "35600000049838"), "siret.key");
}

} // namespace
