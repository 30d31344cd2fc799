#include <doctest/doctest.h>

#include "nammo/store.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::check_finding;
using test::load_all;
using test::replaced;

namespace {

const char* const kFile = "reporting.yaml";

}  // namespace

TEST_CASE("reporting.yaml: what it names must be in the store") {
  check_finding(kFile, "level: hamlet,   org: ccb, due: wednesday", "level: village, org: ccb, due: "
                "wednesday", "village",
                "ref-level: không có cấp \"village\" trong nammo.yaml (Các giá trị: district, commune, hamlet)");
  check_finding(kFile, "gathers: [ccb]", "gathers: [ccb, hnd]", "hnd",
                "ref-org: không có tổ chức \"hnd\" trong nammo.yaml (Các giá trị: ccb, mttq, bdv)");
  check_finding(kFile, "to: [mang-luoi]", "to: [mang-luo]", "mang-luo",
                "ref-recipient: không có nơi nhận \"mang-luo\" trong nammo.yaml (có phải \"mang-luoi\"? Các giá trị: "
                "ccb-phuong, ccb-thi-xa, dang-uy-phuong, btv-thi-uy, ccb-tinh, bdv-tinh-uy, btv-tinh-uy, mang-luoi)");
  check_finding(kFile, "figures_from: monthly", "figures_from: month", "month\n  steps:\n    - {level: district, org: "
                "ccb, due: day 15 16:30, to: [btv-thi-uy, ccb-tinh]}\nhalf-yearly",
                "ref-report: không có loại báo cáo \"month\" trong reporting.yaml (có phải \"monthly\"? Các giá trị: "
                "adhoc, half-yearly, monthly, quarterly, summary, weekly, yearly)");
  check_finding(kFile, "areas: pilot", "areas: [thuan-thanh/ho/*, thuan-thanh/**, \"**\", thuan-thanh/tri-qua]",
                "thuan-thanh/tri-qua", "ref-area: không có địa bàn \"thuan-thanh/tri-qua\"");
  check_finding(kFile, "areas: pilot", "areas: [thuan-thanh/xa/*]", "thuan-thanh/xa/*",
                "ref-area: mẫu \"thuan-thanh/xa/*\" không khớp địa bàn nào: không có địa bàn \"thuan-thanh/xa\"");
}

TEST_CASE("reporting.yaml: dues and windows fit the kind of period") {
  check_finding(kFile, "due: wednesday 17:00", "due: day 15 17:00", "day 15 17:00",
                "schema-pattern: hạn \"day 15 17:00\" không hợp với kỳ của loại báo cáo này (báo cáo tuần ghi thứ và "
                "giờ, ví dụ thursday 13:30)");
  check_finding(kFile, "target: thursday 11:00", "target: 2024-05-09 11:00", "2024-05-09 11:00",
                "schema-pattern: hạn \"2024-05-09 11:00\" không hợp với kỳ của loại báo cáo này (báo cáo tuần ghi thứ "
                "và giờ, ví dụ thursday 13:30)");
  check_finding(kFile, "due: day 15 08:00", "due: wednesday 08:00", "wednesday 08:00",
                "schema-pattern: hạn \"wednesday 08:00\" không hợp với kỳ của loại báo cáo này (báo cáo tháng, quý, 6 "
                "tháng, năm ghi ngày và giờ, ví dụ day 15 16:30)");
  check_finding(kFile, "due: 2024-12-31 17:00", "due: 2024-02-31 17:00", "2024-02-31 17:00",
                "schema-pattern: hạn \"2024-02-31 17:00\" không hợp với kỳ của loại báo cáo này (báo cáo nộp một lần "
                "ghi ngày tháng năm và giờ, ví dụ 2024-12-31 17:00)");
  check_finding(kFile, "{level: hamlet,   org: ccb, to: [ccb-phuong]}", "{level: hamlet, org: ccb, due: day 1 08:00, "
                "to: [ccb-phuong]}", "day 1 08:00",
                "schema-pattern: hạn \"day 1 08:00\" không hợp với kỳ của loại báo cáo này (báo cáo đột xuất không có "
                "hạn cố định; dùng first và written)");
  check_finding(kFile, "window: {closes: thursday 00:00}", "window: {from_day: 15}", "{from_day: 15}\n  on_holiday: "
                "previous",
                "schema-pattern: cách chốt số liệu này không hợp với kỳ của loại báo cáo (báo cáo tuần dùng closes, "
                "ví dụ {closes: thursday 00:00}, hoặc {calendar: true})");
  check_finding(kFile, "window: {from_day: 15}", "window: {from: 2024-01-01, to: 2024-02-01}", "{from: 2024-01-01",
                "schema-pattern: cách chốt số liệu này không hợp với kỳ của loại báo cáo (báo cáo tháng, quý, 6 "
                "tháng, năm dùng {from_day: 15} hoặc {calendar: true})");
  check_finding(kFile, "first: 2h", "window: {calendar: true}", "{calendar: true}",
                "schema-pattern: cách chốt số liệu này không hợp với kỳ của loại báo cáo (báo cáo đột xuất không có "
                "thời gian chốt số liệu; bỏ khóa window)");
  check_finding(kFile, "to: 2024-12-31}", "to: 2024-05-05}", "2024-05-05}",
                "schema-range: ngày cuối đứng trước ngày đầu (sửa một trong hai ngày)");
  check_finding(kFile, "window: {from_day: 15}", "window: {calendar: true}", "weekly",
                "");
}

