// Any form's items as widgets: the screens know no field of any form.
#pragma once

#include "core/definition/form.hpp"
#include "ui/summary.hpp"
#include "ui/view.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace pli::ui {

/// Key of the node that captures an item.
std::string key_of(const Item& item);

using Steps = std::vector<const Step*>;

/// What is being filled in: the draft, the questions of an assistant, or the own card.
struct Sheet {
    const Form& form;
    Answers& answers;
    const std::map<std::string, std::string>* autocomplete = nullptr; ///< tokens by path; none: off
};
Sheet draft(View& view);

/// Links to the faults of the steps that were refused, as long as they stand; `first` come before them.
void steps_summary(View& view, const Sheet& sheet, std::vector<Complaint> first = {});

/// What is wrong, and in which group or row: two agents both have a "Nom".
std::string sentence_in_its_group(const View& view, const Fault& fault);

/// Whether a step shows its notices itself, or the document above it already holds them.
enum class Notices : std::uint8_t { Shown, InDocument };

/// The visible items of a step, each with its fault or warning below once it is to be shown.
void step_fields(View& view, const Sheet& sheet, const Step& step, Notices notices = Notices::Shown);

/// True when the steps have no fault; else their faults are shown and the focus goes to the summary.
bool accept_steps(View& view, const Sheet& sheet, const Steps& steps);

} // namespace pli::ui
