// The list of the persons habilitated, brought up to date once a year (annexe 1, article 6; annexe 2, 3.4).
#pragma once

#include "core/definition/register_wording.hpp"
#include "core/register/findings.hpp"
#include "core/register/table.hpp"

#include <functional>
#include <string>
#include <vector>

namespace pli {

/// The sentence of a finding: wording is not the core's.
using FindingSentence = std::function<std::string(const Finding&)>;

/// A header and one row a person, by name, with the pack's columns: who they are, the tools in force, from when
/// on the first of them was granted, the last use, whether the habilitation is kept, and what the audit finds.
/// read_import takes the same table in again. For write_csv.
std::vector<Row> yearly_list(const Register& habilitations, const RegisterWording& wording, const Date& today,
                             const FindingSentence& sentence);

} // namespace pli
