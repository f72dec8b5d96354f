#include "core/validation/values.hpp"

#include "core/base/text.hpp"
#include "core/identifiers/birth_date.hpp"
#include "core/identifiers/guard_patterns.hpp"
#include "core/identifiers/kind.hpp"

#include <charconv>
#include <optional>
#include <system_error>

namespace pli {

namespace {

constexpr std::string_view birth_date = "birth-date";
constexpr std::string_view far_date = "far-date";
constexpr std::string_view nir = "nir";

constexpr int old_age = 100;  ///< years; beyond, worth a second look
constexpr int young_age = 16; ///< years; below, worth a second look
constexpr int far_months = 12;

} // namespace

Result<std::string> text_value(const Item& item, std::string_view typed) {
    if (const auto pattern = forbidden_pattern(typed, item.kind == nir))
        return Error{"guard." + std::string(*pattern), "", {}};
    const Kind* kind = find_kind(item.kind);
    if (kind == nullptr) return Error{"choice.unknown", "", {}}; // load_pack lets no such item through
    return kind->parse(fold_spaces(typed));
}

Result<std::int64_t> count_value(const Item& item, std::string_view typed) {
    const std::string text = fold_spaces(typed);
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = failure != std::errc::invalid_argument && end == text.data() + text.size();
    if (!is_number || text.starts_with('-')) return Error{"count.format", "", {}};
    if (failure == std::errc::result_out_of_range || value < item.min || value > item.max)
        return Error{"count.range", "", {{"min", std::to_string(item.min)}, {"max", std::to_string(item.max)}}};
    return value;
}

Result<Date> day_value(const Item& item, std::string_view typed, const Date& today) {
    Result<Date> day = parse_typed_date(typed);
    if (!day || item.kind != birth_date) return day;
    const Status plausible = check_birth_date(day.value(), today);
    if (!plausible) return plausible.error();
    return day;
}

std::string_view day_warning(const Item& item, const Date& day, const Date& today, Params& params) {
    if (item.kind == far_date) return {};
    if (item.kind != birth_date) {
        const bool far = day < add_months(today, -far_months) || day > add_months(today, far_months);
        return far ? "date.far" : std::string_view();
    }
    if (day > years_ago(today, young_age)) {
        params["min"] = std::to_string(young_age);
        return "birth-date.under";
    }
    if (day <= years_ago(today, old_age + 1)) {
        params["max"] = std::to_string(old_age);
        return "birth-date.over";
    }
    return {};
}

} // namespace pli
