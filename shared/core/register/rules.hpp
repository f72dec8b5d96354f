// What may stand in the register: the same judgement for what is typed, imported and read from a file.
//
// Errors have the name of the column as place:
//   required              nothing was given
//   those of the kinds (core/identifiers), guard.*, date.format, date.not-real, birth-date.*
//   choice.unknown        none of the values
//   habilitation.no-structure, habilitation.needs-structure   the partner's own staff has none; the others have one
// and those that compare days:
//   habilitation.before-birth          granted before the person was born
//   habilitation.withdrawn-early       withdrawn before it was granted
//   habilitation.future                a use, a suspension, a removal that has not happened yet
//   habilitation.reason                a reason that does not fit: see Reason
#pragma once

#include "core/register/register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// What stands in the fields of a person, as typed or as found in a table.
struct IdentityEntry {
    std::string family_name;
    std::string given_name;
    std::string birth;
    std::string mail;
    std::string region;
    std::string manager; ///< "oui", "non" or what tables have for them
    std::string works_for;
    std::string structure;
};

struct IdentityCheck {
    UserIdentity identity;     ///< as far as it could be read
    std::vector<Error> faults; ///< in the order of the columns; empty when all is well
};

/// Reads all fields and says everything that is wrong. No `works_for` means the partner's own staff.
IdentityCheck check_identity(const IdentityEntry& entry, const Date& today);

/// The fields as a person would have typed them.
IdentityEntry entry_of(const UserIdentity& identity);

/// Everything about a person that contradicts itself or the day on which it was written. Its identity, which
/// check_identity judges, and the names of the tools are not looked at.
std::vector<Error> check_days(const Person& person, const Date& written);

/// A text in the canonical form of its kind. Errors: required, guard.<pattern>, those of the kind.
Result<std::string> register_text(std::string_view kind, std::string_view typed);

/// Errors, if the register cannot hold: the name or the code SAFIR of its organisation.
std::vector<Error> check_organisation(std::string_view name, std::string_view safir);

} // namespace pli
