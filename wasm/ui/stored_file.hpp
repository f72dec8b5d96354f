// The check of a sealed file once it is saved: the user chooses it again, and the shell compares the two.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// The field that takes the file. `sealed` is what was sealed last.
void stored_file(View& view, Sealed& sealed);

} // namespace pli::ui
