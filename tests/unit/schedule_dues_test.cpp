#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

std::string due_day(const ReportType& type, std::size_t number, const Period& p, const Store& s) {
  return clock(due_of(type, type.steps[number], p, s).value().effective).substr(0, 10);
}

// What a line of tests/schedule/dues.txt says about `period`, as the code sees it.
std::string reckoned(const std::string& kind, const std::string& name, const Store& s) {
  ReportType type = kind.starts_with("week") ? weekly() : monthly();
  type.on_holiday = kind.ends_with("previous") ? OnHoliday::previous : OnHoliday::next;
  type.holiday_limit = kind.ends_with("limit") ? std::optional{3} : std::nullopt;
  const Period p = period(name);
  const std::size_t last = type.steps.size() - 1;
  const std::string due = due_day(type, last, p, s);
  if (kind.starts_with("month")) {
    const Due district = due_of(type, type.steps[last], p, s).value();
    return kind + " " + name + " " + format_date(district.nominal_day) + " " + due;
  }
  const Window window = window_of(type, p, s).value();
  return kind + " " + name + " " + clock(window.start).substr(0, 10) + " " + clock(window.end).substr(0, 10) + " " +
         due_day(type, 0, p, s) + " " + due;
}

}  // namespace

// tests/schedule/reckon.py made the table with an algorithm of its own; a test of
// its own (schedule_reckoning) runs it again and compares.
TEST_CASE("due: every Thursday and every 15th from 2024 to 2027 as reckoned apart from the code") {
  std::ifstream file(NAMMO_SOURCE_DIR "/tests/schedule/dues.txt");
  const Store s = store();
  std::string line;
  int weeks = 0;
  int months = 0;
  while (std::getline(file, line)) {
    std::istringstream words(line);
    std::string kind;
    std::string name;
    words >> kind >> name;
    CHECK(reckoned(kind, name, s) == line);
    (kind.starts_with("week") ? weeks : months) += 1;
  }
  CHECK(weeks == 3 * 209);  // Thursdays: 52 in 2024, 52 in 2025, 53 in 2026, 52 in 2027
  CHECK(months == 3 * 48);
}

TEST_CASE("due: a Thursday that is off moves the step to the working day before, and the hamlet's before that") {
  struct Case { const char* period; const char* nominal; const char* hamlet; const char* district; };
  const Case cases[] = {
      {"2024-W06", "2024-02-08T13:30", "2024-02-06T17:00", "2024-02-07T13:30"},  // Tết
      {"2024-W16", "2024-04-18T13:30", "2024-04-16T17:00", "2024-04-17T13:30"},  // Giỗ Tổ
      {"2024-W19", "2024-05-09T13:30", "2024-05-08T17:00", "2024-05-09T13:30"},
      {"2025-W01", "2025-01-02T13:30", "2024-12-31T17:00", "2025-01-02T13:30"},  // the Wednesday alone is off
      {"2025-W05", "2025-01-30T13:30", "2025-01-23T17:00", "2025-01-24T13:30"},  // Tết: the 24th is a Friday
      {"2025-W18", "2025-05-01T13:30", "2025-04-28T17:00", "2025-04-29T13:30"},  // the Wednesday is off too
      {"2026-W01", "2026-01-01T13:30", "2025-12-30T17:00", "2025-12-31T13:30"},
      {"2026-W53", "2026-12-31T13:30", "2026-12-30T17:00", "2026-12-31T13:30"},
  };
  const Store s = store();
  const ReportType type = weekly();
  for (const auto& c : cases) {
    CAPTURE(c.period);
    CHECK(clock(due_of(type, type.steps[2], period(c.period), s)->nominal) == c.nominal);
    CHECK(clock(due_of(type, type.steps[2], period(c.period), s)->effective) == c.district);
    CHECK(clock(due_of(type, type.steps[0], period(c.period), s)->effective) == c.hamlet);
  }
}

TEST_CASE("due: a day 15 that is off goes to the next working day, unless that is too far away") {
  struct Case { const char* period; std::optional<int> limit; const char* due; };
  const Case cases[] = {{"2024-06", 3, "2024-06-17T16:30"},             // a Saturday; the Monday is two days away
                        {"2024-06", 1, "2024-06-14T16:30"},             // two are more than one
                        {"2024-06", 2, "2024-06-17T16:30"},
                        {"2026-02", std::nullopt, "2026-02-23T16:30"},  // after Tết
                        {"2026-02", 3, "2026-02-13T16:30"},             // before it
                        {"2024-05", 3, "2024-05-15T16:30"}};
  const Store s = store();
  for (const auto& c : cases) {
    CAPTURE(c.period);
    ReportType type = monthly();
    type.holiday_limit = c.limit;
    const Due district = due_of(type, type.steps[2], period(c.period), s).value();
    CHECK(clock(district.effective) == c.due);
    CHECK(clock(due_of(type, type.steps[0], period(c.period), s)->effective) == std::string(c.due).substr(0, 10) + "T08:00");
    CHECK(clock(district.nominal) == std::string(c.period) + "-15T16:30");
  }
}

