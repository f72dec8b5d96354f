// Every deadline of the shipped forms, and the arithmetic behind them, on each side of its limit.
#include "core/validation/deadlines.hpp"

#include "unit/definition/packs.hpp"
#include "unit/liaison.hpp"

#include <gmock/gmock.h>

namespace pli {
namespace {

using testing::IsEmpty;

const Form& form_called(const std::string& id) { return *find_form(test::shipped_pack(), id); }

/// The deadline with this id, if the answers have it.
std::optional<Deadline> deadline(const Form& form, const Answers& answers, const Date& created, std::string_view id) {
    for (const Deadline& one : deadlines_of(form, answers, created))
        if (one.id == id) return one;
    return std::nullopt;
}

/// The only deadline of the small form with another rule.
Deadline ruled(const Json& span, const Date& created) {
    Json pack = test::small_pack();
    Json& rule = pack["petite.json"]["deadlines"][0];
    rule.erase("days");
    rule.update(span);
    const Pack loaded = test::must(load_pack(pack.dump()));
    return deadlines_of(loaded.forms.at(0), {}, created).at(0);
}

TEST(Deadlines, ClampMonthsToTheirEnd) {
    EXPECT_EQ(ruled({{"months", 1}}, {2026, 1, 31}).due, (Date{2026, 2, 28}));
    EXPECT_EQ(ruled({{"months", 1}}, {2028, 1, 31}).due, (Date{2028, 2, 29})) << "a leap year";
    EXPECT_EQ(ruled({{"months", 6}}, {2026, 8, 31}).due, (Date{2027, 2, 28}));
    EXPECT_EQ(ruled({{"months", 12}}, {2028, 2, 29}).due, (Date{2029, 2, 28}));
    EXPECT_EQ(ruled({{"months", 18}}, {2026, 11, 22}).due, (Date{2028, 5, 22}));
}

TEST(Deadlines, CountDaysOverMonthsAndLeapDays) {
    EXPECT_EQ(ruled({{"days", 21}}, {2026, 2, 20}).due, (Date{2026, 3, 13}));
    EXPECT_EQ(ruled({{"days", 21}}, {2028, 2, 20}).due, (Date{2028, 3, 12}));
    EXPECT_EQ(ruled({{"days", 8}}, {2026, 12, 28}).due, (Date{2027, 1, 5}));
    EXPECT_EQ(ruled({{"days", 0}}, {2026, 12, 28}).due, (Date{2026, 12, 28}));
}

TEST(Deadlines, GiveTheWindowOfTheYearOrOfTheNext) {
    const Json spring = {{"window", {{"opens", "03-01"}, {"closes", "04-30"}}}};
    for (const Date& created : {Date{2027, 1, 1}, Date{2027, 2, 28}, Date{2027, 3, 1}, Date{2027, 4, 30}}) {
        const Deadline window = ruled(spring, created);
        EXPECT_EQ(window.opens, (Date{2027, 3, 1})) << iso_date(created);
        EXPECT_EQ(window.due, (Date{2027, 4, 30})) << iso_date(created);
    }
    for (const Date& created : {Date{2026, 5, 1}, Date{2026, 12, 31}})
        EXPECT_EQ(ruled(spring, created).due, (Date{2027, 4, 30})) << iso_date(created);
}

TEST(Deadlines, OfTheFicheCountFromItsDate) {
    for (const std::string id : {"liaison-ag-tacite", "liaison-ag-bilaterale"}) {
        const Form& form = form_called(id);
        const Answers answers = test::must(answers_from_json(form, test::golden_json(id + "/answers.json")));
        const auto due = [&](std::string_view name) { return deadline(form, answers, test::today, name)->due; };
        EXPECT_EQ(due("entree"), (Date{2026, 12, 13})) << "21 days";
        EXPECT_EQ(due("terme-6-mois"), (Date{2027, 5, 22}));
        EXPECT_EQ(due("terme-12-mois"), (Date{2027, 11, 22}));
        EXPECT_EQ(due("terme-18-mois"), (Date{2028, 5, 22}));
        EXPECT_FALSE(deadline(form, answers, {2026, 12, 13}, "entree")->late) << "the last day";
        EXPECT_TRUE(deadline(form, answers, {2026, 12, 14}, "entree")->late);
        EXPECT_FALSE(deadline(form, answers, {2030, 1, 1}, "terme-6-mois")->late) << "nothing is missed by it";
    }
    const Form& bilateral = form_called("liaison-ag-bilaterale");
    Answers answers;
    EXPECT_THAT(deadlines_of(bilateral, answers, test::today), IsEmpty()) << "without a date there is nothing to count";
    answers.set("date", "22/11/2026");
    EXPECT_EQ(deadline(bilateral, answers, test::today, "reponse")->due, (Date{2026, 12, 13}));
    EXPECT_TRUE(deadline(bilateral, answers, {2026, 12, 14}, "reponse")->late);
}

Answers revocation(const std::string& reason) {
    Answers answers;
    answers.set("decision.sens", "revocation");
    answers.set("decision.revocation.motif", reason);
    answers.set("decision.revocation.connue", "16/11/2026");
    return answers;
}

TEST(Deadlines, OfARevocationAreEightDaysFromKnowing) {
    const Form& form = form_called("rgc-designation");
    constexpr std::string_view id = "information-france-travail";
    for (const std::string reason : {"depart", "absence-prolongee", "changement-fonction"}) {
        EXPECT_EQ(deadline(form, revocation(reason), test::today, id)->due, (Date{2026, 11, 24})) << reason;
        EXPECT_FALSE(deadline(form, revocation(reason), {2026, 11, 24}, id)->late) << reason;
        EXPECT_TRUE(deadline(form, revocation(reason), {2026, 11, 25}, id)->late) << reason;
    }
    EXPECT_FALSE(deadline(form, revocation("demande-france-travail"), test::today, id)) << "France Travail knows";
    Answers nomination = revocation("depart");
    nomination.set("decision.sens", "nomination");
    EXPECT_FALSE(deadline(form, nomination, test::today, id)) << "what is hidden counts for nothing";
}

TEST(Deadlines, OfANominationGiveFranceTravailAMonth) {
    Answers answers;
    answers.set("decision.sens", "nomination");
    constexpr std::string_view id = "reponse-france-travail";
    EXPECT_EQ(deadline(form_called("rgc-designation"), answers, {2027, 1, 31}, id)->due, (Date{2027, 2, 28}));
    EXPECT_FALSE(deadline(form_called("rgc-designation"), revocation("depart"), test::today, id));
    EXPECT_EQ(deadline(form_called("rgc-acte-engagement"), {}, test::today, id)->due, (Date{2026, 12, 22}));
}

TEST(Deadlines, OfTheAnnualListAreASpringForThePlatformOnly) {
    const Form& form = form_called("habilitation-liste-annuelle");
    Answers answers;
    answers.set("liste-pour", "plateforme-formation");
    EXPECT_EQ(deadline(form, answers, {2027, 4, 30}, "envoi-liste")->opens, (Date{2027, 3, 1}));
    EXPECT_EQ(deadline(form, answers, {2027, 4, 30}, "envoi-liste")->due, (Date{2027, 4, 30}));
    EXPECT_EQ(deadline(form, answers, {2027, 5, 1}, "envoi-liste")->due, (Date{2028, 4, 30}));
    answers.set("liste-pour", "outils-communs");
    EXPECT_FALSE(deadline(form, answers, {2027, 4, 30}, "envoi-liste"));
}

TEST(Deadlines, OfAFicheOfTheNordAreTheDayItIsSigned) {
    for (const std::string id : {"liaison-nord-ag", "liaison-nord-ase"}) {
        const Form& form = form_called(id);
        Answers answers;
        answers.set("signature.date", "22/11/2026");
        answers.set("demandeur.orientation-ag", "oui");
        EXPECT_EQ(deadline(form, answers, test::today, "entree")->due, (Date{2026, 11, 22})) << "at once";
        answers.set("demandeur.orientation-ag", "non");
        EXPECT_FALSE(deadline(form, answers, test::today, "entree")) << id;
    }
}

TEST(Deadlines, OfAListOfSubcontractorsAreHalfAYear) {
    Answers answers;
    answers.set("actualisation", "31/08/2026");
    EXPECT_EQ(deadline(form_called("liste-sous-traitants"), answers, test::today, "prochaine-liste")->due,
              (Date{2027, 2, 28}));
}

TEST(Deadlines, AreAllTriedHere) {
    std::vector<std::string> names;
    for (const Form& form : test::shipped_pack().forms)
        for (const DeadlineRule& rule : form.deadlines) names.push_back(form.id + " " + rule.id);
    EXPECT_THAT(names,
                testing::UnorderedElementsAre(
                    "liaison-ag-tacite entree", "liaison-ag-tacite terme-6-mois", "liaison-ag-tacite terme-12-mois",
                    "liaison-ag-tacite terme-18-mois", "liaison-ag-bilaterale reponse", "liaison-ag-bilaterale entree",
                    "liaison-ag-bilaterale terme-6-mois", "liaison-ag-bilaterale terme-12-mois",
                    "liaison-ag-bilaterale terme-18-mois", "rgc-designation information-france-travail",
                    "rgc-designation reponse-france-travail", "habilitation-liste-annuelle envoi-liste",
                    "rgc-acte-engagement reponse-france-travail", "liaison-nord-ag entree", "liaison-nord-ase entree",
                    "liste-sous-traitants prochaine-liste"));
}

} // namespace
} // namespace pli
