#include <doctest/doctest.h>

#include "nammo/store.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::check_finding;
using test::load_all;
using test::replaced;

TEST_CASE("indicators: what they name must be in the store") {
  const char* file = "catalog/indicators.yaml";
  check_finding(file, "by: petition-kinds", "by: petition-kind", "petition-kind, areas",
                "ref-code: không có danh mục \"petition-kind\" trong catalog/codes.yaml (có phải \"petition-kinds\"? "
                "Các giá trị: activity-kinds, fields, groups, petition-kinds, sources, topics)");
  check_finding(file, "reports: [weekly, monthly]", "reports: [weekly, month]", "month]",
                "ref-report: không có loại báo cáo \"month\" trong reporting.yaml (có phải \"monthly\"? Các giá trị: "
                "adhoc, half-yearly, monthly, quarterly, summary, weekly, yearly)");
  check_finding(file, "activities: propaganda", "activities: propagand", "propagand,",
                "ref-code: không có mã \"propagand\" trong danh mục activity-kinds (catalog/codes.yaml) (có phải "
                "\"propaganda\"? Các giá trị: propaganda, mobilisation, social-work)");
  check_finding(file, "numerator: tasks-done", "numerator: task-done", "task-done",
                "ref-indicator: không có chỉ tiêu \"task-done\" trong catalog/indicators.yaml (có phải "
                "\"tasks-done\"? Các giá trị: fund-ytd, households, listeners, members, petitions-forwarded, "
                "petitions-pending, petitions-received, petitions-resolved, plan-progress, tasks-assigned, "
                "tasks-done)");
  check_finding(file, "numerator: tasks-done", "numerator: plan-progress", "plan-progress, denom",
                "ref-indicator: \"plan-progress\" cũng là một tỷ lệ (tử số và mẫu số là những chỉ tiêu được nhập)");
}

TEST_CASE("indicators: one with an error is left out, and known all the same") {
  auto files = test::sample_store();
  files.put("catalog/indicators.yaml", replaced(files.files().at("catalog/indicators.yaml"), "kind: ytd", "kind: "
                "yearly"));
  const auto loaded = load_all(files);
  CHECK(loaded.store->indicators.items.size() == 10);
  CHECK(loaded.store->indicators.find(IndicatorId{"fund-ytd"}) == nullptr);
  CHECK(loaded.store->declared.indicator_ids.contains(IndicatorId{"fund-ytd"}));
}

TEST_CASE("rules: their terms are indicators, their ids stand once") {
  const char* file = "catalog/rules.yaml";
  check_finding(file, "[petitions-resolved]", "[petitions-resolve]", "petitions-resolve]",
                "ref-indicator: không có chỉ tiêu \"petitions-resolve\" trong catalog/indicators.yaml (có phải "
                "\"petitions-resolved\"? Các giá trị: fund-ytd, households, listeners, members, petitions-forwarded, "
                "petitions-pending, petitions-received, petitions-resolved, plan-progress, tasks-assigned, "
                "tasks-done)");
  check_finding(file, "sum: [petitions-pending@previous", "sum: [member@previous", "member@previous",
                "ref-indicator: không có chỉ tiêu \"member\" trong catalog/indicators.yaml (có phải \"members\"? Các giá "
                "trị: fund-ytd, households, listeners, members, petitions-forwarded, petitions-pending, "
                "petitions-received, petitions-resolved, plan-progress, tasks-assigned, tasks-done)");
  check_finding(file, "- id: resolved-within", "- id: petitions-balance", "petitions-balance",
                "yaml-duplicate-key: mã \"petitions-balance\" có hai lần trong danh sách này");
}

TEST_CASE("codes: labels in both languages, details beside them") {
  auto files = test::sample_store();
  files.put("catalog/codes.yaml",
            replaced(files.files().at("catalog/codes.yaml"), "propaganda: Tuyên truyền",
                     "propaganda: {label: {vi: Tuyên truyền, en: Talks}, unit: buổi, people-unit: lượt người nghe}"));
  const auto loaded = load_all(files);
  REQUIRE(loaded.findings == "");
  const Code* code = loaded.store->codes.at(CodeListId{"activity-kinds"}).find(CodeId{"propaganda"});
  REQUIRE(code != nullptr);
  CHECK(code->label == Text{"Tuyên truyền", "Talks"});
  CHECK(code->unit.vi == "buổi");
  CHECK(code->people_unit.vi == "lượt người nghe");
}

TEST_CASE("calendars: days of their own year, in order") {
  const char* file = "calendar/2024.yaml";
  check_finding(file, "to: 2024-09-03", "to: 2024-08-03", "2024-08-03",
                "schema-range: ngày cuối đứng trước ngày đầu (sửa một trong hai ngày)");
  check_finding(file, "date: 2024-05-04", "date: 2025-05-04", "2025-05-04",
                "schema-range: ngày 2025-05-04 không thuộc năm 2024 của tệp này (ghi ngày đó trong "
                "calendar/2025.yaml; đợt nghỉ qua năm mới thì ghi ở cả hai tệp, mỗi tệp phần của năm đó)");
  auto files = test::sample_store();
  files.remove(file);
  const auto loaded = load_all(files);
  CHECK(loaded.findings == "");
  CHECK(loaded.store->calendars.empty());
}

TEST_CASE("officers: their organisation is one of the store") {
  check_finding("officers/le-van-c.yaml", "org: ccb", "org: cbc", "cbc",
                "ref-org: không có tổ chức \"cbc\" trong nammo.yaml (Các giá trị: ccb, mttq, bdv)");
  auto files = test::sample_store();
  for (const char* name : {"officers/.a.yaml", "officers/a.yaml~", "officers/.le-van-c.yaml.swp", "officers/Le Van "
                "C.yaml"}) {
    files.put(name, "not: an officer\n");
  }
  const auto loaded = load_all(files);
  CHECK(loaded.findings == "");
  CHECK(loaded.store->known_officers.size() == 9);
}
