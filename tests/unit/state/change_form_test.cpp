#include "core/state/change_form.hpp"

#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

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

} // namespace
} // namespace pli
