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

// The sample report with `from` replaced by `to`, in which the value `wrong` is the
// last of its kind, must have the one finding `expected`, at that value.
void check_finding(const Store& store, const char* from, const char* to, const char* wrong, const char* expected) {
  CAPTURE(to);
  const auto text = replaced(test::sample_report(), from, to);
  Diagnostics findings;
  CHECK(read_report(text, kKey, store, findings).report);
  const std::string where = std::string(test::kSampleReportPath) + ":" + test::line_and_column(text, wrong);
  CHECK(said(findings) == (*expected == 0 ? "" : where + ": " + expected + "\n"));
}

}  // namespace

TEST_CASE("references of a report: each is resolved where it stands") {
  const auto loaded = load_all(test::sample_store());
  struct Case {
    const char* from;
    const char* to;
    const char* wrong;
    const char* said;
  };
  const Case cases[] = {
      {"officer: nguyen-van-a", "officer: nguyen-van-aa", "nguyen-van-aa",
       "ref-officer: không có cán bộ \"nguyen-van-aa\" trong thư mục officers (có phải \"nguyen-van-a\"? Các giá "
       "trị: bui-van-k, dang-thi-l, do-van-h, hoang-thi-e, le-van-c, nguyen-van-a, pham-van-d, tran-thi-b, vu-van-g)"},
      {"by: le-van-c", "by: ai-do", "ai-do",
       "ref-officer: không có cán bộ \"ai-do\" trong thư mục officers (Các giá trị: bui-van-k, dang-thi-l, "
       "do-van-h, hoang-thi-e, le-van-c, nguyen-van-a, pham-van-d, tran-thi-b, vu-van-g)"},
      {"topic: electricity\n    severity", "topic: electrcity\n    severity", "electrcity",
       "ref-code: không có mã \"electrcity\" trong danh mục topics (catalog/codes.yaml) (có phải \"electricity\"? "
       "Các giá trị: electricity, drainage, waste, dien-bien-phu)"},
      {"title: Điện chập chờn\n    field: society", "title: Điện chập chờn\n    field: xa-hoi", "xa-hoi",
       "ref-code: không có mã \"xa-hoi\" trong danh mục fields (catalog/codes.yaml) (Các giá trị: economy, "
       "society, defence, security, foreign-affairs, political-system, people-relations, resolutions)"},
      {"from: [thuan-thanh/ho/khu-pho-1]", "from: [khu-pho-6]", "khu-pho-6",
       "ref-area: không có địa bàn \"khu-pho-6\" (Các giá trị: thuan-thanh, thuan-thanh/ho, thuan-thanh/ho/khu-pho-1, "
       "thuan-thanh/ho/khu-pho-2, thuan-thanh/ho/khu-pho-3, thuan-thanh/ho/khu-pho-4, thuan-thanh/ho/khu-pho-5)"},
      {"from: [thuan-thanh/ho/khu-pho-1]", "from: [ho/khu-pho-2, thuan-thanh/ho/khu-pho-2]", "ho/khu-pho-2, ",
       "ref-area: không có địa bàn \"ho/khu-pho-2\" (có phải \"thuan-thanh/ho/khu-pho-2\"? Các giá trị: thuan-thanh, "
       "thuan-thanh/ho, thuan-thanh/ho/khu-pho-1, thuan-thanh/ho/khu-pho-2, thuan-thanh/ho/khu-pho-3, "
       "thuan-thanh/ho/khu-pho-4, thuan-thanh/ho/khu-pho-5)"},
      {"groups: [members]", "groups: [member]", "member]",
       "ref-code: không có mã \"member\" trong danh mục groups (catalog/codes.yaml) (có phải \"members\"? Các giá "
       "trị: members, farmers, workers, youth)"},
      {"source: residents-meeting", "source: meeting", "meeting,",
       "ref-code: không có mã \"meeting\" trong danh mục sources (catalog/codes.yaml) (Các giá trị: "
       "residents-meeting, members-meeting, direct-contact)"},
      {"kind: propaganda", "kind: propagande", "propagande",
       "ref-code: không có mã \"propagande\" trong danh mục activity-kinds (catalog/codes.yaml) (có phải "
       "\"propaganda\"? Các giá trị: propaganda, mobilisation, social-work)"},
      {"with: [mttq]", "with: [mttqs]", "mttqs",
       "ref-org: không có tổ chức \"mttqs\" trong nammo.yaml (có phải \"mttq\"? Các giá trị: ccb, mttq, bdv)"},
      {"to: btv-thi-uy", "to: commune", "commune,", ""},
      {"to: btv-thi-uy", "to: xa", "xa,",
       "ref-recipient: \"xa\" không phải là cấp hay nơi nhận trong nammo.yaml (Các giá trị: district, commune, "
       "hamlet, ccb-phuong, ccb-thi-xa, dang-uy-phuong, btv-thi-uy, ccb-tinh, bdv-tinh-uy, btv-tinh-uy, mang-luoi)"},
      {"level: commune", "level: province", "province",
       "ref-level: không có cấp \"province\" trong nammo.yaml (Các giá trị: district, commune, hamlet)"},
      {"first-raised: 2024-W19", "first-raised: 2024-W53", "2024-W53",
       "schema-pattern: không có kỳ \"2024-W53\" (viết như 2024-W19, 2024-05, 2024-Q2, 2024-H1, 2024 hoặc "
       "2024-05-20.1)"},
  };
  for (const auto& c : cases) check_finding(*loaded.store, c.from, c.to, c.wrong, c.said);
}

