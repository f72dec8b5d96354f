// pli/brouillon/1: everything comes back as it was typed, and anything else is refused.
#include "core/document/draft_file.hpp"

#include "unit/liaison.hpp"

#include <functional>
#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::HasSubstr;

DraftFile draft_of(Answers answers) {
    DraftFile draft;
    draft.form = &test::liaison();
    draft.territory = &test::pas_de_calais();
    draft.step = 2;
    draft.sender_role = "conseiller-france-travail";
    draft.answers = std::move(answers);
    return draft;
}

std::string written() { return test::must(write_draft(draft_of(test::complete_answers()))); }

DraftFile read(const std::string& text) { return test::must(read_draft(test::shipped_pack(), text)); }

std::string reading(std::string_view text) {
    const auto draft = read_draft(test::shipped_pack(), text);
    return draft.ok() ? "accepted" : draft.error().code + " " + draft.error().place;
}

std::string changed(const std::function<void(Json&)>& change) {
    Json json = test::must(parse_json(written()));
    change(json);
    return dump_json(json);
}

std::string reading_after(const std::function<void(Json&)>& change) { return reading(changed(change)); }

TEST(DraftFile, ComesBackWhole) {
    DraftFile draft = draft_of(test::complete_answers());
    draft.replaces = std::string(32, 'a');
    const DraftFile again = read(test::must(write_draft(draft)));
    EXPECT_EQ(again.form, draft.form);
    EXPECT_EQ(again.territory, draft.territory);
    EXPECT_EQ(again.step, 2);
    EXPECT_EQ(again.sender_role, draft.sender_role);
    EXPECT_EQ(again.replaces, draft.replaces);
    EXPECT_EQ(again.answers, draft.answers);
    EXPECT_EQ(again.left_out, 0U);
}

TEST(DraftFile, KeepsHalfAndInvalidAnswersAsTheyWereTyped) {
    Answers answers;
    answers.set("demandeur.naissance", "07/03");
    answers.set("demandeur.identifiant-ft", " 12 34x");
    answers.set("demandeur.nom", "  L’\"été\"\\\n ");
    answers.set("demandeur.famille", "une-option-disparue");
    answers.set("demandeur.adresse.code-postal", "abc");
    answers.set("suivi.referent-cd.nom", "Exemple"); // hidden as long as nobody says so
    EXPECT_EQ(read(test::must(write_draft(draft_of(answers)))).answers, answers);
}

TEST(DraftFile, KeepsStrokesThatAreNotFinished) {
    Answers answers;
    answers.signature = {Signature::Mode::Drawn, {}};
    EXPECT_EQ(read(test::must(write_draft(draft_of(answers)))).answers, answers);
    answers.signature.strokes = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    EXPECT_EQ(read(test::must(write_draft(draft_of(answers)))).answers, answers);
}

TEST(DraftFile, KeepsRowsThatAreEmpty) {
    DraftFile draft = draft_of({});
    draft.form = find_form(test::shipped_pack(), "liste-sous-traitants");
    draft.territory = territory_for(test::shipped_pack(), draft.form->id, nullptr);
    for_each_item(*draft.form, [&](const Item& item) {
        if (item.control == Control::Rows) draft.answers.set_row_count(item.path, 3);
    });
    ASSERT_FALSE(draft.answers.empty());
    EXPECT_EQ(read(test::must(write_draft(draft))).answers, draft.answers);
}

TEST(DraftFile, OfEveryFormBeginsEmpty) {
    for (const Form& form : test::shipped_pack().forms) {
        DraftFile draft = draft_of({});
        draft.form = &form;
        draft.territory = territory_for(test::shipped_pack(), form.id, nullptr);
        draft.sender_role.clear();
        const DraftFile again = read(test::must(write_draft(draft)));
        EXPECT_EQ(again.form, &form);
        EXPECT_TRUE(again.answers.empty());
    }
}

