#include <algorithm>

#include "nammo/due.h"
#include "schedule/days.h"

namespace nammo {
namespace {

// A break moves a window by less than this many periods of any kind.
constexpr int kMarginPeriods = kLongestBreak / 7 + 2;

}  // namespace

DayRange days_of(const Window& window, const Store& store) {
  const Date first = day_of(store.zone.to_local(window.start));
  const Date last = day_of(store.zone.to_local(window.end - std::chrono::seconds{1}));
  return {first, std::max(first, last)};  // a window that days off leave nothing of has one day
}

std::vector<Period> periods_ending(const ReportType& type, const DayRange& days, const Store& store) {
  std::vector<Period> periods;
  const auto add = [&](const Period& period) {
    const auto window = window_of(type, period, store);
    if (window && days.holds(days_of(*window, store).to)) periods.push_back(period);
  };
  if (type.period == PeriodKind::once) add({PeriodKind::once, 0, 0, {}, type.id});
  const auto first = period_near(type.period, days.from);
  const auto last = period_near(type.period, days.to);
  if (!first || !last || days.to < days.from) return periods;
  const Period end = advance(*last, kMarginPeriods);
  for (Period at = advance(*first, -kMarginPeriods); at <= end; at = advance(at, 1)) add(at);
  return periods;
}

}  // namespace nammo
