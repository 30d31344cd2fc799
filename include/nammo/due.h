#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "nammo/ids.h"
#include "nammo/period.h"
#include "nammo/regime.h"
#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// ---- obligations over a range of days -----------------------------------

// Days of the store's zone, both ends included; none when `from` is after `to`.
struct DayRange {
  Date from{};
  Date to{};
  [[nodiscard]] bool holds(Date day) const noexcept { return from <= day && day <= to; }
};

// The days that a window touches, in the store's zone.
[[nodiscard]] DayRange days_of(const Window& window, const Store& store);

// The periods of a regular or once `type` whose window has its last day within
// `days`, in order of time. They may be in force or not; none for an ad hoc type.
[[nodiscard]] std::vector<Period> periods_ending(const ReportType& type, const DayRange& days, const Store& store);

// Which obligations are asked for, by the day of their effective due. An empty id
// stands for any.
struct DueQuestion {
  DayRange days;
  AreaId root;          // with all that lies below it
  ReportTypeId report;
  OrgId org;
  OfficerId officer;    // lead or deputy for that organisation on the day of the due
  std::optional<State> state;  // posts have none
};

// True when `obligation` is one of those, whatever its state.
[[nodiscard]] bool is_asked_for(const DueQuestion& question, const Obligation& obligation, const Store& store);

// The periods of a regular or once type of which a step or post may be due within
// `days`, however days off move it: depends on no calendar. In order of time.
[[nodiscard]] std::vector<Period> periods_due(const ReportType& type, const DayRange& days);

// The years whose calendars must be loaded before dues within `days` are reckoned.
[[nodiscard]] std::set<int> calendars_for(const DueQuestion& question, const Regime& regime);
// The years whose calendars must be confirmed for those dues to be trusted: of the
// nominal dues within `days` and a week on either side, from where a day off at the
// turn of a year could carry a due into them.
[[nodiscard]] std::set<int> calendars_to_confirm(const DueQuestion& question, const Regime& regime);

// The obligations of regular and once types that are asked for, reports and posts,
// whatever their state. Sorted by due, report, org, area, period as bytes. Those of
// a range are those of its parts together.
[[nodiscard]] std::vector<Obligation> expand_due(const DueQuestion& question, const Store& store);

// The order in which dues are listed: due, report, org, area, period; a report
// before a post.
[[nodiscard]] bool due_before(const Obligation& a, const Obligation& b);

// ---- why a due is when it is -----------------------------------------------

// Whether a day is worked, and what the calendar says of it. A day off without an
// entry is one of the weekend.
struct DayVerdict {
  Date day{};
  bool works = true;
  const DayOff* off = nullptr;          // into the store's calendars
  const WorkingDay* make_up = nullptr;  // likewise: a day of the weekend that is worked
};
[[nodiscard]] DayVerdict judge_day(Date day, const Store& store);

// A day and the working day it was moved to; the same where it is worked itself.
struct MovedDay {
  DayVerdict from;
  Date to{};
  std::vector<DayVerdict> passed;  // the days off after `from` on the way to `to`
  // The next working day, where `holiday_limit` forbids it and `to` lies before `from`.
  std::optional<Date> too_far;
};

// The reasoning that gives the due of a step (DESIGN 5), in its order.
struct DueReason {
  Due due;
  // The regime's last step: days off move it first. Null where they move nothing
  // (`on_holiday: keep`).
  const Step* last_step = nullptr;
  MovedDay last;
  int distance = 0;  // days from the last step's nominal day to this one's; negative before it
  // The day at that distance from the moved last step, and where it went when it
  // was off itself.
  MovedDay own;
};
// Of a step or post of `type`; empty without a due rule.
[[nodiscard]] std::optional<DueReason> explain_due(const ReportType& type, const Step& step, const Period& period,
                                                   const Store& store);

// What gives the due of an ad hoc report.
struct AdhocReason {
  enum class Source { request, first, written };
  Source source = Source::first;
  std::string file;     // that says when it is due, or when it occurred
  Instant occurred{};   // not of a request
  Minutes allowed{};    // likewise
};
// Empty where nothing says until when it must come.
[[nodiscard]] std::optional<AdhocReason> explain_adhoc(const ReportType& type, const Obligation& obligation,
                                                       const Filing& filing, Instant now);

}  // namespace nammo
