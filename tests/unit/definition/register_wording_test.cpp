#include "core/definition/register_names.hpp"
#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

using namespace pli;
using test::small_pack;

namespace {

/// The shipped register, but for the forms that it fills in: the small pack has others.
Json shipped_register() {
    Json json = test::must(parse_json(test::must(read_file(test::source_folder + "/shared/packs/registre.json"))));
    json.erase("forms");
    return json;
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

namespace {

/// How the shipped pack is read after `change` of the forms that its register fills in.
template <class Change> std::string shipped_reading_with(const Change& change) {
    Json pack = test::must(parse_json(test::shipped_bundle()));
    change(pack["registre.json"]["forms"]);
    return test::pack_reading(pack);
}

} // namespace

TEST(RegisterForms, SayWhereAnAnswerComesFrom) {
    const RegisterWording& wording = test::shipped_pack().register_wording;
    EXPECT_EQ(wording.yearly.rows, "utilisateurs");
    EXPECT_EQ(wording.yearly.scopes.size(), 2U);
    EXPECT_EQ(wording.grant.id, "habilitation-nominative");
    EXPECT_TRUE(wording.grant.rows.empty());
    EXPECT_EQ(shipped_reading_with([](Json&) {}), "accepted");
    EXPECT_EQ(shipped_reading_with([](Json& forms) { forms.erase("yearly"); }), "accepted");
}

TEST(RegisterForms, NameEveryMistake) {
    const auto grant = [](std::size_t n, const char* member, const Json& value) {
        return shipped_reading_with([&](Json& forms) { forms["grant"]["answers"][n][member] = value; });
    };
    const std::string answers = " registre.json#/forms/grant/answers/";
    EXPECT_EQ(grant(1, "field", "utilisateur.age"), "pack.unknown-field" + answers + "1/field (utilisateur.age)");
    EXPECT_EQ(grant(1, "field", "utilisateur.prenom"),
              "pack.duplicate-name" + answers + "2/field (utilisateur.prenom)");
    EXPECT_EQ(grant(1, "column", "age"), "pack.bad-value" + answers + "1/column (age)");
    EXPECT_EQ(grant(1, "column", "naissance"), "pack.bad-value" + answers + "1/field (utilisateur.nom)");
    EXPECT_EQ(grant(1, "is", "oui"), "pack.bad-value" + answers + "1/is (oui)");
    EXPECT_EQ(grant(9, "options", {{{"value", "fax"}, {"option", "ouiform"}}}),
              "pack.bad-value" + answers + "9/options/0/value (fax)");
    EXPECT_EQ(grant(9, "options", {{{"value", "ouiform"}, {"option", "fax"}}}),
              "pack.bad-value" + answers + "9/options (fax)");
    EXPECT_EQ(grant(9, "options", {{{"value", "ouiform"}, {"option", "academie"}}}),
              "pack.missing-member" + answers + "9/options (suivi-donnees)")
        << "every tool needs an option";
    EXPECT_EQ(shipped_reading_with([](Json& forms) { forms["grant"]["form"] = "autre"; }),
              "pack.missing-file registre.json#/forms/grant/form (autre)");
    EXPECT_EQ(shipped_reading_with([](Json& forms) { forms["grant"] = forms["yearly"]; }),
              "pack.unknown-member registre.json#/forms/grant/scope (scope)");
    EXPECT_EQ(shipped_reading_with([](Json& forms) { forms["yearly"] = forms["grant"]; }),
              "pack.bad-value registre.json#/forms/yearly/form (habilitation-nominative)");
    EXPECT_EQ(shipped_reading_with([](Json& forms) { forms["yearly"]["scope"]["of"][0]["tools"] = {"fax"}; }),
              "pack.bad-value registre.json#/forms/yearly/scope/of/0/tools (fax)");
}

TEST(RegisterWording, OffersTheToolsOfATerritory) {
    const Pack& pack = test::shipped_pack();
    const RegisterWording nord = register_wording_of(pack, find_territory(pack, "nord"));
    ASSERT_EQ(nord.tools.size(), 1U);
    EXPECT_EQ(nord.tools[0].value, "ouiform");
    EXPECT_EQ(register_wording_of(pack, nullptr).tools.size(), pack.register_wording.tools.size());
    Json broken = test::must(parse_json(test::shipped_bundle()));
    broken["nord.json"]["tools"] = {"fax"};
    EXPECT_EQ(test::pack_reading(broken), "pack.bad-value nord.json#/tools (fax)");
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
