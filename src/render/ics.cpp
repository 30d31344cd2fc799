#include <libical/ical.h>

#include <cstdlib>
#include <ctime>
#include <memory>
#include <new>
#include <set>

#include "base/spare_memory.h"
#include "nammo/calendar_file.h"
#include "render/ics_entry.h"

namespace nammo {
namespace {

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

icaltimetype utc(Instant instant) {
  return icaltime_from_timet_with_zone(static_cast<std::time_t>(instant.time_since_epoch().count()), 0,
                                       icaltimezone_get_utc_timezone());
}

icalcomponent* alarm(const IcsEntry& entry) {
  icalcomponent* made = icalcomponent_new(ICAL_VALARM_COMPONENT);
  add(made, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  add(made, icalproperty_new_description(entry.summary.c_str()));
  add(made, icalproperty_new_trigger(icaltriggertype_from_int(0)));
  return made;
}

icalcomponent* vevent(const IcsEntry& entry, Instant now) {
  icalcomponent* made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  add(made, icalproperty_new_uid(entry.uid.c_str()));
  add(made, icalproperty_new_dtstamp(utc(now)));
  add(made, icalproperty_new_dtstart(utc(entry.start)));
  add(made, icalproperty_new_sequence(entry.sequence));
  add(made, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add(made, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  add(made, icalproperty_new_summary(entry.summary.c_str()));
  if (!entry.description.empty()) add(made, icalproperty_new_description(entry.description.c_str()));
  if (!entry.cancelled) icalcomponent_add_component(made, alarm(entry));
  return made;
}

// What libical takes at most, in bytes: of its own, and for an event. It goes on without a
// part of the calendar, or breaks, where it gets no memory.
constexpr std::size_t kCalendar = std::size_t{2} << 20U;
constexpr std::size_t kEvent = std::size_t{16} << 10U;

icalcomponent* vcalendar(Language language) {
  icalcomponent* made = icalcomponent_new_vcalendar();
  add(made, icalproperty_new_prodid(language == Language::vi ? "-//nammo//nammo//VI" : "-//nammo//nammo//EN"));
  add(made, icalproperty_new_version("2.0"));
  add(made, icalproperty_new_calscale("GREGORIAN"));
  add(made, icalproperty_new_method(ICAL_METHOD_PUBLISH));
  return made;
}

}  // namespace

std::string calendar_file(const Store& store, std::span<const CalendarEvent> events, Instant now, Language language) {
  need_memory(kCalendar + kEvent * events.size());
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(vcalendar(language), icalcomponent_free);
  std::set<std::string> uids;
  for (const CalendarEvent& event : events) {
    const IcsEntry entry = ics_entry(store, event, now, language);
    if (uids.insert(entry.uid).second) icalcomponent_add_component(calendar.get(), vevent(entry, now));
  }
  const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()), std::free);
  if (text == nullptr) throw std::bad_alloc();
  return text.get();
}

}  // namespace nammo
