// The summary of what stopped a screen: the only alert of a page, with a link to each field.
#pragma once

#include "ui/view.hpp"

#include <string>
#include <vector>

namespace pli::ui {

inline constexpr std::string_view summary_key = "bilan";

struct Complaint {
    std::string field; ///< key of the node to go to
    std::string sentence;
};

/// Nothing is shown for an empty list. The answer is the complaint whose link was clicked, or nullptr.
const Complaint* summary(View& view, const std::vector<Complaint>& complaints);

/// The failure of the last operation, in the same place.
void failure(View& view);

} // namespace pli::ui
