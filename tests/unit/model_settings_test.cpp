#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <tuple>

#include <unistd.h>

#include "nammo/store.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::load_all;
using test::replaced;

namespace {

std::string settings() { return test::sample_store().files().at("nammo.yaml"); }

test::Loaded load_with(std::string text) {
  auto files = test::sample_store();
  files.put("nammo.yaml", std::move(text));
  return load_all(files);
}

}  // namespace

TEST_CASE("nammo.yaml: without it there is no store") {
  const auto loaded = load_all(test::MemoryFiles{{{"reporting.yaml", "{}\n"}}});
  CHECK_FALSE(loaded.store);
  CHECK(loaded.findings ==
        "nammo.yaml:0:0: file-kind: không có tệp này (tạo tệp này, hoặc chạy nammo init để có một kho mới)\n");
}

TEST_CASE("nammo.yaml: a newer format is known as such, whatever else the file says") {
  const auto loaded = load_with("nammo: 2\nname: [a new kind of name]\nregions: {}\n");
  CHECK_FALSE(loaded.store);
  CHECK(loaded.findings ==
        "nammo.yaml:1:8: schema-range: kho này theo định dạng 2; bản nammo này chỉ đọc được đến định dạng 1 (cài bản "
        "nammo mới hơn)\n");
}

TEST_CASE("nammo.yaml: with another error the store is what could be read") {
  const auto wrong_zone = load_with(replaced(settings(), "Asia/Ho_Chi_Minh", "Asia/Thuan_Thanh"));
  REQUIRE(wrong_zone.store);
  CHECK(wrong_zone.findings ==
        "nammo.yaml:4:11: schema-enum: không có múi giờ \"Asia/Thuan_Thanh\" (ghi tên theo cơ sở dữ liệu IANA, ví dụ "
        "Asia/Ho_Chi_Minh)\n");
  CHECK(wrong_zone.store->regime.types.size() == 7);

  const auto no_yaml = load_with("nammo: 1\nname: \"Hội\n");
  REQUIRE(no_yaml.store);
  CHECK(no_yaml.findings.starts_with("nammo.yaml:2:7: yaml-syntax: "));
  CHECK(no_yaml.findings.find('\n') == no_yaml.findings.size() - 1);  // nothing follows from it elsewhere
}

TEST_CASE("nammo.yaml: names of its own levels, and ids that stand once") {
  const auto loaded = load_with(replaced(replaced(replaced(settings(), "confidential_from: "
                "commune", "confidential_from: ward"),
                                                  "hamlet: \"Chi hội", "hamlets: \"Chi hội"),
                                         "  - {id: mttq,", "  - {id: ccb, label: Hội khác}\n  - {id: mttq,"));
  REQUIRE(loaded.store);
  CHECK(loaded.findings ==
        "nammo.yaml:14:68: ref-level: không có cấp \"hamlets\" trong nammo.yaml (có phải \"hamlet\"? Các giá trị: "
        "district, "
        "commune, hamlet)\n"
        "nammo.yaml:23:10: yaml-duplicate-key: mã \"ccb\" có hai lần trong danh sách này\n"
        "nammo.yaml:6:30: ref-level: không có cấp \"ward\" trong nammo.yaml (Các giá trị: district, commune, "
        "hamlet)\n");
  CHECK(loaded.store->settings.organisation(OrgId{"ccb"})->label.vi == "Hội Cựu chiến binh");
  CHECK(loaded.store->settings.confidential_from.empty());
}

TEST_CASE("nammo.yaml: labels in one language or in both") {
  const auto loaded = load_with(replaced(settings(), "ccb-tinh: {name: Hội CCB tỉnh, for: báo cáo}",
                                         "ccb-tinh: {name: {vi: Hội CCB tỉnh, en: Provincial association}, for: {en: "
                                         "report}}"));
  REQUIRE(loaded.findings == "");
  const Recipient* recipient = loaded.store->settings.recipient(RecipientId{"ccb-tinh"});
  CHECK(recipient->name == Text{"Hội CCB tỉnh", "Provincial association"});
  CHECK(recipient->purpose == Text{"report", "report"});
}

TEST_CASE("files of the store: what keeps one from being read is said, and the rest goes on") {
  auto files = test::sample_store();
  files.remove("catalog/codes.yaml");
  files.put_kind("catalog/codes.yaml", FileKind::link);
  files.put("catalog/rules.yaml", std::string(kMaxFileSize + 1, '#'));
  files.deny("officers/le-van-c.yaml");
  files.remove("reporting.yaml");
  const auto loaded = load_all(files);
  CHECK(loaded.findings ==
        "reporting.yaml:0:0: file-kind: không có tệp này (tạo tệp này, hoặc chạy nammo init để có một kho mới)\n"
        "catalog/codes.yaml:0:0: file-kind: không phải tệp thường (liên kết, thư mục, FIFO hoặc thiết bị) nên không "
        "đọc "
        "(thay bằng một tệp thường có nội dung)\n"
        "catalog/rules.yaml:0:0: file-size: tệp lớn hơn 1 MiB nên không đọc (một báo cáo chỉ vài nghìn ký tự; xem lại "
        "nội "
        "dung của tệp)\n"
        "officers/le-van-c.yaml:0:0: file-kind: không có quyền đọc tệp hoặc thư mục này (kiểm tra quyền đọc của tệp và ổ "
        "đĩa)\n");
  CHECK(loaded.store->areas.all().size() == 7);
}

TEST_CASE("files of the store: the order in which they are loaded changes nothing") {
  auto files = test::sample_store();
  for (const auto& [file, from, to] : {std::tuple{"catalog/indicators.yaml", "reports: [weekly", "reports: [weekley"},
                                       std::tuple{"areas/thuan-thanh/area.yaml", "officer: bui-van-k", "officer: ai-do"}}) {
    files.put(file, replaced(files.files().at(file), from, to));
  }
  Diagnostics findings;
  auto store = load_settings(files, findings);
  REQUIRE(store);
  load_areas(files, {}, *store, findings);
  load_officers(files, *store, findings);
  load_catalog(files, *store, findings);
  load_regime(files, *store, findings);
  findings.sort();
  CHECK(test::said(findings, Language::en) ==
        "areas/thuan-thanh/area.yaml:7:15: ref-officer: there is no officer \"ai-do\" in officers/ (Allowed: bui-van-k, "
        "dang-thi-l, do-van-h, hoang-thi-e, le-van-c, nguyen-van-a, pham-van-d, tran-thi-b, vu-van-g)\n"
        "catalog/indicators.yaml:1:125: ref-report: reporting.yaml has no report type \"weekley\" (did you mean "
        "\"weekly\"? Allowed: adhoc, half-yearly, monthly, quarterly, summary, weekly, yearly)\n");
}

TEST_CASE("the store: found in the folders above, the nearest first") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / ("nammo-find-store-" + std::to_string(::getpid()));
  fs::create_directories(root / "kho/areas/ho");
  CHECK(find_store((root / "kho/areas/ho").string()) == std::nullopt);
  std::ofstream(root / "kho/nammo.yaml") << "nammo: 1\n";
  CHECK(find_store((root / "kho/areas/ho").string()) == (root / "kho").string());
  CHECK(find_store((root / "kho/areas/../").string()) == (root / "kho").string());
  std::ofstream(root / "nammo.yaml") << "nammo: 1\n";
  CHECK(find_store((root / "kho").string()) == (root / "kho").string());
  CHECK(find_store((root / "elsewhere").string()) == root.string());
  fs::remove_all(root);
}
