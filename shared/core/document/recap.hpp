// What was asked for, in short: the ticked options alone, part by part, to be looked over before signing.
#pragma once

#include "core/state/answers.hpp"

#include <string>
#include <vector>

namespace pli {

struct RecapPart {
    std::string path;                 ///< of the item
    std::string step;                 ///< title of the step that it lies in
    std::string label;                ///< of the item; empty for a Tick, whose label says what is ticked
    std::vector<std::string> options; ///< labels of what is ticked, in the order of the form; never empty
};

/// The parts of the form's recap (Form::recap) of which something is ticked, in the order of the form.
std::vector<RecapPart> recap(const Form& form, const Answers& answers);

} // namespace pli
