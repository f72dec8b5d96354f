#include "core/state/change_form.hpp"

#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

#include <functional>
#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> lost(const Form& from, const Answers& answers, const Form& to) {
    std::vector<std::string> paths;
    for (const Item* item : lost_answers(from, answers, to)) paths.push_back(item->path);
    return paths;
}

const Form& bilateral() { return *find_form(test::shipped_pack(), "liaison-ag-bilaterale"); }

TEST(ChangeForm, KeepsAllThatWasTypedBetweenFichesThatAskTheSame) {
    Answers typed = test::complete_answers();
    for (const char* stated : {"information.lecture", "information.accord"}) typed.set(stated, false);
    for (const char* signed_by : {"signature.lieu", "signature.date"}) typed.set(signed_by, "");
    typed.signature = {};
    EXPECT_EQ(kept_answers(test::liaison(), typed, bilateral()), typed);
    EXPECT_THAT(lost(test::liaison(), typed, bilateral()), IsEmpty());
}

TEST(ChangeForm, AsksAgainWhatThePersonStatedAndSigned) {
    const Answers answers = test::complete_answers();
    EXPECT_THAT(lost(test::liaison(), answers, bilateral()),
                ElementsAre("information.lecture", "information.accord", "signature.lieu", "signature.signature"));
    EXPECT_EQ(kept_answers(test::liaison(), answers, bilateral()).signature.mode, Signature::Mode::None);
}

/// The small form of definition/packs.hpp, and another one like it with one item changed.
struct TwoForms {
    TwoForms(std::size_t changed, const Json& item) {
        Json json = test::small_pack();
        json["autre.json"] = json["petite.json"];
        json["autre.json"]["id"] = "autre";
        json["autre.json"]["steps"][0]["items"][changed] = item;
        json["territoire.json"]["families"][0]["forms"].push_back("autre");
        pack = test::must(load_pack(json.dump()));
        from = find_form(pack, "petite");
        to = find_form(pack, "autre");
    }
    Pack pack;
    const Form* from = nullptr;
    const Form* to = nullptr;
};

TEST(ChangeForm, LosesAnAnswerOfAnotherControlOrKind) {
    Answers answers;
    answers.set("structure", "Arras Centre");
    answers.set("freins", std::vector<std::string>{"bleu"});
    const TwoForms kind(5, {{"control", "text"}, {"name", "structure"}, {"kind", "function"}, {"label", "Structure"}});
    EXPECT_THAT(lost(*kind.from, answers, *kind.to), ElementsAre("structure"));
    EXPECT_TRUE(kept_answers(*kind.from, answers, *kind.to).has("freins"));
}

TEST(ChangeForm, LosesAValueThatTheOtherFormDoesNotOffer) {
    Answers answers;
    answers.set("choix", "bleu");
    const Json other = {{"control", "choice"},  {"name", "choix"},   {"label", "Choix"},
                        {"options", "oui-non"}, {"required", false}, {"none_label", "x"}};
    Json json = test::small_pack();
    const TwoForms same(2, json["petite.json"]["steps"][0]["items"][2]);
    EXPECT_THAT(lost(*same.from, answers, *same.to), IsEmpty());
    json["autre.json"] = json["petite.json"];
    json["autre.json"]["id"] = "autre";
    json["autre.json"]["steps"][0]["items"][2] = other;
    json["autre.json"]["steps"][0]["items"].erase(3); // its condition asks for a colour
    json["territoire.json"]["families"][0]["forms"].push_back("autre");
    const Pack pack = test::must(load_pack(json.dump()));
    EXPECT_THAT(lost(*find_form(pack, "petite"), answers, *find_form(pack, "autre")), ElementsAre("choix"));
}

/// Two forms with a list of people, of which the second one may differ.
struct TwoLists {
    explicit TwoLists(const std::function<void(Json&)>& change) {
        Json json = test::small_pack();
        json["petite.json"]["steps"][0]["items"].push_back(
            parse_json(R"json({"control": "rows", "name": "equipe", "label": "Équipe", "row_label": "Membre",
              "min": 0, "max": 3, "items": [
                {"control": "text", "name": "appel", "kind": "person-name", "label": "Nom"},
                {"control": "yes-no", "name": "present", "required": false, "label": "Présent", "options": "oui-non"},
                {"control": "date", "name": "jour", "kind": "date", "label": "Jour",
                 "visible_when": {"field": ".present", "is": "oui"}}]})json")
                .value());
        json["autre.json"] = json["petite.json"];
        json["autre.json"]["id"] = "autre";
        change(json["autre.json"]["steps"][0]["items"].back());
        json["territoire.json"]["families"][0]["forms"].push_back("autre");
        pack = test::must(load_pack(json.dump()));
        from = find_form(pack, "petite");
        to = find_form(pack, "autre");
        answers.set_row_count("equipe", 2);
        answers.set("equipe.0.appel", "Exemple");
        answers.set("equipe.1.appel", "Essai");
        answers.set("equipe.1.present", "oui");
        answers.set("equipe.1.jour", "22/11/2026");
    }
    Pack pack;
    const Form* from = nullptr;
    const Form* to = nullptr;
    Answers answers;
};

TEST(ChangeForm, KeepsTheRowsOfAListThatBothHave) {
    const TwoLists same([](Json&) {});
    EXPECT_EQ(kept_answers(*same.from, same.answers, *same.to), same.answers);
    EXPECT_THAT(lost(*same.from, same.answers, *same.to), IsEmpty());
}

TEST(ChangeForm, SaysThatAListLosesSomeOfItsAnswers) {
    const TwoLists without([](Json& list) { list["items"].erase(2); });
    const Answers kept = kept_answers(*without.from, without.answers, *without.to);
    EXPECT_EQ(kept.row_count("equipe"), 2U);
    EXPECT_EQ(kept.text("equipe.1.appel"), "Essai");
    EXPECT_FALSE(kept.has("equipe.1.jour"));
    EXPECT_THAT(lost(*without.from, without.answers, *without.to), ElementsAre("equipe"));
    Answers hidden = without.answers;
    hidden.set("equipe.1.present", "non");
    EXPECT_THAT(lost(*without.from, hidden, *without.to), IsEmpty()) << "what is not shown is not missed";
}

TEST(ChangeForm, KeepsNoMoreRowsThanTheOtherFormMayHave) {
    const TwoLists shorter([](Json& list) { list["max"] = 1; });
    const Answers kept = kept_answers(*shorter.from, shorter.answers, *shorter.to);
    EXPECT_EQ(kept.row_count("equipe"), 1U);
    EXPECT_EQ(kept.text("equipe.0.appel"), "Exemple");
    EXPECT_FALSE(kept.has("equipe.1.appel"));
    EXPECT_THAT(lost(*shorter.from, shorter.answers, *shorter.to), ElementsAre("equipe"));
}

TEST(ChangeForm, LosesAListThatTheOtherFormLacksOrAsksOtherwise) {
    const TwoLists renamed([](Json& list) { list["name"] = "groupe"; });
    EXPECT_TRUE(kept_answers(*renamed.from, renamed.answers, *renamed.to).empty());
    EXPECT_THAT(lost(*renamed.from, renamed.answers, *renamed.to), ElementsAre("equipe"));
    const TwoLists other([](Json& list) {
        list["items"] = Json::array({list["items"][0]});
        list["items"][0]["kind"] = "organisation";
    });
    EXPECT_TRUE(kept_answers(*other.from, other.answers, *other.to).empty()) << "no empty rows either";
    EXPECT_THAT(lost(*other.from, other.answers, *other.to), ElementsAre("equipe"));
}

} // namespace
} // namespace pli
