#pragma once

#include <span>
#include <string>
#include <vector>

#include "nammo/reminders.h"
#include "nammo/rungs.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// Calendars (iCalendar, RFC 5545) that ring when somebody is told of a report.

// One entry: a report or post, and one of the moments at which somebody is told of
// it. `delivery` must outlive it.
struct CalendarEvent {
  const Delivery* delivery = nullptr;
  Rung rung;
};

// When those who answer for these reports and posts are told, in the order given and
// then of time: the rungs to the officer, or the deadline where the regime has none
// for him, as for a post. What is met keeps its entries, so that they can be taken
// back.
[[nodiscard]] std::vector<CalendarEvent> officer_events(const Store& store, std::span<const Delivery> deliveries,
                                                        Instant now);

// When the person of a digest is told of the reports in it: as officer like above, as
// supervisor by the rungs that are for one. The digest must outlive them.
[[nodiscard]] std::vector<CalendarEvent> digest_events(const Store& store, const Digest& digest, Instant now);

// A calendar with these entries in that order, each rung of a report once; for
// `import` and subscriptions (METHOD:PUBLISH). Times are in UTC, lines at most 75
// octets and ended by CRLF. An entry keeps its UID whatever happens to hours, days
// off, `now` and the other entries, so that a later calendar replaces an earlier
// one. One of a report that is met is cancelled and does not ring; SEQUENCE grows
// with each such turn.
[[nodiscard]] std::string calendar_file(const Store& store, std::span<const CalendarEvent> events, Instant now,
                                        Language language);

}  // namespace nammo
