#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/ids.h"
#include "nammo/period.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// The regime: who reports what, to whom, by when (reporting.yaml, DESIGN 4).

// "thursday 13:30": in the ISO week that names the period.
struct WeekdayDue {
  std::chrono::weekday day;
  Minutes time{};
};
// "day 15 16:30": of the period's last month (of the month after, where the
// window is a calendar one). A month without that day: its last day.
struct MonthDayDue {
  int day = 1;
  Minutes time{};
};
// "2024-12-31 17:00": for a report that is due once.
struct DateDue {
  Date date{};
  Minutes time{};
};
using DueRule = std::variant<WeekdayDue, MonthDayDue, DateDue>;

// `closes: thursday 00:00`: from the previous close to this one.
struct ClosingWindow {
  std::chrono::weekday day;
  Minutes time{};
};
// `from_day: 15`: from that day of the month before to the day before it.
struct FromDayWindow {
  int day = 1;
};
// `calendar: true`
struct CalendarWindow {};
// `from`, `to`: whole days, both included; for a report that is due once.
struct RangeWindow {
  Date from{};
  Date to{};
};
using WindowRule = std::variant<CalendarWindow, ClosingWindow, FromDayWindow, RangeWindow>;

enum class OnHoliday { keep, previous, next };

// Who reports by when to whom. The steps of a report type stand in the order in
// which they feed each other.
struct Step {
  LevelId level;
  OrgId org;
  std::vector<OrgId> gathers;        // organisations whose reports it brings together
  std::optional<DueRule> due;        // absent in ad hoc types only
  std::optional<DueRule> target;     // the hour that the office sets itself; never lateness
  std::vector<RecipientId> to;
  Place place;
};

// Which areas of a step's level report.
struct AreaScope {
  enum class Kind { every, pilot, patterns };
  Kind kind = Kind::every;
  std::vector<std::string> patterns;  // "a", "a/b/*" (one folder), "a/**" (any depth below a)
};

// A rung of the reminders: `offset` before (negative) or after the due.
struct ReminderRung {
  Minutes offset{};
  bool to_supervisor = false;
};

struct QuietHours {
  Minutes from{};
  Minutes to{};
};

// When a figure or topic is said to be above its usual range (nammo/trend.h).
struct TrendRule {
  int factor = 3;    // how many times the usual deviation
  int periods = 12;  // how many earlier ones are looked at, at least 8
};

struct ReportType {
  ReportTypeId id;
  Text label;
  PeriodKind period = PeriodKind::week;
  std::optional<Date> since;  // compared with the day of the nominal due
  std::optional<Date> until;  // the last such day
  std::optional<WindowRule> window;
  OnHoliday on_holiday = OnHoliday::keep;
  std::optional<int> holiday_limit;  // days
  AreaScope areas;
  std::vector<Step> steps;
  std::vector<Step> posts;  // messages that go with it; no file of their own
  ReportTypeId figures_from;
  std::vector<ReminderRung> remind;
  std::optional<QuietHours> quiet;
  int lookback = 8;  // periods
  TrendRule trend;
  std::optional<Minutes> first;    // ad hoc: from `occurred` to the first news
  std::optional<Minutes> written;  // ad hoc: from `occurred` to the written report
  Place place;  // of its key in reporting.yaml
  Place on_holiday_place;     // of the values of these keys
  Place holiday_limit_place;
};

struct Regime {
  std::string file;  // "reporting.yaml"
  std::vector<ReportType> types;  // in the order of the file

  [[nodiscard]] const ReportType* find(const ReportTypeId& id) const;
};

// Days off and working Saturdays of one year (calendar/<year>.yaml).
struct DayOff {
  Date from{};
  Date to{};  // included
  std::string name;
  Place place{};
};
struct WorkingDay {
  Date date{};
  std::string name;
  Place place{};
};
struct CalendarYear {
  bool confirmed = false;
  std::vector<DayOff> days_off;
  std::vector<WorkingDay> working;
  Place confirmed_place{};  // of the value of `confirmed`
};
// The calendars that were loaded. A year without a file is not in the map.
using Calendars = std::map<int, CalendarYear>;

}  // namespace nammo
