// The French working calendar: public holidays, worked Fridays, legal time. No time zone data and no clock.
#pragma once

#include "core/base/date.hpp"

namespace pli {

enum class Weekday : std::uint8_t { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

Weekday weekday_of(const Date& date);

/// Easter Sunday of the Gregorian calendar.
Date easter(int year);

/// The eleven public holidays of the labour code (L3133-1), as they are outside Alsace-Moselle and overseas.
bool is_public_holiday(const Date& date);

/// Monday to Friday, and no public holiday.
bool is_worked_day(const Date& date);

/// The n-th Friday of a month (from 1) that is worked: Fridays that are holidays are not counted. A month has
/// at least three of them; what it has not falls into the next one.
Date nth_worked_friday(int year, int month, int n);

/// Hours that legal time in France (Europe/Paris) is ahead of UTC at noon and in the evening of a day: 2 from the
/// last Sunday of March to the day before the last Sunday of October, else 1 (directive 2000/84/CE).
int paris_offset(const Date& date);

/// The stock of RSA beneficiaries (CGPE) is due by the third worked Friday of a month, 17:00.
Date cgpe_stock_due(int year, int month);

/// The PECGM file can be fetched from the Monday after the second worked Friday of a month.
Date pecgm_available(int year, int month);

} // namespace pli
