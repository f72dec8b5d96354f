// The assistant that tells which form is right, and what it has to say elsewhere.
#pragma once

#include "ui/view.hpp"

namespace pli::ui {

/// The assistant whose forms the chosen territory offers, or nullptr.
const Assistant* assistant_here(const View& view);

/// While a form is filled in: that another one is right, if the assistant was asked, and the way to it; else the way
/// to the assistant. Nothing for forms that no assistant knows.
void advise_form(View& view);

} // namespace pli::ui