TEST_CASE("reporting.yaml: a file name stands for one report type and one step") {
  check_finding(kFile, "monthly:\n  label: Báo cáo tháng\n  period: month", "monthly:\n  label: Báo cáo tháng\n  "
                "period: quarter", "quarterly:",
                "ref-report: quarterly và monthly cùng một loại kỳ cho tổ chức ccb, nên tên tệp không nói được là "
                "loại nào");
  check_finding(kFile, "{level: commune,  org: ccb, due: thursday", "{level: hamlet, org: ccb, due: "
                "thursday", "{level: hamlet, org: ccb, due: thursday",
                "yaml-duplicate-key: cấp \"hamlet\" và tổ chức \"ccb\" có hai bước trong loại báo cáo này");
  check_finding(kFile, "figures_from: monthly\n  steps:\n    - {level: district, org: ccb, due: day 15 16:30, to: "
                "[btv-thi-uy, ccb-tinh]}\nhalf",
                "figures_from: yearly\n  steps:\n    - {level: district, org: ccb, due: day 15 16:30, to: "
                "[btv-thi-uy, ccb-tinh]}\nhalf", "yearly\n  steps",
                "ref-report: yearly cũng lấy số liệu từ loại khác (ghi loại báo cáo mà số liệu được nhập trực tiếp)");
  check_finding(kFile, "summary:\n", "2024-summary:\n", "2024-summary",
                "schema-pattern: mã \"2024-summary\" không dùng làm tên kỳ được (kỳ của báo cáo nộp một lần mang tên "
                "loại báo cáo; mã phải bắt đầu bằng chữ cái)");
}

TEST_CASE("reporting.yaml: a type with an error is left out, and known all the same") {
  auto files = test::sample_store();
  files.put("reporting.yaml", replaced(files.files().at("reporting.yaml"), "period: month", "period: months"));
  const auto loaded = load_all(files);
  CHECK(loaded.store->regime.find(ReportTypeId{"monthly"}) == nullptr);
  CHECK(loaded.store->regime.find(ReportTypeId{"weekly"}) != nullptr);
  CHECK(loaded.store->declared.type_ids.contains(ReportTypeId{"monthly"}));
  CHECK(loaded.findings.starts_with("reporting.yaml:20:11: schema-enum: "));
  CHECK(loaded.findings.find('\n') == loaded.findings.size() - 1);
}
