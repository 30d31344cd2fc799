#include "nammo/consolidated.h"

#include <doctest/doctest.h>

#include <string>

#include "support/findings.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

Store load(const MemoryFiles& files) {
  Diagnostics diagnostics;
  Store store = load_settings(files, diagnostics).value();
  load_regime(files, store, diagnostics);
  load_catalog(files, store, diagnostics);
  load_calendar(files, 2024, store, diagnostics);
  list_officers(files, store);
  load_areas(files, {}, store, diagnostics);
  REQUIRE(lines_of(diagnostics).empty());
  return store;
}

Instant at(const char* moment) { return parse_instant(moment).value(); }

std::string report(const std::string& type, const std::string& area, const std::string& period,
                   const std::string& rest = "submitted: 2024-05-08T16:40+07:00\nnil: true\n", const std::string& org = "ccb") {
  return "report: " + type + "\norg: " + org + "\narea: " + area + "\nperiod: " + period + "\nofficer: le-van-c\n" + rest;
}

std::string path(const std::string& area, const std::string& period, const std::string& org = "ccb") {
  return "areas/" + area + "/reports/" + org + "/" + period + ".yaml";
}

Question question(const Store& store, const char* type, const char* period, const char* area, const char* org = "ccb") {
  return {store.regime.find(ReportTypeId{type}), OrgId{org}, AreaId{area}, parse_period(period).value()};
}

// "ho/khu-pho-1 submitted", one a line, without the town's name.
std::string listed(const std::vector<Delivery>& deliveries) {
  std::string lines;
  for (const Delivery& d : deliveries) {
    lines += d.obligation.area.str() + " " + to_string(d.obligation.period) + " " + std::string(to_string(d.standing.state)) + "\n";
  }
  return lines;
}

const char* const kFriday = "2024-05-10T08:00+07:00";
const std::string kHamlet = "thuan-thanh/ho/khu-pho-1";

}  // namespace

TEST_CASE("consolidate: each obligation of the subtree with what came in for it, parents first") {
  MemoryFiles files = sample_store();
  files.put("areas/thuan-thanh/ho/khu-pho-10/area.yaml", "name: Khu phố 10\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06}\n");
  files.put(path(kHamlet, "2024-W19"), report("weekly", kHamlet, "2024-W19"));
  files.put(path("thuan-thanh", "2024-W19"), report("weekly", "thuan-thanh", "2024-W19", "submitted: 2024-05-09T13:30+07:00\n"));
  const Store store = load(files);
  Diagnostics diagnostics;
  const auto all = consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh"), at(kFriday), diagnostics);
  CHECK(lines_of(diagnostics).empty());
  CHECK(listed(all.deliveries) ==
        "thuan-thanh 2024-W19 late\n"
        "thuan-thanh/ho 2024-W19 missing\n"
        "thuan-thanh/ho/khu-pho-1 2024-W19 submitted\n"
        "thuan-thanh/ho/khu-pho-2 2024-W19 missing\n"
        "thuan-thanh/ho/khu-pho-3 2024-W19 missing\n"
        "thuan-thanh/ho/khu-pho-4 2024-W19 missing\n"
        "thuan-thanh/ho/khu-pho-5 2024-W19 missing\n"
        "thuan-thanh/ho/khu-pho-10 2024-W19 missing\n");
  CHECK(format_instant(all.window.start, store.zone) == "2024-05-02T00:00:00+07:00");
  CHECK(format_instant(all.window.end, store.zone) == "2024-05-09T00:00:00+07:00");
  REQUIRE(all.find(AreaId{kHamlet}) != nullptr);
  CHECK(all.find(AreaId{kHamlet})->filing.report->nil);
  CHECK(all.find(AreaId{"thuan-thanh/gia-dong"}) == nullptr);
  CHECK(all.gathered.empty());
  CHECK(all.figures.empty());
  CHECK(&all.figure_deliveries() == &all.deliveries);
}