TEST_CASE("references of a report: indicators and their codes") {
  const auto loaded = load_all(test::sample_store());
  struct Case {
    const char* to;
    const char* wrong;
    const char* said;
  };
  const Case cases[] = {
      {"  member: 154\n", "member: 1",
       "ref-indicator: không có chỉ tiêu \"member\" trong catalog/indicators.yaml (có phải \"members\"? Các giá trị: "
       "fund-ytd, households, listeners, members, petitions-forwarded, petitions-pending, petitions-received, "
       "petitions-resolved, plan-progress, tasks-assigned, tasks-done)"},
      {"  fund-ytd: 154\n", "fund-ytd",
       "ref-indicator: chỉ tiêu fund-ytd không thuộc loại báo cáo weekly (bỏ số liệu này, hoặc thêm loại báo cáo vào "
       "reports của chỉ tiêu trong catalog/indicators.yaml)"},
      {"  members: 1.234\n", "1.234",
       "schema-type: số \"1.234\" có quá 0 chữ số lẻ (chỉ tiêu này là số nguyên; dấu chấm là dấu thập phân, nên nếu "
       "là 1234 thì viết 1234)"},
      {"  members: {complaint: 1}\n", "{complaint: 1}",
       "schema-type: chỉ tiêu members chỉ có một số, không chia theo mã (viết một số)"},
      {"  members: 154\n  petitions-pending: 3\n", "3\nestimate",
       "schema-type: chỉ tiêu petitions-pending phải chia theo danh mục petition-kinds (viết một số cho mỗi mã, ví "
       "dụ {complaint: 1, recommendation: 3})"},
      {"  members: 154\n  petitions-pending: {to-cao: 3}\n", "to-cao",
       "ref-code: không có mã \"to-cao\" trong danh mục petition-kinds (catalog/codes.yaml) (Các giá trị: complaint, "
       "denunciation, recommendation)"},
      {"  members: 1234567890.123\n", "1234567890.123",
       "schema-type: \"1234567890.123\" không phải là số (viết số bằng chữ số, không có ngoặc kép, nhiều nhất 12 "
       "chữ số)"},
  };
  for (const auto& c : cases) check_finding(*loaded.store, "  members: 154\n", c.to, c.wrong, c.said);
  check_finding(*loaded.store, "estimate: [members]", "estimate: [membrs]", "membrs",
                "ref-indicator: không có chỉ tiêu \"membrs\" trong catalog/indicators.yaml (có phải \"members\"? Các "
                "giá "
                "trị: fund-ytd, households, listeners, members, petitions-forwarded, petitions-pending, "
                "petitions-received, petitions-resolved, plan-progress, tasks-assigned, tasks-done)");
}

