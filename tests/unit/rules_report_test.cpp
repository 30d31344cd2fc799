#include <doctest/doctest.h>

#include "unit/rules_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kKp1 = "thuan-thanh/ho/khu-pho-1";

std::string path_of(const std::string& area, const std::string& period) {
  return "areas/" + area + "/reports/ccb/" + period + ".yaml";
}

// The findings of one report in the sample store, without the name of its file.
std::string judged(const std::string& period, const std::string& report, const std::string& area = kKp1) {
  const auto files = sample_store();
  std::map<std::string, std::string> all = files.files();
  all[path_of(area, period)] = report;
  std::string lines = checked(MemoryFiles{std::move(all)});
  for (std::size_t at; (at = lines.find(path_of(area, period))) != std::string::npos;) lines.erase(at, path_of(area, period).size());
  return lines;
}

std::string judged_sample(const std::string& from, const std::string& to) {
  return judged("2024-W19", replaced(sample_report(), from, to));
}

}  // namespace

TEST_CASE("nil: a nil report has neither situation nor opinions, one finding a key; the rest may stand") {
  CHECK(judged_sample("nil: false", "nil: true") ==
        ":12:1-12:10: nil-with-entries: the report says that nothing arose (nil: true), yet it has situation\n"
        ":29:1-29:9: nil-with-entries: the report says that nothing arose (nil: true), yet it has opinions\n");
  CHECK(judged("2024-W19", short_report(kKp1, "2024-W19", "nil: true\nsituation: []\nopinions: []\nactivities:\n  - {kind: propaganda, date: 2024-05-07}\n")) == "");
}

