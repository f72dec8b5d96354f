// Options of a list that depend on each other, and the recap of what was ticked.
#include "unit/definition/packs.hpp"

using namespace pli;
using test::pack_reading;
using test::small_pack;

namespace {

const std::string list_place = "listes.json#/lists/outils";

Json option(const std::string& value, const Json& more = Json::object()) {
    Json json = {{"value", value}, {"label", value}};
    json.update(more);
    return json;
}

/// The small pack with one more item, whose options are these.
Json pack_offering(const Json& options, const std::string& control = "multi") {
    Json pack = small_pack();
    pack["listes.json"]["lists"]["outils"] = options;
    pack["petite.json"]["steps"][0]["items"].push_back(
        {{"control", control}, {"name", "outils"}, {"label", "Outils"}, {"options", "outils"}});
    return pack;
}

std::string reading(const Json& options) { return pack_reading(pack_offering(options)); }

TEST(Options, MayDependOnEachOther) {
    const Json options = {option("base", {{"locked", true}, {"group", "Socle"}}),
                          option("carte", {{"group", "Parcours"}}),
                          option("contrat", {{"group", "Parcours"}, {"needs", "carte"}}),
                          option("essai", {{"group", "Essais"}, {"unavailable", true}})};
    const auto pack = load_pack(pack_offering(options).dump());
    ASSERT_TRUE(pack.ok()) << pack.error().code << " " << pack.error().place;
    const Item* item = find_item(pack.value().forms.front(), "outils");
    ASSERT_NE(item, nullptr);
    ASSERT_EQ(item->options.size(), 4U);
    EXPECT_TRUE(item->options[0].locked);
    EXPECT_EQ(item->options[1].group, "Parcours");
    EXPECT_EQ(item->options[2].needs, "carte");
    EXPECT_TRUE(item->options[3].unavailable);
    EXPECT_FALSE(item->options[1].locked || item->options[1].unavailable);
}

TEST(Options, NeedAnEarlierOneThatCanBeTicked) {
    const std::string refusal = "pack.bad-value " + list_place + "/1/needs ";
    const auto second = [](const Json& more) { return reading({option("un"), option("deux", more)}); };
    EXPECT_EQ(second({{"needs", "trois"}}), refusal + "(trois)");
    EXPECT_EQ(second({{"needs", "deux"}}), refusal + "(deux)") << "itself";
    EXPECT_EQ(second({{"needs", "un"}, {"locked", true}}), refusal + "(un)");
    EXPECT_EQ(second({{"needs", "un"}, {"unavailable", true}}), refusal + "(un)");
    EXPECT_EQ(reading({option("un", {{"unavailable", true}}), option("deux", {{"needs", "un"}})}), refusal + "(un)");
    EXPECT_EQ(reading({option("un", {{"needs", "deux"}}), option("deux")}),
              "pack.bad-value " + list_place + "/0/needs (deux)")
        << "a later one: two could need each other";
}

TEST(Options, AreNotLockedAndUnavailable) {
    EXPECT_EQ(reading({option("un", {{"unavailable", true}, {"locked", true}}), option("deux")}),
              "pack.bad-value " + list_place + "/0/locked (un)");
}

TEST(Options, AreNotAllUnavailable) {
    EXPECT_EQ(reading(Json::array({option("un", {{"unavailable", true}})})),
              "pack.bad-value " + test::items_place + "/8/options (outils)");
}

TEST(Options, AreGroupedAllOrNoneAndTogether) {
    const Json red = {{"group", "Rouge"}};
    const Json blue = {{"group", "Bleu"}};
    EXPECT_EQ(reading({option("un", red), option("deux", red), option("trois", blue)}), "accepted");
    EXPECT_EQ(reading({option("un", red), option("deux")}), "pack.bad-value " + list_place + "/1/group (deux)");
    EXPECT_EQ(reading({option("un"), option("deux", red)}), "pack.bad-value " + list_place + "/1/group (deux)");
    EXPECT_EQ(reading({option("un", red), option("deux", blue), option("trois", red)}),
              "pack.duplicate-name " + list_place + "/2/group (Rouge)");
}

TEST(Options, DependOnEachOtherInTickBoxesOnly) {
    for (const Json& rule : {Json{{"locked", true}}, Json{{"unavailable", true}}, Json{{"group", "Socle"}}})
        EXPECT_EQ(pack_reading(pack_offering(Json::array({option("un", rule)}), "choice")),
                  "pack.bad-value " + test::items_place + "/8/options (outils)")
            << rule;
}

std::string reading_recap(const Json& recap) { return test::pack_with("/petite.json/recap", recap); }

TEST(Recap, ListsWhatIsTicked) {
    const std::string place = "petite.json#/recap";
    EXPECT_EQ(reading_recap({{"title", "Choisi"}, {"of", {"freins", "choix"}}}), "accepted");
    EXPECT_EQ(reading_recap({{"of", {"freins"}}}), "pack.missing-member " + place + " (title)");
    EXPECT_EQ(reading_recap({{"title", "Choisi"}, {"of", Json::array()}}), "pack.empty " + place + "/of (of)");
    EXPECT_EQ(reading_recap({{"title", "Choisi"}, {"of", {1}}}), "pack.wrong-type " + place + "/of (of)");
    EXPECT_EQ(reading_recap({{"title", "Choisi"}, {"of", {"inconnu"}}}),
              "pack.unknown-field " + place + "/of (inconnu)");
    EXPECT_EQ(reading_recap({{"title", "Choisi"}, {"of", {"structure"}}}),
              "pack.bad-value " + place + "/of (structure)");
    EXPECT_EQ(reading_recap({{"title", "Choisi"}, {"of", {"accord"}}}), "pack.bad-value " + place + "/of (accord)")
        << "for the screen only";
}

} // namespace
