// What is looked at because of other answers: branches, consent, rules, steps and stages.
#include "core/validation/faults.hpp"

#include "unit/liaison.hpp"

#include <set>

using namespace pli;
using test::complete_answers;
using test::liaison;
using test::today;

namespace {

std::vector<std::string> faults_below(const Answers& answers, const std::string& prefix) {
    std::vector<std::string> faults;
    for (const Fault& fault : check_form(liaison(), answers, today))
        if (fault.path.starts_with(prefix)) faults.push_back(fault.path + " " + fault.code);
    return faults;
}

const Step& step_named(std::string_view id) {
    return *std::find_if(liaison().steps.begin(), liaison().steps.end(),
                         [id](const Step& step) { return step.id == id; });
}

TEST(Branches, AReferentIsDescribedOnceOneIsChosen) {
    Answers answers = complete_answers();
    for (const std::string branch : {"suivi.referent-mandate.", "suivi.referent-cd."})
        for (const std::string name : {"nom", "prenom", "structure", "fonction", "telephone", "mail"})
            answers.set(branch + name, "");
    answers.set("suivi.choix", "");
    EXPECT_TRUE(faults_below(answers, "suivi").empty()) << "not named yet";
    answers.set("suivi.choix", "referent-cd");
    EXPECT_EQ(faults_below(answers, "suivi").size(), 5U);
    EXPECT_TRUE(faults_below(answers, "suivi.referent-mandate").empty()) << "the one or the other";
    answers.set("suivi.choix", "referent-mandate");
    EXPECT_EQ(faults_below(answers, "suivi").size(), 6U) << "his structure too";
    EXPECT_TRUE(faults_below(answers, "suivi.referent-cd").empty());
}

TEST(Branches, WhatIsHiddenIsNotLookedAt) {
    Answers answers = complete_answers();
    answers.set("suivi.referent-cd.nom", "M4rtin");
    answers.set("suivi.referent-cd.fonction", "FR14 2004 1010 0505 0001 3M02 606");
    EXPECT_TRUE(check_form(liaison(), answers, today).empty());
}

TEST(Branches, AMailIsAskedForWithTheConsentOnly) {
    Answers answers = complete_answers();
    answers.set("demandeur.mail", "");
    EXPECT_EQ(faults_below(answers, "demandeur.mail"), std::vector<std::string>{"demandeur.mail required"});
    answers.set("demandeur.mail-accord", false);
    EXPECT_TRUE(faults_below(answers, "demandeur.mail").empty());
    answers.set("demandeur.mail", "pas une adresse");
    EXPECT_TRUE(faults_below(answers, "demandeur.mail").empty()) << "it will not be in the file";
}

TEST(Rules, NoFreinTickedIsWorthALook) {
    Answers answers = complete_answers();
    answers.set("freins", std::vector<std::string>{});
    const std::vector<Fault> faults = check_form(liaison(), answers, today);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].code, "freins.none");
    EXPECT_EQ(faults[0].path, "freins");
    EXPECT_EQ(faults[0].severity, Severity::Warning);
    EXPECT_EQ(faults[0].params.at("label"), "Freins périphériques à l’emploi");
    EXPECT_FALSE(has_fault(faults)) << "a warning does not stop anything";
    answers.set("freins", std::vector<std::string>{"sante"});
    EXPECT_TRUE(check_form(liaison(), answers, today).empty());
}

TEST(Rules, MayBeFaultsAndNeedTheirItemToBeShown) {
    Form form = liaison();
    Condition mandated{Condition::Op::Is, "suivi.choix", "referent-mandate", {}};
    form.rules = {{"regle.un", "suivi.referent-mandate.nom", false, mandated},
                  {"regle.deux", "suivi.referent-cd.nom", false, mandated}};
    const std::vector<Fault> faults = check_form(form, complete_answers(), today);
    ASSERT_EQ(faults.size(), 1U) << "the second one is about a hidden item";
    EXPECT_EQ(faults[0].code, "regle.un");
    EXPECT_TRUE(has_fault(faults));
}

TEST(Steps, HaveTheFaultsOfTheirOwnItemsInOrder) {
    Answers answers;
    for (const Step& step : liaison().steps) {
        std::vector<std::string> order;
        for (const Item& item : step.items) {
            const auto walk = [&order](const auto& self, const Item& one) -> void {
                order.push_back(one.path);
                for (const Item& child : one.children) self(self, child);
            };
            walk(walk, item);
        }
        auto next = order.begin();
        for (const Fault& fault : check_step(liaison(), answers, step, today)) {
            next = std::find(next, order.end(), fault.path);
            ASSERT_NE(next, order.end()) << fault.path << " in step " << step.id;
        }
    }
}

TEST(Steps, HoldTheRulesOfTheirItems) {
    EXPECT_EQ(check_step(liaison(), {}, step_named("freins"), today).size(), 1U);
    for (const Fault& fault : check_step(liaison(), {}, step_named("agents"), today))
        EXPECT_NE(fault.code, "freins.none");
}

TEST(Stages, TogetherAreTheWholeForm) {
    const Answers nothing;
    std::vector<Fault> all;
    for (const Stage stage : {Stage::Saisie, Stage::Relecture, Stage::Signature}) {
        const std::vector<Fault> faults = check_stage(liaison(), nothing, stage, today);
        EXPECT_FALSE(faults.empty());
        all.insert(all.end(), faults.begin(), faults.end());
    }
    EXPECT_EQ(all, check_form(liaison(), nothing, today));
}

TEST(Stages, TheDeclarationsBelongToTheReadingBack) {
    Answers answers = complete_answers();
    answers.set("information.accord", false);
    EXPECT_TRUE(check_stage(liaison(), answers, Stage::Saisie, today).empty());
    EXPECT_EQ(check_stage(liaison(), answers, Stage::Relecture, today).size(), 1U);
    EXPECT_TRUE(check_stage(liaison(), answers, Stage::Signature, today).empty());
}

TEST(Warnings, StopNothing) {
    EXPECT_FALSE(has_fault({}));
    EXPECT_FALSE(has_fault({{"date.far", "date", Severity::Warning, {}}}));
    EXPECT_TRUE(has_fault({{"date.far", "date", Severity::Warning, {}}, {"required", "date", Severity::Fault, {}}}));
}

} // namespace
