#include "core/register/edits.hpp"

#include "unit/register/people.hpp"

using namespace pli;
using namespace pli::test;

namespace {

/// A register with one person who may use a tool.
Register with_one_person() {
    const Register added = must(add_person(empty_register(), id_of(1), identity_of(), today));
    return must(grant_tool(added, id_of(1), "ouiform", {2026, 3, 1}, today));
}

const Person& only_person(const Register& habilitations) { return habilitations.persons.at(0); }

} // namespace

TEST(RegisterEdits, BeginsARegister) {
    const Register made = must(new_register(id_of(900), " Structure  Exemple ", "62011", today));
    EXPECT_EQ(made.organisation, "Structure Exemple");
    EXPECT_EQ(made.version, 1);
    EXPECT_EQ(code_of(new_register("900", "Structure Exemple", "62011", today)), "register.bad-value");
    EXPECT_EQ(code_of(new_register(id_of(900), "Structure Exemple", "6201", today)), "safir.digits");
}

TEST(RegisterEdits, AddsInOrderOfIds) {
    Register made = must(add_person(empty_register(), id_of(2), identity_of(), today));
    made = must(add_person(made, id_of(1), identity_of("MARTIN", "m@exemple.fr"), today));
    EXPECT_EQ(made.persons[0].identity.family_name, "MARTIN");
    EXPECT_EQ(find_person(made, id_of(2))->identity.family_name, "DURAND");
    EXPECT_EQ(find_person(made, id_of(3)), nullptr);
    EXPECT_EQ(code_of(add_person(made, id_of(2), identity_of(), today)), "register.bad-value");
    EXPECT_EQ(code_of(add_person(made, "2", identity_of(), today)), "register.bad-value");
    EXPECT_EQ(code_of(add_person(made, id_of(3), identity_of("M4rtin"), today)), "person-name.digit");
}

TEST(RegisterEdits, CorrectsAPerson) {
    const Register made = with_one_person();
    EXPECT_EQ(only_person(must(correct_person(made, id_of(1), identity_of("MARTIN"), today))).identity.family_name,
              "MARTIN");
    EXPECT_EQ(code_of(correct_person(made, id_of(2), identity_of(), today)), "register.unknown-person");
    UserIdentity later = identity_of();
    later.birth = {2026, 3, 2};
    EXPECT_EQ(code_of(correct_person(made, id_of(1), later, today)), "habilitation.before-birth");
}

TEST(RegisterEdits, GrantsAndWithdrawsTools) {
    const Register made = with_one_person();
    EXPECT_TRUE(has_access(only_person(made)));
    EXPECT_EQ(code_of(grant_tool(made, id_of(1), "ouiform", today, today)), "habilitation.granted");
    EXPECT_EQ(code_of(grant_tool(made, id_of(1), "Oui Form", today, today)), "register.bad-value");
    EXPECT_EQ(code_of(withdraw_tool(made, id_of(1), "academie", today, today)), "habilitation.not-granted");
    EXPECT_EQ(code_of(withdraw_tool(made, id_of(1), "ouiform", {2026, 2, 28}, today)), "habilitation.withdrawn-early");
    const Register without = must(withdraw_tool(made, id_of(1), "ouiform", today, today));
    EXPECT_FALSE(has_access(only_person(without)));
    EXPECT_EQ(code_of(withdraw_tool(without, id_of(1), "ouiform", today, today)), "habilitation.not-granted");
    EXPECT_TRUE(has_access(only_person(must(grant_tool(without, id_of(1), "ouiform", today, today)))));
}

TEST(RegisterEdits, RecordsUseOnTheLatestDay) {
    Register made = must(record_use(with_one_person(), id_of(1), {2026, 11, 16}, today));
    made = must(record_use(made, id_of(1), {2026, 10, 1}, today));
    EXPECT_EQ(only_person(made).last_use, (Date{2026, 11, 16}));
    EXPECT_EQ(code_of(record_use(made, id_of(1), add_days(today, 1), today)), "habilitation.future");
}

TEST(RegisterEdits, SuspendsAndReactivates) {
    const Register made = with_one_person();
    EXPECT_EQ(code_of(reactivate(made, id_of(1), today, today)), "habilitation.state");
    const Register suspended = must(suspend(made, id_of(1), today, today));
    EXPECT_EQ(only_person(suspended).habilitation.reason, Reason::Inactivity);
    EXPECT_EQ(code_of(suspend(suspended, id_of(1), today, today)), "habilitation.state");
    EXPECT_EQ(only_person(must(reactivate(suspended, id_of(1), today, today))).habilitation.state,
              Habilitation::State::Active);
    EXPECT_EQ(code_of(suspend(made, id_of(1), add_days(today, 1), today)), "habilitation.future");
}

TEST(RegisterEdits, RemovesWithAllTools) {
    const Register removed = must(remove_habilitation(with_one_person(), id_of(1), Reason::Breach, today, today));
    EXPECT_FALSE(has_access(only_person(removed)));
    EXPECT_EQ(only_person(removed).tools.at("ouiform").withdrawn, today);
    EXPECT_EQ(code_of(remove_habilitation(removed, id_of(1), Reason::Breach, today, today)), "habilitation.state");
    EXPECT_EQ(code_of(grant_tool(removed, id_of(1), "academie", today, today)), "habilitation.removed");
    EXPECT_EQ(code_of(remove_habilitation(with_one_person(), id_of(1), Reason::Inactivity, today, today)),
              "habilitation.reason");
}

TEST(RegisterEdits, RecordsAbsenceAndEnding) {
    Register made = must(record_absence(with_one_person(), id_of(1), Date{2026, 9, 1}, today));
    made = must(record_ending(made, id_of(1), Ending{Reason::Departure, {2026, 12, 31}}, today));
    EXPECT_EQ(only_person(made).absent, (Date{2026, 9, 1}));
    EXPECT_EQ(only_person(made).ending->reason, Reason::Departure);
    made = must(record_absence(made, id_of(1), std::nullopt, today));
    EXPECT_FALSE(only_person(made).absent);
    EXPECT_EQ(code_of(record_ending(made, id_of(1), Ending{Reason::Breach, today}, today)), "habilitation.reason");
}

TEST(RegisterEdits, ErasesEverythingButTheId) {
    const Register erased = must(erase_person(with_one_person(), id_of(1)));
    EXPECT_TRUE(erased.persons.empty());
    EXPECT_EQ(erased.erased, std::vector<std::string>{id_of(1)});
    EXPECT_EQ(code_of(add_person(erased, id_of(1), identity_of(), today)), "register.bad-value");
    EXPECT_EQ(code_of(erase_person(erased, id_of(1))), "register.unknown-person");
}

TEST(RegisterEdits, HoldsNoMoreThanItsLimit) {
    const Register full = register_of(register_limits::persons);
    EXPECT_EQ(code_of(add_person(full, id_of(99999), identity_of(), today)), "register.too-many");
}
