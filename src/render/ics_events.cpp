#include "nammo/calendar_file.h"

namespace nammo {
namespace {

std::vector<Rung> officer_rungs(const ReportType& type, const Delivery& delivery, Instant now) {
  std::vector<Rung> rungs = rungs_of(type, delivery, now);
  std::erase_if(rungs, [](const Rung& rung) { return rung.audience != Audience::officer; });
  const Instant deadline = deadline_of(delivery);
  if (rungs.empty() && deadline < kNeverDue) rungs.push_back({Audience::officer, Minutes{0}, deadline});
  return rungs;
}

}  // namespace

std::vector<CalendarEvent> officer_events(const Store& store, std::span<const Delivery> deliveries, Instant now) {
  std::vector<CalendarEvent> events;
  for (const Delivery& delivery : deliveries) {
    const ReportType* type = store.regime.find(delivery.obligation.report);
    if (type == nullptr) continue;
    for (const Rung& rung : officer_rungs(*type, delivery, now)) events.push_back({&delivery, rung});
  }
  return events;
}

}  // namespace nammo
