// What a user has answered so far, and what follows from it: which items exist and which are required.
#pragma once

#include "core/definition/form.hpp"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pli {

/// A raw answer as typed: text (Text, Date, Count, Choice; YesNo as "oui" / "non"), a tick, or the
/// ticked values of a Multi. The canonical value is derived when the document is made.
using Answer = std::variant<std::string, bool, std::vector<std::string>>;

/// Drawn strokes: each stroke is x0,y0,x1,y1,… in the pad's own units (0..1000 wide, 0..300 high).
struct Signature {
    enum class Mode : std::uint8_t { None, Drawn, Paper };
    Mode mode = Mode::None;
    std::vector<std::vector<int>> strokes;

    bool operator==(const Signature&) const = default;
};

class Answers {
  public:
    /// Sets or, with an empty text / false / no value, removes the answer at `path`.
    void set(std::string_view path, Answer answer);

    /// The text at `path`; empty when absent or of another type. Same for ticks and lists.
    [[nodiscard]] const std::string& text(std::string_view path) const;
    [[nodiscard]] bool ticked(std::string_view path) const;
    [[nodiscard]] const std::vector<std::string>& list(std::string_view path) const;
    [[nodiscard]] bool has(std::string_view path) const;
    [[nodiscard]] bool empty() const {
        return values_.empty() && rows_.empty() && signature.mode == Signature::Mode::None;
    }

    /// The rows of the list at `path`, answered or not; 0 when nothing was set.
    [[nodiscard]] std::size_t row_count(std::string_view path) const;
    /// Adds empty rows at the end, or removes the last ones with their answers.
    void set_row_count(std::string_view path, std::size_t count);
    /// Removes one row with its answers; the rows below it move up. Nothing when there is no such row.
    void remove_row(std::string_view path, std::size_t row);
    [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& row_counts() const { return rows_; }

    [[nodiscard]] const std::map<std::string, Answer, std::less<>>& all() const { return values_; }

    Signature signature;

    bool operator==(const Answers&) const = default;

  private:
    std::map<std::string, Answer, std::less<>> values_;
    std::map<std::string, std::size_t, std::less<>> rows_; ///< of the lists that have any
};

/// Whether a condition holds. An answer of a hidden item counts as absent.
bool holds(const Form& form, const Answers& answers, const Condition& condition);

/// Whether the item and all its ancestors are shown. Receiver-only items are not, for the sender, nor is a row
/// that the list does not have.
bool is_visible(const Form& form, const Answers& answers, std::string_view path);

/// Whether the item has an answer: a text that is not blank, a tick, a ticked option, a signature; a list: a row.
bool is_answered(const Answers& answers, const Item& item);

/// The answers without those of hidden items ("answers of hidden branches are dropped") and without
/// blank texts.
Answers visible_answers(const Form& form, const Answers& answers);

/// Answers to and from JSON {"path": "text" | true | ["a"], "list": 2, "signature": {...}}, where a list tells the
/// number of its rows: the exchange between the page and its worker. Errors, with the path as place: answers.syntax
/// (not an object), answers.unknown-path, answers.wrong-type.
Json answers_to_json(const Answers& answers);
Result<Answers> answers_from_json(const Form& form, const Json& json);

/// {"mode":"papier"} or {"mode":"dessin","traits":[[x0,y0,x1,y1,…],…]}, as fiche.json has it too.
/// Error answers.wrong-type. Whether the strokes lie on the pad is left to the validation.
Json signature_to_json(const Signature& signature);
Result<Signature> signature_from_json(const Json& json);

} // namespace pli
