#include "core/validation/deadlines.hpp"

#include "core/validation/values.hpp"

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

} // namespace

std::vector<Deadline> deadlines_of(const Form& form, const Answers& answers, const Date& created) {
    std::vector<Deadline> deadlines;
    for (const DeadlineRule& rule : form.deadlines) {
        const std::optional<Date> from = origin(form, answers, rule, created);
        if (!from || !holds(form, answers, rule.when)) continue;
        Deadline& deadline = deadlines.emplace_back(Deadline{rule.id, rule.label, rule.rule, {}, {}, false});
        switch (rule.span) {
        case DeadlineRule::Span::Days:
            deadline.due = add_days(*from, rule.amount);
            break;
        case DeadlineRule::Span::Months:
            deadline.due = add_months(*from, rule.amount);
            break;
        case DeadlineRule::Span::Window:
            set_window(deadline, rule, *from);
            break;
        }
        deadline.late = rule.late && created > deadline.due;
    }
    return deadlines;
}

} // namespace pli
