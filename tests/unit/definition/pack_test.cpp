#include "core/definition/pack.hpp"

#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

using namespace pli;
using test::items_place;
using test::items_pointer;
using test::pack_reading;
using test::pack_with;
using test::pack_without;
using test::small_pack;

namespace {

TEST(ShippedPack, LoadsWithEveryFormThatATerritoryOffers) {
    const Pack& pack = test::shipped_pack();
    ASSERT_EQ(pack.territories.size(), 2U);
    for (const std::string id : {"nord", "pas-de-calais"}) {
        const Territory* territory = find_territory(pack, id);
        ASSERT_NE(territory, nullptr) << id;
        EXPECT_FALSE(territory->families.empty()) << id;
    }
    for (const Form& form : pack.forms) {
        EXPECT_NE(territory_for(pack, form.id, nullptr), nullptr) << form.id;
        EXPECT_FALSE(form.source.empty());
        EXPECT_FALSE(form.steps.empty());
        EXPECT_FALSE(form.transmission.empty());
    }
    EXPECT_EQ(find_form(pack, "autre-fiche"), nullptr);
    EXPECT_EQ(find_territory(pack, "autre-territoire"), nullptr);
}

TEST(ShippedPack, EveryPathIsFoundAndUnique) {
    std::set<std::string> paths;
    for_each_item(test::liaison(), [&](const Item& item) {
        EXPECT_TRUE(paths.insert(item.path).second) << item.path;
        EXPECT_EQ(find_item(test::liaison(), item.path), &item);
        EXPECT_EQ(chain_to(test::liaison(), item.path).back(), &item);
    });
    EXPECT_GT(paths.size(), 50U);
    EXPECT_EQ(find_item(test::liaison(), "demandeur.nir"), nullptr);
    EXPECT_TRUE(chain_to(test::liaison(), "").empty());
}

TEST(LoadPack, ReadsTheSmallPack) {
    const Pack pack = test::must(load_pack(small_pack().dump()));
    ASSERT_EQ(pack.forms.size(), 1U);
    const Form& form = pack.forms[0];
    ASSERT_NE(structure_of(form, "essayeur"), nullptr);
    EXPECT_EQ(structure_of(form, "essayeur")->path, "structure");
    EXPECT_EQ(structure_of(form, "lecteur"), nullptr);
    EXPECT_EQ(form.transmission, std::vector<std::string>{"Remettre le fichier."});
    const Item* name = find_item(form, "demandeur.nom");
    ASSERT_NE(name, nullptr) << "a flat composite adds nothing to the path";
    EXPECT_EQ(name->kind, "person-name");
    EXPECT_EQ(chain_to(form, "demandeur.nom").size(), 3U);
    EXPECT_EQ(find_item(form, "demandeur.naissance")->visible_when.path, "demandeur.brsa") << "a path from the group";
    EXPECT_EQ(find_item(form, "rappel")->paragraphs, (std::vector<std::string>{"Un.", "Deux."}));
    EXPECT_EQ(find_item(form, "choix")->options[1].label, "Vert");
    EXPECT_EQ(find_item(form, "choix")->none_label, "Aucun");
    ASSERT_EQ(form.rules.size(), 1U);
    EXPECT_TRUE(form.rules[0].warning);
    ASSERT_EQ(pack.territories.size(), 1U);
    EXPECT_EQ(pack.territories[0].families.at(0).title, "Petites fiches");
}

TEST(Territories, OfferEachFormsOfTheirOwn) {
    Json both = small_pack();
    both["autre.json"] = both["territoire.json"];
    both["autre.json"]["id"] = "autre";
    both["autre.json"]["routes"][0]["forms"] = {"grande"};
    both["autre.json"]["families"] = {{{"title", "Grandes fiches"}, {"forms", {"grande"}}}};
    both["grande.json"] = both["petite.json"];
    both["grande.json"]["id"] = "grande";
    const Pack pack = test::must(load_pack(both.dump()));
    EXPECT_EQ(pack.forms.size(), 2U) << "every form of the bundle is known, whatever territory is chosen";
    const Territory* example = find_territory(pack, "exemple");
    const Territory* other = find_territory(pack, "autre");
    EXPECT_TRUE(offers(*example, "petite"));
    EXPECT_FALSE(offers(*example, "grande"));
    EXPECT_EQ(territory_for(pack, "petite", other), example) << "the wanted one does not offer it";
    EXPECT_EQ(territory_for(pack, "grande", other), other);
    EXPECT_EQ(territory_for(pack, "inconnue", other), nullptr);
}

TEST(LoadPack, SaysTheByteWhereJsonIsWrong) {
    EXPECT_EQ(load_pack("{\"a\":x}").error(), (Error{"json.syntax", "byte 6", {}}));
    EXPECT_EQ(load_pack("").error(), (Error{"json.syntax", "byte 1", {}}));
    EXPECT_EQ(load_pack(R"({"a":1,"a":2})").error(), (Error{"json.duplicate-key", "", {{"key", "a"}}}));
    EXPECT_EQ(pack_reading(Json::array()), "pack.wrong-type  (array)");
}

TEST(LoadPack, NeedsATerritoryAndTheFormsItOffers) {
    EXPECT_EQ(pack_reading(Json::object()), "pack.missing-file  (territory)");
    EXPECT_EQ(pack_without("/territoire.json"), "pack.missing-file  (territory)");
    EXPECT_EQ(pack_without("/petite.json"), "pack.missing-file territoire.json#/families/0/forms (petite)");
    EXPECT_EQ(pack_with("/territoire.json/families/0/forms", Json{"grande"}),
              "pack.missing-file territoire.json#/families/0/forms (grande)");
    EXPECT_EQ(pack_with("/territoire.json/families/0/forms", Json{"petite", "petite"}),
              "pack.duplicate-name territoire.json#/families/0/forms (petite)");
    EXPECT_EQ(pack_with("/territoire.json/families/1", small_pack()["territoire.json"]["families"][0]),
              "pack.duplicate-name territoire.json#/families/1/forms (petite)");
    EXPECT_EQ(pack_with("/autre.json", small_pack()["territoire.json"]),
              "pack.duplicate-name territoire.json#/id (exemple)");
    EXPECT_EQ(pack_with("/copie.json", small_pack()["petite.json"]), "pack.duplicate-name petite.json#/id (petite)");
}

TEST(LoadPack, KnowsTheKindOfEachFile) {
    EXPECT_EQ(pack_with("/listes.json/kind", "list"), "pack.unknown-kind listes.json#/kind (list)");
    EXPECT_EQ(pack_without("/listes.json/kind"), "pack.missing-member listes.json# (kind)");
    EXPECT_EQ(pack_with("/listes.json", 7), "pack.wrong-type listes.json# (number)");
}

TEST(LoadPack, NeedsEachMember) {
    for (const std::string name : {"id", "version", "title", "families", "roles"})
        EXPECT_EQ(pack_without("/territoire.json/" + name), "pack.missing-member territoire.json# (" + name + ")");
    for (const std::string name : {"title", "forms"})
        EXPECT_EQ(pack_without("/territoire.json/families/0/" + name),
                  "pack.missing-member territoire.json#/families/0 (" + name + ")");
    for (const std::string name :
         {"id", "version", "title", "short_title", "summary", "source", "sender", "transmission"})
        EXPECT_EQ(pack_without("/petite.json/" + name), "pack.missing-member petite.json# (" + name + ")");
    for (const std::string name : {"id", "title", "stage", "items"})
        EXPECT_EQ(pack_without("/petite.json/steps/0/" + name),
                  "pack.missing-member petite.json#/steps/0 (" + name + ")");
    for (const std::string name : {"code", "field", "when"})
        EXPECT_EQ(pack_without("/petite.json/rules/0/" + name),
                  "pack.missing-member petite.json#/rules/0 (" + name + ")");
    EXPECT_EQ(pack_without("/petite.json/rules"), "accepted") << "a form needs no rule";
    EXPECT_EQ(pack_without("/petite.json/sender/roles"), "pack.missing-member petite.json#/sender (roles)");
    EXPECT_EQ(pack_without("/listes.json/lists/couleurs/0/label"),
              "pack.missing-member listes.json#/lists/couleurs/0 (label)");
    EXPECT_EQ(pack_without("/notices.json/notices/rappel/paragraphs"),
              "pack.missing-member notices.json#/notices/rappel (paragraphs)");
}

TEST(LoadPack, KnowsNoOtherMember) {
    for (const std::string file : {"listes.json", "blocs.json", "notices.json", "territoire.json", "petite.json"})
        EXPECT_EQ(pack_with("/" + file + "/colour", 1), "pack.unknown-member " + file + "#/colour (colour)");
    for (const std::string place : {"/steps/0", "/rules/0", "/sender"})
        EXPECT_EQ(pack_with("/petite.json" + place + "/x", 1), "pack.unknown-member petite.json#" + place + "/x (x)");
    EXPECT_EQ(pack_with("/listes.json/lists/couleurs/0/x", 1),
              "pack.unknown-member listes.json#/lists/couleurs/0/x (x)");
    EXPECT_EQ(pack_with("/petite.json/rules/0/when/x", 1), "pack.unknown-member petite.json#/rules/0/when/x (x)");
    EXPECT_EQ(pack_with("/territoire.json/families/0/x", 1), "pack.unknown-member territoire.json#/families/0/x (x)");
    EXPECT_EQ(pack_with("/petite.json/a~1b", 1), "pack.unknown-member petite.json#/a~1b (a/b)");
}

TEST(LoadPack, NeedsEachMemberInItsType) {
    EXPECT_EQ(pack_with("/petite.json/title", 7), "pack.wrong-type petite.json#/title (title)");
    EXPECT_EQ(pack_with("/petite.json/version", "1"), "pack.wrong-type petite.json#/version (version)");
    EXPECT_EQ(pack_with("/petite.json/version", 1.0), "pack.wrong-type petite.json#/version (version)");
    EXPECT_EQ(pack_with("/petite.json/steps", Json::object()), "pack.wrong-type petite.json#/steps (steps)");
    EXPECT_EQ(pack_with("/petite.json/sender", "x"), "pack.wrong-type petite.json#/sender (sender)");
    EXPECT_EQ(pack_with("/petite.json/rules/0/warning", "true"),
              "pack.wrong-type petite.json#/rules/0/warning (warning)");
    EXPECT_EQ(pack_with("/territoire.json/families/0/forms", Json{1}),
              "pack.wrong-type territoire.json#/families/0/forms (forms)");
    EXPECT_EQ(pack_with("/listes.json/lists/couleurs", "bleu"),
              "pack.wrong-type listes.json#/lists/couleurs (couleurs)");
    EXPECT_EQ(pack_with("/notices.json/notices/rappel/paragraphs/0", 1),
              "pack.wrong-type notices.json#/notices/rappel/paragraphs (paragraphs)");
    EXPECT_EQ(pack_with(items_pointer + "/0", "text"), "pack.wrong-type " + items_place + "/0 (string)");
}

TEST(LoadPack, HasNothingEmpty) {
    EXPECT_EQ(pack_with("/petite.json/title", ""), "pack.empty petite.json#/title (title)");
    EXPECT_EQ(pack_with("/petite.json/steps", Json::array()), "pack.empty petite.json#/steps (steps)");
    EXPECT_EQ(pack_with("/listes.json/lists", Json::object()), "pack.empty listes.json#/lists (lists)");
    EXPECT_EQ(pack_with("/listes.json/lists/couleurs", Json::array()),
              "pack.empty listes.json#/lists/couleurs (couleurs)");
    EXPECT_EQ(pack_with("/notices.json/notices/rappel/paragraphs/1", ""),
              "pack.empty notices.json#/notices/rappel/paragraphs (paragraphs)");
}

TEST(LoadPack, HasNamesAndNumbersAsTheLanguageWritesThem) {
    for (const std::string name : {"Petite", "petite fiche", "été", "-a", "a-", "a--b", "a.b", "a_b"})
        EXPECT_EQ(pack_with("/petite.json/id", name), "pack.bad-value petite.json#/id (" + name + ")");
    EXPECT_EQ(pack_with("/petite.json/version", 0), "pack.bad-value petite.json#/version (0)");
    EXPECT_EQ(pack_with("/territoire.json/version", "1.0"), "pack.bad-value territoire.json#/version (1.0)");
    EXPECT_EQ(pack_with("/petite.json/steps/0/stage", "fin"), "pack.bad-value petite.json#/steps/0/stage (fin)");
    EXPECT_EQ(pack_with("/listes.json/lists/couleurs/0/value", "Bleu"),
              "pack.bad-value listes.json#/lists/couleurs/0/value (Bleu)");
}

TEST(LoadPack, HasEachNameOnce) {
    EXPECT_EQ(pack_with("/listes.json/lists/couleurs/1/value", "bleu"),
              "pack.duplicate-name listes.json#/lists/couleurs/1/value (bleu)");
    EXPECT_EQ(pack_with("/petite.json/steps/1", small_pack()["petite.json"]["steps"][0]).substr(0, 19),
              "pack.duplicate-name");
    EXPECT_EQ(pack_with("/listes2.json",
                        Json{{"kind", "lists"}, {"lists", {{"couleurs", {{{"value", "a"}, {"label", "A"}}}}}}}),
              "pack.duplicate-name listes.json#/lists/couleurs (couleurs)");
}

TEST(LoadPack, HasNothingUnused) {
    EXPECT_EQ(pack_with("/listes.json/lists/villes", Json{{{"value", "arras"}, {"label", "Arras"}}}),
              "pack.unused listes.json#/lists/villes (villes)");
    EXPECT_EQ(pack_with("/notices.json/notices/oubli", Json{{"paragraphs", {"Un."}}}),
              "pack.unused notices.json#/notices/oubli (oubli)");
    EXPECT_EQ(pack_with("/blocs.json/blocks/oubli", small_pack()["blocs.json"]["blocks"]["nom-prenom"]),
              "pack.unused blocs.json#/blocks/oubli (oubli)");
    Json grande = small_pack()["petite.json"];
    grande["id"] = "grande";
    EXPECT_EQ(pack_with("/grande.json", grande), "pack.unused grande.json# (grande)");
}

TEST(LoadPack, NeedsASenderWhoseStructureIsAlwaysThere) {
    EXPECT_EQ(pack_without("/petite.json/sender/structure"), "accepted");
    EXPECT_EQ(pack_with("/petite.json/sender/structure", "inconnue"),
              "pack.unknown-field petite.json#/sender/structure (inconnue)");
    EXPECT_EQ(pack_with("/petite.json/sender/structure", "freins"),
              "pack.bad-value petite.json#/sender/structure (freins)");
    EXPECT_EQ(pack_with("/petite.json/sender/structure", "demandeur.nom"),
              "pack.bad-value petite.json#/sender/structure (demandeur.nom)")
        << "sometimes hidden";
    EXPECT_EQ(pack_with("/petite.json/transmission", "avant"), "pack.unknown-notice petite.json#/transmission (avant)");
}

TEST(LoadPack, TakesTheStructureOfEachRole) {
    const auto reading = [](const Json& structures) { return pack_with("/petite.json/sender/structure", structures); };
    EXPECT_EQ(reading({{"essayeur", "structure"}}), "accepted");
    EXPECT_EQ(reading(Json::object()), "pack.empty petite.json#/sender/structure (structure)");
    EXPECT_EQ(reading({{"lecteur", "structure"}}), "pack.unknown-role petite.json#/sender/structure/lecteur (lecteur)");
    EXPECT_EQ(reading({{"essayeur", "inconnue"}}),
              "pack.unknown-field petite.json#/sender/structure/essayeur (inconnue)");
    EXPECT_EQ(reading({{"essayeur", "freins"}}), "pack.bad-value petite.json#/sender/structure/essayeur (freins)");
    EXPECT_EQ(reading({{"essayeur", 7}}), "pack.wrong-type petite.json#/sender/structure/essayeur (essayeur)");
    EXPECT_EQ(reading(7), "pack.wrong-type petite.json#/sender/structure (structure)");
    EXPECT_EQ(reading({{"essayeur", "mail"}}), "accepted") << "though it is not always there";
    Json pack = small_pack();
    pack["petite.json"]["sender"]["structure"] = {{"essayeur", "mail"}};
    pack[Json::json_pointer(items_pointer)][1]["receiver_only"] = true;
    EXPECT_EQ(pack_reading(pack), "pack.bad-value petite.json#/sender/structure/essayeur (mail)");
}

TEST(LoadPack, KeepsThePlaceOfTheFirstThingWrong) {
    Json pack = small_pack();
    pack["petite.json"]["x"] = 1;
    pack["listes.json"]["x"] = 1;
    EXPECT_EQ(pack_reading(pack), "pack.unknown-member listes.json#/x (x)") << "lists are read before forms";
}

TEST(Territories, KnowTheRolesOfTheirRoutes) {
    const std::string place = "/territoire.json/routes/0";
    EXPECT_EQ(pack_with("/territoire.json/roles", "couleurs").substr(0, 51),
              "pack.unknown-role territoire.json#/roles (essayeur)");
    EXPECT_EQ(pack_with("/territoire.json/roles", "inconnue"), "pack.unknown-list territoire.json#/roles (inconnue)");
    EXPECT_EQ(pack_with(place + "/from", "inconnu"), "pack.unknown-role territoire.json#/routes/0/from (inconnu)");
    EXPECT_EQ(pack_with(place + "/from", "lecteur"), "pack.unknown-role territoire.json#/routes/0/from (lecteur)")
        << "he does not fill in the form";
    EXPECT_EQ(pack_with(place + "/to/1", "inconnu"), "pack.unknown-role territoire.json#/routes/0/to (inconnu)");
    EXPECT_EQ(pack_with(place + "/required/0", "essayeur"),
              "pack.unknown-role territoire.json#/routes/0/required (essayeur)")
        << "who is wanted must be permitted";
    EXPECT_EQ(pack_with(place + "/to/1", "lecteur"), "pack.duplicate-name territoire.json#/routes/0/to (lecteur)");
    EXPECT_EQ(pack_with(place + "/to/1", "Le lecteur"), "pack.bad-value territoire.json#/routes/0/to (Le lecteur)");
    EXPECT_EQ(pack_with(place + "/to/1", 7), "pack.wrong-type territoire.json#/routes/0/to (to)");
    EXPECT_EQ(pack_with(place + "/forms/0", "grande"), "pack.missing-file territoire.json#/routes/0/forms (grande)");
    EXPECT_EQ(pack_with("/territoire.json/routes/1", small_pack()["territoire.json"]["routes"][0]),
              "pack.duplicate-name territoire.json#/routes/1/forms (petite)");
    for (const std::string name : {"from", "forms", "to", "rule"})
        EXPECT_EQ(pack_without(place + "/" + name), "pack.missing-member territoire.json#/routes/0 (" + name + ")");
    EXPECT_EQ(pack_without(place + "/required"), "accepted");
    EXPECT_EQ(pack_without("/territoire.json/routes"), "accepted");
    EXPECT_EQ(pack_with(place + "/x", 1), "pack.unknown-member territoire.json#/routes/0/x (x)");
}

TEST(Territories, SayWhichDirectoryTheyBelieve) {
    const std::string key =
        "RWQrh0apyIppvnX23IIKAu8m5cXWzpjuXSuGAmF6ITXb1cEiFjpXkMfN"; // minisign made it for this test
    const std::string other = "RWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    Json pack = test::small_pack();
    Json& anchor = pack["territoire.json"]["annuaire"];
    anchor = {{"keys", {key}}, {"revoked", {other}}, {"minimum_version", 7}};
    const auto directory = test::must(load_pack(pack.dump())).territories.front().directory;
    ASSERT_TRUE(directory);
    EXPECT_EQ(directory->keys, std::vector<std::string>{key});
    EXPECT_EQ(directory->revoked, std::vector<std::string>{other});
    EXPECT_EQ(directory->minimum_version, 7);

    const auto with = [&](const std::string& pointer, const Json& value) {
        Json changed = pack;
        changed["territoire.json"]["annuaire"][Json::json_pointer(pointer)] = value;
        return pack_reading(changed);
    };
    const std::string place = "territoire.json#/annuaire";
    EXPECT_EQ(with("/revoked/0", key), "pack.duplicate-name " + place + "/revoked (" + key + ")");
    EXPECT_EQ(with("/keys/1", key), "pack.duplicate-name " + place + "/keys (" + key + ")");
    EXPECT_EQ(with("/keys/0", "age1exemple"), "pack.bad-value " + place + "/keys (age1exemple)");
    EXPECT_EQ(with("/keys/0", 1), "pack.wrong-type " + place + "/keys (keys)");
    EXPECT_EQ(with("/keys", Json::array()), "pack.empty " + place + "/keys (keys)");
    EXPECT_EQ(with("/minimum_version", 0), "pack.bad-value " + place + "/minimum_version (0)");
    EXPECT_EQ(with("/minimum_version", "1"), "pack.wrong-type " + place + "/minimum_version (minimum_version)");
    EXPECT_EQ(with("/x", 1), "pack.unknown-member " + place + "/x (x)");
    anchor = {{"keys", {key}}};
    EXPECT_EQ(pack_reading(pack), "pack.missing-member " + place + " (minimum_version)");
    anchor = {{"minimum_version", 1}};
    EXPECT_EQ(pack_reading(pack), "pack.missing-member " + place + " (keys)");
    EXPECT_FALSE(test::must(load_pack(test::small_pack().dump())).territories.front().directory);
}

TEST(Territory, MayNameAKeyOfRescue) {
    const std::string recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    Json pack = test::small_pack();
    Json& rescue = pack["territoire.json"]["secours"];
    rescue = {{"recipient", recipient}, {"holder", "la direction d’exemple"}};
    const auto read = test::must(load_pack(pack.dump())).territories.front().rescue;
    ASSERT_TRUE(read);
    EXPECT_EQ(read->recipient, recipient);
    EXPECT_EQ(read->holder, "la direction d’exemple");

    const std::string place = "territoire.json#/secours";
    const auto with = [&](const std::string& name, const Json& value) {
        Json changed = pack;
        changed["territoire.json"]["secours"][name] = value;
        return pack_reading(changed);
    };
    EXPECT_EQ(with("recipient", "AGE-SECRET-KEY-1"), "pack.bad-value " + place + "/recipient (AGE-SECRET-KEY-1)");
    const std::string mistyped = recipient.substr(0, recipient.size() - 1) + "q";
    EXPECT_EQ(with("recipient", mistyped), "pack.bad-checksum " + place + "/recipient (" + mistyped + ")");
    EXPECT_EQ(with("recipient", "age1secrs"), "pack.bad-checksum " + place + "/recipient (age1secrs)") << "cut short";
    EXPECT_EQ(with("recipient", ""), "pack.empty " + place + "/recipient (recipient)");
    EXPECT_EQ(with("holder", 1), "pack.wrong-type " + place + "/holder (holder)");
    EXPECT_EQ(with("x", 1), "pack.unknown-member " + place + "/x (x)");
    rescue.erase("holder");
    EXPECT_EQ(pack_reading(pack), "pack.missing-member " + place + " (holder)");
    EXPECT_FALSE(test::must(load_pack(test::small_pack().dump())).territories.front().rescue);
}

TEST(Territories, SayByWhenDocumentsAreDestroyed) {
    Json pack = test::small_pack();
    const Json rule = {{"id", "acte"}, {"forms", {"petite"}}, {"months", 12}, {"rule", "Un an après."}};
    pack["territoire.json"]["destruction"] = {rule, rule};
    pack["territoire.json"]["destruction"][1]["id"] = "autre-acte";
    pack["territoire.json"]["destruction"][1]["convention_ends"] = "2025-12-31";
    const auto rules = test::must(load_pack(pack.dump())).territories.front().destruction;
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[0].forms, std::vector<std::string>{"petite"});
    EXPECT_EQ(rules[0].months, 12);
    EXPECT_EQ(rules[0].rule, "Un an après.");
    EXPECT_FALSE(rules[0].convention_ends);
    EXPECT_EQ(rules[1].convention_ends, (Date{2025, 12, 31}));

