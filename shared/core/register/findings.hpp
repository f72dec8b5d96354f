// The audit of the habilitations (annexe 1, articles 5.1 and 6; annexe 2, 3.1 and 3.4): what the RGC has to
// look at, and what the acts say to do about it.
#pragma once

#include "core/register/register.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pli {

/// What a finding calls for.
enum class Remedy : std::uint8_t { Suspend, Remove, Review };

/// Codes, with the params that complete their sentence:
///   finding.inactive (day)           no use of the account for two months or more: suspend (article 5.1)
///   finding.never-used (tool, day)   granted two months ago or more and never used: review (article 6)
///   finding.departure (day), finding.change-of-function (day)
///                                    the day has come, and the habilitation is not removed: remove
///   finding.long-absence (day)       absent for more than three months: remove (annexe 2, 3.1)
///   finding.absence (day)            absent, not yet for so long: review
///   finding.listed-twice (rows)      the same name and date of birth, or the same mail: review
///   finding.manager                  a manager with access: are the rights still needed? (article 5.1)
/// `day` is ISO, `tool` the tool's name, `rows` the number of entries that are alike.
struct Finding {
    std::string code;
    std::size_t person = 0; ///< index in Register::persons
    Remedy remedy = Remedy::Review;
    std::map<std::string, std::string> params;

    bool operator==(const Finding&) const = default;
};

/// All findings on that day, by person. In linear time. Persons whose habilitation is removed have none.
std::vector<Finding> audit(const Register& habilitations, const Date& today);

} // namespace pli
