#pragma once

#include <optional>

#include "nammo/period.h"
#include "nammo/regime.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// How far away a working day is looked for. A longer break than this moves
// nothing, so that a due depends on few calendars (calendar_years).
inline constexpr int kLongestBreak = 31;

// A regular period of that kind near the day, to search from; empty for ad hoc
// and once ones.
[[nodiscard]] std::optional<Period> period_near(PeriodKind kind, Date day);

// The nearest working day on the way from `day`, itself excluded.
enum class Direction { back, forward };
[[nodiscard]] std::optional<Date> nearest_working_day(Date day, Direction direction, const Store& store);

// The first and last month of a period from month to year.
struct Months {
  std::chrono::year_month first;
  std::chrono::year_month last;
};
[[nodiscard]] std::optional<Months> months_of(const Period& period);
// Day `day` of a month, or its last day where it has none.
[[nodiscard]] Date day_in_month(std::chrono::year_month month, int day);

// The window rule of a regular type that gives none is the calendar's.
[[nodiscard]] WindowRule window_rule_of(const ReportType& type);

// The day on which a rule falls by itself. Empty where it does not fit the period.
[[nodiscard]] std::optional<Date> nominal_day(const DueRule& rule, const ReportType& type, const Period& period);
[[nodiscard]] Minutes time_of(const DueRule& rule);

// By how many days the holidays move the last step of `type` in that period, and
// with it all that keeps its distance.
[[nodiscard]] int shift_of(const ReportType& type, const Period& period, const Store& store);
// The day of a step, post or target after the move.
[[nodiscard]] Date moved_day(Date nominal, int shift, const ReportType& type, const Store& store);

[[nodiscard]] Instant instant_at(Date day, Minutes time, const Store& store);

}  // namespace nammo
