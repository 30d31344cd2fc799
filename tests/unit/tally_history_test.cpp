#include "nammo/history.h"

#include <doctest/doctest.h>

#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

TEST_CASE("history: the periods before, the oldest first, only those of which something is expected") {
  MemoryFiles files = sample_store();
  files.put("areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W21.yaml", "not asked about");
  Diagnostics diagnostics;
  Store store = load_settings(files, diagnostics).value();
  load_regime(files, store, diagnostics);
  const ReportType& weekly = *store.regime.find(ReportTypeId{"weekly"});
  const Period week = parse_period("2024-W21").value();
  for (const int year : calendars_for_history(weekly, week, 8)) load_calendar(files, year, store, diagnostics);
  load_areas(files, {}, store, diagnostics);
  const Question question{&weekly, OrgId{"ccb"}, AreaId{"thuan-thanh"}, week};
  const auto earlier = consolidate_before(files, store, question, 8, parse_instant("2024-05-23T10:00+07:00").value(), nullptr, diagnostics);
  CHECK(diagnostics.items().empty());
  REQUIRE(earlier.size() == 2);  // the regime began with W19
  CHECK(to_string(earlier[0].question.period) == "2024-W19");
  CHECK(to_string(earlier[1].question.period) == "2024-W20");
  CHECK(earlier[0].deliveries.size() == 7);
}

TEST_CASE("history: an ad hoc or once report has none") {
  ReportType type;
  type.period = PeriodKind::once;
  type.id = ReportTypeId{"summary"};
  MemoryFiles files = sample_store();
  Diagnostics diagnostics;
  const Store store = load_settings(files, diagnostics).value();
  const Question question{&type, OrgId{"ccb"}, AreaId{"thuan-thanh"}, parse_period("summary").value()};
  CHECK(consolidate_before(files, store, question, 8, Instant{}, nullptr, diagnostics).empty());
}
