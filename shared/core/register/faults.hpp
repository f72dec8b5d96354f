// Faults that several parts of the register report in the same form: "row" and "column" are empty where none
// is meant.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string_view>

namespace pli {

/// register.bad-value: this member cannot have that value.
Error bad_value(std::string_view name);

/// register.too-many (max)
Error too_many(std::string_view name, std::size_t max);

} // namespace pli
