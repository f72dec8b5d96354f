// Tick boxes that depend on each other: which sets of options of a Multi may stand together.
//
// A set is settled when it is empty, or
//   no option in it is unavailable,
//   every locked option of the item is in it: it goes with whatever else is ticked,
//   with each option, the one that it needs is in it.
#pragma once

#include "core/definition/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

using TickedOptions = std::vector<std::string>; ///< values

/// The option of the item with this value, or nullptr.
const Option* find_option(const Item& item, std::string_view value);

/// The largest settled set that asks for nothing which `ticked` does not ask for, locked options
/// excepted; in the item's order. Unknown, unavailable and repeated values are left out, and so are
/// options without the one that they need.
TickedOptions settled_options(const Item& item, const TickedOptions& ticked);

/// The settled set after the user ticked (`on`) or unticked `value`. Ticking an option ticks those that it
/// needs as well; unticking one unticks those that need it. A locked one cannot be unticked as long as
/// it is held; once nothing else is ticked, the locked ones go together.
TickedOptions options_after(const Item& item, const TickedOptions& ticked, std::string_view value, bool on);

/// Whether `option` is locked and something that is not locked is ticked: its box cannot be unticked.
bool is_held(const Item& item, const TickedOptions& ticked, const Option& option);

} // namespace pli
