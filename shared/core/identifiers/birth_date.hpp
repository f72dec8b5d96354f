// Days on which somebody alive may have been born.
#pragma once

#include "core/base/date.hpp"

namespace pli {

/// Errors: birth-date.future, birth-date.too-old (params max, in years: from that age on it is a slip).
Status check_birth_date(const Date& day, const Date& today);

/// The day `years` before `today`: born on it or earlier means at least that old.
Date years_ago(const Date& today, int years);

} // namespace pli