TEST(DraftFile, IsRefusedWhenItIsSomethingElse) {
    EXPECT_EQ(reading("").substr(0, 11), "json.syntax");
    EXPECT_EQ(reading("[]"), "draft.format ");
    EXPECT_EQ(reading(R"({"format":"pli/fiche/1"})"), "draft.format ");
    EXPECT_EQ(reading(R"({"format":"pli/brouillon/2","page":1})"), "draft.newer /format");
    EXPECT_EQ(reading(std::string(max_draft + 1, ' ')), "json.too-large ");
    const std::string whole = written();
    for (std::size_t size = 0; size < whole.size(); size += 7)
        EXPECT_THAT(reading(whole.substr(0, size)), HasSubstr("json.")) << size;
}

TEST(DraftFile, SpacesThatPadItAreNoPartOfIt) { EXPECT_EQ(reading(written() + std::string(100, ' ')), "accepted"); }

TEST(DraftFile, HoldsItsMembersAndNothingElse) {
    for (const std::string name : {"formulaire", "territoire", "etape"})
        EXPECT_EQ(reading_after([&](Json& json) { json.erase(name); }).substr(0, 21), "draft.missing-member ") << name;
    EXPECT_EQ(reading_after([](Json& json) { json["auteur"] = "x"; }), "draft.unknown-member /auteur");
    EXPECT_EQ(reading_after([](Json& json) { json["etape"] = "1"; }), "draft.wrong-type /etape");
    EXPECT_EQ(reading_after([](Json& json) { json["etape"] = 0; }), "draft.bad-value /etape");
    EXPECT_EQ(reading_after([](Json& json) { json["etape"] = 1e9; }), "draft.wrong-type /etape");
    EXPECT_EQ(reading_after([](Json& json) { json["etape"] = 1000000000; }), "draft.bad-value /etape");
    EXPECT_EQ(reading_after([](Json& json) { json["role"] = ""; }), "draft.empty /role");
    EXPECT_EQ(reading_after([](Json& json) { json["remplace"] = "abc"; }), "draft.bad-value /remplace");
    EXPECT_EQ(reading_after([](Json& json) { json["reponses"] = Json::array({1}); }), "draft.wrong-type /reponses");
}

TEST(DraftFile, IsOfAFormAndATerritoryThatAreKnown) {
    EXPECT_EQ(reading_after([](Json& json) { json["formulaire"]["id"] = "fiche-oubliee"; }),
              "draft.unknown-form /formulaire/id");
    EXPECT_EQ(reading_after([](Json& json) { json["territoire"] = "atlantide"; }),
              "draft.unknown-territory /territoire");
    EXPECT_EQ(reading_after([](Json& json) { json["territoire"] = "nord"; }), "draft.unknown-territory /territoire")
        << "it does not offer this form";
}

TEST(DraftFile, OfTheSameVersionHasAPlaceForEachAnswer) {
    EXPECT_EQ(reading_after([](Json& json) { json["reponses"]["demandeur.taille"] = "3"; }),
              "draft.bad-value /reponses/demandeur.taille");
    EXPECT_EQ(reading_after([](Json& json) { json["reponses"]["demandeur.nom"] = 3; }),
              "draft.bad-value /reponses/demandeur.nom");
}

TEST(DraftFile, OfAnotherVersionGivesWhatStillHasAPlaceAndSaysHowMuchHasNot) {
    for (const int version : {0, 2}) {
        const DraftFile draft = read(changed([&](Json& json) {
            json["formulaire"]["version"] = version;
            json["reponses"]["demandeur.taille"] = "3";
            json["reponses"]["demandeur.nom"] = {{"premier", "Exemple"}};
        }));
        EXPECT_EQ(draft.left_out, 2U);
        EXPECT_FALSE(draft.answers.has("demandeur.nom"));
        EXPECT_EQ(draft.answers.text("demandeur.prenom"), test::complete_answers().text("demandeur.prenom"));
    }
}

TEST(DraftFile, IsNotWrittenLargerThanItIsRead) {
    Answers answers;
    answers.set("demandeur.nom", std::string(max_draft, 'a'));
    const auto text = write_draft(draft_of(answers));
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.error().code, "draft.too-large");
}

} // namespace
} // namespace pli
