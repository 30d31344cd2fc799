#include <doctest/doctest.h>

#include "nammo/store.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::load_all;
using test::replaced;
using test::said;

namespace {

const char* const kWard = "areas/thuan-thanh/ho/area.yaml";

std::string said_of(const char* from, const char* to) {
  auto files = test::sample_store();
  files.put(kWard, replaced(files.files().at(kWard), from, to));
  return load_all(files).findings;
}

}  // namespace

TEST_CASE("areas: what they name must be in the store") {
  const std::string at = std::string(kWard) + ":";
  CHECK(said_of("level: commune", "level: phuong") ==
        at + "3:8: ref-level: không có cấp \"phuong\" trong nammo.yaml (Các giá trị: district, commune, hamlet)\n");
  CHECK(said_of("officer: do-van-h", "officer: do-van-hh").starts_with(
      at + "8:15: ref-officer: không có cán bộ \"do-van-hh\" trong thư mục officers (có phải \"do-van-h\"? "));
  CHECK(said_of("org: ccb", "org: hccb") ==
        at + "8:30: ref-org: không có tổ chức \"hccb\" trong nammo.yaml (có phải \"ccb\"? Các giá trị: ccb, mttq, "
                "bdv)\n");
  CHECK(said_of("code:", "continues: [{area: thuan-thanh/hồ, date: 2023-04-10, how: renamed}]\ncode:").starts_with(
      at + "5:20: schema-pattern: "));
  CHECK(said_of("code:", "continues: [{area: thuan-thanh/thi-tran-ho, date: 2023-04-10, how: renamed}]\ncode:") ==
        at + "5:20: ref-area: không có địa bàn \"thuan-thanh/thi-tran-ho\" (Các giá trị: thuan-thanh, thuan-thanh/ho, "
             "thuan-thanh/ho/khu-pho-1, thuan-thanh/ho/khu-pho-2, thuan-thanh/ho/khu-pho-3, thuan-thanh/ho/khu-pho-4, "
             "thuan-thanh/ho/khu-pho-5)\n");
}

TEST_CASE("areas: an assignment with an error assigns nobody") {
  auto files = test::sample_store();
  files.put(kWard, replaced(files.files().at(kWard), "role: lead", "role: leader"));
  const auto loaded = load_all(files);
  CHECK(loaded.store->areas.find(AreaId{"thuan-thanh/ho"})->officers.empty());
}

TEST_CASE("areas: only the root, what is above it and what is below it are read") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/ho-2/area.yaml", "name: Hồ 2\nlevel: commune\nsince: 2024-01-01\n");
  files.put("areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml", "report: weekly\n");
  Diagnostics findings;
  auto store = load_settings(files, findings);
  REQUIRE(store);
  list_officers(files, *store);
  load_areas(files, AreaId{"thuan-thanh/ho/khu-pho-1"}, *store, findings);
  CHECK(said(findings) == "");
  CHECK(store->areas.all().size() == 3);
  CHECK(files.read_files() == std::set<std::string>{"nammo.yaml", "areas/thuan-thanh/area.yaml", kWard,
                                                    "areas/thuan-thanh/ho/khu-pho-1/area.yaml"});
  CHECK(files.listed_folders() == std::set<std::string>{"officers", "areas/thuan-thanh/ho/khu-pho-1"});
}

TEST_CASE("areas: folders without area.yaml, hidden ones, backups and links are none") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/tri-qua/notes.txt", "not yet\n");
  files.put("areas/thuan-thanh/tri-qua/ban-tri-qua/area.yaml", "name: Bàng\nlevel: hamlet\nsince: 2024-01-01\n");
  files.put("areas/thuan-thanh/.old/area.yaml", "x: 1\n");
  files.put("areas/thuan-thanh/ho~/area.yaml", "x: 1\n");
  files.put("areas/thuan-thanh/Xuân Lâm/area.yaml", "x: 1\n");
  files.put("areas/area.yaml", "x: 1\n");
  files.put_kind("areas/thuan-thanh/vong", FileKind::link);
  const auto loaded = load_all(files);
  CHECK(loaded.findings == "");
  CHECK(loaded.store->areas.all().size() == 8);
  CHECK(loaded.store->areas.find(AreaId{"thuan-thanh/tri-qua/ban-tri-qua"}) != nullptr);
  CHECK(loaded.store->areas.find(AreaId{"thuan-thanh/tri-qua"}) == nullptr);
}

TEST_CASE("areas: one that cannot be used is left out, and known all the same") {
  auto files = test::sample_store();
  files.remove(kWard);
  files.put_kind(kWard, FileKind::link);
  const auto loaded = load_all(files);
  CHECK(loaded.findings ==
        std::string(kWard) + ":0:0: file-kind: không phải tệp thường (liên kết, thư mục, FIFO hoặc thiết bị) nên "
                "không đọc "
                             "(thay bằng một tệp thường có nội dung)\n");
  CHECK(loaded.store->areas.all().size() == 6);
  CHECK(loaded.store->declared.area_ids.contains(AreaId{"thuan-thanh/ho"}));
}
