// Forms filled in from a register, as the pack says which answer comes from which column.
#pragma once

#include "core/definition/register_wording.hpp"
#include "core/production/acts.hpp"
#include "core/state/answers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

/// Answers to the list of the persons habilitated for the tools of `scope` (one of mapping.scopes; nullptr: for all): a
/// row, by name, for each who has such a tool or had it when the habilitation was suspended or removed. A person whose
/// tools were merely withdrawn is no longer among them.
/// Errors: production.nobody; production.too-many (max, count): the form has no room for so many rows.
Result<Answers> yearly_answers(const Form& form, const RegisterForm& mapping, const Register& habilitations,
                               const RegisterScope* scope, const Date& today);

/// Sets what the register knows of its organisation.
void fill_organisation(const RegisterForm& mapping, const Register& habilitations, Answers& answers);

/// Answers to the form of one act: those of `common`, and what the register says of the person, who is in it.
Answers act_answers(const Form& form, const RegisterForm& mapping, const Register& habilitations, const Act& act,
                    const Answers& common);

/// The act's tools that the form has no option for: a document without them would not say what was granted.
std::vector<std::string> tools_left_out(const Form& form, const RegisterForm& mapping, const Act& act);

/// What the form asks for beside the persons: the same for all documents. Without what comes from a person's columns,
/// without the signature, and without steps and groups that have nothing left.
Form common_part(const Form& form, const RegisterForm& mapping);

} // namespace pli
