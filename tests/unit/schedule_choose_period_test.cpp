#include <doctest/doctest.h>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// "weekly 2024-W19", or the problem in Vietnamese.
std::string chosen(const std::string& typed, const char* now, const Store& s, const char* area_id = "town",
                   const char* org = "") {
  Text problem;
  const auto choice = choose_period(typed, AreaId{area_id}, OrgId{org}, s, at(now), problem);
  CHECK(choice.has_value() == problem.empty());
  return choice ? choice->type->id.str() + " " + to_string(choice->period) : problem.vi;
}

struct Case { const char* typed; const char* chosen; };

constexpr const char* kWednesday = "2024-05-08T10:00";  // the week W19 closes at midnight

}  // namespace

TEST_CASE("period: every name of a file names itself") {
  const Store s = store();
  const Case cases[] = {{"2024-W19", "weekly 2024-W19"},     {"2024-05", "monthly 2024-05"},
                        {"2024-Q2", "quarterly 2024-Q2"},    {"2024-H1", "half-yearly 2024-H1"},
                        {"2024", "yearly 2024"},             {"summary", "summary summary"}, {"Summary", "summary summary"},
                        {"2024-05-20.1", "adhoc 2024-05-20.1"}};
  for (const auto& c : cases) CHECK(chosen(c.typed, kWednesday, s) == c.chosen);
}

TEST_CASE("period: what people say for it") {
  const Store s = store();
  const Case cases[] = {{"W19", "weekly 2024-W19"},          {"w19", "weekly 2024-W19"},
                        {"2024-w9", "weekly 2024-W09"},      {"tuần 19", "weekly 2024-W19"},
                        {"Tuần 19/2025", "weekly 2025-W19"}, {"tuan 19 nam 2025", "weekly 2025-W19"},
                        {"week 19", "weekly 2024-W19"},      {"5/2024", "monthly 2024-05"},
                        {"05/2024", "monthly 2024-05"},      {"2024-5", "monthly 2024-05"},
                        {"tháng 5", "monthly 2024-05"},      {"THÁNG 5/2025", "monthly 2025-05"},
                        {"tháng 5 năm 2025", "monthly 2025-05"}, {"tha\xCC\x81ng 5", "monthly 2024-05"},
                        {"Q2", "quarterly 2024-Q2"},         {"quý 2", "quarterly 2024-Q2"},
                        {"quý II/2025", "quarterly 2025-Q2"}, {"H1", "half-yearly 2024-H1"},
                        {"năm 2024", "yearly 2024"},         {" 2024-W19 ", "weekly 2024-W19"},
                        {"9/5/2024", "weekly 2024-W20"},     {"2024-5-8", "weekly 2024-W19"}};
  for (const auto& c : cases) {
    CAPTURE(c.typed);
    CHECK(chosen(c.typed, kWednesday, s) == c.chosen);
  }
}

TEST_CASE("period: the year that is left out is that of the week in which now lies") {
  const Store s = store();
  CHECK(chosen("W53", "2027-01-02T10:00", s) == "weekly 2026-W53");  // a Saturday of 2026-W53
  CHECK(chosen("W1", "2024-12-31T10:00", s) == "weekly 2025-W01");
  CHECK(chosen("Q1", "2024-12-31T10:00", s) == "quarterly 2024-Q1");
}

TEST_CASE("period: this, last and a day mean the shortest type's window") {
  const Store s = store();
  CHECK(chosen("this", kWednesday, s) == "weekly 2024-W19");
  CHECK(chosen("last", kWednesday, s) == "weekly 2024-W18");
  CHECK(chosen("kỳ trước", kWednesday, s) == "weekly 2024-W18");
  CHECK(chosen("this", "2024-05-09T00:00", s) == "weekly 2024-W20");
  CHECK(chosen("2024-05-08", "2026-01-01T00:00", s) == "weekly 2024-W19");
  CHECK(chosen("2024-02-07", "2026-01-01T00:00", s) == "weekly 2024-W07");  // W06 closed a day early
  Store monthly_only = store();
  monthly_only.regime.types = {once(), town_type("yearly", PeriodKind::year), monthly()};
  CHECK(chosen("this", kWednesday, monthly_only) == "monthly 2024-05");
}

TEST_CASE("period: nothing typed means what is due today at that level, else what was due last") {
  const Store s = store();
  CHECK(chosen("", kWednesday, s, "town/ho/kp-1") == "weekly 2024-W19");  // due at 17:00
  CHECK(chosen("", kWednesday, s, "town/ho") == "weekly 2024-W18");       // its next is tomorrow
  CHECK(chosen("", "2024-05-09T08:00", s, "town/ho") == "weekly 2024-W19");
  CHECK(chosen("", "2024-05-11T08:00", s, "town") == "weekly 2024-W19");
  // Thursday 1 May 2025: the town's due was moved to Tuesday.
  CHECK(chosen("", "2025-04-28T08:00", s, "town") == "weekly 2025-W17");
  CHECK(chosen("", "2025-04-29T08:00", s, "town") == "weekly 2025-W18");
  CHECK(chosen("", "2025-05-01T08:00", s, "town") == "weekly 2025-W18");
}

