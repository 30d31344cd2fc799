#include <doctest/doctest.h>

#include "nammo/report.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::load_all;
using test::replaced;
using test::said;

namespace {

const ReportKey kKey{AreaId{"thuan-thanh/ho/khu-pho-1"}, OrgId{"ccb"}, *parse_period("2024-W19"), false};

struct Read {
  ReadReport report;
  std::string findings;
};

Read read_as(const Store& store, const char* path, const std::string& text) {
  Diagnostics findings;
  auto report = read_report(text, *parse_report_path(path), store, findings);
  return {std::move(report), said(findings)};
}

}  // namespace

TEST_CASE("paths of reports: written and read back") {
  const Period week = *parse_period("2024-W19");
  CHECK(report_path(kKey.area, kKey.org, week) == test::kSampleReportPath);
  CHECK(review_path(kKey.area, kKey.org, week) == "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.review.yaml");
  for (const char* name : {"2024-W19", "2024-05", "2024-Q2", "2024-H1", "2024", "2024-05-20.1", "summary"}) {
    CAPTURE(name);
    for (const bool review : {false, true}) {
      const std::string path = std::string("areas/a/b/reports/ccb/") + name + (review ? ".review.yaml" : ".yaml");
      const auto key = parse_report_path(path);
      REQUIRE(key);
      CHECK(key->area == AreaId{"a/b"});
      CHECK(key->org == OrgId{"ccb"});
      CHECK(to_string(key->period) == name);
      CHECK(key->review == review);
    }
  }
}

TEST_CASE("paths of reports: nothing else names a report") {
  for (const char* path :
       {"areas/a/reports/ccb/2024-W54.yaml", "areas/a/reports/ccb/2024-W19.yml", "areas/a/reports/ccb/2024-w19.yaml",
        "areas/a/reports/ccb/x/2024-W19.yaml", "areas/a/reports/2024-W19.yaml", "areas/reports/ccb/2024-W19.yaml",
        "areas/A/reports/ccb/2024-W19.yaml", "areas/a/cases/reports/ccb/2024-W19.yaml", "a/reports/ccb/2024-W19.yaml",
        "areas/a/reports/Ccb/2024-W19.yaml", "areas//reports/ccb/2024-W19.yaml", "areas/a/area.yaml", "", "areas/",
        "areas/a/reports/ccb/.yaml", "areas/a/reports/ccb/.review.yaml"}) {
    CAPTURE(path);
    CHECK_FALSE(parse_report_path(path));
  }
}

