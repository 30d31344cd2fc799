#include <algorithm>

#include "nammo/schedule.h"
#include "schedule/days.h"

namespace nammo {
namespace {

const Review* request_in(const Filing& filing, Instant now) {
  const auto& review = filing.review;
  return review && review->state == ReviewState::requested && review->at <= now ? &*review : nullptr;
}

bool is_filed(const Filing& filing, Instant now) {
  return standing_without_due(filing, now).state != State::upcoming;
}

// From when it happened, in the words of the report itself or of the first news.
std::optional<Instant> due_from_event(const ReportType& type, const Filing& filing, const Report* continued) {
  if (!filing.report) return std::nullopt;
  const Report& report = *filing.report;
  const auto& allowed = report.continues ? type.written : type.first;
  const auto occurred = report.occurred || continued == nullptr ? report.occurred : continued->occurred;
  if (!occurred || !allowed) return std::nullopt;
  return *occurred + *allowed;
}

}  // namespace

std::optional<Obligation> expand_adhoc(const ReportType& type, const ReportKey& key, const Filing& filing,
                                       const Report* continued, const Store& store, Instant now) {
  const Review* request = request_in(filing, now);
  const Area* area = store.areas.find(key.area);
  const bool expected = request != nullptr || is_filed(filing, now);
  if (!expected || area == nullptr || type.period != PeriodKind::adhoc || !is_period_of(type, key.period)) return {};
  const auto step = std::find_if(type.steps.begin(), type.steps.end(),
                                 [&](const Step& s) { return s.level == area->level && s.org == key.org; });
  if (step == type.steps.end()) return {};
  const auto from_event = due_from_event(type, filing, continued);
  const Instant due = request != nullptr && request->due ? *request->due : from_event.value_or(kNeverDue);
  const Date day = due == kNeverDue ? key.period.day : day_of(store.zone.to_local(due));
  if (!in_force(type, day) || !area->valid_on(day) || !in_scope(type, *area, day)) return {};
  const Window window{instant_at(key.period.day, Minutes{0}, store),
                      instant_at(plus_days(key.period.day, 1), Minutes{0}, store)};
  return Obligation{type.id, key.org, key.area, key.period, ObligationKind::report, window, due, due, {}, step->to, &*step};
}

}  // namespace nammo
