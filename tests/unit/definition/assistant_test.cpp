// Files of kind "assistant": what is read, and what is refused with its place.
#include "unit/definition/packs.hpp"

#include <gmock/gmock.h>

namespace pli::test {
namespace {

/// The small pack with an assistant whose answer to "brsa" its form takes over.
Json with_assistant() {
    Json pack = small_pack();
    pack["assistant.json"] = parse_json(R"json({
      "kind": "assistant", "id": "guide", "title": "Guide", "source": "Aucun acte", "intro": "Deux questions.",
      "questions": [
        {"control": "yes-no", "name": "brsa", "label": "BRSA", "options": "oui-non"},
        {"control": "choice", "name": "teinte", "label": "Teinte", "options": "couleurs", "search": "vert"}],
      "outcomes": [
        {"when": {"field": "brsa", "is": "non"}, "reason": "Rien.", "article": "1"},
        {"form": "petite", "reason": "Petite.", "article": "2"}],
      "carry": {"brsa": "demandeur.brsa"}
    })json")
                                 .value();
    return pack;
}

std::string reading_with(const std::string& pointer, const Json& value) {
    Json pack = with_assistant();
    pack["assistant.json"][Json::json_pointer(pointer)] = value;
    return pack_reading(pack);
}

std::string reading_without(const std::string& pointer) {
    Json pack = with_assistant();
    const Json::json_pointer place(pointer);
    pack["assistant.json"][place.parent_pointer()].erase(place.back());
    return pack_reading(pack);
}

TEST(AssistantFile, IsRead) {
    const auto pack = load_pack(with_assistant().dump());
    ASSERT_TRUE(pack.ok());
    ASSERT_EQ(pack.value().assistants.size(), 1U);
    const Assistant& guide = pack.value().assistants.front();
    EXPECT_EQ(guide.id, "guide");
    EXPECT_EQ(guide.questions.steps.front().items.size(), 2U);
    EXPECT_EQ(guide.questions.steps.front().items[1].search, "vert");
    ASSERT_EQ(guide.outcomes.size(), 2U);
    EXPECT_EQ(guide.outcomes[0].form, "");
    EXPECT_EQ(guide.outcomes[1].form, "petite");
    EXPECT_EQ(guide.outcomes[1].when.op, Condition::Op::Always);
    EXPECT_EQ(guide.carried.at("brsa"), "demandeur.brsa");
    EXPECT_EQ(find_assistant(pack.value(), "petite"), &guide);
    EXPECT_EQ(find_assistant(pack.value(), "autre"), nullptr);
}

TEST(AssistantFile, MustBeComplete) {
    for (const std::string name : {"id", "title", "source", "intro", "questions", "outcomes"})
        EXPECT_EQ(reading_without("/" + name), "pack.missing-member assistant.json# (" + name + ")");
    for (const std::string name : {"reason", "article"})
        EXPECT_EQ(reading_without("/outcomes/1/" + name),
                  "pack.missing-member assistant.json#/outcomes/1 (" + name + ")");
    EXPECT_EQ(reading_without("/carry"), "accepted");
    EXPECT_EQ(reading_with("/couleur", "x"), "pack.unknown-member assistant.json#/couleur (couleur)");
    EXPECT_EQ(reading_with("/outcomes", Json::array()), "pack.empty assistant.json#/outcomes (outcomes)");
    EXPECT_EQ(reading_with("/carry", Json::array()), "pack.wrong-type assistant.json#/carry (carry)");
}

TEST(AssistantFile, ConcludesAlways) {
    EXPECT_EQ(reading_without("/outcomes/0/when"), "pack.missing-member assistant.json#/outcomes/0 (when)");
    EXPECT_EQ(reading_with("/outcomes/1/when", {{"answered", "brsa"}}),
              "pack.bad-value assistant.json#/outcomes/1/when (when)");
}

TEST(AssistantFile, AsksWhatHasFewAnswers) {
    const Json line = {{"control", "text"}, {"name", "qui"}, {"kind", "person-name"}, {"label", "Qui"}};
    EXPECT_EQ(reading_with("/questions/1", line), "pack.bad-value assistant.json#/questions (qui)");
    EXPECT_EQ(reading_with("/questions/1/search", "rouge"),
              "pack.bad-value assistant.json#/questions/1/search (rouge)");
    EXPECT_EQ(reading_with("/questions/0/search", "oui"),
              "pack.unknown-member assistant.json#/questions/0/search (search)");
}

TEST(AssistantFile, LeadsToFormsAndAnswersThatAreThere) {
    EXPECT_EQ(reading_with("/outcomes/1/form", "grande"), "pack.missing-file assistant.json#/outcomes/1/form (grande)");
    EXPECT_EQ(reading_with("/outcomes/0/when/field", "teinte-2"),
              "pack.unknown-field assistant.json#/outcomes/0/when/field (teinte-2)");
    EXPECT_EQ(reading_with("/carry", {{"inconnue", "demandeur.brsa"}}),
              "pack.unknown-field assistant.json#/carry/inconnue (inconnue)");
    EXPECT_EQ(reading_with("/carry/brsa", "demandeur.rqth"),
              "pack.unknown-field assistant.json#/carry/brsa (demandeur.rqth)");
    EXPECT_EQ(reading_with("/carry/brsa", "choix"), "pack.bad-value assistant.json#/carry/brsa (choix)");
}

TEST(AssistantFile, HasANameOfItsOwn) {
    Json pack = with_assistant();
    pack["assistant-2.json"] = pack["assistant.json"];
    EXPECT_EQ(pack_reading(pack), "pack.duplicate-name assistant.json#/id (guide)");
}

} // namespace
} // namespace pli::test