TEST_CASE("references: what the schema refused is left out without a second finding") {
  const auto loaded = load_all(test::sample_store());
  struct Case {
    const char* from;
    const char* to;
    const char* code;
  };
  const Case cases[] = {{"officer: nguyen-van-a", "officer: Nguyễn Văn A", "schema-pattern"},
                        {"field: society\n    topic", "field: [society]\n    topic", "schema-type"},
                        {"stance: concerned", "stance: concernd", "schema-enum"},
                        {"members: 154", "members: \"154\"", "schema-type"},
                        {"members: 154", "members: 07", "schema-type"},
                        {"first-raised: 2024-W19", "first-raised: W19", "schema-pattern"},
                        {"members: 154", "members: [1]", "schema-type"}};
  for (const auto& c : cases) {
    CAPTURE(c.to);
    Diagnostics findings;
    const auto read = read_report(replaced(test::sample_report(), c.from, c.to), kKey, *loaded.store, findings);
    REQUIRE(read.report);
    REQUIRE(findings.items().size() == 1);
    CHECK(findings.items()[0].code == c.code);
  }
}

TEST_CASE("references: a wrong value is never read as another one") {
  const auto loaded = load_all(test::sample_store());
  const auto read_with = [&](const char* from, const char* to) {
    Diagnostics findings;
    return *read_report(replaced(test::sample_report(), from, to), kKey, *loaded.store, findings).report;
  };
  CHECK(read_with("stance: concerned", "stance: concernd").opinions.empty());
  CHECK(read_with("officer: nguyen-van-a", "officer: ai-do").officer.empty());
  CHECK(read_with("people: 40", "people: 040").situation[0].people == std::nullopt);
  CHECK(read_with("submitted: 2024-05-08T16:40+07:00", "submitted: 2024-05-08").submitted == std::nullopt);
  CHECK(read_with("{at: 2024-05-08T16:45+07:00, ", "{").received == std::nullopt);
  CHECK(read_with("nil: false", "nil: yes").nil == false);
  CHECK(read_with("members: 154", "members: 1.234").figure(IndicatorId{"members"})->value == std::nullopt);
  CHECK(read_with("{complaint: 1, recommendation: 3}", "{complaint: 1, other: 3}")
            .figure(IndicatorId{"petitions-received"})->codes.size() == 1);
}

TEST_CASE("references: only what was loaded is judged") {
  auto files = test::sample_store();
  Diagnostics findings;
  auto store = load_settings(files, findings);
  REQUIRE(store);
  const auto text = replaced(test::sample_report(), "officer: nguyen-van-a", "officer: ai-do");
  const auto read = read_report(text, kKey, *store, findings);
  CHECK(said(findings) == "");
  REQUIRE(read.report);
  CHECK(read.report->officer == OfficerId{"ai-do"});
  CHECK(read.report->situation[0].topic == CodeId{"electricity"});

  load_areas(files, AreaId{"thuan-thanh/ho/khu-pho-1"}, *store, findings);
  const auto elsewhere = replaced(test::sample_report(), "from: [thuan-thanh/ho/khu-pho-1]",
                                  "from: [thuan-thanh/ho/khu-pho-9, thuan-thanh/ho/khu-pho-1/to-9]");
  CHECK(read_report(elsewhere, kKey, *store, findings).report);
  CHECK(said(findings) ==
        std::string(test::kSampleReportPath) + ":" + test::line_and_column(elsewhere, "thuan-thanh/ho/khu-pho-1/to-9") +
            ": ref-area: không có địa bàn \"thuan-thanh/ho/khu-pho-1/to-9\" (Các giá trị: thuan-thanh, "
            "thuan-thanh/ho, thuan-thanh/ho/khu-pho-1)\n");
}

TEST_CASE("references: what a broken file would declare is not judged") {
  auto files = test::sample_store();
  files.put("catalog/codes.yaml", "fields: {economy: \"Kinh tế}\n");
  files.put("catalog/indicators.yaml", "members: {label: Hội viên, unit: hội viên, kind: stok, areas: lowest}\n");
  files.put("catalog/rules.yaml", "[]\n");
  files.put("officers/nguyen-van-a.yaml", "name: [\n");
  files.put("areas/thuan-thanh/ho/khu-pho-1/area.yaml", "name: Khu phố 1\n");
  const auto loaded = load_all(files);
  Diagnostics findings;
  const auto read = read_report(replaced(test::sample_report(), "  petitions-received: {complaint: 1, recommendation: "
                "3}\n", ""),
                                kKey, *loaded.store, findings);
  CHECK(said(findings) == "");
  REQUIRE(read.report);
  CHECK(read.report->officer == OfficerId{"nguyen-van-a"});
  CHECK(read.report->figures.empty());
}
