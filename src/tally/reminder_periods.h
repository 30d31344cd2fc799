#pragma once

#include <set>
#include <vector>

#include "nammo/due.h"
#include "nammo/regime.h"
#include "nammo/store.h"

namespace nammo {

// The days around `now` within which the dues lie that reminders of `type` may be about,
// with room for every move by days off.
[[nodiscard]] DayRange reminder_days(const ReportType& type, Instant now, const Zone& zone);

// The years whose calendars those dues need.
[[nodiscard]] std::set<int> reminder_calendars(const ReportType& type, Instant now, const Zone& zone);

// The periods of a regular or once type that reminders are about, in order of time: of
// those that have begun or of which a rung was reached, the last `lookback` whose dues
// have all passed and every other.
[[nodiscard]] std::vector<Period> reminder_periods(const ReportType& type, const Store& store, Instant now);

}  // namespace nammo