TEST_CASE("area-closed: an area that is not valid on the day of the nominal due") {
  auto all = sound_store().files();
  auto& area = all["areas/thuan-thanh/ho/khu-pho-1/area.yaml"];
  area = replaced(area, "since: 2023-04-10\n", "since: 2023-04-10\nuntil: 2024-05-07\n");
  CHECK(checked(MemoryFiles{all}) ==
        "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml:4:9-4:17: area-closed: Khu phố 1 is valid until 2024-05-07 "
        "only, and this report is due on 2024-05-08\n");
  area = replaced(area, "until: 2024-05-07", "until: 2024-05-08");
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("report-unexpected: outside the scope, the dates or the steps of its regime") {
  auto all = sound_store().files();
  auto& area = all["areas/thuan-thanh/ho/khu-pho-1/area.yaml"];
  area = replaced(area, "pilot: {since: 2024-05-06", "pilot: {since: 2024-05-09");
  CHECK(checked(MemoryFiles{all}) ==
        "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml:4:9-4:17: (warning) report-unexpected: Khu phố 1 is not in the "
        "scope of Báo cáo nhanh on 2024-05-08\n");
  area = replaced(area, "pilot: {since: 2024-05-09", "pilot: {since: 2024-05-08");
  CHECK(checked(MemoryFiles{all}) == "");
  CHECK(judged("2024-W18", short_report(kKp1, "2024-W18", "nil: true\n")) ==
        ":4:9-4:17: (warning) report-unexpected: Báo cáo nhanh is not in force on 2024-05-01, the day on which this report is due\n");
  CHECK(judged("2024-Q2", "report: quarterly\norg: ccb\narea: " + kKp1 + "\nperiod: 2024-Q2\nofficer: nguyen-van-a\nnil: true\n") ==
        ":4:9-4:16: (warning) report-unexpected: Báo cáo quý has no step for the organisation ccb at the level of Khu phố 1\n");
}

TEST_CASE("date-outside-window: days of the period and of the one before; every date of the report") {
  // W19 goes from 02/5 to 08/5, W18 from 25/4 to 01/5.
  const std::string outside = "lies outside the period of this report and the one before (from 2024-04-25 to the end of 2024-05-08)\n";
  const std::string code = ": (warning) date-outside-window: ";
  CHECK(judged_sample("date: 2024-05-06", "date: 2024-05-09") == ":19:11-19:21" + code + "2024-05-09 " + outside);
  CHECK(judged_sample("date: 2024-05-06", "date: 2024-05-08") == "");
  CHECK(judged_sample("date: 2024-05-06", "date: 2024-04-25") == "");
  CHECK(judged_sample("date: 2024-05-06", "date: 2024-04-24") == ":19:11-19:21" + code + "2024-04-24 " + outside);
  CHECK(judged_sample("     date: 2024-05-07", "     date: 2023-05-07") == ":31:12-31:22" + code + "2023-05-07 " + outside);
  CHECK(judged_sample("truyền thống, date: 2024-05-07", "truyền thống, date: 2024-06-07") ==
        ":33:62-33:72" + code + "2024-06-07 " + outside);
  CHECK(judged_sample("stage: proposed", "stage: held") == ":44:80-44:90" + code + "2024-05-20 " + outside);
}

TEST_CASE("figure-derived: what nammo reckons itself is not entered") {
  CHECK(judged_sample("  members: 154", "  listeners: 62\n  members: 154") ==
        ":38:3-38:12: figure-derived: listeners is not entered: nammo reckons it from the activities propaganda of the report\n");
  const std::string quarter = "report: quarterly\norg: ccb\narea: thuan-thanh\nperiod: 2024-Q2\nofficer: bui-van-k\nfigures: {members: 5}\n";
  CHECK(judged("2024-Q2", quarter, "thuan-thanh").find(
            ":6:11-6:18: figure-derived: members is not entered here: the figures of this report type come from monthly\n") !=
        std::string::npos);
}

TEST_CASE("figure-level: only the lowest areas give a figure that is theirs alone") {
  const std::string commune =
      "report: weekly\norg: ccb\narea: thuan-thanh/ho\nperiod: 2024-W19\nofficer: do-van-h\noverview: Ổn định.\nfigures: {members: 500}\n";
  CHECK(judged("2024-W19", commune, "thuan-thanh/ho") ==
        ":7:11-7:18: figure-level: only the lowest areas give members; it is not entered for phường Hồ\n");
  // Where no area below reports, the commune is the lowest.
  auto all = sample_store().files();
  for (auto& file : all) {
    if (file.first.find("khu-pho-") != std::string::npos) file.second = replaced(file.second, "pilot: {since: 2024-05-06", "pilot: {since: 2024-06-06");
  }
  all[path_of("thuan-thanh/ho", "2024-W19")] = commune;
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("figure-rule: by code and in total, with the value of the period before") {
  auto all = sound_store().files();
  const auto figures = [&](const std::string& week, const std::string& given, const std::string& overview) {
    all[path_of(kKp1, week)] = short_report(kKp1, week, "overview: " + overview + "\nfigures:\n" + given);
  };
  figures("2024-W19", "  petitions-pending: {complaint: 2, recommendation: 0}\n", "Tuần đầu của đợt thí điểm.");
  // complaint: 2 + 1 = 0 + 1 + 2 holds; recommendation: 0 + 3 against 1 + 1 + 0.
  const std::string second =
      "  petitions-received: {complaint: 1, recommendation: 3}\n  petitions-resolved: {complaint: 0, recommendation: 1}\n"
      "  petitions-forwarded: {complaint: 1, recommendation: 1}\n  petitions-pending: {complaint: 2, recommendation: 0}\n";
  figures("2024-W20", second, "Tuần thứ hai yên ổn.");
  CHECK(checked(MemoryFiles{all}) ==
        path_of(kKp1, "2024-W20") +
            ":9:3-9:21: figure-rule: the figures break the rule petitions-balance (code recommendation): "
            "petitions-pending@previous 0 + petitions-received 3 = 3 must equal petitions-resolved 1 + petitions-forwarded 1 + "
            "petitions-pending 0 = 2\n");
  const Diagnostics found = check(MemoryFiles{all});
  std::string lines;
  for (const Related& one : found.items()[0].related) {
    lines += one.where.file.substr(one.where.file.rfind('/') + 1) + ":" + std::to_string(one.where.place.line) + " " + one.message.en + "\n";
  }
  CHECK(lines == "2024-W19.yaml:9 petitions-pending@previous 0\n2024-W20.yaml:10 petitions-resolved 1\n"
                 "2024-W20.yaml:11 petitions-forwarded 1\n2024-W20.yaml:12 petitions-pending 0\nrules.yaml:1 the rule is here\n");
  figures("2024-W20", replaced(second, "recommendation: 1}\n  petitions-pending", "recommendation: 2}\n  petitions-pending"), "Tuần thứ hai yên ổn.");
  CHECK(checked(MemoryFiles{all}) == "");
  // Without the week before, a figure is missing and the rule skips.
  figures("2024-W20", second, "Tuần thứ hai yên ổn.");
  all.erase(path_of(kKp1, "2024-W19"));
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("figure-rule: a missing figure is an error where the rule says so") {
  auto all = sound_store().files();
  all["catalog/rules.yaml"] = "- id: all-given\n  sum: [petitions-resolved]\n  at_most: [petitions-received]\n  when_missing: error\n";
  CHECK(checked(MemoryFiles{all}) ==
        std::string(kSampleReportPath) +
            ":37:3-37:21: figure-rule: a figure is missing for the rule all-given (code complaint): petitions-resolved …; "
            "petitions-received 1\n" + kSampleReportPath +
            ":37:3-37:21: figure-rule: a figure is missing for the rule all-given (code recommendation): petitions-resolved …; "
            "petitions-received 3\n");
}

TEST_CASE("copy-of-earlier: nine of ten runs of three words, one of four periods before, texts only") {
  auto all = sample_store().files();
  const auto put = [&](const std::string& week, const std::string& text) {
    all[path_of(kKp1, week)] = short_report(kKp1, week, "overview: " + text + "\n");
  };
  put("2024-W19", "một hai ba bốn năm sáu bảy tám chín mười xuân hạ");  // ten runs
  put("2024-W23", "một hai ba bốn năm sáu bảy tám chín mười thu đông");  // eight of them
  CHECK(checked(MemoryFiles{all}) == "");
  put("2024-W23", "một hai ba bốn năm, sáu bảy tám (chín mười)\n  xuân đông.");  // nine of them
  CHECK(checked(MemoryFiles{all}) == path_of(kKp1, "2024-W23") +
        ":4:9-4:17: (warning) copy-of-earlier: the text is nearly the same as that of the report of 2024-W19\n");
  all[path_of(kKp1, "2024-W23")] += "nil: true\n";
  CHECK(checked(MemoryFiles{all}) == "");
  all.erase(path_of(kKp1, "2024-W23"));
  put("2024-W24", "một hai ba bốn năm sáu bảy tám chín mười xuân hạ");  // five periods later
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("hotspot-without-adhoc: an ad hoc report in the period, in the area, above or below it") {
  const auto hotspot = replaced(sample_report(), "severity: watch", "severity: hotspot");
  const std::string finding = std::string(kSampleReportPath) +
                              ":13:5-28:13: (warning) hotspot-without-adhoc: a matter is a hotspot, but no ad hoc report was sent in the period\n";
  const auto with_adhoc = [&](const std::string& report, const std::string& area, const std::string& day) {
    auto all = sample_store().files();
    all[kSampleReportPath] = report;
    const std::string level_officer = area == "thuan-thanh/ho" ? "do-van-h" : "nguyen-van-a";
    if (!area.empty()) {
      all[path_of(area, day + ".1")] = "report: adhoc\norg: ccb\narea: " + area + "\nperiod: " + day + ".1\nofficer: " +
                                       level_officer + "\noccurred: " + day + "T07:30+07:00\noverview: Tin đột xuất.\n";
    }
    return checked(MemoryFiles{std::move(all)});
  };
  CHECK(with_adhoc(hotspot, "", "") == finding);
  CHECK(with_adhoc(hotspot, kKp1, "2024-05-08") == "");
  CHECK(with_adhoc(hotspot, "thuan-thanh/ho", "2024-05-06") == "");
  CHECK(with_adhoc(hotspot, "thuan-thanh/ho/khu-pho-2", "2024-05-06") == finding);
  CHECK(with_adhoc(hotspot, kKp1, "2024-05-09") == finding);
  CHECK(with_adhoc(replaced(hotspot, "status: new", "status: handling"), kKp1, "2024-05-06") == "");
}

TEST_CASE("rules: a hostile report gives a hundred findings of a code and says that there are more") {
  std::string entries = "activities:\n";
  for (int i = 0; i < 5000; ++i) entries += "  - {kind: propaganda, date: 2023-05-07}\n";
  auto all = sample_store().files();
  all[path_of(kKp1, "2024-W19")] = short_report(kKp1, "2024-W19", entries);
  const auto findings = check(MemoryFiles{std::move(all)});
  REQUIRE(findings.items().size() == 101);
  CHECK(findings.items().back().message.en == "there is more of it in this file; only the first 100 are shown");
}