    const auto with = [&](const std::string& pointer, const Json& value) {
        Json changed = pack;
        changed["territoire.json"]["destruction"][Json::json_pointer(pointer)] = value;
        return pack_reading(changed);
    };
    const std::string place = "territoire.json#/destruction/0";
    EXPECT_EQ(with("/0/forms/0", "grande"), "pack.missing-file " + place + "/forms (grande)");
    EXPECT_EQ(with("/0/forms", Json::array()), "pack.empty " + place + "/forms (forms)");
    EXPECT_EQ(with("/0/months", -1), "pack.bad-value " + place + "/months (months)");
    EXPECT_EQ(with("/0/months", 3661), "pack.bad-value " + place + "/months (months)");
    EXPECT_EQ(with("/0/convention_ends", "2025-02-29"), "pack.bad-value " + place + "/convention_ends (2025-02-29)");
    EXPECT_EQ(with("/0/x", 1), "pack.unknown-member " + place + "/x (x)");
    EXPECT_EQ(with("/1/id", "acte"), "pack.duplicate-name territoire.json#/destruction/1/id (acte)");
    for (const std::string name : {"id", "forms", "months", "rule"}) {
        Json changed = pack;
        changed["territoire.json"]["destruction"][0].erase(name);
        EXPECT_EQ(pack_reading(changed), "pack.missing-member " + place + " (" + name + ")");
    }
}

