#include <algorithm>
#include <set>
#include <vector>

#include "nammo/schedule.h"
#include "schedule/days.h"

namespace nammo {
namespace {

std::vector<Date> nominal_days(const ReportType& type, const Period& period) {
  std::vector<Date> days;
  const auto note = [&](const std::optional<DueRule>& rule) {
    const auto day = rule ? nominal_day(*rule, type, period) : std::nullopt;
    if (day) days.push_back(*day);
  };
  for (const auto* steps : {&type.steps, &type.posts}) {
    for (const Step& step : *steps) {
      note(step.due);
      note(step.target);
    }
  }
  return days;
}

}  // namespace

std::optional<Due> due_of(const ReportType& type, const Step& step, const Period& period, const Store& store) {
  const auto day = step.due ? nominal_day(*step.due, type, period) : std::nullopt;
  if (!day) return std::nullopt;
  const Date moved = moved_day(*day, shift_of(type, period, store), type, store);
  return Due{instant_at(*day, time_of(*step.due), store), instant_at(moved, time_of(*step.due), store), *day};
}

std::optional<Instant> target_of(const ReportType& type, const Step& step, const Period& period, const Store& store) {
  const auto day = step.target ? nominal_day(*step.target, type, period) : std::nullopt;
  if (!day) return std::nullopt;
  const Date moved = moved_day(*day, shift_of(type, period, store), type, store);
  return instant_at(moved, time_of(*step.target), store);
}

std::vector<int> calendar_years(const ReportType& type, const Period& period) {
  if (type.on_holiday == OnHoliday::keep) return {};
  auto days = nominal_days(type, period);
  // A window starts where the one before it ended.
  const auto before = nominal_days(type, advance(period, -1));
  days.insert(days.end(), before.begin(), before.end());
  if (days.empty()) return {};
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  // The last step moves by one break, and another step back by a second one.
  const auto from = static_cast<int>(plus_days(*first, -2 * kLongestBreak).year());
  const auto to = static_cast<int>(plus_days(*last, kLongestBreak).year());
  std::vector<int> years;
  for (int year = from; year <= to; ++year) years.push_back(year);
  return years;
}

std::vector<int> due_years(const ReportType& type, const Period& period) {
  if (type.on_holiday == OnHoliday::keep) return {};
  std::set<int> years;
  for (const Date day : nominal_days(type, period)) years.insert(static_cast<int>(day.year()));
  return {years.begin(), years.end()};
}

}  // namespace nammo
