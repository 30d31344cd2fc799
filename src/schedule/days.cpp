#include "schedule/days.h"

#include <algorithm>
#include <variant>

#include "nammo/schedule.h"

namespace nammo {
namespace {

namespace chr = std::chrono;

bool is_weekend(Date day, const Store& store) {
  const auto& weekend = store.settings.weekend;
  return std::find(weekend.begin(), weekend.end(), weekday_of(day)) != weekend.end();
}

int days_between(Date from, Date to) {
  return static_cast<int>((chr::sys_days{to} - chr::sys_days{from}).count());
}

// Where the last step goes when its day is off (DESIGN section 5).
Date working_day_for(Date day, const ReportType& type, const Store& store) {
  if (type.on_holiday == OnHoliday::keep || is_working_day(day, store)) return day;
  if (type.on_holiday == OnHoliday::next) {
    const auto next = nearest_working_day(day, Direction::forward, store);
    if (next && (!type.holiday_limit || days_between(day, *next) <= *type.holiday_limit)) return *next;
  }
  return nearest_working_day(day, Direction::back, store).value_or(day);
}

}  // namespace

bool is_working_day(Date day, const Store& store) {
  const auto year = store.calendars.find(static_cast<int>(day.year()));
  if (year == store.calendars.end()) return !is_weekend(day, store);
  const auto& working = year->second.working;
  const auto& days_off = year->second.days_off;
  if (std::any_of(working.begin(), working.end(), [&](const WorkingDay& w) { return w.date == day; })) return true;
  return !is_weekend(day, store) &&
         std::none_of(days_off.begin(), days_off.end(), [&](const DayOff& d) { return d.from <= day && day <= d.to; });
}

std::optional<Date> nearest_working_day(Date day, Direction direction, const Store& store) {
  const int step = direction == Direction::back ? -1 : 1;
  for (int i = 1; i <= kLongestBreak; ++i) {
    const Date candidate = plus_days(day, i * step);
    if (is_working_day(candidate, store)) return candidate;
  }
  return std::nullopt;
}

std::optional<Months> months_of(const Period& period) {
  const auto last = [&](int month) { return chr::year{period.year} / chr::month{static_cast<unsigned>(month)}; };
  const auto spanning = [&](int number, int months) {
    const auto end = last(number * months);
    return Months{end - chr::months{months - 1}, end};
  };
  switch (period.kind) {
    case PeriodKind::month: return spanning(period.number, 1);
    case PeriodKind::quarter: return spanning(period.number, 3);
    case PeriodKind::half: return spanning(period.number, 6);
    case PeriodKind::year: return spanning(1, 12);
    case PeriodKind::week:
    case PeriodKind::adhoc:
    case PeriodKind::once: break;
  }
  return std::nullopt;
}

Date day_in_month(chr::year_month month, int day) {
  const Date last{month / chr::last};
  const auto number = static_cast<unsigned>(std::max(day, 1));
  return number >= static_cast<unsigned>(last.day()) ? last : month / chr::day{number};
}

WindowRule window_rule_of(const ReportType& type) { return type.window.value_or(CalendarWindow{}); }

std::optional<Date> nominal_day(const DueRule& rule, const ReportType& type, const Period& period) {
  if (const auto* weekly = std::get_if<WeekdayDue>(&rule)) {
    if (period.kind != PeriodKind::week) return std::nullopt;
    return day_in_iso_week({period.year, period.number}, weekly->day);
  }
  if (const auto* monthly = std::get_if<MonthDayDue>(&rule)) {
    const auto months = months_of(period);
    if (!months) return std::nullopt;
    const bool after = std::holds_alternative<CalendarWindow>(window_rule_of(type));
    return day_in_month(months->last + chr::months{after ? 1 : 0}, monthly->day);
  }
  if (period.kind != PeriodKind::once) return std::nullopt;
  return std::get<DateDue>(rule).date;
}

Minutes time_of(const DueRule& rule) {
  return std::visit([](const auto& due) { return due.time; }, rule);
}

int shift_of(const ReportType& type, const Period& period, const Store& store) {
  if (type.on_holiday == OnHoliday::keep || type.steps.empty() || !type.steps.back().due) return 0;
  const auto day = nominal_day(*type.steps.back().due, type, period);
  return day ? days_between(*day, working_day_for(*day, type, store)) : 0;
}

Date moved_day(Date nominal, int shift, const ReportType& type, const Store& store) {
  if (type.on_holiday == OnHoliday::keep) return nominal;
  const Date day = plus_days(nominal, shift);
  if (is_working_day(day, store)) return day;
  return nearest_working_day(day, Direction::back, store).value_or(day);
}

Instant instant_at(Date day, Minutes time, const Store& store) {
  return store.zone.to_instant(start_of(day) + time);
}

}  // namespace nammo
