#include "core/definition/register_names.hpp"
#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

using namespace pli;
using test::small_pack;

namespace {

Json shipped_register() {
    return test::must(parse_json(test::must(read_file(test::source_folder + "/shared/packs/registre.json"))));
}

/// How the small pack is read with the shipped register, changed by `change`.
template <class Change> std::string reading_with(const Change& change) {
    Json pack = small_pack();
    pack["registre.json"] = shipped_register();
    change(pack["registre.json"]);
    return test::pack_reading(pack);
}

} // namespace

TEST(RegisterWording, IsReadWithThePack) {
    const RegisterWording& wording = test::shipped_pack().register_wording;
    EXPECT_EQ(wording.columns.size(), register_names::columns.size());
    EXPECT_EQ(label_of(wording.tools, "ouiform"), "OuiForm");
    EXPECT_EQ(label_of(wording.tools, "disparu"), "disparu") << "a tool that left the catalogue";
    EXPECT_EQ(find_column(wording, "naissance")->headers.front(), "date de naissance");
    EXPECT_EQ(find_column(wording, "autre"), nullptr);
    EXPECT_EQ(wording.reasons.size(), register_names::reasons.size());
}

TEST(RegisterWording, APackNeedsNone) {
    EXPECT_EQ(test::pack_reading(small_pack()), "accepted");
    EXPECT_EQ(reading_with([](Json&) {}), "accepted");
}

TEST(RegisterWording, ThereIsOneAtMost) {
    Json pack = small_pack();
    pack["registre.json"] = shipped_register();
    pack["registre2.json"] = shipped_register();
    EXPECT_EQ(test::pack_reading(pack), "pack.duplicate-name registre2.json#/kind (register)");
}

TEST(RegisterWording, NamesEveryMistake) {
    EXPECT_EQ(reading_with([](Json& json) { json["columns"].erase(0); }),
              "pack.missing-member registre.json#/columns (nom)");
    EXPECT_EQ(reading_with([](Json& json) { json["columns"][0]["column"] = "age"; }),
              "pack.bad-value registre.json#/columns/0/column (age)");
    EXPECT_EQ(reading_with([](Json& json) { json["columns"][1]["headers"] = {"NOM"}; }),
              "pack.duplicate-name registre.json#/columns/1/headers (NOM)");
    EXPECT_EQ(reading_with([](Json& json) { json["columns"][1]["headers"] = {"–"}; }),
              "pack.bad-value registre.json#/columns/1/headers (–)");
    EXPECT_EQ(reading_with([](Json& json) { json["columns"][1]["headers"] = {1}; }),
              "pack.wrong-type registre.json#/columns/1/headers (headers)");
    EXPECT_EQ(reading_with([](Json& json) { json["tools"][1]["value"] = json["tools"][0]["value"]; }),
              "pack.duplicate-name registre.json#/tools/1/value (suivi-donnees)");
    EXPECT_EQ(reading_with([](Json& json) { json["words"]["motif"].erase(0); }),
              "pack.missing-member registre.json#/words/motif (inactivite)");
    EXPECT_EQ(reading_with([](Json& json) {
                  json["words"]["etat"].push_back({{"value", "perdue"}, {"label", "Perdue"}});
              }),
              "pack.bad-value registre.json#/words/etat (perdue)");
    EXPECT_EQ(reading_with([](Json& json) { json.erase("tools"); }), "pack.missing-member registre.json# (tools)");
    EXPECT_EQ(reading_with([](Json& json) { json["autre"] = 1; }), "pack.unknown-member registre.json#/autre (autre)");
}
