// Changes of the register, each a function from one register to the next: nothing changes when it fails.
//
// Errors of all: register.unknown-person; those of check_identity and check_days, the first one only. `today`
// is the day of the change. What the acts say of each change is in rules.hpp and findings.hpp.
#pragma once

#include "core/register/register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// A register without anybody. Errors: those of check_organisation; register.bad-value (the id is no id).
Result<Register> new_register(std::string_view id, std::string_view organisation, std::string_view safir,
                              const Date& today);

/// Errors: register.bad-value (the id is no id, or is or was another person's), register.too-many (max).
Result<Register> add_person(const Register& from, std::string_view id, const UserIdentity& identity, const Date& today);

Result<Register> correct_person(const Register& from, std::string_view id, const UserIdentity& identity,
                                const Date& today);

/// Grants a tool from a day on, anew when it had been withdrawn. Errors: habilitation.granted (it is already),
/// habilitation.removed (nothing is granted to somebody whose habilitation was removed), register.bad-value.
Result<Register> grant_tool(const Register& from, std::string_view id, std::string_view tool, const Date& day,
                            const Date& today);

/// Error: habilitation.not-granted.
Result<Register> withdraw_tool(const Register& from, std::string_view id, std::string_view tool, const Date& day,
                               const Date& today);

/// Records that the person used the tools on that day; an earlier day than the one known changes nothing.
Result<Register> record_use(const Register& from, std::string_view id, const Date& day, const Date& today);

/// Records since when the person is absent and from when on the tools are no longer needed; nothing: no longer so.
Result<Register> record_absence(const Register& from, std::string_view id, const std::optional<Date>& since,
                                const Date& today);
Result<Register> record_ending(const Register& from, std::string_view id, const std::optional<Ending>& ending,
                               const Date& today);

/// Suspends for inactivity, the only reason for it (article 5.1). Error: habilitation.state (it is not active).
Result<Register> suspend(const Register& from, std::string_view id, const Date& day, const Date& today);

/// Makes a suspended habilitation active again. Error: habilitation.state (it is not suspended).
Result<Register> reactivate(const Register& from, std::string_view id, const Date& day, const Date& today);

/// Ends a habilitation for another reason and withdraws all tools on that day; the person stays in the list.
/// Error: habilitation.state (it is removed already).
Result<Register> remove_habilitation(const Register& from, std::string_view id, Reason reason, const Date& day,
                                     const Date& today);

/// Notes the day on which forms were produced: of the grants of these tools, each of which is there; of the suspension
/// or removal. Errors: habilitation.not-granted; habilitation.state (it is active).
Result<Register> note_grants_formalised(const Register& from, std::string_view id,
                                        const std::vector<std::string>& tools, const Date& today);
Result<Register> note_end_formalised(const Register& from, std::string_view id, const Date& today);

/// Says to which territory the tools belong. Error: register.bad-value (its id is no name).
Result<Register> set_territory(const Register& from, std::string_view territory);

/// Erases everything about a person but the random id, so that a colleague's copy does not bring them back.
Result<Register> erase_person(const Register& from, std::string_view id);

} // namespace pli
