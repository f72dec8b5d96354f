// Options of a long list, found by what a person types.
#pragma once

#include "core/definition/form.hpp"

#include <string_view>
#include <vector>

namespace pli {

/// The options of a searched Choice that fit: those whose value or label holds every word of `sought`, whatever its
/// case and accents; all of them when nothing is sought. The option that is always offered is not among them.
std::vector<const Option*> found_options(const Item& item, std::string_view sought);

} // namespace pli