TEST(Deadlines, AreReadAsTheLanguageWritesThem) {
    const std::string pointer = "/petite.json/deadlines/0";
    const std::string place = "petite.json#/deadlines/0";
    for (const std::string name : {"id", "label", "rule", "days"})
        EXPECT_EQ(pack_without(pointer + "/" + name), "pack.missing-member " + place + " (" + name + ")");
    EXPECT_EQ(pack_with(pointer + "/months", 2), "pack.unknown-member " + place + "/days (days)") << "one of them";
    EXPECT_EQ(pack_with(pointer + "/days", -1), "pack.bad-value " + place + "/days (days)");
    EXPECT_EQ(pack_with(pointer + "/days", 3661), "pack.bad-value " + place + "/days (days)");
    EXPECT_EQ(pack_with(pointer + "/days", 3660), "accepted");
    EXPECT_EQ(pack_with(pointer + "/answer", true), "accepted");
    EXPECT_EQ(pack_with(pointer + "/answer", "oui"), "pack.wrong-type " + place + "/answer (answer)");
    EXPECT_EQ(pack_with(pointer + "/from", "inconnue"), "pack.unknown-field " + place + "/from (inconnue)");
    EXPECT_EQ(pack_with(pointer + "/from", "structure"), "pack.bad-value " + place + "/from (structure)");
    EXPECT_EQ(pack_with(pointer + "/from", "demandeur.naissance"), "accepted");
    EXPECT_EQ(pack_with(pointer + "/when", Json{{"answered", "inconnue"}}),
              "pack.unknown-field " + place + "/when/answered (inconnue)");
    EXPECT_EQ(pack_with(pointer + "/late", true), "accepted");
    EXPECT_EQ(pack_with("/petite.json/deadlines/1", small_pack()["petite.json"]["deadlines"][0]),
              "pack.duplicate-name petite.json#/deadlines/1/id (suite)");
    const auto window = [&](const std::string& opens, const std::string& closes) {
        Json pack = small_pack();
        Json& rule = pack["petite.json"]["deadlines"][0];
        rule.erase("days");
        rule["window"] = {{"opens", opens}, {"closes", closes}};
        return pack_reading(pack);
    };
    EXPECT_EQ(window("03-01", "04-30"), "accepted");
    EXPECT_EQ(window("03-01", "03-01"), "accepted");
    EXPECT_EQ(window("04-30", "03-01"), "pack.bad-value " + place + "/window (closes)");
    EXPECT_EQ(window("03-01", "04-31"), "pack.bad-value " + place + "/window/closes (04-31)");
    EXPECT_EQ(window("02-29", "04-30"), "pack.bad-value " + place + "/window/opens (02-29)") << "not in every year";
}

