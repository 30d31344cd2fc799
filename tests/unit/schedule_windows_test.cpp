#include <doctest/doctest.h>

#include <map>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

std::string span(const ReportType& type, const char* name, const Store& s) {
  const auto window = window_of(type, period(name), s);
  return window ? clock(window->start) + " " + clock(window->end) : "none";
}

}  // namespace

TEST_CASE("window: each kind of period covers what the regime says") {
  struct Case { PeriodKind kind; const char* period; const char* from_day; const char* calendar; };
  const Case cases[] = {
      {PeriodKind::month, "2024-05", "2024-04-15T00:00 2024-05-15T00:00", "2024-05-01T00:00 2024-06-01T00:00"},
      {PeriodKind::month, "2024-01", "2023-12-15T00:00 2024-01-15T00:00", "2024-01-01T00:00 2024-02-01T00:00"},
      {PeriodKind::quarter, "2024-Q1", "2023-12-15T00:00 2024-03-15T00:00", "2024-01-01T00:00 2024-04-01T00:00"},
      {PeriodKind::quarter, "2024-Q4", "2024-09-15T00:00 2024-12-15T00:00", "2024-10-01T00:00 2025-01-01T00:00"},
      {PeriodKind::half, "2024-H1", "2023-12-15T00:00 2024-06-15T00:00", "2024-01-01T00:00 2024-07-01T00:00"},
      {PeriodKind::half, "2024-H2", "2024-06-15T00:00 2024-12-15T00:00", "2024-07-01T00:00 2025-01-01T00:00"},
      {PeriodKind::year, "2024", "2023-12-15T00:00 2024-12-15T00:00", "2024-01-01T00:00 2025-01-01T00:00"}};
  const Store s = store();
  for (const auto& c : cases) {
    CAPTURE(c.period);
    ReportType type = town_type("t", c.kind);
    CHECK(span(type, c.period, s) == c.from_day);
    type.window = CalendarWindow{};
    CHECK(span(type, c.period, s) == c.calendar);
    type.window.reset();
    CHECK(span(type, c.period, s) == c.calendar);
  }
}

TEST_CASE("window: a week closes as the last step moves, and the next starts there") {
  const Store s = store();
  const ReportType type = weekly();
  CHECK(span(type, "2024-W19", s) == "2024-05-02T00:00 2024-05-09T00:00");
  CHECK(span(type, "2024-W06", s) == "2024-02-01T00:00 2024-02-07T00:00");
  CHECK(span(type, "2024-W07", s) == "2024-02-07T00:00 2024-02-15T00:00");
  CHECK(span(type, "2025-W18", s) == "2025-04-24T00:00 2025-04-29T00:00");
  ReportType noon = weekly();
  noon.window = ClosingWindow{std::chrono::Wednesday, Minutes{12 * 60}};
  CHECK(span(noon, "2025-W18", s) == "2025-04-23T12:00 2025-04-28T12:00");
}

TEST_CASE("window: a from_day window does not move with the holidays") {
  const Store s = store();
  CHECK(span(monthly(), "2026-02", s) == "2026-01-15T00:00 2026-02-15T00:00");
  CHECK(span(monthly(), "2026-03", s) == "2026-02-15T00:00 2026-03-15T00:00");
}

TEST_CASE("window: a once report covers whole days, an ad hoc one none") {
  const Store s = store();
  CHECK(span(once(), "summary", s) == "2024-05-06T00:00 2025-01-01T00:00");
  CHECK(span(once(), "another", s) == "none");
  CHECK(span(adhoc(), "2024-05-20.1", s) == "none");
  CHECK(span(monthly(), "2024-W19", s) == "none");
  ReportType unfit = monthly();
  unfit.window = ClosingWindow{std::chrono::Thursday, Minutes{0}};
  CHECK(span(unfit, "2024-05", s) == "none");
  unfit.window = RangeWindow{day("2024-05-06"), day("2024-12-31")};
  CHECK(span(unfit, "2024-05", s) == "none");
}

TEST_CASE("window: no hour is lost or counted twice across any holiday, and dues keep their order") {
  const Store s = store();
  struct Rule { OnHoliday on_holiday; std::optional<int> limit; };
  const Rule rules[] = {{OnHoliday::keep, {}}, {OnHoliday::previous, {}}, {OnHoliday::next, {}},
                        {OnHoliday::next, 0},  {OnHoliday::next, 1},      {OnHoliday::next, 3}};
  for (const auto& rule : rules) {
    for (auto type : {weekly(), monthly()}) {
      type.on_holiday = rule.on_holiday;
      type.holiday_limit = rule.limit;
      Period p = type.period == PeriodKind::week ? period("2023-W50") : period("2023-12");
      for (int i = 0; i < 220; ++i, p = advance(p, 1)) {
        CAPTURE(to_string(p));
        CHECK(window_of(type, p, s)->end == window_of(type, advance(p, 1), s)->start);
        CHECK(window_of(type, p, s)->start <= window_of(type, p, s)->end);
        CHECK(due_of(type, type.steps[0], p, s)->effective < due_of(type, type.steps[1], p, s)->effective);
        CHECK(due_of(type, type.steps[1], p, s)->effective < due_of(type, type.steps[2], p, s)->effective);
      }
    }
  }
}

