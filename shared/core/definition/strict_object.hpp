// Reading untrusted JSON objects strictly: every member must be known, of the right type and not empty.
#pragma once

#include "core/base/date.hpp"
#include "core/base/json.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace pli::definition {

/// Keeps what is found wrong. Reading goes on with harmless defaults, so that the readers stay free of
/// error paths; whoever started them looks here before using the result. The first problem is certain,
/// later ones may follow from it.
class Problems {
  public:
    /// Codes are `family`.reason: "pack", "fiche".
    explicit Problems(std::string_view family) : family_(family) {}

    void report(std::string_view reason, std::string_view place, std::string_view name);
    void report(Error error);
    /// A value that is not permitted there, with the code of the reason: `family`.bad-value (name, code).
    void report_value(std::string_view place, std::string_view name, std::string_view code);
    /// More elements than a list may have: `family`.too-many (name, max).
    void report_excess(std::string_view place, std::string_view name, std::size_t max);

    [[nodiscard]] bool found() const { return !all_.empty(); }
    [[nodiscard]] const Error& first() const { return all_.front(); } ///< only when found()
    [[nodiscard]] const std::vector<Error>& all() const { return all_; }

  private:
    static constexpr std::size_t max_kept = 100; ///< a hostile text must not make this grow without bound
    std::string family_;
    std::vector<Error> all_;
};

enum class Need : std::uint8_t { Required, Optional };

/// One JSON object. Each member is asked for by name; finish() refuses those never asked for.
/// Reports wrong-type, missing-member, unknown-member, empty, bad-value and too-many.
class StrictObject {
  public:
    static constexpr Date unreadable_day{1, 1, 1}; ///< stands for a day that was refused

    /// `place` ends with the object's JSON pointer. Something else than an object is reported.
    StrictObject(const Json& json, std::string place, Problems& problems);

    /// A text that is not empty.
    std::string text(std::string_view name, Need need = Need::Required);
    /// A name: lower-case ASCII letters and digits in words joined by "-" (and, if `dots`, by ".").
    std::string name(std::string_view name, Need need = Need::Required, bool dots = false);
    bool flag(std::string_view name, bool fallback);
    std::int64_t integer(std::string_view name);
    /// An array that may be empty; nullptr when absent or wrong.
    const Json* list(std::string_view name);
    /// An array or object that is not empty; nullptr when absent or wrong.
    const Json* array(std::string_view name, Need need = Need::Required);
    const Json* object(std::string_view name, Need need = Need::Required);
    /// A real day as "AAAA-MM-JJ".
    Date day(std::string_view name);
    std::optional<Date> optional_day(std::string_view name);
    /// The texts of an array that may be absent, `max` of them at most.
    std::vector<std::string> texts(std::string_view name, std::size_t max);
    /// The elements of this member, which list() or array() gave, each read by `read(element, its place)`; none of a
    /// list that has more than `max`.
    template <class Read> auto elements(const Json* list, std::string_view name, std::size_t max, const Read& read);

    [[nodiscard]] bool has(std::string_view name) const { return member(json_, name) != nullptr; }
    [[nodiscard]] const std::string& place() const { return place_; }
    [[nodiscard]] std::string place_of(std::string_view name) const;

    /// Reports a value of this object that is well-formed but wrong.
    void refuse(std::string_view reason, std::string_view name, std::string_view offender);

    /// Reports the first member that nobody asked for.
    void finish();

  private:
    const Json* take(std::string_view name, Need need);
    const Json* take_typed(std::string_view name, Need need, Json::value_t type);
    const Json* take_filled(std::string_view name, Need need, Json::value_t type);

    const Json& json_;
    std::string place_;
    Problems& problems_;
    std::set<std::string, std::less<>> asked_;
};

/// Appends a reference token to a JSON pointer (RFC 6901: "~" and "/" are escaped).
std::string pointer_to(std::string_view place, std::string_view token);
std::string pointer_to(std::string_view place, std::size_t index);

template <class Read>
auto StrictObject::elements(const Json* list, std::string_view name, std::size_t max, const Read& read) {
    std::vector<std::invoke_result_t<const Read&, const Json&, const std::string&>> elements;
    if (list == nullptr) return elements;
    const std::string place = place_of(name);
    if (list->size() > max) {
        problems_.report_excess(place, name, max);
        return elements;
    }
    elements.reserve(list->size());
    for (const Json& json : *list) elements.push_back(read(json, pointer_to(place, elements.size())));
    return elements;
}

} // namespace pli::definition