TEST(Deadlines, OfADocumentMayFollowAWorkedFridayButEndAtNoHour) {
    const std::string place = "petite.json#/deadlines/0";
    const auto reading = [](const Json& span) {
        Json pack = small_pack();
        Json& rule = pack["petite.json"]["deadlines"][0];
        rule.erase("days");
        rule.update(span);
        return pack_reading(pack);
    };
    EXPECT_EQ(reading({{"worked_friday", 3}}), "accepted");
    EXPECT_EQ(reading({{"worked_friday", 2}, {"days_after", 3}, {"begins", true}}), "accepted");
    EXPECT_EQ(reading({{"worked_friday", 4}}), "pack.bad-value " + place + "/worked_friday (worked_friday)")
        << "not in every month";
    EXPECT_EQ(reading({{"worked_friday", 0}}), "pack.bad-value " + place + "/worked_friday (worked_friday)");
    EXPECT_EQ(reading({{"worked_friday", 2}, {"days_after", 15}}),
              "pack.bad-value " + place + "/days_after (days_after)");
    EXPECT_EQ(reading({{"worked_friday", 3}, {"hour", 17}}), "pack.unknown-member " + place + "/hour (hour)");
    EXPECT_EQ(reading({{"hours", 36}}), "pack.missing-member " + place + " (days)");
}

TEST(CanonicalPack, IsTheSameHoweverItIsWritten) {
    const std::string canonical = test::must(canonical_pack(small_pack().dump()));
    EXPECT_EQ(test::must(canonical_pack(small_pack().dump(4))), canonical);
    EXPECT_EQ(test::must(canonical_pack(canonical)), canonical);
    EXPECT_TRUE(load_pack(canonical).ok());
    Json other = small_pack();
    other["petite.json"]["title"] = "Autre titre";
    EXPECT_NE(test::must(canonical_pack(other.dump())), canonical);
    EXPECT_EQ(canonical_pack("{").error().code, "json.syntax");
}

} // namespace
