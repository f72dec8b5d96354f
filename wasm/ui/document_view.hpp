// A document as a person reads it, from the print model: the same before sealing and after opening.
#pragma once

#include "core/document/print_model.hpp"
#include "ui/view.hpp"

namespace pli::ui {

/// The document in a region of its own, below the screen's title. A second one on the same screen has another key and
/// another name of its region (a sentence).
void document_view(View& view, const PrintModel& model, std::string_view key = "document",
                   std::string_view region = "document.titre");

/// The same for a form to be filled in by hand: lines to write on, boxes to tick, a frame to sign in.
void blank_view(View& view, const PrintModel& model);

} // namespace pli::ui
