#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nammo/schedule.h"
#include "support/memory_files.h"

// A store of values made by hand, for the tests of this floor; only its settings,
// which nothing but load_settings can put together, are read.
namespace nammo::test {

inline Date day(std::string_view text) { return parse_date(text).value(); }

// "2024-05-09T13:30", in the time of Hanoi.
inline Instant at(std::string_view text) { return parse_instant(std::string(text) + "+07:00").value(); }

inline Period period(std::string_view name) { return parse_period(name).value(); }

inline DayOff off(std::string_view from, std::string_view to, std::string name = "") {
  return {day(from), day(to), std::move(name)};
}

inline Calendars calendars() {
  Calendars all;
  all[2024] = {true,
               {off("2024-01-01", "2024-01-01", "Tết Dương lịch"), off("2024-02-08", "2024-02-14", "Tết Nguyên đán"),
                off("2024-04-18", "2024-04-18", "Giỗ Tổ"), off("2024-04-29", "2024-05-01", "30/4 và 1/5"),
                off("2024-08-31", "2024-09-03", "Quốc khánh")},
               {{day("2024-05-04"), "Làm bù"}}};
  all[2025] = {true,
               {off("2025-01-01", "2025-01-01", "Tết Dương lịch"), off("2025-01-25", "2025-02-02", "Tết Nguyên đán"),
                off("2025-04-07", "2025-04-07", "Giỗ Tổ"), off("2025-04-30", "2025-05-04", "30/4 và 1/5"),
                off("2025-08-30", "2025-09-02", "Quốc khánh")},
               {{day("2025-04-26"), "Làm bù"}}};
  all[2026] = {true,
               {off("2026-01-01", "2026-01-02", "Tết Dương lịch"), off("2026-02-14", "2026-02-22", "Tết Nguyên đán"),
                off("2026-04-27", "2026-04-27", "Giỗ Tổ"), off("2026-04-30", "2026-05-03", "30/4 và 1/5"),
                off("2026-08-29", "2026-09-02", "Quốc khánh")},
               {{day("2026-01-10"), "Làm bù"}, {day("2026-08-22"), "Làm bù"}}};
  all[2027] = {false,
               {off("2027-01-01", "2027-01-01", "Tết Dương lịch"), off("2027-02-04", "2027-02-10", "Tết Nguyên đán"),
                off("2027-04-16", "2027-04-16", "Giỗ Tổ"), off("2027-04-30", "2027-05-03", "30/4 và 1/5"),
                off("2027-09-02", "2027-09-03", "Quốc khánh")},
               {}};
  return all;
}

inline Area area(std::string id, std::string level, std::string_view since = "2023-04-10",
                 std::string_view pilot_since = "2024-01-01") {
  Area made;
  made.id = AreaId{std::move(id)};
  made.name = made.id.str();
  made.level = LevelId{std::move(level)};
  made.since = day(since);
  if (!pilot_since.empty()) made.pilot = PilotTime{day(pilot_since), {}, {}};
  return made;
}

inline Step step(std::string level, std::string org, std::optional<DueRule> due) {
  Step made;
  made.level = LevelId{std::move(level)};
  made.org = OrgId{std::move(org)};
  made.due = due;
  return made;
}

inline WeekdayDue on(std::chrono::weekday weekday, int hour, int minute = 0) {
  return {weekday, Minutes{60 * hour + minute}};
}
inline MonthDayDue on_day(int number, int hour, int minute = 0) { return {number, Minutes{60 * hour + minute}}; }

inline ReportType weekly() {
  ReportType type;
  type.id = ReportTypeId{"weekly"};
  type.label = {"Báo cáo nhanh", "Weekly report"};
  type.period = PeriodKind::week;
  type.window = ClosingWindow{std::chrono::Thursday, Minutes{0}};
  type.on_holiday = OnHoliday::previous;
  type.areas.kind = AreaScope::Kind::pilot;
  type.steps = {step("hamlet", "ccb", on(std::chrono::Wednesday, 17)), step("commune", "ccb", on(std::chrono::Thursday, 9)),
                step("district", "ccb", on(std::chrono::Thursday, 13, 30)),
                step("district", "bdv", on(std::chrono::Thursday, 16))};
  type.steps[2].target = on(std::chrono::Thursday, 11);
  type.steps[3].gathers = {OrgId{"ccb"}};
  type.posts = {step("district", "ccb", on(std::chrono::Thursday, 14))};
  return type;
}

inline ReportType monthly() {
  ReportType type;
  type.id = ReportTypeId{"monthly"};
  type.label = {"Báo cáo tháng", "Monthly report"};
  type.period = PeriodKind::month;
  type.window = FromDayWindow{15};
  type.on_holiday = OnHoliday::next;
  type.holiday_limit = 3;
  type.areas.kind = AreaScope::Kind::pilot;
  type.steps = {step("hamlet", "ccb", on_day(15, 8)), step("commune", "ccb", on_day(15, 11)),
                step("district", "ccb", on_day(15, 16, 30))};
  return type;
}

// A report of the town alone, due on day 15 at 16:30.
inline ReportType town_type(std::string id, PeriodKind kind) {
  ReportType type = monthly();
  type.id = ReportTypeId{std::move(id)};
  type.label = {type.id.str(), type.id.str()};
  type.period = kind;
  type.steps = {step("district", "ccb", on_day(15, 16, 30))};
  return type;
}

inline ReportType once() {
  ReportType type;
  type.id = ReportTypeId{"summary"};
  type.label = {"Báo cáo tổng kết", "Final report"};
  type.period = PeriodKind::once;
  type.window = RangeWindow{day("2024-05-06"), day("2024-12-31")};
  type.steps = {step("district", "ccb", DateDue{day("2024-12-31"), Minutes{17 * 60}})};
  return type;
}

inline ReportType adhoc() {
  ReportType type;
  type.id = ReportTypeId{"adhoc"};
  type.label = {"Báo cáo đột xuất", "Urgent report"};
  type.period = PeriodKind::adhoc;
  type.first = Minutes{120};
  type.written = Minutes{1440};
  type.areas.kind = AreaScope::Kind::pilot;
  type.steps = {step("hamlet", "ccb", std::nullopt), step("commune", "ccb", std::nullopt)};
  return type;
}

// The town of the plan: one ward of the pilot with two hamlets, one outside it.
inline Store store() {
  MemoryFiles files;
  files.put("nammo.yaml",
            "nammo: 1\nname: Hội\ntimezone: Asia/Ho_Chi_Minh\nweekend: [saturday, sunday]\n"
            "levels: [{id: district, label: thị xã}, {id: commune, label: phường}, {id: hamlet, label: khu phố}]\n"
            "organisations: [{id: ccb, label: CCB}, {id: mttq, label: MTTQ}, {id: bdv, label: BDV}]\n");
  Diagnostics diagnostics;
  Store made = load_settings(files, diagnostics).value();
  made.calendars = calendars();
  made.regime.file = "reporting.yaml";
  made.regime.types = {weekly(),
                       monthly(),
                       town_type("quarterly", PeriodKind::quarter),
                       town_type("half-yearly", PeriodKind::half),
                       town_type("yearly", PeriodKind::year),
                       once(),
                       adhoc()};
  made.areas = AreaTree{{area("town", "district"), area("town/ho", "commune"), area("town/ho/kp-1", "hamlet"),
                         area("town/ho/kp-2", "hamlet"), area("town/ho-2", "commune", "2023-04-10", ""),
                         area("town/ho-2/kp-1", "hamlet", "2023-04-10", "")}};
  return made;
}

// "2024-05-09T13:30", in the time of Hanoi.
inline std::string clock(Instant instant) {
  return format_instant(instant, Zone::find("Asia/Ho_Chi_Minh").value()).substr(0, 16);
}

}  // namespace nammo::test
