// What holds for every kind: names, patterns, and that a value shown can be typed again.
#include "core/base/text.hpp"
#include "core/identifiers/ascii.hpp"
#include "core/identifiers/latin.hpp"
#include "unit/identifiers/examples.hpp"

#include <map>
#include <random>
#include <regex>
#include <set>
#include <vector>

using namespace pli;

namespace {

const std::map<std::string_view, std::vector<std::string>> canonical_examples{
    {"person-name", {"Éloïse", "D’Hondt", "Le Bras-Œuvrard", "E\u0301loi\u0308se", "J.-B. Ștefan"}},
    {"organisation", {"Association Exemple & Cie", "C.C.A.S. (Arras)"}},
    {"function", {"Chargée d’insertion", "Adjoint 1er"}},
    {"street", {"12 bis, rue de l’Église", "2 / 4 place n°1"}},
    {"town", {"ARRAS CEDEX 9", "L’Haÿ-les-Roses"}},
    {"place", {"Arras", "Hénin-Beaumont"}},
    {"phone",
     {"+33612345678", "+33321000000", "+262692123456", "+262639123456", "+590590123456", "+594694123456",
      "+596696123456", "+508411234", "+508708123456", "+687411234", "+68987123456", "+33692123456"}},
    {"email", {"a@b.fr", "o'neil@ville-arras.fr"}},
    {"postcode", {"62000", "97410", "98800"}},
    {"ft-id", {"1234567A", "12345678", "12345678901"}},
    {"caf-id", {"1234567", "2055990", "7"}},
    {"nir",
     {"185073306399971", "285062A00499820", "176032B03399709", "290129741199511", "192099935299480", "275209935099333",
      "180319921299281", "1850733063999"}},
    {"safir", {"62011", "00123"}},
    {"siren", {"732829320", "356000000"}},
    {"siret", {"73282932000074", "35600000049837", "35600000000048"}},
    {"rome", {"G1602", "N4101"}},
    {"insee-commune", {"62041", "2A004", "97411"}},
    {"departement", {"62", "2B", "974"}},
    {"code-pe", {"062", "059"}},
    {"time", {"14:30", "00:00", "23:59"}},
};

std::wstring wide(std::string_view text) {
    std::wstring wide_text;
    for (const char32_t c : code_points(text)) wide_text += static_cast<wchar_t>(c);
    return wide_text;
}

/// The standard library's ECMAScript patterns know all that the kinds' patterns use.
bool matches(const Kind& kind, std::string_view text) {
    static std::map<std::string_view, std::wregex> patterns;
    const auto [pattern, is_new] = patterns.try_emplace(kind.name);
    if (is_new) pattern->second = std::wregex(wide(kind.pattern));
    return std::regex_search(wide(text), pattern->second);
}

TEST(Kinds, AreFoundByTheirUniqueNames) {
    std::set<std::string_view> names;
    for (const Kind& kind : all_kinds()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_EQ(find_kind(kind.name), &kind);
        EXPECT_TRUE(canonical_examples.contains(kind.name)) << kind.name << " has no example here";
    }
    EXPECT_EQ(names.size(), 20U);
    EXPECT_EQ(find_kind("free-text"), nullptr);
    EXPECT_EQ(find_kind(""), nullptr);
}

TEST(Kinds, CanonicalValuesAreFixedPoints) {
    for (const auto& [name, examples] : canonical_examples) {
        for (const std::string& canonical : examples) {
            EXPECT_EQ(parsed(name, canonical), canonical);
            EXPECT_EQ(parsed(name, shown(name, canonical)), canonical) << shown(name, canonical);
            EXPECT_TRUE(matches(*find_kind(name), canonical)) << canonical;
            EXPECT_LE(length(canonical), find_kind(name)->max_length) << canonical;
        }
    }
}

TEST(Kinds, PatternsAreAnchored) {
    for (const auto& [name, examples] : canonical_examples) {
        const Kind& kind = *find_kind(name);
        for (const std::string& canonical : examples) {
            EXPECT_FALSE(matches(kind, canonical + "\n")) << name;
            EXPECT_FALSE(matches(kind, " " + canonical)) << name;
            EXPECT_FALSE(matches(kind, canonical + " ")) << name;
            EXPECT_FALSE(matches(kind, canonical + "€")) << name;
        }
        EXPECT_FALSE(matches(kind, "")) << name;
    }
}

/// Codes with a key, whose pattern is looser than their parser.
bool has_key(std::string_view kind) { return kind == "nir" || kind == "siren" || kind == "siret"; }

TEST(Kinds, PatternAndParserAgreeOnRandomChanges) {
    std::mt19937 random(20261122);
    const std::vector<char32_t> alphabet = code_points("09aAZz2B +-.,'’()/°&@éŒ\u0301×\u200B\nИ€_");
    std::size_t accepted = 0;
    std::size_t refused = 0;
    for (const Kind& kind : all_kinds()) {
        for (int round = 0; round < 400; ++round) {
            const auto& examples = canonical_examples.at(kind.name);
            std::vector<char32_t> points = code_points(examples[random() % examples.size()]);
            const auto position = static_cast<std::ptrdiff_t>(random() % points.size());
            const char32_t c = alphabet[random() % alphabet.size()];
            if (random() % 2 == 0)
                points.insert(points.begin() + position, c);
            else
                points[static_cast<std::size_t>(position)] = c;
            std::string typed;
            for (const char32_t point : points) append_utf8(typed, point);
            const bool is_canonical = parsed(kind.name, typed) == typed;
            if (is_canonical || !has_key(kind.name)) {
                EXPECT_EQ(matches(kind, typed), is_canonical) << kind.name << ": " << typed;
            }
            ++(is_canonical ? accepted : refused);
        }
    }
    EXPECT_GT(accepted, 500U);
    EXPECT_GT(refused, 1000U);
}

TEST(Kinds, AnyPhoneNumberShownCanBeTypedAgain) {
    std::mt19937 random(20261122);
    int accepted = 0;
    for (int round = 0; round < 2'000; ++round) {
        const std::string digits = std::to_string(100'000'000 + random() % 900'000'000);
        for (const std::string& typed : {"0" + digits, "+262" + digits, "+508" + digits, "+508" + digits.substr(3)}) {
            const auto number = find_kind("phone")->parse(typed);
            if (!number) continue;
            ++accepted;
            ASSERT_EQ(parsed("phone", shown("phone", number.value())), number.value()) << typed;
            ASSERT_TRUE(matches(*find_kind("phone"), number.value())) << number.value();
        }
    }
    EXPECT_GT(accepted, 6'000);
}

TEST(Kinds, OneDigitOfASirenOrSiretChangedIsRefused) {
    std::mt19937 random(20261122);
    int valid = 0;
    for (int round = 0; round < 2'000; ++round) {
        std::string siren = std::to_string(100'000'000 + random() % 900'000'000);
        while (!passes_luhn(siren)) siren.back() = siren.back() == '9' ? '0' : static_cast<char>(siren.back() + 1);
        std::string siret = siren + "00010";
        while (!passes_luhn(siret)) siret.back() = static_cast<char>(siret.back() + 1);
        for (const auto& [kind, number] : {std::pair{"siren", siren}, std::pair{"siret", siret}}) {
            ASSERT_EQ(parsed(kind, number), number);
            ++valid;
            std::string changed = number;
            char& digit = changed[random() % changed.size()];
            digit = static_cast<char>('0' + (digit - '0' + 1 + static_cast<int>(random() % 9)) % 10);
            ASSERT_EQ(parsed(kind, changed), std::string(kind) + ".key") << changed;
        }
    }
    EXPECT_EQ(valid, 4'000);
}

TEST(Kinds, TakeAnyBytesWithoutHarm) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 1'000; ++round) {
        std::string bytes(random() % 24, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? random() % 256 : '0' + random() % 10);
        for (const Kind& kind : all_kinds()) {
            const auto value = kind.parse(bytes);
            if (value) {
                ASSERT_TRUE(matches(kind, value.value())) << kind.name << ": " << value.value();
            } else {
                ASSERT_TRUE(value.error().code.starts_with(kind.name)) << value.error().code;
            }
        }
    }
}

} // namespace
