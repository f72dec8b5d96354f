// A document as a person reads it, from the print model: the same before sealing and after opening.
#pragma once

#include "core/document/print_model.hpp"
#include "ui/view.hpp"

namespace pli::ui {

/// The document in a region of its own, below the screen's title.
void document_view(View& view, const PrintModel& model);

/// The same for a form to be filled in by hand: lines to write on, boxes to tick, a frame to sign in.
void blank_view(View& view, const PrintModel& model);

} // namespace pli::ui
