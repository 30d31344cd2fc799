#include <doctest/doctest.h>

#include <array>
#include <string>

#include "nammo/check.h"
#include "nammo/new_store.h"
#include "nammo/render.h"
#include "support/memory_files.h"

using namespace nammo;

namespace {

Date day(int year, unsigned month, unsigned day_of_month) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day_of_month}};
}

// One area a level, each below the one before: "a", "a/a", …
NewStore store_with(std::size_t levels, std::size_t organisations) {
  NewStore store;
  store.name = "Hội";
  store.timezone = "Asia/Ho_Chi_Minh";
  store.since = day(2026, 11, 30);
  std::string id;
  for (std::size_t i = 0; i < levels; ++i) {
    store.levels.push_back({"cap-" + std::to_string(i), "cấp " + std::to_string(i)});
    id += id.empty() ? "a" : "/a";
    Area area;
    area.id = AreaId{id};
    area.name = "nơi " + std::to_string(i);
    area.level = LevelId{store.levels.back().id};
    store.areas.push_back(area);
  }
  for (std::size_t i = 0; i < organisations; ++i) store.organisations.push_back({"to-chuc-" + std::to_string(i), "Tổ chức " + std::to_string(i)});
  return store;
}

std::string findings_of(const NewStore& store) {
  const test::MemoryFiles files{new_store_files(store)};
  Diagnostics findings;
  if (check_store(files, {}, findings) != CheckOutcome::done) return "unusable";
  return findings_text(findings.items(), files, Language::en, Colour::off);
}

}  // namespace

TEST_CASE("a new store: check finds nothing, whatever levels, organisations and years it has") {
  constexpr std::array kYears{2023, 2024, 2026, 2027, 2030, 2050};
  for (std::size_t levels = 1; levels <= 6; ++levels) {
    for (std::size_t organisations = 1; organisations <= 4; ++organisations) {
      const int year = kYears.at((levels * 2 + organisations) % kYears.size());
      CAPTURE(levels);
      CAPTURE(organisations);
      CAPTURE(year);
      NewStore store = store_with(levels, organisations);
      store.language = organisations % 2 == 0 ? Language::en : Language::vi;
      store.since = day(year, year % 2 == 0 ? 1 : 12, 28);
      if (organisations > 2) store.gathers = OrgId{store.organisations.back().id};
      CHECK(findings_of(store) == "");
    }
  }
}

TEST_CASE("a new store: an area's id leaves out the kind of place, unless a number is all that is left") {
  CHECK(area_id_from("phường Hồ", "phường, xã") == "ho");
  CHECK(area_id_from("Xã An Bình", "phường, xã") == "an-binh");
  CHECK(area_id_from("phường 1", "phường, xã") == "phuong-1");
  CHECK(area_id_from("Khu phố 1", "khu phố, thôn") == "khu-pho-1");
  CHECK(area_id_from("thôn Đông Cốc", "khu phố, thôn") == "dong-coc");
  CHECK(area_id_from("thị xã Thuận Thành", "thị xã") == "thuan-thanh");
  CHECK(area_id_from("xãhội", "phường, xã") == "xahoi");
}

TEST_CASE("a new store: the hook finds it below the root of the working tree, whatever its folder is called") {
  CHECK(pre_commit_hook("", Language::en) ==
        "#!/bin/sh\n# git commit stops where nammo check finds an error in what would be committed.\nexec nammo check --staged\n");
  CHECK(pre_commit_hook("kho của 'tôi'", Language::en).ends_with("\nexec nammo -C 'kho của '\\''tôi'\\''' check --staged\n"));
}

TEST_CASE("a new store: days off that no example has are those of the law, and Tết where it is known") {
  NewStore store = store_with(1, 1);
  store.since = day(2029, 1, 1);
  const auto files = new_store_files(store);
  // Tết is on 13/2/2029 and 10/3 of the moon on 23/4/2029.
  CHECK(files.at("calendar/2029.yaml").ends_with("confirmed: false\n"
                                                 "days_off:\n"
                                                 "  - {from: 2029-01-01, to: 2029-01-01, name: Tết Dương lịch}\n"
                                                 "  - {from: 2029-02-12, to: 2029-02-16, name: Tết Nguyên đán}\n"
                                                 "  - {from: 2029-04-23, to: 2029-04-23, name: Giỗ Tổ Hùng Vương}\n"
                                                 "  - {from: 2029-04-30, to: 2029-05-01, name: Ngày Chiến thắng và Quốc tế Lao động}\n"
                                                 "  - {from: 2029-09-02, to: 2029-09-03, name: Quốc khánh}\n"));
}
