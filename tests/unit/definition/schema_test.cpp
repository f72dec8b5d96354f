// The structure of generated schemas; tests/conformance lets ajv judge what they accept.
#include "core/definition/schema.hpp"

#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

using namespace pli;

namespace {

Json small_schema() { return json_schema(test::must(load_pack(test::small_pack().dump())).forms.at(0)); }

/// Calls visit(schema) for every object schema in it.
void for_each_object_schema(const Json& schema, const auto& visit) {
    if (schema.is_object() && schema.contains("properties") && schema.contains("additionalProperties")) visit(schema);
    if (!schema.is_structured()) return;
    for (const Json& part : schema) for_each_object_schema(part, visit);
}

Json sorted(Json names) {
    std::sort(names.begin(), names.end());
    return names;
}

/// The demand on presence whose consequence is about this member of the answers, or null.
Json demand_about(const Json& schema, const std::string& pointer) {
    for (const Json& demand : schema.at("allOf"))
        if (demand.contains("else") && demand.at("else").at("not").contains(Json::json_pointer(pointer))) return demand;
    return nullptr;
}

TEST(Schema, IsADraftOfItsOwnName) {
    const Json schema = json_schema(test::liaison());
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(schema.at("$id"), "urn:pli:fiche:1:liaison-ag-tacite:1");
    EXPECT_EQ(schema.at("title"), test::liaison().title);
}

TEST(Schema, HasTheMembersOfTheDocument) {
    const Json schema = json_schema(test::liaison());
    EXPECT_EQ(sorted(schema.at("required")), (Json{"destinataires", "document", "echeances", "emetteur", "format",
                                                   "formulaire", "pack", "reponses", "signature"}));
    EXPECT_TRUE(schema.at("properties").contains("remplace")) << "known, but not required";
    EXPECT_EQ(schema.at("properties").at("format").at("const"), "pli/fiche/1");
    EXPECT_EQ(schema.at("/properties/formulaire/properties/id/const"_json_pointer), "liaison-ag-tacite");
    EXPECT_EQ(schema.at("/properties/emetteur/properties/role/enum/0"_json_pointer), "conseiller-france-travail");
}

TEST(Schema, PermitsNoOtherMemberAnywhere) {
    int objects = 0;
    for_each_object_schema(json_schema(test::liaison()), [&](const Json& object) {
        EXPECT_EQ(object.at("additionalProperties"), false);
        ++objects;
    });
    EXPECT_GT(objects, 12);
}

TEST(Schema, RequiresWhatIsRequiredAndAlwaysShown) {
    const Json answers = small_schema().at("properties").at("reponses");
    EXPECT_EQ(answers.at("required"), Json{"structure"});
    EXPECT_EQ(json_schema(test::liaison()).at("/properties/reponses/properties/demandeur/required"_json_pointer).size(),
              9U)
        << "nom, prenom, naissance, adresse, identifiant-ft, famille, enfants, brsa, rqth";
}

TEST(Schema, LeavesOutWhatIsForTheScreenOnly) {
    const Json properties = small_schema().at("/properties/reponses/properties"_json_pointer);
    EXPECT_FALSE(properties.contains("accord"));
    EXPECT_FALSE(properties.contains("rappel"));
    EXPECT_FALSE(properties.contains("signe")) << "a signature lies beside the answers";
    EXPECT_TRUE(small_schema().at("properties").contains("signature"));
    EXPECT_FALSE(properties.at("demandeur").at("properties").contains("identite")) << "a flat composite";
}

TEST(Schema, SaysTheValuesOfEachControl) {
    const Json properties = small_schema().at("/properties/reponses/properties"_json_pointer);
    EXPECT_EQ(properties.at("choix").at("enum"), (Json{"bleu", "vert"}));
    EXPECT_EQ(properties.at("freins").at("items").at("enum"), (Json{"bleu", "vert"}));
    EXPECT_EQ(properties.at("freins").at("minItems"), 1);
    EXPECT_EQ(properties.at("freins").at("uniqueItems"), true);
    const Json demandeur = properties.at("demandeur").at("properties");
    EXPECT_EQ(demandeur.at("enfants").at("minimum"), 0);
    EXPECT_EQ(demandeur.at("enfants").at("maximum"), 20);
    EXPECT_EQ(demandeur.at("brsa").at("type"), "boolean");
    EXPECT_EQ(demandeur.at("naissance").at("format"), "date");
    EXPECT_EQ(demandeur.at("nom").at("title"), "Nom");
    EXPECT_TRUE(demandeur.at("nom").contains("pattern"));
    EXPECT_TRUE(demandeur.at("nom").contains("maxLength"));
}

TEST(Schema, DemandsHiddenBranchesIfAndOnlyIfTheyAreShown) {
    const Json schema = small_schema();
    const Json name = demand_about(schema, "/properties/reponses/properties/demandeur/properties/nom");
    ASSERT_TRUE(name.is_object());
    EXPECT_EQ(name.at("if").at("/properties/reponses/properties/choix/const"_json_pointer), "bleu");
    EXPECT_EQ(name.at("then"), name.at("else").at("not")) << "required when shown";
    const Json first_name = demand_about(schema, "/properties/reponses/properties/demandeur/properties/prenom");
    ASSERT_TRUE(first_name.is_object());
    EXPECT_FALSE(first_name.contains("then")) << "optional when shown";
    const Json birth = demand_about(schema, "/properties/reponses/properties/demandeur/properties/naissance");
    ASSERT_TRUE(birth.is_object());
    ASSERT_EQ(birth.at("if").at("allOf").size(), 2U) << "its group's condition and its own";
    EXPECT_EQ(birth.at("/if/allOf/1/properties/reponses/properties/demandeur/properties/brsa/const"_json_pointer),
              true);
    EXPECT_TRUE(demand_about(schema, "/properties/reponses/properties/structure").is_null()) << "always shown";
}

TEST(Schema, DemandsTheStructureOfTheSendersRole) {
    const Json sender = json_schema(test::liaison()).at("properties").at("emetteur");
    EXPECT_EQ(sender.at("required"), Json{"role"}) << "a sender of the SLAI names no structure";
    EXPECT_TRUE(sender.at("properties").contains("structure"));
    EXPECT_EQ(small_schema().at("/properties/emetteur/required"_json_pointer), (Json{"role", "structure"}));
    const Json demands = json_schema(test::liaison()).at("allOf");
    const auto of_role = [&](const std::string& role) {
        return *std::find_if(demands.begin(), demands.end(), [&](const Json& demand) {
            return demand.value("/if/properties/emetteur/properties/role/const"_json_pointer, Json()) == role;
        });
    };
    EXPECT_EQ(of_role("slai").at("/then/if"_json_pointer), false);
    EXPECT_TRUE(of_role("referent-social").at("then").at("if").contains("properties"));
}

TEST(Schema, LeavesWarningsToTheValidation) {
    const auto rules = [](const Json& schema) {
        return std::count_if(schema.at("allOf").begin(), schema.at("allOf").end(),
                             [](const Json& demand) { return demand.contains("not"); });
    };
    EXPECT_EQ(rules(small_schema()), 0) << "freins.none is a warning";
    Json pack = test::small_pack();
    pack["petite.json"]["rules"][0]["warning"] = false;
    EXPECT_EQ(rules(json_schema(test::must(load_pack(pack.dump())).forms.at(0))), 1);
}

TEST(Schema, SaysWhichOptionsStandTogether) {
    Json pack = test::small_pack();
    Json& colours = pack["listes.json"]["lists"]["teintes"];
    colours = pack["listes.json"]["lists"]["couleurs"];
    colours[0]["locked"] = true;
    colours[1]["needs"] = "bleu";
    colours.push_back({{"value", "rouge"}, {"label", "Rouge"}, {"unavailable", true}});
    pack["petite.json"]["steps"][0]["items"][4]["options"] = "teintes";
    const Json schema = json_schema(test::must(load_pack(pack.dump())).forms.at(0));
    const Json boxes = schema.at("/properties/reponses/properties/freins"_json_pointer);
    EXPECT_EQ(boxes.at("/items/enum"_json_pointer), (Json{"bleu", "vert"})) << "not what cannot be had";
    const auto with = [](const char* value) { return Json{{"type", "array"}, {"contains", {{"const", value}}}}; };
    EXPECT_EQ(boxes.at("allOf"), (Json::array({with("bleu"), Json{{"if", with("vert")}, {"then", with("bleu")}}})));
}

} // namespace
