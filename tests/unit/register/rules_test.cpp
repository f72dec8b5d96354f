#include "core/register/rules.hpp"

#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

IdentityEntry good_entry() { return entry_of(identity_of()); }

std::vector<std::string> faults_of(const IdentityEntry& entry) { return codes_of(check_identity(entry, today).faults); }

} // namespace

TEST(RegisterRules, ReadsWhatAPersonTypes) {
    IdentityEntry entry = good_entry();
    entry.family_name = "  Le  Bras-Œuvrard ";
    entry.birth = "7/3/1985";
    entry.manager = "OUI";
    const IdentityCheck check = check_identity(entry, today);
    EXPECT_THAT(check.faults, IsEmpty());
    EXPECT_EQ(check.identity.family_name, "Le Bras-Œuvrard");
    EXPECT_EQ(check.identity.birth, (Date{1985, 3, 7}));
    EXPECT_TRUE(check.identity.manager);
}

TEST(RegisterRules, SaysEverythingThatIsWrong) {
    const IdentityEntry entry{"M4rtin", "", "30/02/1985", "a@b", "https://exemple.fr", "peut-être", "stagiaire", ""};
    const IdentityCheck check = check_identity(entry, today);
    EXPECT_THAT(codes_of(check.faults), ElementsAre("person-name.digit", "required", "date.not-real", "email.domain",
                                                    "guard.url", "choice.unknown", "choice.unknown"));
    EXPECT_EQ(check.faults[1].place, "prenom");
    EXPECT_EQ(check.faults[6].place, "statut");
}

TEST(RegisterRules, BirthIsNeitherAheadNorTooFarBack) {
    IdentityEntry entry = good_entry();
    entry.birth = "23/11/2026";
    EXPECT_THAT(faults_of(entry), ElementsAre("birth-date.future"));
    entry.birth = "22/11/1896";
    EXPECT_THAT(faults_of(entry), ElementsAre("birth-date.too-old"));
    entry.birth = "23/11/1896";
    EXPECT_THAT(faults_of(entry), IsEmpty());
}

TEST(RegisterRules, OnlyOthersStaffHasAStructure) {
    IdentityEntry entry = good_entry();
    entry.structure = "Association Exemple";
    EXPECT_THAT(faults_of(entry), ElementsAre("habilitation.no-structure"));
    entry.works_for = "Délégués";
    EXPECT_THAT(faults_of(entry), IsEmpty());
    entry.works_for = "prestataire";
    entry.structure = " ";
    EXPECT_THAT(faults_of(entry), ElementsAre("habilitation.needs-structure"));
}

TEST(RegisterRules, TablesSayYesInManyWays) {
    for (const char* yes : {"oui", "Oui", "O", "x", "1", "VRAI", "true"}) {
        IdentityEntry entry = good_entry();
        entry.manager = yes;
        EXPECT_TRUE(check_identity(entry, today).identity.manager) << yes;
    }
    for (const char* no : {"non", "N", "0", "Faux"}) {
        IdentityEntry entry = good_entry();
        entry.manager = no;
        EXPECT_THAT(faults_of(entry), IsEmpty()) << no;
    }
}

TEST(RegisterRules, DaysFollowEachOther) {
    Person person;
    person.identity = identity_of();
    person.tools["ouiform"] = {{2026, 5, 1}, Date{2026, 5, 1}};
    person.last_use = today;
    EXPECT_THAT(check_days(person, today), IsEmpty());
    person.tools["ouiform"].withdrawn = Date{2026, 4, 30};
    person.last_use = add_days(today, 1);
    EXPECT_THAT(codes_of(check_days(person, today)),
                ElementsAre("habilitation.withdrawn-early", "habilitation.future"));
    person.tools["ouiform"] = {{1985, 3, 6}, std::nullopt};
    person.last_use.reset();
    EXPECT_THAT(codes_of(check_days(person, today)), ElementsAre("habilitation.before-birth"));
}

TEST(RegisterRules, ReasonsFitTheState) {
    using State = Habilitation::State;
    Person person;
    person.identity = identity_of();
    const auto faults = [&](State state, std::optional<Reason> reason, std::optional<Date> day) {
        person.habilitation = {state, reason, day};
        return codes_of(check_days(person, today));
    };
    EXPECT_THAT(faults(State::Active, std::nullopt, std::nullopt), IsEmpty());
    EXPECT_THAT(faults(State::Active, Reason::Inactivity, std::nullopt), ElementsAre("habilitation.reason"));
    EXPECT_THAT(faults(State::Suspended, Reason::Inactivity, today), IsEmpty());
    EXPECT_THAT(faults(State::Suspended, Reason::Departure, today), ElementsAre("habilitation.reason"));
    EXPECT_THAT(faults(State::Removed, Reason::Departure, today), IsEmpty());
    EXPECT_THAT(faults(State::Removed, Reason::Inactivity, today), ElementsAre("habilitation.reason"));
    EXPECT_THAT(faults(State::Removed, Reason::Breach, std::nullopt), ElementsAre("habilitation.reason"));
    EXPECT_THAT(faults(State::Removed, Reason::Breach, add_days(today, 1)), ElementsAre("habilitation.future"));
    person.habilitation = {};
    person.ending = Ending{Reason::Absence, today};
    EXPECT_THAT(codes_of(check_days(person, today)), ElementsAre("habilitation.reason"));
}

TEST(RegisterRules, OrganisationHasANameAndACode) {
    EXPECT_THAT(check_organisation("Structure Exemple", "00123"), IsEmpty());
    EXPECT_THAT(codes_of(check_organisation("", "6201")), ElementsAre("required", "safir.digits"));
}
