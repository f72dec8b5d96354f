// Everything that can be wrong with answers, each as a fault with its place.
//
// Codes, listed with their params in shared/texts/codes.json:
//   required, required.choice, required.tick, required.signature     nothing was answered
//   choice.unknown                                                   none of the options
//   choice.unavailable (option)            ticked, but not to be had yet
//   choice.locked (option)                 goes with whatever else is ticked, and is not
//   choice.needs (option, needed)          ticked without the one that it needs
//   count.format, count.range (min, max)
//   rows.too-few (min), rows.too-many (max)
//   date.format, date.not-real (day, month, year)
//   date.far (warning)                     more than a year from today
//   birth-date.future, birth-date.too-old (max)
//   birth-date.under (warning, min), birth-date.over (warning, max)
//   signature.slip                         drawn, but no longer than a slip of the hand
//   signature.shape                        strokes off the pad, or too many
//   guard.nir, guard.iban, guard.card, guard.amount, guard.url, guard.line-break
//                                          what no field may hold (minimisation)
//   those of the kind of a text (core/identifiers), and those of the form's own rules.
#pragma once

#include "core/base/date.hpp"
#include "core/state/answers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pli {

enum class Severity : std::uint8_t { Fault, Warning };

struct Fault {
    std::string code; ///< "required", "phone.digits", "guard.nir", "date.not-real", …: see shared/texts
    std::string path; ///< of the item
    Severity severity = Severity::Fault;
    /// Always "label", "group" (the row and the group that the item lies in, or empty) and "example" (or empty).
    Params params;

    bool operator==(const Fault&) const = default;
};

/// Faults of one visible item (not of its children). Empty optional answers have none. `today`
/// bounds dates.
std::vector<Fault> check_item(const Form& form, const Answers& answers, const Item& item, const Date& today);

/// The same, and those of the form's rules about this item: what a screen shows at its field.
std::vector<Fault> check_field(const Form& form, const Answers& answers, const Item& item, const Date& today);

/// Faults of a step's visible items, in the form's order, then of the rules whose path lies in it.
std::vector<Fault> check_step(const Form& form, const Answers& answers, const Step& step, const Date& today);

/// Faults of all steps of a stage / of the whole form.
std::vector<Fault> check_stage(const Form& form, const Answers& answers, Stage stage, const Date& today);
std::vector<Fault> check_form(const Form& form, const Answers& answers, const Date& today);

/// True when a fault (not a warning) is among them.
bool has_fault(const std::vector<Fault>& faults);

} // namespace pli
