#include "core/register/listing.hpp"

#include "core/register/register_file.hpp"
#include "unit/register/people.hpp"

#include <chrono>

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Register three_persons() {
    Register made = register_of(3);
    made.persons[0].identity = identity_of("Petit", "c@exemple.fr");
    made.persons[1].identity = identity_of("d’Hondt", "a@exemple.fr");
    made.persons[2].identity = identity_of("ÉVRARD", "b@exemple.fr");
    made.persons[2].identity.works_for = WorksFor::Provider;
    made.persons[2].identity.structure = "Œuvre Exemple";
    made.persons[0].last_use = Date{2026, 1, 6};
    made.persons[1].last_use = today;
    made.persons[2].habilitation = {Habilitation::State::Suspended, Reason::Inactivity, today};
    return made;
}

std::vector<std::size_t> found(const ListQuery& query) {
    const Register habilitations = three_persons();
    return Listing(habilitations, today).find(habilitations, query);
}

/// Milliseconds that `work` takes at best of a few times: other programs run too.
template <class Work> double milliseconds(const Work& work) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        best = std::min(best, taken.count());
    }
    return best;
}

} // namespace

TEST(Listing, ShowsEverybodyByName) {
    EXPECT_THAT(found({}), ElementsAre(1, 2, 0));
    ListQuery query;
    query.descending = true;
    EXPECT_THAT(found(query), ElementsAre(0, 2, 1));
}

TEST(Listing, SearchesWordsWhateverCaseAndAccents) {
    const auto searching = [](const char* words) {
        ListQuery query;
        query.search = words;
        return found(query);
    };
    EXPECT_THAT(searching("hondt"), ElementsAre(1));
    EXPECT_THAT(searching("eloise EVR"), ElementsAre(2));
    EXPECT_THAT(searching("oeuvre"), ElementsAre(2));
    EXPECT_THAT(searching("exemple.fr c@"), testing::Contains(0U));
    EXPECT_THAT(searching("personne"), IsEmpty());
}

TEST(Listing, FiltersByStateAndFinding) {
    ListQuery query;
    query.state = Habilitation::State::Suspended;
    EXPECT_THAT(found(query), ElementsAre(2));
    query = {};
    query.with_findings = true;
    EXPECT_THAT(found(query), ElementsAre(0));
    query = {};
    query.code = "finding.inactive";
    EXPECT_THAT(found(query), ElementsAre(0));
    query.code = "finding.manager";
    EXPECT_THAT(found(query), IsEmpty());
}

TEST(Listing, SortsByColumn) {
    const auto sorted = [](SortBy column, bool descending) {
        ListQuery query;
        query.sort = column;
        query.descending = descending;
        return found(query);
    };
    EXPECT_THAT(sorted(SortBy::Mail, false), ElementsAre(1, 2, 0));
    EXPECT_THAT(sorted(SortBy::LastUse, false), ElementsAre(2, 0, 1));
    EXPECT_THAT(sorted(SortBy::LastUse, true), ElementsAre(1, 0, 2));
    EXPECT_THAT(sorted(SortBy::State, true), ElementsAre(2, 1, 0));
    EXPECT_THAT(sorted(SortBy::Structure, true), ElementsAre(2, 1, 0));
    EXPECT_THAT(sorted(SortBy::Birth, false), ElementsAre(1, 2, 0));
}

TEST(Listing, CountsFindings) {
    const Register habilitations = three_persons();
    const Listing listing(habilitations, today);
    EXPECT_EQ(listing.count("finding.inactive"), 1U);
    EXPECT_EQ(listing.findings_of(0).size(), 1U);
    EXPECT_THAT(listing.findings_of(1), IsEmpty());
}

// The budgets are those of the page, several times slower: these catch what is not linear.
TEST(Listing, FiveThousandPersonsAreReadAndSearchedAtOnce) {
    const Register habilitations = register_of(5000);
    const std::string text = must(write_register(habilitations));
    EXPECT_LT(milliseconds([&] { EXPECT_THAT(read_register(text).faults, IsEmpty()); }), 1000);
    EXPECT_LT(milliseconds([&] { EXPECT_EQ(Listing(habilitations, today).findings().size(), 5000U); }), 500);
    const Listing listing(habilitations, today);
    ListQuery query;
    query.search = "agent4999";
    EXPECT_LT(milliseconds([&] { EXPECT_EQ(listing.find(habilitations, query).size(), 1U); }), 20);
}
