// The canonical value of one answer as typed: what the file holds, or why the answer is refused.
#pragma once

#include "core/base/date.hpp"
#include "core/definition/form.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pli {

/// A text in the canonical form of the item's kind. Errors: guard.<pattern>, those of the kind.
/// What is typed is not blank.
Result<std::string> text_value(const Item& item, std::string_view typed);

/// A whole number between the item's bounds. Errors: count.format, count.range (min, max).
Result<std::int64_t> count_value(const Item& item, std::string_view typed);

/// A day; the bounds of its kind are judged against `today`. Errors: date.format, date.not-real,
/// birth-date.future, birth-date.too-old.
Result<Date> day_value(const Item& item, std::string_view typed, const Date& today);

/// The code of the warning that a day deserves (date.far, birth-date.under, birth-date.over), if any.
/// `params` receives its bound.
std::string_view day_warning(const Item& item, const Date& day, const Date& today, Params& params);

} // namespace pli