TEST_CASE("consolidate: reads the reports and reviews that it needs, and no other file") {
  MemoryFiles files = sample_store();
  files.put(path(kHamlet, "2024-W19"), report("weekly", kHamlet, "2024-W19"));
  files.put(path(kHamlet, "2024-W18"), report("weekly", kHamlet, "2024-W18"));
  files.put(path("thuan-thanh", "2024-W19"), report("weekly", "thuan-thanh", "2024-W19"));
  const Store store = load(files);
  const auto before = files.read_files();
  Diagnostics diagnostics;
  static_cast<void>(consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh/ho"), at(kFriday), diagnostics));
  std::string touched;
  for (const auto& file : files.read_files()) {
    if (!before.contains(file)) touched += file.substr(std::string("areas/thuan-thanh/").size()) + "\n";
  }
  std::string expected;
  for (const char* area : {"ho/khu-pho-1", "ho/khu-pho-2", "ho/khu-pho-3", "ho/khu-pho-4", "ho/khu-pho-5", "ho"}) {
    expected += std::string(area) + "/reports/ccb/2024-W19.review.yaml\n" + area + "/reports/ccb/2024-W19.yaml\n";
  }
  CHECK(touched == expected);
}

TEST_CASE("consolidate: a file that cannot be read is named, and the others are still there") {
  MemoryFiles files = sample_store();
  files.put(path(kHamlet, "2024-W19"), "report: weekly\n\tarea: x\n");
  files.put(path("thuan-thanh/ho/khu-pho-2", "2024-W19"), report("weekly", "thuan-thanh/ho/khu-pho-2", "2024-W19"));
  const Store store = load(files);
  Diagnostics diagnostics;
  const auto all = consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh/ho"), at(kFriday), diagnostics);
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.items()[0].where.file == path(kHamlet, "2024-W19"));
  CHECK(all.find(AreaId{kHamlet})->filing.unreadable);
  CHECK(all.find(AreaId{kHamlet})->standing.state == State::missing);
  CHECK(all.find(AreaId{"thuan-thanh/ho/khu-pho-2"})->standing.state == State::submitted);
}

TEST_CASE("consolidate: who gathers another organisation has its reports beside its own") {
  MemoryFiles files = sample_store();
  files.put(path(kHamlet, "2024-W19"), report("weekly", kHamlet, "2024-W19"));
  const Store store = load(files);
  Diagnostics diagnostics;
  const auto all = consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh", "bdv"), at(kFriday), diagnostics);
  CHECK(listed(all.deliveries) == "thuan-thanh 2024-W19 missing\n");
  REQUIRE(all.gathered.size() == 1);
  CHECK(all.gathered[0].question.org.str() == "ccb");
  CHECK(all.gathered[0].deliveries.size() == 7);
  CHECK(all.gathered[0].find(AreaId{kHamlet})->standing.counts);
  const auto ward = consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh/ho", "bdv"), at(kFriday), diagnostics);
  CHECK(ward.deliveries.empty());
  CHECK(ward.gathered.empty());
}

TEST_CASE("consolidate: two organisations that gather each other come to an end") {
  MemoryFiles files = sample_store();
  Store store = load(files);
  for (ReportType& type : store.regime.types) {
    for (Step& step : type.steps) {
      if (step.level.str() == "district") step.gathers = {OrgId{"ccb"}, OrgId{"bdv"}};
    }
  }
  Diagnostics diagnostics;
  const auto all = consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh", "bdv"), at(kFriday), diagnostics);
  REQUIRE(all.gathered.size() == 1);
  CHECK(all.gathered[0].gathered.empty());
}

