#include <doctest/doctest.h>

#include "nammo/store_files.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;

namespace {

Date day(const char* text) { return *parse_date(text); }

Area full_area() {
  Area area;
  area.id = AreaId{"thuan-thanh/ho/khu-pho-6"};
  area.name = "Khu phố 6";
  area.brief = "KP 6";
  area.level = LevelId{"hamlet"};
  area.since = day("2024-07-01");
  area.until = day("2025-06-30");
  area.code = "09400";
  area.pilot = PilotTime{day("2024-07-02"), day("2024-12-31"), "số 5, mới"};
  area.continues = {{AreaId{"thuan-thanh/ho/khu-pho-1"}, day("2024-07-01"), Succession::How::split, {}}};
  area.officers = {{OfficerId{"nguyen-van-a"}, OrgId{"ccb"}, Role::lead, day("2024-07-01"), day("2024-12-31"), {}}};
  return area;
}

}  // namespace

TEST_CASE("files: an area has its schema, its keys in order and quotes where they are needed") {
  CHECK(area_path(full_area().id) == "areas/thuan-thanh/ho/khu-pho-6/area.yaml");
  CHECK(area_file(full_area()) ==
        "# yaml-language-server: $schema=../../../../schemas/area.schema.json\n"
        "name: Khu phố 6\n"
        "short: KP 6\n"
        "level: hamlet\n"
        "since: 2024-07-01\n"
        "until: 2025-06-30\n"
        "code: \"09400\"\n"
        "pilot: {since: 2024-07-02, until: 2024-12-31, decision: \"số 5, mới\"}\n"
        "continues:\n"
        "  - {area: thuan-thanh/ho/khu-pho-1, date: 2024-07-01, how: split}\n"
        "officers:\n"
        "  - {officer: nguyen-van-a, org: ccb, role: lead, since: 2024-07-01, until: 2024-12-31}\n");
}

TEST_CASE("files: what is not given has no line") {
  Area area;
  area.id = AreaId{"moi"};
  area.name = area.brief = "yes";
  area.level = LevelId{"district"};
  area.since = day("2024-07-01");
  CHECK(area_file(area) ==
        "# yaml-language-server: $schema=../../schemas/area.schema.json\nname: \"yes\"\nlevel: district\nsince: 2024-07-01\n");
  Officer officer;
  officer.name = "Nguyễn Văn A";
  officer.org = OrgId{"ccb"};
  CHECK(officer_file(officer) == "# yaml-language-server: $schema=../schemas/officer.schema.json\nname: Nguyễn Văn A\norg: ccb\n");
  officer.phone = "0912345678";
  officer.email = "a@example.org";
  officer.account = AccountState::issued;
  CHECK(officer_file(officer) ==
        "# yaml-language-server: $schema=../schemas/officer.schema.json\nname: Nguyễn Văn A\norg: ccb\n"
        "email: a@example.org\nphone: \"0912345678\"\naccount: issued\n");
}

TEST_CASE("files: an area that was written is read as that area") {
  auto files = test::sample_store();
  files.put(area_path(full_area().id), area_file(full_area()));
  const auto loaded = test::load_all(files);
  CHECK(loaded.findings == "");
  const Area* read = loaded.store->areas.find(full_area().id);
  REQUIRE(read != nullptr);
  CHECK(area_file(*read) == area_file(full_area()));
}

TEST_CASE("ids: a name gives an id without marks, of small letters, digits and hyphens") {
  CHECK(id_from("Khu phố 6") == "khu-pho-6");
  CHECK(id_from("phường Đình Tổ") == "phuong-dinh-to");
  CHECK(id_from("Thôn Ngọc Khám – Á Lữ (cũ)") == "thon-ngoc-kham-a-lu-cu");
  CHECK(id_from("Nguye\xCC\x82\xCC\x83n Va\xCC\x86n A") == "nguyen-van-a");  // marks apart from their letters
  CHECK(id_from("ƯỠNG ỰA ợ Ỹ") == "uong-ua-o-y");
  CHECK(id_from(" … ") == "");
  CHECK(id_from("tổ dân phố số một của phường Song Liễu mới") == "to-dan-pho-so-mot-cua-phuong-song-lieu");
  CHECK(id_from(std::string(50, 'a')) == std::string(40, 'a'));
}

TEST_CASE("names: capitals, blanks at the ends and the form of Unicode make no other name") {
  CHECK(same_name("phường Hồ", " Phường HỒ"));
  CHECK(same_name("phường Hồ", "ph\u01B0\u01A1\u0300ng Hồ"));
  CHECK_FALSE(same_name("phường Hồ", "phường Hổ"));
}
