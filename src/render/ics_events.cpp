#include "nammo/calendar_file.h"

namespace nammo {
namespace {

std::vector<Rung> rungs_for(Audience audience, const ReportType& type, const Delivery& delivery, Instant now) {
  std::vector<Rung> rungs = rungs_of(type, delivery, now);
  std::erase_if(rungs, [&](const Rung& rung) { return rung.audience != audience; });
  const Instant deadline = deadline_of(delivery);
  const bool rings_at_least_once = audience == Audience::officer && deadline < kNeverDue;
  if (rungs.empty() && rings_at_least_once) rungs.push_back({audience, Minutes{0}, deadline});
  return rungs;
}

void add_events(const Store& store, const Delivery& delivery, Audience audience, Instant now,
                std::vector<CalendarEvent>& events) {
  const ReportType* type = store.regime.find(delivery.obligation.report);
  if (type == nullptr) return;
  for (const Rung& rung : rungs_for(audience, *type, delivery, now)) events.push_back({&delivery, rung});
}

}  // namespace

std::vector<CalendarEvent> officer_events(const Store& store, std::span<const Delivery> deliveries, Instant now) {
  std::vector<CalendarEvent> events;
  for (const Delivery& delivery : deliveries) add_events(store, delivery, Audience::officer, now, events);
  return events;
}

std::vector<CalendarEvent> digest_events(const Store& store, const Digest& digest, Instant now) {
  std::vector<CalendarEvent> events;
  for (const OwedReport& report : digest.reports) add_events(store, report.delivery, digest.audience, now, events);
  return events;
}

}  // namespace nammo
