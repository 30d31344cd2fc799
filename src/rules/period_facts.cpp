#include "rules/period_facts.h"

namespace nammo::rules {
namespace {

std::pair<Date, Date> days_of(Instant start, Instant end, const Zone& zone) {
  return {day_of(zone.to_local(start)), day_of(zone.to_local(end - std::chrono::seconds{1}))};
}

PeriodFacts reckon(const ReportType& type, const Period& period, const Store& store) {
  PeriodFacts facts;
  for (const Step& step : type.steps) facts.dues.push_back(due_of(type, step, period, store));
  const auto window = window_of(type, period, store);
  if (!window) return facts;
  const auto before = window_of(type, advance(period, -1), store);
  facts.own_days = days_of(window->start, window->end, store.zone);
  facts.days = days_of(before ? before->start : window->start, window->end, store.zone);
  return facts;
}

}  // namespace

const PeriodFacts& PeriodCache::of(const ReportType& type, const Period& period) {
  const auto [found, fresh] = known_.try_emplace({&type, period});
  if (fresh) found->second = reckon(type, period, store_);
  return found->second;
}

}  // namespace nammo::rules