TEST_CASE("period: a regime that has ended or not begun gives way to one in force") {
  Store s = store();
  s.regime.types[0].until = day("2024-12-31");
  CHECK(chosen("", "2025-06-20T08:00", s) == "monthly 2025-06");
  CHECK(chosen("this", "2025-06-20T08:00", s) == "monthly 2025-07");
  CHECK(chosen("2025-06-20", "2024-05-09T08:00", s) == "monthly 2025-07");
  CHECK(chosen("2024-05-08", "2025-06-20T08:00", s) == "weekly 2024-W19");
  s.regime.types.resize(1);
  CHECK(chosen("", "2025-06-20T08:00", s) == "weekly 2024-W52");  // the last that ever was due
  s.regime.types[0].until.reset();
  s.regime.types[0].since = day("2026-01-05");
  CHECK(chosen("", "2025-06-20T08:00", s) == "weekly 2026-W02");  // the first that will be
}

TEST_CASE("period: a level without a step of its own is asked about the shortest type of all") {
  Store s = store();
  s.regime.types[0].steps.resize(1);  // hamlets alone report each week
  CHECK(chosen("", "2024-05-20T08:00", s, "town") == "monthly 2024-05");
  CHECK(chosen("", "2024-05-20T08:00", s, "town/ho/kp-1") == "weekly 2024-W20");
  s.regime.types.resize(1);
  CHECK(chosen("", "2024-05-20T08:00", s, "town") == "weekly 2024-W20");
}

TEST_CASE("period: the organisation chooses among types of one kind") {
  Store s = store();
  ReportType other = weekly();
  other.id = ReportTypeId{"front-weekly"};
  other.steps = {step("district", "mttq", on(std::chrono::Friday, 9))};
  s.regime.types.push_back(other);
  CHECK(chosen("2024-W19", kWednesday, s, "town", "mttq") == "front-weekly 2024-W19");
  CHECK(chosen("2024-W19", kWednesday, s, "town", "ccb") == "weekly 2024-W19");
  CHECK(chosen("", "2024-05-10T08:00", s, "town", "mttq") == "front-weekly 2024-W19");
  CHECK(chosen("2024-05", kWednesday, s, "town", "mttq") ==
        "reporting.yaml không có loại báo cáo nào của tổ chức mttq mang kỳ 2024-05; các kỳ có thể ghi: "
        "2024-W19 (Báo cáo nhanh)");
}

TEST_CASE("period: the id of a regular type means its period that is due") {
  Store s = store();
  CHECK(chosen("monthly", "2024-05-15T08:00", s) == "monthly 2024-05");
  CHECK(chosen("weekly", "2024-05-11T08:00", s) == "weekly 2024-W19");
  ReportType named = once();
  named.id = ReportTypeId{"nam-2024"};  // and not the year 2024
  s.regime.types.push_back(named);
  CHECK(chosen("nam-2024", kWednesday, s) == "nam-2024 nam-2024");
}

TEST_CASE("period: what names no period is answered with examples of this store") {
  Store s = store();
  s.regime.types = {weekly(), monthly(), adhoc()};
  CHECK(chosen("thứ năm", kWednesday, s) ==
        "\"thứ năm\" không phải là một kỳ báo cáo; hãy ghi tên kỳ như 2024-W19 (Báo cáo nhanh), 2024-05 (Báo cáo tháng), "
        "2024-05-08.1 (Báo cáo đột xuất), hoặc W19, tháng 5, 5/2024, Q2, một ngày trong kỳ (2024-05-09), this (kỳ này), last (kỳ trước)");
  CHECK(chosen("2024-W53", kWednesday, s) == "không có kỳ 2024-W53: năm 2024 có 52 tuần, từ 2024-W01 đến 2024-W52");
  CHECK(chosen("2024-13", kWednesday, s) ==
        "không có kỳ 2024-13: tháng từ 1 đến 12 (2024-05), quý từ 1 đến 4 (2024-Q2), nửa năm 1 hoặc 2 (2024-H1)");
  CHECK(chosen("2024-Q2", kWednesday, s) ==
        "reporting.yaml không có loại báo cáo nào mang kỳ 2024-Q2; các kỳ có thể ghi: 2024-W19 (Báo cáo nhanh), "
        "2024-05 (Báo cáo tháng), 2024-05-08.1 (Báo cáo đột xuất)");
  const char* const nothing[] = {"2024-02-30", "30/2/2024", "9/257/2024", "265/5/2024", "5/24", "quý", "tuần tháng 5",
                                 "\xFF", "12345678901234567890", "W", "/", "1/2/3/4", "2024-05-20.0"};
  for (const auto* typed : nothing) {
    CAPTURE(typed);
    CHECK(chosen(typed, kWednesday, s).find("không phải là một kỳ báo cáo") != std::string::npos);
  }
  CHECK(chosen("9999-12-31", kWednesday, s).find("10000") == std::string::npos);  // its week is of a year that no file can name
  CHECK(chosen("9999-12-31", kWednesday, s).ends_with("2024-05-08.1 (Báo cáo đột xuất)"));
  s.regime.types = {once()};
  CHECK(chosen("this", kWednesday, s).ends_with("các kỳ có thể ghi: summary (Báo cáo tổng kết)"));
  s.regime.types.clear();
  CHECK(chosen("", kWednesday, s).ends_with("(chưa có loại báo cáo nào)"));
}
