#include "tally/reminder_periods.h"

#include <algorithm>

#include "nammo/reminders.h"

namespace nammo {
namespace {

using std::chrono::days;

constexpr int kRoomForDaysOff = 31;  // more than any break (DESIGN 5)

int longest_days(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::week:
    case PeriodKind::adhoc: return 7;  // an ad hoc report is followed for as many weeks
    case PeriodKind::month: return 31;
    case PeriodKind::quarter: return 92;
    case PeriodKind::half: return 184;
    case PeriodKind::year:
    case PeriodKind::once: return 366;
  }
  return 0;
}

// The earliest rung; 0 where every one comes after the due.
Minutes first_rung(const ReportType& type) {
  Minutes first{0};
  for (const ReminderRung& rung : type.remind) first = std::min(first, rung.offset);
  return first;
}

struct Span {
  Instant first{};
  Instant last{};
};

// From the first to the last due of the steps; empty where none has one.
std::optional<Span> dues_of(const ReportType& type, const Period& period, const Store& store) {
  std::optional<Span> span;
  for (const Step& step : type.steps) {
    const auto due = due_of(type, step, period, store);
    if (!due) continue;
    if (!span) span = Span{due->effective, due->effective};
    span->first = std::min(span->first, due->effective);
    span->last = std::max(span->last, due->effective);
  }
  return span;
}

}  // namespace

DayRange reminder_days(const ReportType& type, Instant now, const Zone& zone) {
  const Date today = day_of(zone.to_local(now));
  const int length = longest_days(type.period);
  const auto ahead = std::chrono::ceil<days>(-first_rung(type)).count();
  // A window that has begun ends within a period, and its dues come within one more.
  return {plus_days(today, -(type.lookback + 2) * length - kRoomForDaysOff),
          plus_days(today, 2 * length + static_cast<int>(ahead) + kRoomForDaysOff)};
}

std::vector<Period> reminder_periods(const ReportType& type, const Store& store, Instant now) {
  std::vector<Period> over;
  std::vector<Period> open;
  for (const Period& period : periods_due(type, reminder_days(type, now, store.zone))) {
    const auto dues = dues_of(type, period, store);
    const auto window = window_of(type, period, store);
    if (!dues || !window) continue;
    if (dues->last <= now) {
      over.push_back(period);
    } else if (window->start <= now || dues->first + first_rung(type) <= now) {
      open.push_back(period);
    }
  }
  const auto dropped = over.size() - std::min(over.size(), static_cast<std::size_t>(std::max(0, type.lookback)));
  over.erase(over.begin(), over.begin() + static_cast<std::ptrdiff_t>(dropped));
  over.insert(over.end(), open.begin(), open.end());
  return over;
}

std::set<int> reminder_calendars(const ReportType& type, Instant now, const Zone& zone) {
  Regime alone;
  alone.types.push_back(type);
  return calendars_for({reminder_days(type, now, zone), {}, {}, {}, {}, {}}, alone);
}

std::set<int> calendars_for_reminders(const Regime& regime, Instant now, const Zone& zone) {
  std::set<int> years;
  for (const ReportType& type : regime.types) {
    if (!type.remind.empty()) years.merge(reminder_calendars(type, now, zone));
  }
  return years;
}

}  // namespace nammo
