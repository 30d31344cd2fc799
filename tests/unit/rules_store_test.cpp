#include <doctest/doctest.h>

#include "unit/rules_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kKp = "thuan-thanh/ho/khu-pho-";

std::string path_of(const std::string& area, const std::string& period) {
  return "areas/" + area + "/reports/ccb/" + period + ".yaml";
}

std::string month(const std::string& area, const std::string& officer, const std::string& overview, const std::string& households) {
  return "report: monthly\norg: ccb\narea: " + area + "\nperiod: 2024-05\nofficer: " + officer +
         "\nsubmitted: 2024-05-15T07:00+07:00\noverview: " + overview + "\nfigures: {households: " + households + "}\n";
}

// As nammo ends a file below published/.
void seal(std::string& text) { text += "content: " + content_hash(text) + "\n"; }

}  // namespace

TEST_CASE("figure-reconcile: a claim against the sum of the areas below, once all of them reported") {
  auto all = sample_store().files();
  const int households[] = {101, 102, 103, 104, 105};  // 515 together
  for (int i = 0; i < 5; ++i) {
    const auto area = kKp + std::to_string(i + 1);
    all[path_of(area, "2024-05")] = month(area, "nguyen-van-a", "Ổn định.", std::to_string(households[i]));
  }
  const auto claim = path_of("thuan-thanh/ho", "2024-05");
  all[claim] = month("thuan-thanh/ho", "do-van-h", "Ổn định.", "520");
  CHECK(checked(MemoryFiles{all}) ==
        claim + ":8:11-8:21: (warning) figure-reconcile: households is given as 520, but the areas below add up to 515\n");
  CHECK(checked(MemoryFiles{all}, {claim}) == checked(MemoryFiles{all}));
  all[claim] = month("thuan-thanh/ho", "do-van-h", "Ổn định.", "515");
  CHECK(checked(MemoryFiles{all}) == "");
  all[claim] = month("thuan-thanh/ho", "do-van-h", "Ổn định.", "520");
  all.erase(path_of(kKp + "3", "2024-05"));
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("regime-cascade: a step that is not due after the one that feeds it") {
  auto all = sound_store().files();
  all["reporting.yaml"] = replaced(all["reporting.yaml"], "due: thursday 09:00", "due: wednesday 16:00");
  CHECK(checked(MemoryFiles{all}) ==
        "reporting.yaml:9:7-9:74: (warning) regime-cascade: the step commune (ccb) is not due after the step hamlet (ccb) that "
        "feeds it\n");
}

TEST_CASE("calendar-unconfirmed: of the years in which a report that exists is due, whatever the time is") {
  auto all = sound_store().files();
  all["calendar/2024.yaml"] = replaced(all["calendar/2024.yaml"], "confirmed: true", "confirmed: false");
  CHECK(checked(MemoryFiles{all}) ==
        "calendar/2024.yaml:1:12-1:17: (warning) calendar-unconfirmed: the calendar of 2024 is not confirmed, and reports are due "
        "in that year\n");
  all.erase("calendar/2024.yaml");
  CHECK(checked(MemoryFiles{all}) ==
        "calendar/2024.yaml:0:0-0:0: (warning) calendar-unconfirmed: reports are due in 2024, but there is no calendar of that "
        "year\n");
  all.erase(kSampleReportPath);
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("assignment-gap: neither lead nor deputy on the day of the due of a report that exists") {
  auto all = sound_store().files();
  auto& area = all["areas/thuan-thanh/ho/khu-pho-1/area.yaml"];
  area = replaced(area, "since: 2024-05-01}", "since: 2024-05-09}");
  CHECK(checked(MemoryFiles{all}) ==
        "areas/thuan-thanh/ho/khu-pho-1/area.yaml:0:0-0:0: (warning) assignment-gap: no officer of ccb is assigned on 2024-05-08, "
        "when a report that exists was due\n");
  CHECK(checked(MemoryFiles{all}, {"areas/thuan-thanh/ho/khu-pho-1/area.yaml"}) == checked(MemoryFiles{all}));
  CHECK(checked(MemoryFiles{all}, {kSampleReportPath}) == "");
  area += "  - {officer: tran-thi-b, org: ccb, role: deputy, since: 2024-05-08}\n";
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("assignment-gap: an ad hoc report is due after what happened, or when it was asked for") {
  auto all = sample_store().files();
  auto& area = all["areas/thuan-thanh/ho/khu-pho-1/area.yaml"];
  area = replaced(area, "since: 2024-05-01}", "since: 2024-05-01, until: 2024-05-19}");
  const auto put = [&](const std::string& occurred) {
    all[path_of(kKp + "1", "2024-05-19.1")] = "report: adhoc\norg: ccb\narea: " + kKp +
                                              "1\nperiod: 2024-05-19.1\nofficer: nguyen-van-a\noccurred: 2024-05-19T" + occurred +
                                              "+07:00\noverview: Tin đột xuất.\n";
  };
  put("21:30");  // two hours later is still the 19th
  CHECK(checked(MemoryFiles{all}) == "");
  put("22:30");
  CHECK(checked(MemoryFiles{all}) ==
        "areas/thuan-thanh/ho/khu-pho-1/area.yaml:0:0-0:0: (warning) assignment-gap: no officer of ccb is assigned on 2024-05-20, "
        "when a report that exists was due\n");
}

TEST_CASE("assignment-overlap: two leads of one organisation at a time") {
  auto all = sound_store().files();
  auto& area = all["areas/thuan-thanh/ho/khu-pho-1/area.yaml"];
  const auto first = area;
  area += "  - {officer: tran-thi-b, org: ccb, role: lead, since: 2024-09-01}\n";
  CHECK(checked(MemoryFiles{all}) ==
        "areas/thuan-thanh/ho/khu-pho-1/area.yaml:8:5-8:67: (warning) assignment-overlap: Nguyễn Văn A and Trần Thị B are both the "
        "lead for ccb from 2024-09-01 on\n");
  area = replaced(area, "since: 2024-05-01}", "since: 2024-05-01, until: 2024-08-31}");
  CHECK(checked(MemoryFiles{all}) == "");
  area = first + "  - {officer: tran-thi-b, org: mttq, role: lead, since: 2024-09-01}\n";
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("published-changed: the version before, not what else a document was made from") {
  auto all = sound_store().files();
  const std::string base = "published/ccb/thuan-thanh/2024-W19.v";
  const auto publish = [&](int version, const std::string& path, const std::string& content) {
    all[base + std::to_string(version) + ".md"] = "# BÁO CÁO\n";
    all[base + std::to_string(version) + ".yaml"] =
        "nammo: 0.1.0\nreport: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nversion: " + std::to_string(version) +
        "\nat: 2024-05-09T13:00+07:00\ntext: " + content_hash("# BÁO CÁO\n") + "\ninputs:\n  - {path: " + path + ", content: \"" + content + "\"}\n";
    seal(all[base + std::to_string(version) + ".yaml"]);
  };
  publish(1, kSampleReportPath, content_hash(sample_report()));
  CHECK(checked(MemoryFiles{all}) == "");
  all[kSampleReportPath] += "# sửa sau\n";
  CHECK(checked(MemoryFiles{all}) == "");
  publish(2, base + "1.yaml", content_hash(all[base + "1.yaml"]));
  CHECK(checked(MemoryFiles{all}) == "");
  all[base + "1.yaml"] += "# sửa sau\n";
  CHECK(checked(MemoryFiles{all}) == base + "1.yaml:11:10-11:81: published-changed: the file is not as nammo wrote it\n" + base +
                                         "2.yaml:10:12-10:54: published-changed: " + base + "1.yaml has changed since this was published\n");
  CHECK(checked(MemoryFiles{all}, {"published"}) == checked(MemoryFiles{all}));
}

TEST_CASE("published-changed: no version's text may change or go") {
  auto all = sound_store().files();
  const std::string base = "published/ccb/thuan-thanh/2024-W19.v";
  for (const std::string version : {"1", "2"}) {
    all[base + version + ".md"] = "# BÁO CÁO " + version + "\n";
    all[base + version + ".yaml"] = "nammo: 0.1.0\nreport: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nversion: " + version +
                                    "\nat: 2024-05-09T13:00+07:00\ntext: " + content_hash("# BÁO CÁO " + version + "\n") + "\ninputs: []\n";
    seal(all[base + version + ".yaml"]);
    all[base + version + ".posted.yaml"] = "org: ccb\narea: thuan-thanh\nperiod: 2024-W19\nversion: " + version + "\nat: 2024-05-09T13:50+07:00\n";
    seal(all[base + version + ".posted.yaml"]);
  }
  CHECK(checked(MemoryFiles{all}) == "");
  all[base + "1.md"] += " ";
  all[base + "2.posted.yaml"] += "by: le-van-c\n";
  const auto found = checked(MemoryFiles{all});
  CHECK(found.find(base + "1.md:0:0-0:0: published-changed: this text has been changed since it was published\n") != std::string::npos);
  CHECK(found.find(base + "2.posted.yaml:7:1-7:3: schema-unknown-key: ") != std::string::npos);
  CHECK(checked(MemoryFiles{all}, {base + "1.md"}) == base + "1.md:0:0-0:0: published-changed: this text has been changed since it was published\n");
  all.erase(base + "1.md");
  CHECK(checked(MemoryFiles{all}, {base + "1.yaml"}) ==
        base + "1.yaml:8:7-8:78: published-changed: the text " + base + "1.md is gone\n");
  all[base + "1.md"] = "# BÁO CÁO 1\n";
  all.erase(base + "1.yaml");
  CHECK(checked(MemoryFiles{all}, {base + "1.md"}) ==
        base + "1.md:0:0-0:0: published-changed: " + base + "1.yaml is gone, which says what this was made from\n");
}

TEST_CASE("published-changed: a path that leaves the store is never read") {
  auto all = sound_store().files();
  all["published/ccb/thuan-thanh/2024-W19.v1.yaml"] =
      "nammo: 0.1.0\nreport: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nversion: 1\nat: 2024-05-09T13:00+07:00\n"
      "text: sha256:" + std::string(64, 'a') + "\ninputs:\n  - {path: ../../etc/passwd, content: \"sha256:" + std::string(64, 'b') + "\"}\n";
  const MemoryFiles files{all};
  CHECK(checked(files).find("2024-W19.v1.md is gone") != std::string::npos);
  CHECK_FALSE(files.read_files().contains("../../etc/passwd"));
}
