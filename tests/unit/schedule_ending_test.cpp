#include <doctest/doctest.h>

#include "nammo/due.h"
#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// "2024-W19 2024-W20"
std::string ending(const ReportType& type, const char* from, const char* to, const Store& s) {
  std::string names;
  for (const Period& p : periods_ending(type, {day(from), day(to)}, s)) names += (names.empty() ? "" : " ") + to_string(p);
  return names;
}

}  // namespace

TEST_CASE("periods ending: by the last day of the window, both ends of the range included") {
  const Store s = store();
  CHECK(ending(weekly(), "2024-05-08", "2024-05-15", s) == "2024-W19 2024-W20");  // Wednesday to Wednesday
  CHECK(ending(weekly(), "2024-05-09", "2024-05-14", s) == "");
  CHECK(ending(weekly(), "2024-05-15", "2024-05-08", s) == "");
  CHECK(ending(monthly(), "2024-05-14", "2024-06-14", s) == "2024-05 2024-06");
  CHECK(ending(monthly(), "2024-05-15", "2024-06-13", s) == "");
  CHECK(ending(town_type("y", PeriodKind::year), "2024-12-14", "2024-12-14", s) == "2024");
  CHECK(ending(once(), "2024-12-31", "2025-06-30", s) == "summary");
  CHECK(ending(once(), "2024-05-06", "2024-12-30", s) == "");
  CHECK(ending(adhoc(), "2020-01-01", "2026-12-31", s) == "");
}

TEST_CASE("periods ending: an hour within a day belongs to that day") {
  const Store s = store();
  ReportType noon = weekly();
  noon.window = ClosingWindow{std::chrono::Thursday, Minutes{12 * 60}};
  CHECK(ending(noon, "2024-05-09", "2024-05-09", s) == "2024-W19");
  CHECK(ending(noon, "2024-05-08", "2024-05-08", s) == "");
}

TEST_CASE("periods ending: where days off move the close, the moved day counts") {
  const Store s = store();
  CHECK(ending(weekly(), "2024-02-06", "2024-02-06", s) == "2024-W06");  // closes before Tết, on 7 February
  CHECK(ending(weekly(), "2024-02-07", "2024-02-07", s) == "");          // where it would close by the letter
  CHECK(ending(weekly(), "2024-02-07", "2024-02-14", s) == "2024-W07");
}
