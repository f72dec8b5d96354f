// The member "reply": which form answers another.
#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

using namespace pli;
using test::pack_reading;
using test::small_pack;

namespace {

/// The small pack with a form that answers its form.
Json answered_pack() {
    Json pack = small_pack();
    pack["suite.json"] = pack["petite.json"];
    pack["suite.json"]["id"] = "suite";
    pack["petite.json"]["reply"] = {{"form", "suite"},
                                    {"heading", "SUITE DE"},
                                    {"quoted", {"structure", "demandeur.nom"}},
                                    {"when", {{"field", "choix"}, {"is", "bleu"}}},
                                    {"carry", {{"structure", "structure"}}}};
    return pack;
}

std::string reading_with(const std::string& member, const Json& value) {
    Json pack = answered_pack();
    pack["petite.json"]["reply"][member] = value;
    return pack_reading(pack);
}

TEST(ReplyRules, JoinAFormToItsAnswer) {
    const Pack pack = test::must(load_pack(answered_pack().dump()));
    const Form& asked = *find_form(pack, "petite");
    const Form& answer = *find_form(pack, "suite");
    EXPECT_EQ(asked.reply.form, "suite");
    EXPECT_EQ(asked.reply.heading, "SUITE DE");
    EXPECT_EQ(asked.reply.quoted, (std::vector<std::string>{"structure", "demandeur.nom"}));
    EXPECT_EQ(asked.reply.when.path, "choix");
    EXPECT_EQ(asked.reply.carried.at("structure"), "structure");
    EXPECT_EQ(answer.replies_to, std::vector<std::string>{"petite"});
    EXPECT_TRUE(asked.replies_to.empty());
}

TEST(ReplyRules, LetATerritoryAnswerWhatItOffers) {
    const Pack pack = test::must(load_pack(answered_pack().dump()));
    const Territory& example = *find_territory(pack, "exemple");
    EXPECT_TRUE(offers(example, "suite"));
    ASSERT_EQ(example.families.size(), 1U);
    EXPECT_EQ(example.families[0].forms, std::vector<std::string>{"petite"}) << "it is not on the home screen";
    EXPECT_EQ(territory_for(pack, "suite", nullptr), &example);
}

TEST(ReplyRules, AreReadStrictly) {
    EXPECT_EQ(pack_reading(answered_pack()), "accepted");
    for (const std::string member : {"form", "heading", "quoted"}) {
        Json pack = answered_pack();
        pack["petite.json"]["reply"].erase(member);
        EXPECT_TRUE(pack_reading(pack).starts_with("pack.missing-member petite.json#/reply (" + member)) << member;
    }
    EXPECT_EQ(reading_with("vers", "suite"), "pack.unknown-member petite.json#/reply/vers (vers)");
    EXPECT_EQ(reading_with("form", "autre"), "pack.missing-file petite.json#/reply/form (autre)");
    EXPECT_EQ(reading_with("quoted", Json{"absent"}), "pack.unknown-field petite.json#/reply/quoted (absent)");
    EXPECT_EQ(reading_with("quoted", Json{"accord"}), "pack.unknown-field petite.json#/reply/quoted (accord)")
        << "it is in no file";
    EXPECT_EQ(reading_with("quoted", Json{"structure", "structure"}),
              "pack.duplicate-name petite.json#/reply/quoted (structure)");
    EXPECT_EQ(reading_with("quoted", Json{7}), "pack.wrong-type petite.json#/reply/quoted (quoted)");
    EXPECT_EQ(reading_with("carry", {{"absent", "structure"}}),
              "pack.unknown-field petite.json#/reply/carry/absent (absent)");
    EXPECT_EQ(reading_with("carry", {{"structure", "absent"}}),
              "pack.unknown-field petite.json#/reply/carry/structure (absent)");
    EXPECT_EQ(reading_with("carry", {{"structure", "demandeur.nom"}}),
              "pack.bad-value petite.json#/reply/carry/structure (demandeur.nom)")
        << "of another kind";
    EXPECT_EQ(reading_with("when", {{"field", "absent"}, {"is", "x"}}),
              "pack.unknown-field petite.json#/reply/when/field (absent)");
}

TEST(ReplyRules, LetNothingAnswerAnAnswer) {
    Json pack = answered_pack();
    pack["suite.json"]["reply"] = pack["petite.json"]["reply"];
    pack["suite.json"]["reply"]["form"] = "petite";
    EXPECT_EQ(pack_reading(pack), "pack.bad-value petite.json#/reply/form (suite)");
}

TEST(ReplyRules, LetNoTerritoryOfferAnAnswer) {
    Json pack = answered_pack();
    pack["territoire.json"]["families"][0]["forms"].push_back("suite");
    EXPECT_EQ(pack_reading(pack), "pack.bad-value territoire.json#/families/0/forms (suite)");
}

} // namespace
