#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <span>

#include "nammo/due.h"
#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

// The Thursdays and days 15 of 2024 to 2027 that meet a day off, looked up by hand in
// the announced calendars: nothing in this file is reckoned by nammo or by reckon.py.

namespace {

struct Collision {
  const char* day;
  const char* before;  // the working day before it
  const char* after;   // and the one after it
};

// 2027 is not announced; its days are those that the Labour Code gives.
constexpr Collision kThursdays[] = {
    {"2024-02-08", "2024-02-07", "2024-02-15"},  // Tết, 8 to 14 February
    {"2024-04-18", "2024-04-17", "2024-04-19"},  // Giỗ Tổ
    {"2025-01-30", "2025-01-24", "2025-02-03"},  // Tết, 25 January to 2 February
    {"2025-05-01", "2025-04-29", "2025-05-05"},  // 30 April to 4 May
    {"2026-01-01", "2025-12-31", "2026-01-05"},  // the Friday is exchanged
    {"2026-02-19", "2026-02-13", "2026-02-23"},  // Tết, 14 to 22 February
    {"2026-04-30", "2026-04-29", "2026-05-04"},
    {"2027-02-04", "2027-02-03", "2027-02-11"},
    {"2027-09-02", "2027-09-01", "2027-09-06"},
};
constexpr Collision kFifteenths[] = {
    {"2024-06-15", "2024-06-14", "2024-06-17"}, {"2024-09-15", "2024-09-13", "2024-09-16"},
    {"2024-12-15", "2024-12-13", "2024-12-16"}, {"2025-02-15", "2025-02-14", "2025-02-17"},
    {"2025-03-15", "2025-03-14", "2025-03-17"}, {"2025-06-15", "2025-06-13", "2025-06-16"},
    {"2025-11-15", "2025-11-14", "2025-11-17"}, {"2026-02-15", "2026-02-13", "2026-02-23"},  // Tết
    {"2026-03-15", "2026-03-13", "2026-03-16"}, {"2026-08-15", "2026-08-14", "2026-08-17"},
    {"2026-11-15", "2026-11-13", "2026-11-16"}, {"2027-05-15", "2027-05-14", "2027-05-17"},
    {"2027-08-15", "2027-08-13", "2027-08-16"},
};

std::string_view expected_of(const Collision& c, OnHoliday rule, std::optional<int> limit) {
  if (rule == OnHoliday::previous) return c.before;
  const auto away = std::chrono::sys_days{day(c.after)} - std::chrono::sys_days{day(c.day)};
  return !limit || away.count() <= *limit ? c.after : c.before;
}

// The day of the last due of each period that a day off moves, by its nominal day.
std::map<std::string, std::string> moved(ReportType type, OnHoliday rule, std::optional<int> limit, const Store& s) {
  type.on_holiday = rule;
  type.holiday_limit = limit;
  std::map<std::string, std::string> found;
  for (const Period& p : periods_due(type, {day("2024-01-01"), day("2027-12-31")})) {
    const Due due = due_of(type, type.steps.back(), p, s).value();
    if (due.nominal_day < day("2024-01-01") || due.nominal_day > day("2027-12-31")) continue;
    const auto effective = clock(due.effective).substr(0, 10);
    if (effective != format_date(due.nominal_day)) found[format_date(due.nominal_day)] = effective;
  }
  return found;
}

void check_moves(const ReportType& type, std::span<const Collision> collisions) {
  const Store s = store();
  struct Rule { OnHoliday on_holiday; std::optional<int> limit; };
  const Rule rules[] = {{OnHoliday::previous, {}}, {OnHoliday::next, {}}, {OnHoliday::next, 0}, {OnHoliday::next, 1},
                        {OnHoliday::next, 3},      {OnHoliday::next, 4},  {OnHoliday::next, 30}};
  for (const Rule& rule : rules) {
    CAPTURE(rule.limit.value_or(-1));
    std::map<std::string, std::string> expected;
    for (const Collision& c : collisions) expected[c.day] = expected_of(c, rule.on_holiday, rule.limit);
    CHECK(moved(type, rule.on_holiday, rule.limit, s) == expected);
  }
  CHECK(moved(type, OnHoliday::keep, {}, s).empty());
}

}  // namespace