TEST_CASE("a report: what it says it is must be what its path says") {
  const auto loaded = load_all(test::sample_store());
  const Store& store = *loaded.store;
  struct Case {
    const char* from;
    const char* to;
    const char* said;
  };
  const Case cases[] = {
      {"org: ccb", "org: mttq",
       "2:6: path-mismatch: org ghi \"mttq\", còn theo đường dẫn của tệp là ccb (sửa thành ccb, hoặc chuyển tệp đến "
       "đúng "
       "chỗ của nó)\n"},
      {"area: thuan-thanh/ho/khu-pho-1", "area: thuan-thanh/ho/khu-pho-2",
       "3:7: path-mismatch: area ghi \"thuan-thanh/ho/khu-pho-2\", còn theo đường dẫn của tệp là "
       "thuan-thanh/ho/khu-pho-1 "
       "(sửa thành thuan-thanh/ho/khu-pho-1, hoặc chuyển tệp đến đúng chỗ của nó)\n"},
      {"period: 2024-W19", "period: 2024-W18",
       "4:9: path-mismatch: period ghi \"2024-W18\", còn theo đường dẫn của tệp là 2024-W19 (sửa thành 2024-W19, hoặc "
       "chuyển tệp đến đúng chỗ của nó)\n"},
      {"report: weekly", "report: quarterly",
       "1:9: path-mismatch: loại báo cáo quarterly không có kỳ như 2024-W19, tên của tệp này (sửa thành weekly, hoặc "
       "chuyển tệp đến đúng chỗ của nó)\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.to);
    // The reports of the type that is named do not take all figures.
    auto text = replaced(test::sample_report(), c.from, c.to);
    text = replaced(text, "figures:\n  petitions-received: {complaint: 1, recommendation: 3}\n", "figures:\n");
    const auto read = read_as(store, test::kSampleReportPath, text);
    CHECK(read.findings == std::string(test::kSampleReportPath) + ":" + c.said);
    CHECK(read.report.unreadable);
    CHECK_FALSE(read.report.report);
  }
}

TEST_CASE("a report: an unknown type, organisation or area of the path itself is a reference") {
  const auto loaded = load_all(test::sample_store());
  const Store& store = *loaded.store;
  const auto head = [](const char* type, const char* org, const char* area) {
    return std::string("report: ") + type + "\norg: " + org + "\narea: " + area +
           "\nperiod: 2024-W19\nofficer: nguyen-van-a\n";
  };
  const auto unknown_type = read_as(store, test::kSampleReportPath, head("week", "ccb", "thuan-thanh/ho/khu-pho-1"));
  CHECK(unknown_type.findings ==
        std::string(test::kSampleReportPath) +
            ":1:9: ref-report: không có loại báo cáo \"week\" trong reporting.yaml (có phải \"weekly\"? Các giá trị: "
            "adhoc, half-yearly, monthly, quarterly, summary, weekly, yearly)\n");
  REQUIRE(unknown_type.report.report);
  CHECK(unknown_type.report.report->type == ReportTypeId{"weekly"});

  const auto unknown_org = read_as(store, "areas/thuan-thanh/ho/reports/hnd/2024-W19.yaml", head("weekly", "hnd", "thuan-thanh/ho"));
  CHECK(unknown_org.findings ==
        "areas/thuan-thanh/ho/reports/hnd/2024-W19.yaml:2:6: ref-org: không có tổ chức \"hnd\" trong nammo.yaml (Các "
        "giá "
        "trị: ccb, mttq, bdv)\n");
  const auto unknown_area = read_as(store, "areas/thuan-thanh/xa/reports/ccb/2024-W19.yaml", head("weekly", "ccb", "thuan-thanh/xa"));
  CHECK(unknown_area.findings.starts_with("areas/thuan-thanh/xa/reports/ccb/2024-W19.yaml:3:7: ref-area: không có địa "
                "bàn "
                                          "\"thuan-thanh/xa\" ("));
  const auto no_step = read_as(store, "areas/thuan-thanh/ho/reports/mttq/2024-W19.yaml", head("weekly", "mttq", "thuan-thanh/ho"));
  CHECK(no_step.findings == "");  // that nobody expects it is for `check` to say
  CHECK(no_step.report.report);
}

TEST_CASE("a report: a once period is that of its type, an ad hoc one that of its kind") {
  const auto loaded = load_all(test::sample_store());
  const auto report = [](const char* type, const char* period) {
    return std::string("report: ") + type + "\norg: ccb\narea: thuan-thanh\nperiod: " + period + "\nofficer: "
                "bui-van-k\n";
  };
  CHECK(read_as(*loaded.store, "areas/thuan-thanh/reports/ccb/summary.yaml", report("summary", "summary")).findings == "");
  CHECK(read_as(*loaded.store, "areas/thuan-thanh/reports/ccb/review-2024.yaml", report("summary", "review-2024")).findings ==
        "areas/thuan-thanh/reports/ccb/review-2024.yaml:1:9: path-mismatch: loại báo cáo summary không có kỳ như "
        "review-2024, tên của tệp này (sửa loại báo cáo, hoặc đổi tên tệp theo kỳ của nó)\n");
  const auto adhoc = read_as(*loaded.store, "areas/thuan-thanh/reports/ccb/2024-05-20.2.yaml",
                             report("adhoc", "2024-05-20.2") + "occurred: 2024-05-20T07:30+07:00\ncontinues: "
                "2024-05-20.1\n");
  CHECK(adhoc.findings == "");
  REQUIRE(adhoc.report.report);
  CHECK(adhoc.report.report->occurred == parse_instant("2024-05-20T00:30:00Z"));
  CHECK(to_string(*adhoc.report.report->continues) == "2024-05-20.1");
  CHECK(adhoc.report.report->continues_place == Place{7, 12, 7, 24});
}

TEST_CASE("a report: what is no YAML is no report, what is no mapping is an empty one") {
  const auto loaded = load_all(test::sample_store());
  for (const char* text : {"report: weekly\n\tnil: true\n", "<<<<<<< HEAD\na: 1\n=======\nb: 1\n>>>>>>> x\n", "a: "
                "\xFF\n"}) {
    CAPTURE(text);
    const auto read = read_as(*loaded.store, test::kSampleReportPath, text);
    CHECK(read.report.unreadable);
    CHECK_FALSE(read.findings.empty());
  }
  const auto list = read_as(*loaded.store, test::kSampleReportPath, "- report: weekly\n");
  CHECK_FALSE(list.report.unreadable);
  REQUIRE(list.report.report);
  CHECK(list.report.report->area == kKey.area);
  CHECK_FALSE(list.report.report->submitted);
}

TEST_CASE("a review: who decided what, and when") {
  const auto loaded = load_all(test::sample_store());
  Diagnostics findings;
  const auto review = read_review("state: returned\nby: le-van-c\nat: 2024-05-09T11:05+07:00\ncontent: sha256:" +
                                      std::string(64, 'a') + "\nbecause: Thiếu số liệu\ndue: 2024-05-09T13:00+07:00\n",
                                  kKey, *loaded.store, findings);
  REQUIRE(said(findings) == "");
  REQUIRE(review);
  CHECK(review->state == ReviewState::returned);
  CHECK(review->by == OfficerId{"le-van-c"});
  CHECK(review->at == parse_instant("2024-05-09T04:05:00Z"));
  CHECK(review->content == "sha256:" + std::string(64, 'a'));
  CHECK(review->because == "Thiếu số liệu");
  CHECK(review->due == parse_instant("2024-05-09T06:00:00Z"));
  CHECK(review->file == "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.review.yaml");

  CHECK(read_review("state: requested\nby: le-van-x\nat: 2024-05-09T11:05+07:00\n", kKey, *loaded.store, findings)->by.empty());
  CHECK(said(findings).starts_with("areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.review.yaml:2:5: ref-officer: "
                ""));
  const auto before = findings.errors();
  CHECK_FALSE(read_review("state: accept\nby: le-van-c\nat: 2024-05-09T11:05+07:00\n", kKey, *loaded.store, findings));
  CHECK(findings.errors() > before);
}

TEST_CASE("a filing: report and review of one key, and the hash that binds them") {
  auto files = test::sample_store();
  const auto loaded = load_all(files);
  const auto load = [&](Diagnostics& findings) {
    return load_filing(files, *loaded.store, kKey.area, kKey.org, kKey.period, findings);
  };
  Diagnostics findings;
  Filing filing = load(findings);
  CHECK_FALSE(filing.exists);
  CHECK_FALSE(filing.unreadable);
  CHECK_FALSE(filing.review);

  files.put(test::kSampleReportPath, test::sample_report());
  filing = load(findings);
  CHECK(filing.exists);
  CHECK(filing.report);
  CHECK(filing.content.empty());

  const auto hash = content_hash(test::sample_report());
  files.put(review_path(kKey.area, kKey.org, kKey.period),
            "state: accepted\nby: le-van-c\nat: 2024-05-09T11:05+07:00\ncontent: " + hash + "\n");
  filing = load(findings);
  REQUIRE(filing.review);
  CHECK(filing.content == filing.review->content);
  CHECK(said(findings) == "");

  files.put(test::kSampleReportPath, test::sample_report() + "# sửa\n");
  CHECK(load(findings).content != hash);
  files.remove(test::kSampleReportPath);
  files.put_kind(test::kSampleReportPath, FileKind::other);
  filing = load(findings);
  CHECK(filing.exists);
  CHECK(filing.unreadable);
  CHECK(said(findings) == std::string(test::kSampleReportPath) +
                              ":0:0: file-kind: không phải tệp thường (liên kết, thư mục, FIFO hoặc thiết bị) nên "
                              "không đọc "
                              "(thay bằng một tệp thường có nội dung)\n");
}

TEST_CASE("content hash: SHA-256 as in FIPS 180-4") {
  CHECK(content_hash("abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(content_hash("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
