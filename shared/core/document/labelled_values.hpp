// A document as one row of a table: for who takes it over into a spreadsheet.
#pragma once

#include "core/document/print_model.hpp"

#include <string>
#include <vector>

namespace pli {

struct LabelledValue {
    std::string label; ///< the headings above it and its own, joined by " – "
    std::string value; ///< as printed; empty without an answer

    bool operator==(const LabelledValue&) const = default;
};

/// Everything of the print that has a value, in its order; notices and signatures are left out. Of what can be ticked,
/// the labels of what is; a box that stands alone is "x".
std::vector<LabelledValue> labelled_values(const PrintModel& model);

} // namespace pli