TEST_CASE("due: a working Saturday is a working day, and `keep` moves nothing") {
  const Store s = store();
  CHECK(is_working_day(day("2024-05-04"), s));
  CHECK_FALSE(is_working_day(day("2024-05-11"), s));
  CHECK_FALSE(is_working_day(day("2024-04-29"), s));
  CHECK(is_working_day(day("2024-05-02"), s));
  CHECK(is_working_day(day("2028-01-03"), s));        // no calendar: a Monday
  CHECK_FALSE(is_working_day(day("2028-01-01"), s));  // a Saturday
  ReportType type = weekly();
  type.on_holiday = OnHoliday::keep;
  const Due kept = due_of(type, type.steps[2], period("2024-W06"), s).value();
  CHECK(kept.nominal == kept.effective);
  CHECK(clock(due_of(type, type.steps[0], period("2025-W01"), s)->effective) == "2025-01-01T17:00");
  CHECK(calendar_years(type, period("2025-W01")).empty());
}

TEST_CASE("due: the target and the post move with the step") {
  const Store s = store();
  const ReportType type = weekly();
  CHECK(clock(target_of(type, type.steps[2], period("2025-W18"), s).value()) == "2025-04-29T11:00");
  CHECK_FALSE(target_of(type, type.steps[0], period("2025-W18"), s));
  CHECK(clock(due_of(type, type.posts[0], period("2025-W18"), s)->effective) == "2025-04-29T14:00");
}

TEST_CASE("due: `day N` is of the period's last month, of the month after where windows are calendar ones") {
  struct Case { PeriodKind kind; const char* period; const char* from_day; const char* calendar; };
  const Case cases[] = {{PeriodKind::month, "2024-12", "2024-12-15", "2025-01-15"},
                        {PeriodKind::quarter, "2024-Q1", "2024-03-15", "2024-04-15"},
                        {PeriodKind::half, "2024-H1", "2024-06-15", "2024-07-15"},
                        {PeriodKind::half, "2024-H2", "2024-12-15", "2025-01-15"},
                        {PeriodKind::year, "2024", "2024-12-15", "2025-01-15"}};
  const Store s = store();
  for (const auto& c : cases) {
    CAPTURE(c.period);
    ReportType type = town_type("t", c.kind);
    CHECK(format_date(due_of(type, type.steps[0], period(c.period), s)->nominal_day) == c.from_day);
    type.window = CalendarWindow{};
    CHECK(format_date(due_of(type, type.steps[0], period(c.period), s)->nominal_day) == c.calendar);
  }
}

TEST_CASE("due: a month without that day has its last one") {
  const Store s = store();
  ReportType type = town_type("t", PeriodKind::month);
  type.on_holiday = OnHoliday::keep;
  type.steps[0].due = on_day(31, 8);
  CHECK(format_date(due_of(type, type.steps[0], period("2024-02"), s)->nominal_day) == "2024-02-29");
  CHECK(format_date(due_of(type, type.steps[0], period("2025-04"), s)->nominal_day) == "2025-04-30");
}

TEST_CASE("due: a rule that does not fit the period gives none") {
  const Store s = store();
  const ReportType week = weekly();
  const ReportType month = monthly();
  CHECK_FALSE(due_of(month, step("hamlet", "ccb", on(std::chrono::Monday, 8)), period("2024-05"), s));
  CHECK_FALSE(due_of(week, step("hamlet", "ccb", on_day(15, 8)), period("2024-W19"), s));
  CHECK_FALSE(due_of(month, step("hamlet", "ccb", DateDue{day("2024-05-15"), Minutes{0}}), period("2024-05"), s));
  CHECK_FALSE(due_of(adhoc(), adhoc().steps[0], period("2024-05-20.1"), s));
}

TEST_CASE("due: without any working day near, nothing moves and the search ends") {
  Store s = store();
  for (unsigned d = 0; d < 7; ++d) s.settings.weekend.emplace_back(d);
  const ReportType type = weekly();
  CHECK(clock(due_of(type, type.steps[0], period("2026-W19"), s)->effective) == "2026-05-06T17:00");
}

TEST_CASE("due: calendars are asked for where a move could lead, confirmed ones for the days themselves") {
  CHECK(calendar_years(weekly(), period("2024-W19")) == std::vector{2024});
  CHECK(calendar_years(weekly(), period("2025-W01")) == std::vector{2024, 2025});
  CHECK(calendar_years(weekly(), period("2024-W51")) == std::vector{2024, 2025});
  CHECK(due_years(weekly(), period("2024-W51")) == std::vector{2024});
  CHECK(due_years(weekly(), period("2025-W01")) == std::vector{2025});  // Wednesday 1 January
  CHECK(due_years(weekly(), period("2026-W01")) == std::vector{2025, 2026});
  CHECK(calendar_years(adhoc(), period("2024-05-20.1")).empty());
}
