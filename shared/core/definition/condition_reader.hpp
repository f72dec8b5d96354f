// Conditions of a pack, checked against the answers that come before them.
#pragma once

#include "core/definition/form.hpp"
#include "core/definition/strict_object.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pli::definition {

/// What a condition must know of an answer.
struct AnswerFacts {
    Control control = Control::Text;
    std::vector<std::string> values; ///< that a Choice, Multi or YesNo can take
    bool capture_only = false;
    bool always = false; ///< required and shown whatever else is answered
};

/// The answers defined so far, by path. Conditions look only backwards: so none can be circular.
using KnownAnswers = std::map<std::string, AnswerFacts, std::less<>>;

/// Why a path names no answer that may be asked for: "repeated-field" for one in the rows of a list, else
/// "unknown-field".
std::string_view why_unknown(const KnownAnswers& known, std::string_view path);

/// The path that a pack wrote: ".nom" is a neighbour, under the same `prefix`; others are whole.
std::string resolve_path(std::string_view written, std::string_view prefix);

class ConditionReader {
  public:
    ConditionReader(const KnownAnswers& known, Problems& problems) : known_(known), problems_(problems) {}

    Condition read(const Json& json, const std::string& place, std::string_view prefix);

  private:
    /// A capture-only tick is not in the file: a reader infers it from what it made visible. That
    /// needs every condition on it to be a plain demand: alone or within "all".
    enum class Position : std::uint8_t { Demand, Nested };

    Condition read(const Json& json, const std::string& place, std::string_view prefix, Position position);
    Condition read_comparison(StrictObject& object, std::string_view prefix);
    Condition read_parts(StrictObject& object, std::string_view name, std::string_view prefix, Position position);
    /// The facts of the answer that member `name` points to; reports what is not known.
    const AnswerFacts* answer(StrictObject& object, std::string_view name, std::string_view prefix, std::string& path);

    const KnownAnswers& known_;
    Problems& problems_;
};

} // namespace pli::definition