TEST_CASE("window: a moment lies in exactly the window that holds it") {
  const Store s = store();
  const auto name = [&](const ReportType& type, const char* moment) {
    const auto found = period_at(type, at(moment), s);
    return found ? to_string(*found) : "none";
  };
  CHECK(name(weekly(), "2024-05-08T23:59:59") == "2024-W19");
  CHECK(name(weekly(), "2024-05-09T00:00") == "2024-W20");
  CHECK(name(weekly(), "2024-02-07T00:00") == "2024-W07");  // W06 closed a day early
  CHECK(name(weekly(), "2024-02-06T23:59") == "2024-W06");
  CHECK(name(weekly(), "2025-01-24T00:00") == "2025-W06");  // W05 closed on the 24th, before Tết
  CHECK(name(weekly(), "2026-12-31T00:00") == "2027-W01");
  CHECK(name(weekly(), "2026-12-30T12:00") == "2026-W53");
  CHECK(name(monthly(), "2024-05-14T23:59") == "2024-05");
  CHECK(name(monthly(), "2024-05-15T00:00") == "2024-06");
  CHECK(name(monthly(), "2024-12-20T00:00") == "2025-01");
  CHECK(name(town_type("q", PeriodKind::quarter), "2024-12-20T00:00") == "2025-Q1");
  CHECK(name(town_type("h", PeriodKind::half), "2024-06-15T00:00") == "2024-H2");
  CHECK(name(town_type("y", PeriodKind::year), "2024-12-15T00:00") == "2025");
  CHECK(name(once(), "2024-06-01T00:00") == "none");
  CHECK(name(adhoc(), "2024-06-01T00:00") == "none");
}

TEST_CASE("window: a longer period is made of the periods that end in it") {
  const Store s = store();
  const auto parts = [&](const ReportType& inner, const ReportType& outer, const char* name) {
    std::string text;
    for (const Period& p : periods_within(inner, window_of(outer, period(name), s).value(), s)) text += to_string(p) + " ";
    return text;
  };
  CHECK(parts(monthly(), town_type("q", PeriodKind::quarter), "2024-Q1") == "2024-01 2024-02 2024-03 ");
  CHECK(parts(monthly(), town_type("y", PeriodKind::half), "2024-H2") == "2024-07 2024-08 2024-09 2024-10 2024-11 2024-12 ");
  // The pilot's report covers 6 May to 31 December; May's window ends on the 14th.
  CHECK(parts(monthly(), once(), "summary") == "2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12 ");
  ReportType calendar = monthly();
  calendar.window = CalendarWindow{};
  CHECK(parts(calendar, once(), "summary") == "2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12 ");
  // Weeks go where their Thursday lies: 18 April to 9 May, though W16 closed on the 17th for the holiday.
  CHECK(parts(weekly(), monthly(), "2024-05") == "2024-W16 2024-W17 2024-W18 2024-W19 ");
  // W33 closes where the window of August ends, on the 15th at 00:00; it is due on that day, so in September's.
  CHECK(parts(weekly(), monthly(), "2024-08") == "2024-W29 2024-W30 2024-W31 2024-W32 ");
  CHECK(parts(weekly(), monthly(), "2024-09") == "2024-W33 2024-W34 2024-W35 2024-W36 2024-W37 ");
  // Trap T10: the close of 14 January 2026 holds four Thursdays, that of 14 February five.
  CHECK(parts(weekly(), monthly(), "2026-01") == "2025-W51 2025-W52 2026-W01 2026-W02 ");
  CHECK(parts(weekly(), monthly(), "2026-02") == "2026-W03 2026-W04 2026-W05 2026-W06 2026-W07 ");
  // A week that closes on Monday is due after it, one that closes on Saturday before.
  ReportType monday = weekly();
  monday.window = ClosingWindow{std::chrono::Monday, Minutes{0}};
  CHECK(parts(monday, monthly(), "2024-09") == "2024-W33 2024-W34 2024-W35 2024-W36 2024-W37 ");
  ReportType saturday = weekly();
  saturday.window = ClosingWindow{std::chrono::Saturday, Minutes{0}};
  CHECK(parts(saturday, monthly(), "2024-09") == "2024-W33 2024-W34 2024-W35 2024-W36 2024-W37 ");
  CHECK(parts(once(), monthly(), "2024-05").empty());
}

TEST_CASE("window: the year 2026 has 53 weeks, and a close of 14 January holds four Thursdays") {
  const Store s = store();
  const ReportType type = weekly();
  std::map<int, int> by_month;
  std::map<std::string, int> by_close;
  for (Period p = period("2025-W51"); p != period("2027-W01"); p = advance(p, 1)) {
    const Due due = due_of(type, type.steps[2], p, s).value();
    if (static_cast<int>(due.nominal_day.year()) == 2026) ++by_month[static_cast<int>(unsigned{due.nominal_day.month()})];
    ++by_close[to_string(period_at(monthly(), due.nominal, s).value())];
  }
  int sum = 0;
  const int thursdays[] = {5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 5};
  for (int month = 1; month <= 12; ++month) {
    CHECK(by_month[month] == thursdays[month - 1]);
    sum += by_month[month];
  }
  CHECK(sum == 53);
  CHECK(by_close["2026-01"] == 4);  // 18 and 25 December, 1 and 8 January
  CHECK(by_close["2026-02"] == 5);  // 15, 22, 29 January, 5 and 12 February
}
