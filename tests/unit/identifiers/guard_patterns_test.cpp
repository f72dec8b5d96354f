#include "core/identifiers/guard_patterns.hpp"

#include "core/identifiers/bank_card.hpp"
#include "core/identifiers/iban.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

using namespace pli;

namespace {

std::string guard(std::string_view text, bool is_nir_field = false) {
    return std::string(forbidden_pattern(text, is_nir_field).value_or(""));
}

TEST(Guard, LetsOrdinaryAnswersPass) {
    for (const auto* text : {"Éloïse Lefèvre-Dupré",
                             "12 bis, rue de l’Église",
                             "450 avenue de l'Europe",
                             "06 12 34 56 78",
                             "+33 6 12 34 56 78",
                             "0033 6 12 34 56 78",
                             "+262 692 12 34 56",
                             "12345678901",
                             "1234567A",
                             "2055990",
                             "205599000000000",
                             "62000",
                             "62000 ARRAS CEDEX 9",
                             "732 829 320 00074",
                             "73282932000074",
                             "35600000049837",
                             "o'neil@ville-arras.fr",
                             "www.prenom@exemple.fr",
                             "2 place du 8 mai 1945",
                             "22/11/2026",
                             "S.A.R.L. Exemple",
                             "C.C.A.S.",
                             "M. J.-B. Exemple",
                             "Bd 12, appt 3",
                             "ZAC Eurasanté 2",
                             "12 Eurovillage",
                             "5 rue des Européens",
                             "2, place de l’Euro",
                             "",
                             "G1602",
                             "N° 4 / 06 12 34 56 78",
                             "06 12 34 56 78 - 06 98 76 54 32"})
        EXPECT_EQ(guard(text), "") << text;
}

TEST(Guard, FindsANirAnywhere) {
    for (const auto* text :
         {"185073306399971", "1 85 07 33 063 999 71", "1.85.07.33.063.999-71", "1850733063999", "2 85 06 2A 004 998 20",
          "285062a00499820", "Durand 185073306399971", "NIR185073306399971", "n°185073306399971 (assuré)",
          "12 1 85 07 33 063 999 71", "1\u00A085\u202F07 33 063 999 71", "1–85–07–33–063–999–71", "185073306399970"})
        EXPECT_EQ(guard(text), "nir") << text;
}

TEST(Guard, AllowsANirInItsOwnFieldOnly) {
    EXPECT_EQ(guard("1 85 07 33 063 999 71", true), "");
    EXPECT_EQ(guard("4850733063992", true), "") << "even where its digits pass for those of a card";
    EXPECT_EQ(guard("FR76 3000 6000 0112 3456 7890 189", true), "iban");
}

TEST(Guard, FindsAnIban) {
    for (const auto* text :
         {"FR7630006000011234567890189", "FR76 3000 6000 0112 3456 7890 189", "fr76-3000-6000-0112-3456-7890-189",
          "IBANFR7630006000011234567890189", "IBAN : FR76 3000 6000 0112 3456 7890 189 (exemple)",
          "BE68 5390 0754 7034", "DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 3M02 606",
          "MT84MALT011000012345MTLCAST001S"})
        EXPECT_EQ(guard(text), "iban") << text;
    EXPECT_EQ(guard("FR76 3000 6000 0112 3456 7890 188"), "") << "the key is wrong";
}

TEST(Guard, FindsABankCard) { // the test numbers that payment providers publish
    for (const auto* text : {"4111 1111 1111 1111", "4111111111111111", "5555-5555-5555-4444", "3782 822463 10005",
                             "carte 4111.1111.1111.1111", "2223003122003222", "4222222222222"})
        EXPECT_EQ(guard(text), "card") << text;
    EXPECT_EQ(guard("4111 1111 1111 1112"), "") << "the key is wrong";
}

TEST(Guard, FindsAnAmount) {
    for (const auto* text : {"500 €", "500€", "1 200,50 €", "€ 500", "2 k€", "500 euros", "500euros", "1 EURO",
                             "EUR 500", "500 eur", "loyer 500\u00A0€ par mois", "2 kEUR", "EUR500"})
        EXPECT_EQ(guard(text), "amount") << text;
}

TEST(Guard, FindsAWebAddress) {
    for (const auto* text : {"https://exemple.fr", "voir http://localhost", "www.exemple.example", "exemple.fr",
                             "(exemple.fr)", "service.exemple.fr/page", "EXEMPLE.COM", "voir exemple.org.",
                             "société.fr", "ftp://a", "https://a@b.example"})
        EXPECT_EQ(guard(text), "url") << text;
}

TEST(Guard, FindsALineBreak) {
    for (const auto* text : {"a\nb", "a\r", "\na", "a\u2028b", "a\u2029", "a\u0085", "a\vb", "a\fb"})
        EXPECT_EQ(guard(text), "line-break") << text;
}

TEST(Guard, StaysFastOnLongTexts) {
    const std::size_t size = 20'000;
    std::string groups;
    while (groups.size() < size) groups += "9 ";
    for (const std::string& text : {std::string(size, '1'), std::string(size, 'a'), std::string(size, '.'), groups})
        EXPECT_EQ(guard(text), "");
}

TEST(Iban, OneCharacterChangedIsRefused) {
    for (const std::string iban :
         {"FR7630006000011234567890189", "BE68539007547034", "MT84MALT011000012345MTLCAST001S"}) {
        ASSERT_TRUE(is_iban(iban));
        for (std::size_t position = 2; position < iban.size(); ++position) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = iban;
                changed[position] = digit;
                EXPECT_EQ(is_iban(changed), changed == iban) << changed;
            }
        }
    }
}

TEST(Iban, HasTheLengthOfItsCountry) {
    EXPECT_FALSE(is_iban("FR763000600001123456789018"));
    EXPECT_FALSE(is_iban("XX7630006000011234567890189"));
    EXPECT_FALSE(is_iban(""));
    EXPECT_FALSE(is_iban("FR76é0006000011234567890189"));
}

TEST(BankCard, IsNeverASiret) {
    std::mt19937 random(20261122);
    int valid = 0;
    for (int round = 0; round < 5'000; ++round) {
        std::string digits =
            std::to_string(10'000'000'000'000 + static_cast<long long>(random()) * 20'000 % 90'000'000'000'000);
        EXPECT_FALSE(is_bank_card(digits));
        valid += is_bank_card("4" + digits + "0") ? 1 : 0;
    }
    EXPECT_GT(valid, 300) << "the generator does reach numbers that are cards with two digits more";
}

} // namespace