TEST_CASE("consolidate: figures of a quarter are those of its months' reports") {
  MemoryFiles files = sample_store();
  files.put(path(kHamlet, "2024-05"), report("monthly", kHamlet, "2024-05"));
  files.put(path("thuan-thanh", "2024-Q2"), report("quarterly", "thuan-thanh", "2024-Q2", "submitted: 2024-06-14T08:00+07:00\n"));
  const Store store = load(files);
  Diagnostics diagnostics;
  const auto all = consolidate(files, store, question(store, "quarterly", "2024-Q2", "thuan-thanh"),
                               at("2024-06-16T08:00+07:00"), diagnostics);
  CHECK(listed(all.deliveries) == "thuan-thanh 2024-Q2 submitted\n");
  // The regime began on 6 May: April's reports were due before. June's are due on
  // Monday the 17th.
  REQUIRE(all.figures.size() == 14);
  CHECK(listed(all.figures).starts_with("thuan-thanh 2024-05 missing\nthuan-thanh/ho 2024-05 missing\n" + kHamlet +
                                        " 2024-05 submitted\n"));
  CHECK(listed(all.figures).ends_with("khu-pho-5 2024-06 upcoming\n"));
  CHECK(&all.figure_deliveries() == &all.figures);
  // The ward owes no quarterly report; the months of its subtree are there all the same.
  const auto ward = consolidate(files, store, question(store, "quarterly", "2024-Q2", "thuan-thanh/ho"),
                                at("2024-06-16T08:00+07:00"), diagnostics);
  CHECK(ward.deliveries.empty());
  CHECK(ward.figures.size() == 12);
}

TEST_CASE("consolidate: an ad hoc report gives those that are there or were asked for") {
  MemoryFiles files = sample_store();
  files.put(path(kHamlet, "2024-05-20.1"), report("adhoc", kHamlet, "2024-05-20.1",
                                                  "submitted: 2024-05-20T09:00+07:00\noccurred: 2024-05-20T07:30+07:00\n"));
  files.put("areas/thuan-thanh/ho/reports/ccb/2024-05-20.1.review.yaml",
            "state: requested\nby: le-van-c\nat: 2024-05-20T10:00+07:00\ndue: 2024-05-20T12:00+07:00\n");
  files.put(path(kHamlet, "2024-05-20.2"), report("adhoc", kHamlet, "2024-05-20.2",
                                                  "submitted: 2024-05-21T07:30+07:00\ncontinues: 2024-05-20.1\n"));
  const Store store = load(files);
  const auto listed_at = [&](const char* period, const char* now) {
    Diagnostics diagnostics;
    const auto all = consolidate(files, store, question(store, "adhoc", period, "thuan-thanh"), at(now), diagnostics);
    CHECK(lines_of(diagnostics).empty());
    return listed(all.deliveries);
  };
  CHECK(listed_at("2024-05-20.1", "2024-05-20T08:00+07:00").empty());
  CHECK(listed_at("2024-05-20.1", "2024-05-20T09:30+07:00") == kHamlet + " 2024-05-20.1 submitted\n");
  CHECK(listed_at("2024-05-20.1", "2024-05-20T12:00+07:00") ==
        "thuan-thanh/ho 2024-05-20.1 missing\n" + kHamlet + " 2024-05-20.1 submitted\n");
  // The first news says when it happened; a day later is late.
  CHECK(listed_at("2024-05-20.2", "2024-05-22T08:00+07:00") == kHamlet + " 2024-05-20.2 late\n");
}

TEST_CASE("consolidate: many reports come in the same order as few, findings too") {
  MemoryFiles files = sample_store();
  for (int i = 1; i <= 1200; ++i) {
    const std::string area = "thuan-thanh/ho/to-" + std::to_string(i);
    files.put("areas/" + area + "/area.yaml", "name: Tổ\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06}\n");
    files.put(path(area, "2024-W19"), i % 100 == 0 ? "report: [\n" : report("weekly", area, "2024-W19"));
  }
  const Store store = load(files);
  Diagnostics diagnostics;
  const auto all = consolidate(files, store, question(store, "weekly", "2024-W19", "thuan-thanh"), at(kFriday), diagnostics);
  REQUIRE(all.deliveries.size() == 1207);
  for (int i = 1; i <= 1200; ++i) {
    CHECK(all.deliveries[static_cast<std::size_t>(6 + i)].obligation.area.str() == "thuan-thanh/ho/to-" + std::to_string(i));
  }
  std::string broken;
  for (const Diagnostic& d : diagnostics.items()) broken += d.where.file.substr(24, 4) + " ";
  CHECK(broken == "100/ 200/ 300/ 400/ 500/ 600/ 700/ 800/ 900/ 1000 1100 1200 ");
}