TEST_CASE("due: of the Thursdays of 2024 to 2027 only those of a holiday move, each where the calendar says") {
  check_moves(weekly(), kThursdays);
}

TEST_CASE("due: of the days 15 of 2024 to 2027 only those that are off move, each where the calendar says") {
  check_moves(monthly(), kFifteenths);
}

TEST_CASE("due: the last Thursday of 2026 is that of week 53 and moves nowhere") {
  const Store s = store();
  const ReportType type = weekly();
  const Due due = due_of(type, type.steps[2], period("2026-W53"), s).value();
  CHECK(clock(due.nominal) == "2026-12-31T13:30");
  CHECK(due.effective == due.nominal);
  CHECK(clock(window_of(type, period("2026-W53"), s)->end) == "2026-12-31T00:00");
  CHECK(clock(due_of(type, type.steps[2], period("2027-W01"), s)->effective) == "2027-01-07T13:30");
}

TEST_CASE("due: a Thursday that is a 15th holds the week and the month, each of its own") {
  const Store s = store();
  for (const char* date : {"2024-02-15", "2024-08-15", "2025-05-15", "2026-01-15", "2026-10-15", "2027-04-15", "2027-07-15"}) {
    CAPTURE(date);
    DueQuestion question;
    question.days = {day(date), day(date)};
    std::vector<std::string> dues;
    for (const Obligation& o : expand_due(question, s)) {
      if (o.kind == ObligationKind::report) dues.push_back(clock(o.due).substr(11) + " " + o.report.str() + " " + o.area.str());
    }
    CHECK(dues == std::vector<std::string>{"08:00 monthly town/ho/kp-1", "08:00 monthly town/ho/kp-2", "09:00 weekly town/ho",
                                           "11:00 monthly town/ho", "13:30 weekly town", "16:00 weekly town",
                                           "16:30 monthly town"});
  }
}

TEST_CASE("due: 15 June and 15 December hold every report of a longer period, on one day") {
  struct Case { const char* day; std::vector<std::string> periods; };
  const Case cases[] = {
      {"2024-06-17", {"2024-06", "2024-Q2", "2024-H1"}},  // the 15th is a Saturday
      {"2025-06-16", {"2025-06", "2025-Q2", "2025-H1"}},  // a Sunday
      {"2026-06-15", {"2026-06", "2026-Q2", "2026-H1"}},
      {"2027-06-15", {"2027-06", "2027-Q2", "2027-H1"}},
      {"2024-12-16", {"2024", "2024-12", "2024-H2", "2024-Q4"}},  // a Sunday
      {"2025-12-15", {"2025", "2025-12", "2025-H2", "2025-Q4"}},
      {"2026-12-15", {"2026", "2026-12", "2026-H2", "2026-Q4"}},
      {"2027-12-15", {"2027", "2027-12", "2027-H2", "2027-Q4"}},
      {"2024-03-15", {"2024-03", "2024-Q1"}},
      {"2024-09-16", {"2024-09", "2024-Q3"}},  // a Sunday
  };
  const Store s = store();
  for (const auto& c : cases) {
    CAPTURE(c.day);
    DueQuestion question;
    question.days = {day(c.day), day(c.day)};
    question.root = AreaId{"town"};
    std::vector<std::string> periods;
    for (const Obligation& o : expand_due(question, s)) {
      if (o.area.str() == "town" && o.report.str() != "weekly") periods.push_back(to_string(o.period));
    }
    std::sort(periods.begin(), periods.end());
    auto expected = c.periods;
    std::sort(expected.begin(), expected.end());
    CHECK(periods == expected);
  }
}
