// Every date and limit of the shipped calendars, on each side of its bound, the clock's changes included.
#include "core/base/calendar.hpp"

#include "core/validation/deadlines.hpp"
#include "unit/liaison.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <set>

namespace pli {
namespace {

using testing::IsEmpty;

const Form& calendar(const std::string& territory) {
    const Pack& pack = test::shipped_pack();
    return find_calendar(pack, find_territory(pack, territory)->calendar)->fields;
}

const std::string pas_de_calais = "pas-de-calais";
const std::string nord = "nord";

std::optional<Deadline> found(const std::string& territory, const Answers& answers, const Date& today,
                              std::string_view id) {
    for (const Deadline& one : deadlines_of(calendar(territory), answers, today))
        if (one.id == id) return one;
    return std::nullopt;
}

/// What is due by an event on a day (and at a time), looked at on 22 November 2026.
Deadline due(const std::string& territory, const std::string& event, const std::string& question, std::string_view id,
             const std::string& day, const std::string& time = "") {
    Answers answers;
    answers.set("evenement", event);
    answers.set(question, day);
    answers.set("constate-a", time);
    const std::optional<Deadline> one = found(territory, answers, test::today, id);
    EXPECT_TRUE(one) << id;
    return one.value_or(Deadline{});
}

TEST(StandingDates, ComeBackEveryMonth) {
    const auto stock = [](const Date& today) { return *found(pas_de_calais, {}, today, "stock-cgpe"); };
    EXPECT_EQ(stock({2026, 11, 20}).due, (Date{2026, 11, 20})) << "until the day itself";
    EXPECT_EQ(stock({2026, 11, 21}).due, (Date{2026, 12, 18}));
    EXPECT_EQ(legal_time(*stock({2026, 11, 20}).moment), (LegalTime{{2026, 11, 20}, {17, 0}}));
    EXPECT_EQ(*stock({2026, 6, 1}).moment, utc_minutes({{2026, 6, 19}, {17, 0}})) << "in summer too";
    EXPECT_EQ(stock({2026, 5, 1}).due, (Date{2026, 5, 29})) << "1 and 8 May are Fridays and holidays";
    const auto flow = [](const Date& today) { return *found(pas_de_calais, {}, today, "pecgm"); };
    EXPECT_EQ(flow({2026, 11, 16}).due, (Date{2026, 11, 16}));
    EXPECT_EQ(flow({2026, 11, 17}).due, (Date{2026, 12, 14}));
    EXPECT_TRUE(flow({2026, 11, 17}).begins);
    EXPECT_EQ(flow({2026, 11, 17}).moment, std::nullopt);
}

TEST(StandingDates, OpenAndCloseEverySpring) {
    const auto list = [](const Date& today) { return *found(pas_de_calais, {}, today, "liste-annuelle"); };
    EXPECT_EQ(list({2027, 4, 30}).opens, (Date{2027, 3, 1}));
    EXPECT_EQ(list({2027, 4, 30}).due, (Date{2027, 4, 30}));
    EXPECT_EQ(list({2027, 5, 1}).opens, (Date{2028, 3, 1}));
}

TEST(StandingDates, AreNoneInTheNord) { EXPECT_THAT(deadlines_of(calendar(nord), {}, test::today), IsEmpty()); }

TEST(EventLimits, AreEightDaysFromKnowingThatTheRgcLeaves) {
    for (const std::string id : {"fin-rgc-plateforme", "fin-rgc-outils"}) {
        EXPECT_EQ(due(pas_de_calais, "fin-rgc", "connu-le", id, "14/11/2026").due, (Date{2026, 11, 22}));
        EXPECT_FALSE(due(pas_de_calais, "fin-rgc", "connu-le", id, "14/11/2026").late) << "the last day";
        EXPECT_TRUE(due(pas_de_calais, "fin-rgc", "connu-le", id, "13/11/2026").late);
        EXPECT_EQ(due(pas_de_calais, "fin-rgc", "connu-le", id, "28/12/2026").due, (Date{2027, 1, 5}));
    }
    EXPECT_EQ(due(nord, "fin-rgc", "connu-le", "fin-rgc-ouiform", "21/02/2028").due, (Date{2028, 2, 29}));
    EXPECT_EQ(due(nord, "fin-rgc", "connu-le", "fin-rgc-ouiform", "21/02/2027").due, (Date{2027, 3, 1}));
}

TEST(EventLimits, AreMonthsToTheirEnd) {
    EXPECT_EQ(due(pas_de_calais, "nouveau-rgc", "propose-le", "reponse-rgc", "31/01/2027").due, (Date{2027, 2, 28}));
    EXPECT_EQ(due(pas_de_calais, "absence", "absent-depuis", "fin-habilitation", "30/11/2026").due,
              (Date{2027, 2, 28}));
    EXPECT_EQ(due(nord, "absence", "absent-depuis", "fin-habilitation", "30/11/2027").due, (Date{2028, 2, 29}));
    EXPECT_EQ(due(pas_de_calais, "inactivite", "utilise-le", "suspension", "31/12/2026").due, (Date{2027, 2, 28}));
    for (const std::string& territory : {pas_de_calais, nord})
        EXPECT_EQ(due(territory, "droits", "demande-recue", "reponse-droits", "31/10/2026").due, (Date{2026, 11, 30}));
}

TEST(EventLimits, OfAnAccompanimentFollowItsKind) {
    const auto entered = [](const std::string& kind, std::string_view id) {
        return due(pas_de_calais, kind, "entre-le", id, "31/08/2026").due;
    };
    EXPECT_EQ(entered("accompagnement-global", "point-mensuel"), (Date{2026, 9, 30}));
    EXPECT_EQ(entered("accompagnement-global", "global-6-mois"), (Date{2027, 2, 28}));
    EXPECT_EQ(entered("accompagnement-global", "global-12-mois"), (Date{2027, 8, 31}));
    EXPECT_EQ(entered("accompagnement-global", "global-18-mois"), (Date{2028, 2, 29}));
    EXPECT_EQ(entered("social-exclusif", "social-reexamen"), (Date{2027, 2, 28}));
    EXPECT_EQ(entered("social-exclusif", "social-6-mois"), (Date{2027, 2, 28}));
    EXPECT_EQ(entered("social-exclusif", "social-12-mois"), (Date{2027, 8, 31}));
    EXPECT_EQ(entered("social-exclusif", "social-24-mois"), (Date{2028, 8, 31}));
    Answers social;
    social.set("evenement", "social-exclusif");
    social.set("entre-le", "31/08/2026");
    EXPECT_FALSE(found(pas_de_calais, social, test::today, "global-6-mois"));
}

TEST(EventLimits, EndDataAfterTheConvention) {
    const auto destroyed = [](std::string_view id) {
        return due(pas_de_calais, "fin-convention", "fini-le", id, "31/12/2026").due;
    };
    EXPECT_EQ(destroyed("destruction-flux"), (Date{2027, 2, 28}));
    EXPECT_EQ(destroyed("destruction-application"), (Date{2027, 12, 31}));
    EXPECT_EQ(destroyed("destruction-fiches"), (Date{2036, 12, 31}));
    EXPECT_EQ(due(nord, "fin-convention", "fini-le", "destruction", "31/12/2027").due, (Date{2028, 2, 29}));
}

/// The last moment to tell of a breach or a complaint.
LegalTime told_by(const std::string& territory, const std::string& event, std::string_view id, const std::string& day,
                  const std::string& time) {
    const Deadline limit = due(territory, event, "constate-le", id, day, time);
    const LegalTime last = legal_time(limit.moment.value_or(0));
    EXPECT_EQ(limit.due, last.day);
    return last;
}

TEST(EventLimits, AreHoursOfTheActs) {
    for (const std::string event : {"violation", "plainte"}) {
        for (const std::string id : {"information-plateforme", "information-rsa"})
            EXPECT_EQ(told_by(pas_de_calais, event, id, "30/11/2026", "14:30"), (LegalTime{{2026, 12, 2}, {2, 30}}))
                << "36 hours";
        for (const std::string id : {"information-outils", "information-api"})
            EXPECT_EQ(told_by(pas_de_calais, event, id, "30/11/2026", "14:30"), (LegalTime{{2026, 12, 2}, {14, 30}}))
                << "48 hours";
        EXPECT_EQ(told_by(nord, event, "information-ouiform", "28/02/2028", "20 h"), (LegalTime{{2028, 3, 1}, {8, 0}}))
            << "over a leap day";
    }
    for (const std::string& territory : {pas_de_calais, nord})
        EXPECT_EQ(told_by(territory, "violation", "notification-cnil", "30/12/2026", "0:05"),
                  (LegalTime{{2027, 1, 2}, {0, 5}}))
            << "72 hours";
    Answers complaint;
    complaint.set("evenement", "plainte");
    complaint.set("constate-le", "22/11/2026");
    complaint.set("constate-a", "9:00");
    EXPECT_FALSE(found(nord, complaint, test::today, "notification-cnil")) << "a complaint is no breach";
}

TEST(EventLimits, AreHoursThatPassWhateverTheClockDoes) {
    const auto limit = [](std::string_view id, const std::string& day, const std::string& time) {
        return told_by(pas_de_calais, "violation", id, day, time);
    };
    EXPECT_EQ(limit("information-plateforme", "28/03/2026", "14:00"), (LegalTime{{2026, 3, 30}, {3, 0}}))
        << "an hour is leapt over in the night";
    EXPECT_EQ(limit("information-outils", "28/03/2026", "14:00"), (LegalTime{{2026, 3, 30}, {15, 0}}));
    EXPECT_EQ(limit("information-plateforme", "24/10/2026", "14:00"), (LegalTime{{2026, 10, 26}, {1, 0}}))
        << "an hour comes twice in the night";
    EXPECT_EQ(limit("information-outils", "24/10/2026", "14:00"), (LegalTime{{2026, 10, 26}, {13, 0}}));
    EXPECT_EQ(limit("information-plateforme", "29/03/2026", "3:00"), (LegalTime{{2026, 3, 30}, {15, 0}})) << "after it";
    EXPECT_EQ(limit("information-plateforme", "29/03/2026", "1:59"), (LegalTime{{2026, 3, 30}, {14, 59}})) << "before";
}

TEST(EventLimits, WaitForATimeThatIsOne) {
    Answers answers;
    answers.set("evenement", "violation");
    answers.set("constate-le", "22/11/2026");
    for (const std::string time : {"", "midi", "25:00"}) {
        answers.set("constate-a", time);
        EXPECT_FALSE(found(pas_de_calais, answers, test::today, "information-plateforme")) << time;
    }
}

TEST(EventLimits, AreThereForEveryEventOfTheList) {
    for (const Territory& territory : test::shipped_pack().territories) {
        const Form& fields = calendar(territory.id);
        for (const Option& event : find_item(fields, "evenement")->options) {
            Answers answers;
            for_each_item(fields, [&](const Item& item) {
                if (item.control == Control::Date) answers.set(item.path, "22/11/2026");
                if (item.control == Control::Text) answers.set(item.path, "9:00");
            });
            answers.set("evenement", event.value);
            EXPECT_GT(deadlines_of(fields, answers, test::today).size(), deadlines_of(fields, {}, test::today).size())
                << territory.id << " " << event.value;
        }
    }
}

} // namespace
} // namespace pli
