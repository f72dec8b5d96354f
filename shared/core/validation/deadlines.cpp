#include "core/validation/deadlines.hpp"

#include "core/base/calendar.hpp"
#include "core/base/text.hpp"
#include "core/identifiers/clock_time.hpp"
#include "core/validation/values.hpp"

#include <utility>

namespace pli {

namespace {

/// The day that the rule counts from, if there is one.
std::optional<Date> origin(const Form& form, const Answers& answers, const DeadlineRule& rule, const Date& created) {
    if (rule.from.empty()) return created;
    const Item* item = find_item(form, rule.from);
    if (item == nullptr || !is_visible(form, answers, rule.from)) return std::nullopt;
    const Result<Date> day = day_value(*item, answers.text(rule.from), created);
    if (!day) return std::nullopt;
    return day.value();
}

Date in_year(const DeadlineRule::DayOfYear& day, int year) { return {year, day.month, day.day}; }

void set_window(Deadline& deadline, const DeadlineRule& rule, const Date& from) {
    const int year = from <= in_year(rule.closes, from.year) ? from.year : from.year + 1;
    deadline.opens = in_year(rule.opens, year);
    deadline.due = in_year(rule.closes, year);
}

/// Hours that pass from a time of the day `from`; nothing as long as the time is not answered.
bool set_hours(Deadline& deadline, const DeadlineRule& rule, const Date& from, const Form& form,
               const Answers& answers) {
    if (!is_visible(form, answers, rule.time)) return false;
    const Result<ClockTime> time = read_time(fold_spaces(answers.text(rule.time)));
    if (!time) return false;
    deadline.moment = utc_minutes({from, time.value()}) + std::int64_t{60} * rule.amount;
    deadline.due = legal_time(*deadline.moment).day;
    return true;
}

void set_worked_friday(Deadline& deadline, const DeadlineRule& rule, const Date& from) {
    deadline.due = next_after_worked_friday(from, rule.amount, rule.days_after);
    if (rule.hour) deadline.moment = utc_minutes({deadline.due, {*rule.hour, 0}});
}

/// When it is; false when it cannot be said.
bool set_day(Deadline& deadline, const DeadlineRule& rule, const Date& from, const Form& form, const Answers& answers) {
    switch (rule.span) {
    case DeadlineRule::Span::Hours:
        return set_hours(deadline, rule, from, form, answers);
    case DeadlineRule::Span::Days:
        deadline.due = add_days(from, rule.amount);
        break;
    case DeadlineRule::Span::Months:
        deadline.due = add_months(from, rule.amount);
        break;
    case DeadlineRule::Span::Window:
        set_window(deadline, rule, from);
        break;
    case DeadlineRule::Span::WorkedFriday:
        set_worked_friday(deadline, rule, from);
        break;
    }
    return true;
}

} // namespace

std::vector<Deadline> deadlines_of(const Form& form, const Answers& answers, const Date& created) {
    std::vector<Deadline> deadlines;
    for (const DeadlineRule& rule : form.deadlines) {
        const std::optional<Date> from = origin(form, answers, rule, created);
        if (!from || !holds(form, answers, rule.when)) continue;
        Deadline deadline{rule.id, rule.label, rule.rule, {}, {}, false, rule.begins};
        if (!set_day(deadline, rule, *from, form, answers)) continue;
        deadline.late = rule.late && created > deadline.due;
        deadlines.push_back(std::move(deadline));
    }
    return deadlines;
}

} // namespace pli
