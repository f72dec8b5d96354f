#include "core/identifiers/birth_date.hpp"

namespace pli {

namespace {

constexpr int oldest_age = 130;

} // namespace

Status check_birth_date(const Date& day, const Date& today) {
    if (day > today) return Error{"birth-date.future", "", {}};
    if (day <= years_ago(today, oldest_age))
        return Error{"birth-date.too-old", "", {{"max", std::to_string(oldest_age)}}};
    return done();
}

Date years_ago(const Date& today, int years) { return add_months(today, -12 * years); }

} // namespace pli
