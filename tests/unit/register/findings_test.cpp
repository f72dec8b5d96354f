#include "core/register/findings.hpp"

#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A register with one person in regular use of a tool, changed by `change`.
template <class Change> std::vector<std::string> codes_for(const Change& change) {
    Register habilitations = register_of(1);
    Person& person = habilitations.persons[0];
    person.last_use = today;
    change(person);
    std::vector<std::string> codes;
    for (const Finding& finding : audit(habilitations, today)) codes.push_back(finding.code);
    return codes;
}

} // namespace

TEST(Findings, NothingWhenAllIsWell) {
    EXPECT_THAT(codes_for([](Person&) {}), IsEmpty());
}

TEST(Findings, InactiveFromTheDayTwoMonthsLater) {
    EXPECT_THAT(codes_for([](Person& person) { person.last_use = Date{2026, 9, 23}; }), IsEmpty());
    EXPECT_THAT(codes_for([](Person& person) {
                    person.last_use = Date{2026, 9, 22};
                }),
                ElementsAre("finding.inactive"));
}

TEST(Findings, InactivityAtTheEndOfMonths) {
    Register habilitations = register_of(1);
    habilitations.persons[0].last_use = Date{2025, 12, 31};
    EXPECT_THAT(audit(habilitations, {2026, 2, 27}), IsEmpty());
    const auto findings = audit(habilitations, {2026, 2, 28});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings[0].remedy, Remedy::Suspend);
    EXPECT_EQ(findings[0].params.at("day"), "2025-12-31");
}

TEST(Findings, InactivityCountsAnewFromAReactivation) {
    const auto reactivated = [](const Date& day) {
        return codes_for([&](Person& person) {
            person.last_use = Date{2026, 5, 1};
            person.habilitation = {Habilitation::State::Active, std::nullopt, day};
        });
    };
    EXPECT_THAT(reactivated({2026, 9, 23}), IsEmpty());
    EXPECT_THAT(reactivated({2026, 9, 22}), ElementsAre("finding.inactive"));
}

TEST(Findings, SuspendedAndWithoutAccessAreNotInactive) {
    EXPECT_THAT(codes_for([](Person& person) {
                    person.last_use = Date{2026, 1, 6};
                    person.habilitation = {Habilitation::State::Suspended, Reason::Inactivity, today};
                }),
                IsEmpty());
    EXPECT_THAT(codes_for([](Person& person) {
                    person.last_use = Date{2026, 1, 6};
                    person.tools["ouiform"].withdrawn = Date{2026, 2, 1};
                }),
                IsEmpty());
}

TEST(Findings, GrantedAndNeverUsed) {
    const auto granted = [](const Date& day, std::optional<Date> last_use) {
        return codes_for([&](Person& person) {
            person.tools["ouiform"].granted = day;
            person.last_use = last_use;
        });
    };
    EXPECT_THAT(granted({2026, 9, 22}, std::nullopt), ElementsAre("finding.never-used"));
    EXPECT_THAT(granted({2026, 9, 23}, std::nullopt), IsEmpty());
    EXPECT_THAT(granted({2026, 9, 22}, Date{2026, 9, 22}), ElementsAre("finding.inactive"));
    EXPECT_THAT(granted({2026, 9, 22}, Date{2026, 9, 21}), ElementsAre("finding.inactive", "finding.never-used"));
}

TEST(Findings, DepartureOnceItsDayHasCome) {
    const auto leaving = [](Reason reason, const Date& day) {
        return codes_for([&](Person& person) { person.ending = Ending{reason, day}; });
    };
    EXPECT_THAT(leaving(Reason::Departure, add_days(today, 1)), IsEmpty());
    EXPECT_THAT(leaving(Reason::Departure, today), ElementsAre("finding.departure"));
    EXPECT_THAT(leaving(Reason::ChangeOfFunction, today), ElementsAre("finding.change-of-function"));
}

TEST(Findings, LongAbsenceIsMoreThanThreeMonths) {
    const auto absent = [](const Date& since) { return codes_for([&](Person& person) { person.absent = since; }); };
    EXPECT_THAT(absent(add_days(today, 1)), IsEmpty());
    EXPECT_THAT(absent(today), ElementsAre("finding.absence"));
    EXPECT_THAT(absent({2026, 8, 22}), ElementsAre("finding.absence"));
    EXPECT_THAT(absent({2026, 8, 21}), ElementsAre("finding.long-absence"));
}

TEST(Findings, ManagersWithAccessAreReviewed) {
    EXPECT_THAT(codes_for([](Person& person) { person.identity.manager = true; }), ElementsAre("finding.manager"));
    EXPECT_THAT(codes_for([](Person& person) {
                    person.identity.manager = true;
                    person.tools.clear();
                }),
                IsEmpty());
}

TEST(Findings, ListedTwiceByNameAndBirthOrByMail) {
    const auto twice = [](auto change) {
        Register habilitations = register_of(3);
        for (Person& person : habilitations.persons) person.last_use = today;
        change(habilitations.persons[0], habilitations.persons[2]);
        std::vector<std::size_t> found;
        for (const Finding& finding : audit(habilitations, today))
            if (finding.code == "finding.listed-twice") found.push_back(finding.person);
        return found;
    };
    EXPECT_THAT(twice([](Person& one, Person&) { one.identity.mail = "AGENT2@exemple.fr"; }), ElementsAre(0, 2));
    EXPECT_THAT(twice([](Person& one, Person& other) {
                    one.identity.family_name = "d’hondt";
                    other.identity.family_name = "D'HONDT";
                    one.identity.given_name = "Eloise";
                }),
                ElementsAre(0, 2));
    EXPECT_THAT(twice([](Person& one, Person& other) {
                    other.identity.family_name = one.identity.family_name;
                    other.identity.birth = {1985, 3, 8};
                }),
                IsEmpty());
    EXPECT_THAT(twice([](Person& one, Person& other) {
                    other.identity.mail = one.identity.mail;
                    other.habilitation = {Habilitation::State::Removed, Reason::Departure, today};
                }),
                IsEmpty());
}
