// A fiche.json made to keep its reader busy: whoever has a recipient's public key can send one.
#include "core/document/fiche.hpp"
#include "unit/liaison.hpp"

#include <chrono>

namespace pli {
namespace {

TEST(HostileFiche, ValuesWithoutEndAreRefusedAtOnce) {
    Json fiche = test::golden_json("liaison-ag-tacite/fiche.json");
    Json& freins = fiche["reponses"]["freins"];
    ASSERT_TRUE(freins.is_array());
    for (int i = 0; i < 400'000; ++i) freins.push_back("x" + std::to_string(i));

    const auto start = std::chrono::steady_clock::now();
    const auto read = read_fiche(test::shipped_pack(), dump_json(fiche), test::today);
    const auto spent = std::chrono::steady_clock::now() - start;
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, "fiche.value");
    EXPECT_EQ(read.error().place, "/reponses/freins");
    EXPECT_EQ(read.error().params.at("code"), "choice.unknown");
    EXPECT_LT(spent, std::chrono::seconds(20)); // a minute and more when each value is compared with all others
}

} // namespace
} // namespace pli
