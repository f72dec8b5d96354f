// What a user types, as every kind of value.
#include "core/identifiers/kind.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/identifiers/guard_patterns.hpp"
#include "fuzz/target.hpp"

using namespace pli;

namespace {

void check_kind(const Kind& kind, std::string_view typed) {
    const auto value = kind.parse(typed);
    if (!value) {
        fuzz::require(value.error().code.starts_with(kind.name), "a failure is one of the kind");
        return;
    }
    const std::string& canonical = value.value();
    fuzz::require(!canonical.empty() && length(canonical) <= kind.max_length, "a value has a permitted length");
    fuzz::require(!first_invalid_utf8(canonical), "a value is UTF-8");
    const auto again = kind.parse(canonical);
    fuzz::require(again.ok() && again.value() == canonical, "a canonical value is a fixed point");
    const auto shown = kind.parse(kind.show(canonical));
    fuzz::require(shown.ok() && shown.value() == canonical, "what is shown can be typed again");
}

void check_date(std::string_view typed) {
    const auto day = parse_typed_date(typed);
    if (!day) return;
    fuzz::require(is_real_day(day.value()), "a day is real");
    fuzz::require(date_from_days(days_from_date(day.value())) == day.value(), "a day has one number");
    for (const std::string& written : {french_date(day.value()), iso_date(day.value())}) {
        const auto again = parse_typed_date(written);
        fuzz::require(again.ok() && again.value() == day.value(), "a day that is written can be typed again");
    }
    const auto iso = parse_iso_date(iso_date(day.value()));
    fuzz::require(iso.ok() && iso.value() == day.value(), "an ISO day is read back");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view raw = text_of({data, size});
    check_date(raw);
    forbidden_pattern(raw);
    forbidden_pattern(raw, true);
    const std::string typed = fold_spaces(raw);
    fuzz::require(fold_spaces(typed) == typed, "folded spaces stay as they are");
    fuzz::require(!first_invalid_utf8(typed), "malformed bytes are replaced");
    if (typed.empty()) return 0;
    for (const Kind& kind : all_kinds()) check_kind(kind, typed);
    return 0;
}
