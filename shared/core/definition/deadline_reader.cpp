#include "core/definition/deadline_reader.hpp"

#include "core/base/date.hpp"

#include <algorithm>

namespace pli::definition {

namespace {

/// No act gives more: what is longer is a slip of the pack's writer.
constexpr std::int64_t max_amount = 3660;

/// Every month has so many Fridays that are worked.
constexpr std::int64_t max_worked_friday = 3;
constexpr std::int64_t max_days_after = 14;

/// A day of any year, "03-01"; not 29 February, which most years lack.
DeadlineRule::DayOfYear day_of_year(StrictObject& window, std::string_view name) {
    const std::string text = window.text(name);
    const std::string common_year = "2001-";
    const Result<Date> day = parse_iso_date(common_year + text);
    if (!day) window.refuse("bad-value", name, text);
    return day ? DeadlineRule::DayOfYear{day.value().month, day.value().day} : DeadlineRule::DayOfYear{};
}

void read_window(StrictObject& object, DeadlineRule& rule, Problems& problems) {
    rule.span = DeadlineRule::Span::Window;
    const Json* json = object.object("window");
    if (json == nullptr) return;
    StrictObject window(*json, object.place_of("window"), problems);
    rule.opens = day_of_year(window, "opens");
    rule.closes = day_of_year(window, "closes");
    window.finish();
    const bool in_order = rule.opens.month < rule.closes.month ||
                          (rule.opens.month == rule.closes.month && rule.opens.day <= rule.closes.day);
    if (!in_order) object.refuse("bad-value", "window", "closes");
}

/// A whole number from `least` to `most`.
int amount_of(StrictObject& object, std::string_view name, std::int64_t least, std::int64_t most) {
    const std::int64_t amount = object.integer(name);
    if (amount < least || amount > most) object.refuse("bad-value", name, name);
    return static_cast<int>(std::clamp(amount, least, most));
}

void read_worked_friday(StrictObject& object, DeadlineRule& rule, DeadlinesOf of) {
    rule.span = DeadlineRule::Span::WorkedFriday;
    rule.amount = amount_of(object, "worked_friday", 1, max_worked_friday);
    if (object.has("days_after")) rule.days_after = amount_of(object, "days_after", 0, max_days_after);
    if (of == DeadlinesOf::Calendar && object.has("hour")) rule.hour = amount_of(object, "hour", 0, 23);
}

/// Hours count from a time of the day.
void read_hours(StrictObject& object, DeadlineRule& rule) {
    rule.span = DeadlineRule::Span::Hours;
    rule.amount = amount_of(object, "hours", 0, max_amount);
    rule.time = object.text("time");
    if (rule.from.empty()) object.refuse("missing-member", "from", "from");
}

/// Exactly one of "days", "months", "hours", "window" and "worked_friday": a second one is an unknown member.
/// A sealed file tells days, not hours.
void read_span(StrictObject& object, DeadlineRule& rule, DeadlinesOf of, Problems& problems) {
    if (object.has("window")) return read_window(object, rule, problems);
    if (object.has("worked_friday")) return read_worked_friday(object, rule, of);
    if (of == DeadlinesOf::Calendar && object.has("hours")) return read_hours(object, rule);
    const std::string_view unit = object.has("months") ? "months" : "days";
    rule.span = unit == "months" ? DeadlineRule::Span::Months : DeadlineRule::Span::Days;
    rule.amount = amount_of(object, unit, 0, max_amount);
}

/// The path of a date that is in the file: a reader computes the deadline anew.
std::string read_origin(StrictObject& object, const KnownAnswers& known) {
    std::string path = object.text("from", Need::Optional);
    if (path.empty()) return path;
    const auto found = known.find(path);
    if (found == known.end()) {
        object.refuse(why_unknown(known, path), "from", path);
    } else if (found->second.control != Control::Date || found->second.capture_only) {
        object.refuse("bad-value", "from", path);
    }
    return path;
}

DeadlineRule read_deadline(const Json& json, const std::string& place, const KnownAnswers& known, DeadlinesOf of,
                           Problems& problems) {
    StrictObject object(json, place, problems);
    DeadlineRule rule;
    rule.id = object.name("id");
    rule.label = object.text("label");
    rule.rule = object.text("rule");
    rule.from = read_origin(object, known);
    read_span(object, rule, of, problems);
    rule.begins = object.flag("begins", false);
    rule.late = object.flag("late", false);
    if (of == DeadlinesOf::Document) rule.answer = object.flag("answer", false);
    if (const Json* when = object.object("when", Need::Optional))
        rule.when = ConditionReader(known, problems).read(*when, object.place_of("when"), "");
    object.finish();
    return rule;
}

} // namespace

std::vector<DeadlineRule> read_deadlines(StrictObject& form, const KnownAnswers& known, DeadlinesOf of,
                                         Problems& problems) {
    std::vector<DeadlineRule> rules;
    const Json* list = form.array("deadlines", Need::Optional);
    if (list == nullptr) return rules;
    for (const Json& json : *list) {
        const std::string place = pointer_to(form.place_of("deadlines"), rules.size());
        DeadlineRule rule = read_deadline(json, place, known, of, problems);
        const bool repeated =
            std::any_of(rules.begin(), rules.end(), [&](const DeadlineRule& other) { return other.id == rule.id; });
        if (repeated) problems.report("duplicate-name", pointer_to(place, "id"), rule.id);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace pli::definition
