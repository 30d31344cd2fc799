#include <doctest/doctest.h>

#include "nammo/data_export.h"
#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;
using namespace nammo::test;

namespace {

constexpr const char* kReports = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";
using Names = std::vector<std::string>;

Instant at(const char* text) { return parse_instant(std::string(text) + "+07:00").value(); }

DataQuestion until(const char* to, const char* from = nullptr) {
  DataQuestion question{{}, parse_date(to).value(), AreaId{"thuan-thanh"}, {}};
  if (from != nullptr) question.from = parse_date(from);
  return question;
}

std::string adhoc_report(const char* period, const char* rest) {
  return std::string("report: adhoc\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: ") + period + "\nofficer: nguyen-van-a\n" + rest;
}

// "2024: weekly 2024-W19"
Names planned(const FileReader& files, const Store& store, const DataQuestion& question) {
  Diagnostics findings;
  Names names;
  for (const auto& [year, parts] : plan_data(files, store, question, findings)) {
    for (const DataPart& part : parts) names.push_back(std::to_string(year) + ": " + part.type->id.str() + " " + to_string(part.period));
  }
  CHECK(findings.items().empty());
  return names;
}

// "ccb thuan-thanh/ho/khu-pho-1 submitted 5", the last being the number of its figures.
Names read(const FileReader& files, const Store& store, const DataQuestion& question, const char* period, Instant now,
           Diagnostics& findings) {
  Names names;
  for (const auto& [year, parts] : plan_data(files, store, question, findings)) {
    for (const DataPart& part : parts) {
      if (to_string(part.period) != period) continue;
      for (const DataReport& report : read_data(files, store, question, part, now, findings)) {
        const Obligation& o = report.delivery.obligation;
        names.push_back(o.org.str() + " " + o.area.str() + " " + std::string(to_string(report.delivery.standing.state)) + " " +
                        std::to_string(report.figures.size()));
      }
    }
  }
  return names;
}

}  // namespace

TEST_CASE("data: the periods of which something is owed, by type and in time, from the first on") {
  const MemoryFiles files = sample_store();
  const Store store = whole_store(files);
  CHECK(planned(files, store, until("2024-05-15")) == Names{"2024: monthly 2024-05", "2024: weekly 2024-W19", "2024: weekly 2024-W20"});
  CHECK(planned(files, store, until("2024-05-15", "2024-05-09")) == Names{"2024: monthly 2024-05", "2024: weekly 2024-W20"});
  CHECK(planned(files, store, until("2024-05-08", "1900-01-01")) == Names{"2024: weekly 2024-W19"});
  CHECK(planned(files, store, until("2024-05-07")).empty());
  DataQuestion bdv = until("2024-05-15");
  bdv.org = OrgId{"bdv"};
  CHECK(planned(files, store, bdv) == Names{"2024: weekly 2024-W19", "2024: weekly 2024-W20"});
}

TEST_CASE("data: the year is that of the last day of the window") {
  const MemoryFiles files = sample_store();
  const Store store = whole_store(files);
  // The week of which Thursday 2 January 2025 is the close ends on 1 January, the summary on 31 December.
  CHECK(planned(files, store, until("2025-01-01", "2024-12-26")) == Names{"2024: summary summary", "2025: weekly 2025-W01"});
}

TEST_CASE("data: an ad hoc report is planned by its name and stands when it is there") {
  MemoryFiles files = sample_store();
  files.put(std::string(kReports) + "2024-05-20.1.yaml", adhoc_report("2024-05-20.1", "submitted: 2024-05-20T08:10+07:00\noccurred: 2024-05-20T07:30+07:00\n"));
  files.put(std::string(kReports) + "2024-05-20.2.yaml", adhoc_report("2024-05-20.2", "submitted: 2024-05-21T08:10+07:00\n"));
  files.put("areas/thuan-thanh/ho/reports/ccb/2024-05-20.1.review.yaml",
            "state: requested\nby: le-van-c\nat: 2024-05-20T09:00+07:00\ndue: 2024-05-20T16:00+07:00\n");
  const Store store = whole_store(files);
  const auto question = until("2024-05-20", "2024-05-20");
  CHECK(planned(files, store, question) == Names{"2024: adhoc 2024-05-20.1", "2024: adhoc 2024-05-20.2"});
  CHECK(planned(files, store, until("2024-05-19", "2024-05-16")).empty());
  Diagnostics findings;
  // `listeners` and `members` belong to every type; the ward is not the lowest, so it has no members.
  CHECK(read(files, store, question, "2024-05-20.1", at("2024-05-20T10:00"), findings) ==
        Names{"ccb thuan-thanh/ho upcoming 1", "ccb thuan-thanh/ho/khu-pho-1 submitted 2"});
  CHECK(read(files, store, question, "2024-05-20.2", at("2024-05-20T10:00"), findings).empty());  // not there yet
  CHECK(findings.items().empty());
}

TEST_CASE("data: a part reads its own reports and no other") {
  MemoryFiles files = sample_store();
  files.put(kSampleReportPath, sample_report());
  files.put(std::string(kReports) + "2024-W20.yaml", "report: [");
  const Store store = whole_store(files);
  const auto before = files.read_files();
  Diagnostics findings;
  const auto names = read(files, store, until("2024-05-20"), "2024-W19", at("2024-05-20T10:00"), findings);
  // 4 × 3 petitions with the withheld code, listeners, members
  CHECK(names[0] == "bdv thuan-thanh missing 14");
  CHECK(names[1] == "ccb thuan-thanh missing 13");
  CHECK(names[3] == "ccb thuan-thanh/ho/khu-pho-1 submitted 14");
  CHECK(names.size() == 8);
  for (const auto& path : files.read_files()) {
    if (!before.contains(path)) CHECK(path.find("/2024-W19.") != std::string::npos);
  }
  CHECK(findings.items().empty());
  CHECK(read(files, store, until("2024-05-20"), "2024-W20", at("2024-05-20T10:00"), findings)[3] == "ccb thuan-thanh/ho/khu-pho-1 missing 14");
  CHECK(findings.errors() == 1);
}

TEST_CASE("data: a type that takes its figures from another has obligations and no figures") {
  const MemoryFiles files = sample_store();
  const Store store = whole_store(files);
  Diagnostics findings;
  CHECK(read(files, store, until("2024-06-14"), "2024-Q2", at("2024-06-20T10:00"), findings) == Names{"ccb thuan-thanh missing 0"});
}
