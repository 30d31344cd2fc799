#include <doctest/doctest.h>

#include <algorithm>

#include "nammo/deliveries.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using namespace nammo::test;

namespace {

Date day(const char* text) { return parse_date(text).value(); }
Instant at(const char* text) { return parse_instant(std::string(text) + "+07:00").value(); }

constexpr const char* kReports = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";

std::string adhoc_report(const char* period, const char* rest) {
  return std::string("report: adhoc\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: ") + period +
         "\nofficer: nguyen-van-a\n" + rest;
}

// "adhoc 2024-05-20.1 submitted" for each report, "weekly 2024-W19 post" for a post.
std::vector<std::string> named(const std::vector<Delivery>& deliveries) {
  std::vector<std::string> names;
  for (const Delivery& d : deliveries) {
    const bool post = d.obligation.kind == ObligationKind::post;
    names.push_back(d.obligation.report.str() + " " + to_string(d.obligation.period) + " " +
                    (post ? std::string("post") : std::string(to_string(d.standing.state))));
  }
  return names;
}

using Names = std::vector<std::string>;

DueQuestion within(const char* from, const char* to) { return {{day(from), day(to)}, {}, {}, {}, {}, {}}; }

}  // namespace

TEST_CASE("due: only the reports of the range are read, and a post has none") {
  MemoryFiles files = sample_store();
  files.put(kSampleReportPath, sample_report());
  files.put(std::string(kReports) + "2024-W20.yaml", "not this week");
  files.put(std::string(kReports) + "2023-01-05.1.yaml", "long ago");
  const Store store = load_schedule(files);
  const auto before = files.read_files();
  Diagnostics findings;
  const auto town = load_due(files, store, within("2024-05-09", "2024-05-09"), at("2024-05-09T10:00"), findings);
  CHECK(named(town) == Names{"weekly 2024-W19 missing", "weekly 2024-W19 upcoming", "weekly 2024-W19 post", "weekly 2024-W19 upcoming"});
  for (const auto& path : files.read_files()) {
    if (!before.contains(path)) CHECK(path.find("/2024-W19.") != std::string::npos);
  }
  const auto hamlets = load_due(files, store, within("2024-05-08", "2024-05-08"), at("2024-05-09T10:00"), findings);
  REQUIRE(hamlets.size() == 5);
  CHECK(hamlets[0].standing.state == State::submitted);
  CHECK(hamlets[1].standing.state == State::missing);
  CHECK(files.read_files().contains(kSampleReportPath));
  CHECK(findings.items().empty());
}

TEST_CASE("due: ad hoc reports by the moment that gives their due; those without one are not listed") {
  MemoryFiles files = sample_store();
  files.put(std::string(kReports) + "2024-05-20.1.yaml",
            adhoc_report("2024-05-20.1", "submitted: 2024-05-20T08:10+07:00\noccurred: 2024-05-20T07:30+07:00\n"));
  files.put(std::string(kReports) + "2024-05-20.2.yaml", adhoc_report("2024-05-20.2", "continues: 2024-05-20.1\n"));
  files.put(std::string(kReports) + "2024-05-20.3.yaml", adhoc_report("2024-05-20.3", "submitted: 2024-05-20T08:10+07:00\n"));
  files.put(std::string(kReports) + "2024-05-19.1.review.yaml",
            "state: requested\nby: le-van-c\nat: 2024-05-20T09:00+07:00\ndue: 2024-05-21T07:00+07:00\n");
  const Store store = load_schedule(files);
  Diagnostics findings;
  const auto now = at("2024-05-20T10:00");
  // Two hours after it happened; a day after; when the request says.
  CHECK(named(load_due(files, store, within("2024-05-20", "2024-05-20"), now, findings)) == Names{"adhoc 2024-05-20.1 submitted"});
  CHECK(named(load_due(files, store, within("2024-05-21", "2024-05-21"), now, findings)) ==
        Names{"adhoc 2024-05-19.1 upcoming", "adhoc 2024-05-20.2 draft"});
  DueQuestion drafts = within("2024-05-20", "2024-05-22");
  drafts.state = State::draft;
  CHECK(named(load_due(files, store, drafts, now, findings)) == Names{"adhoc 2024-05-20.2 draft"});
  CHECK(findings.items().empty());
}

TEST_CASE("due: a state leaves posts out; what cannot be read is named and stands as it can") {
  MemoryFiles files = sample_store();
  files.put(kSampleReportPath, "report: [");
  files.put(std::string(kReports) + "2024-05-07.1.yaml", "report: [");
  const Store store = load_schedule(files);
  DueQuestion question = within("2024-05-08", "2024-05-09");
  question.state = State::missing;
  Diagnostics findings;
  const auto missing = load_due(files, store, question, at("2024-05-09T10:00"), findings);
  CHECK(missing.size() == 6);  // five hamlets and the ward
  CHECK(missing[0].filing.unreadable);
  CHECK(findings.errors() == 2);  // one of them an ad hoc report of which nobody knows when it is due
}

TEST_CASE("one report: its own organisation's, never a post, and none where nobody expects it") {
  MemoryFiles files = sample_store();
  files.put(kSampleReportPath, sample_report());
  files.put(std::string(kReports) + "2024-05-20.1.yaml", adhoc_report("2024-05-20.1", "occurred: 2024-05-20T07:30+07:00\n"));
  const Store store = load_schedule(files);
  const ReportType& weekly = *store.regime.find(ReportTypeId{"weekly"});
  const ReportType& adhoc = *store.regime.find(ReportTypeId{"adhoc"});
  const auto asked = [&](const ReportType& type, const char* area, const char* org, const char* period) {
    Diagnostics findings;
    return load_delivery(files, store, type, {AreaId{area}, OrgId{org}, *parse_period(period), false}, at("2024-05-20T09:00"), findings);
  };
  const auto sent = asked(weekly, "thuan-thanh/ho/khu-pho-1", "ccb", "2024-W19");
  REQUIRE(sent);
  CHECK(sent->standing.state == State::submitted);
  CHECK(sent->obligation.due == at("2024-05-08T17:00"));
  // The town's ccb has a report and a post in that period, and stands above all others.
  const auto town = asked(weekly, "thuan-thanh", "ccb", "2024-W19");
  REQUIRE(town);
  CHECK(town->obligation.kind == ObligationKind::report);
  CHECK(town->obligation.area == AreaId{"thuan-thanh"});
  CHECK(town->obligation.due == at("2024-05-09T13:30"));
  const auto gatherer = asked(weekly, "thuan-thanh", "bdv", "2024-W19");
  REQUIRE(gatherer);
  CHECK(gatherer->obligation.due == at("2024-05-09T16:00"));
  CHECK_FALSE(asked(weekly, "thuan-thanh", "mttq", "2024-W19"));
  CHECK_FALSE(asked(weekly, "thuan-thanh/ho", "ccb", "2024-W18"));  // the regime begins with week 19
  const auto happened = asked(adhoc, "thuan-thanh/ho/khu-pho-1", "ccb", "2024-05-20.1");
  REQUIRE(happened);
  CHECK(happened->obligation.due == at("2024-05-20T09:30"));
  CHECK_FALSE(asked(adhoc, "thuan-thanh/ho/khu-pho-2", "ccb", "2024-05-20.1"));  // neither a file nor a request
}
