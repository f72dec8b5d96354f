// The file of kind "card", and the member "own" of a form.
#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace pli::test {
namespace {

using testing::ElementsAre;
using testing::Pair;

/// The small pack with a card that its form takes over.
Json with_card() {
    Json pack = small_pack();
    pack["carte.json"] = parse_json(R"json({
      "kind": "card", "title": "Ma carte", "intro": "Vous.",
      "items": [
        {"use": "nom-prenom"},
        {"control": "text", "name": "service", "kind": "organisation", "label": "Service"}],
      "autocomplete": {"nom": "family-name"}
    })json")
                             .value();
    pack["petite.json"]["own"] =
        parse_json(R"json([{"role": "essayeur", "under": "demandeur", "also": {"service": "structure"}}])json").value();
    return pack;
}

std::string reading_after(const std::function<void(Json&)>& change) {
    Json pack = with_card();
    change(pack);
    return pack_reading(pack);
}

std::string reading_with(const std::string& pointer, const Json& value) {
    return reading_after([&](Json& pack) { pack[Json::json_pointer(pointer)] = value; });
}

std::string reading_without(const std::string& pointer) {
    const Json::json_pointer place(pointer);
    return reading_after([&](Json& pack) { pack[place.parent_pointer()].erase(place.back()); });
}

TEST(CardFile, IsReadWithTheAnswersThatFormsTakeOver) {
    const auto pack = load_pack(with_card().dump());
    ASSERT_TRUE(pack.ok());
    ASSERT_TRUE(pack.value().card.has_value());
    EXPECT_EQ(pack.value().card->title, "Ma carte");
    EXPECT_THAT(pack.value().card->autocomplete, ElementsAre(Pair("nom", "family-name")));
    const Form& form = pack.value().forms.front();
    ASSERT_EQ(form.own.size(), 1U);
    EXPECT_EQ(form.own.front().role, "essayeur");
    EXPECT_THAT(form.own.front().answers, ElementsAre(Pair("nom", "demandeur.nom"), Pair("prenom", "demandeur.prenom"),
                                                      Pair("service", "structure")));
}

TEST(CardFile, MustBeComplete) {
    for (const std::string name : {"title", "intro", "items"})
        EXPECT_EQ(reading_without("/carte.json/" + name), "pack.missing-member carte.json# (" + name + ")");
    EXPECT_EQ(reading_without("/carte.json/autocomplete"), "accepted");
    EXPECT_EQ(reading_with("/carte.json/version", 1), "pack.unknown-member carte.json#/version (version)");
}

TEST(CardFile, HoldsTextsOnly) {
    const Json tick = {{"control", "tick"}, {"name", "accord"}, {"label", "Accord"}};
    EXPECT_EQ(reading_with("/carte.json/items/1", tick), "pack.bad-value carte.json#/items (accord)");
    const Json group = {{"control", "group"},
                        {"name", "moi"},
                        {"label", "Moi"},
                        {"items", {{{"control", "text"}, {"name", "nom"}, {"kind", "person-name"}, {"label", "Nom"}}}}};
    EXPECT_EQ(reading_with("/carte.json/items/1", group), "pack.bad-value carte.json#/items (moi)");
}

TEST(CardFile, ProposesWhatBrowsersKnow) {
    EXPECT_EQ(reading_with("/carte.json/autocomplete/nom", "cc-number"),
              "pack.bad-value carte.json#/autocomplete/nom (cc-number)");
    EXPECT_EQ(reading_with("/carte.json/autocomplete", {{"age", "tel"}}),
              "pack.unknown-field carte.json#/autocomplete/age (age)");
}

TEST(CardFile, IsTheOnlyOne) {
    EXPECT_EQ(reading_after([](Json& pack) { pack["carte-2.json"] = pack["carte.json"]; }),
              "pack.duplicate-name carte.json#/kind (card)");
}

TEST(OwnBlock, NeedsACardARoleAndAnswersThatAreThere) {
    EXPECT_EQ(reading_after([](Json& pack) { pack.erase("carte.json"); }), "pack.missing-file petite.json#/own (card)");
    EXPECT_EQ(reading_with("/petite.json/own/0/role", "autre"), "pack.bad-value petite.json#/own/0/role (autre)");
    EXPECT_EQ(reading_with("/petite.json/own/0/under", "ailleurs"),
              "pack.unknown-field petite.json#/own/0/under (ailleurs)");
    EXPECT_EQ(reading_with("/petite.json/own/0/also", {{"age", "structure"}}),
              "pack.unknown-field petite.json#/own/0/also/age (age)");
    EXPECT_EQ(reading_with("/petite.json/own/0/also/service", "nulle-part"),
              "pack.unknown-field petite.json#/own/0/also/service (nulle-part)");
    EXPECT_EQ(reading_with("/petite.json/own/0/also/service", "mail"),
              "pack.bad-value petite.json#/own/0/also/service (mail)");
    EXPECT_EQ(reading_with("/petite.json/own/0/couleur", "x"),
              "pack.unknown-member petite.json#/own/0/couleur (couleur)");
    EXPECT_EQ(reading_after([](Json& pack) {
                  Json& own = pack["petite.json"]["own"];
                  own.push_back(own[0]);
              }),
              "pack.duplicate-name petite.json#/own/1/role (essayeur)");
}

TEST(OwnBlock, MayBeOneOfSeveralOrHaveAReasonNotToBe) {
    const auto reading = [](const char* own) { return reading_with("/petite.json/own", parse_json(own).value()); };
    EXPECT_EQ(reading(R"([{"role": "essayeur", "also": {"service": "structure"}}])"), "accepted");
    EXPECT_EQ(reading(R"([{"role": "essayeur", "under": "demandeur"},
                          {"role": "essayeur", "also": {"service": "structure"}}])"),
              "accepted");
    EXPECT_EQ(reading(R"([{"role": "essayeur"}])"), "pack.missing-member petite.json#/own/0 (under)");
    EXPECT_EQ(reading(R"([{"role": "essayeur", "none": "Il ne se nomme pas."}])"), "accepted");
    EXPECT_EQ(reading(R"([{"role": "essayeur", "none": ""}])"), "pack.empty petite.json#/own/0/none (none)");
    EXPECT_EQ(reading(R"([{"role": "essayeur", "none": "Rien.", "under": "demandeur"}])"),
              "pack.unknown-member petite.json#/own/0/under (under)");
    EXPECT_EQ(reading(R"([{"role": "essayeur", "under": "demandeur"}, {"role": "essayeur", "none": "Rien."}])"),
              "pack.duplicate-name petite.json#/own/1/role (essayeur)");
}

TEST(OwnBlock, IsThereForEveryRoleThatSendsAForm) {
    for (const Form& form : shipped_pack().forms)
        for (const std::string& role : form.sender_roles)
            EXPECT_TRUE(std::any_of(form.own.begin(), form.own.end(),
                                    [&](const OwnBlock& block) { return block.role == role; }))
                << role << " has neither a block in " << form.id << " nor a reason to have none";
}

TEST(OwnBlock, TakesTheStructureToWhereTheSenderNamesIt) {
    for (const Form& form : shipped_pack().forms)
        for (const auto& [role, path] : form.sender_structures)
            EXPECT_TRUE(std::any_of(form.own.begin(), form.own.end(),
                                    [&, &sender = role, &place = path](const OwnBlock& block) {
                                        const auto own = block.answers.find("structure");
                                        return block.role == sender && own != block.answers.end() &&
                                               own->second == place;
                                    }))
                << form.id << " " << role;
}

} // namespace
} // namespace pli::test
