#include "bench/expansion.h"

#include <fmt/core.h>

#include <cstdlib>
#include <utility>

#include "bench/generate.h"
#include "nammo/due.h"
#include "nammo/file_system.h"
#include "nammo/store.h"

namespace nammo::bench {
namespace {

constexpr int kCommunes = 100;
constexpr int kHamlets = 24;  // of each
constexpr int kWeeks = 53;

Area area(std::string id, const char* level) {
  Area made;
  made.id = AreaId{std::move(id)};
  made.level = LevelId{level};
  made.since = parse_date("2020-01-01").value();
  return made;
}

AreaTree province() {
  std::vector<Area> areas{area("tinh", "district")};
  for (int c = 0; c < kCommunes; ++c) {
    const auto commune = fmt::format("tinh/xa-{}", c);
    areas.push_back(area(commune, "commune"));
    for (int h = 0; h < kHamlets; ++h) areas.push_back(area(fmt::format("{}/thon-{}", commune, h), "hamlet"));
  }
  return AreaTree{std::move(areas)};
}

Store load(const std::string& root) {
  write_town(root, {0, 0, 0}, 20240509);
  const auto files = open_folder(root);
  Diagnostics findings;
  auto store = load_settings(*files, findings);
  if (!store) std::abort();
  load_regime(*files, *store, findings);
  if (findings.has_errors()) std::abort();
  store->regime.types.front().on_holiday = OnHoliday::previous;
  CalendarYear year;
  year.confirmed = true;
  for (const auto& [from, to] : {std::pair{"2026-01-01", "2026-01-02"}, std::pair{"2026-02-14", "2026-02-22"},
                                 std::pair{"2026-04-30", "2026-05-03"}, std::pair{"2026-08-29", "2026-09-02"}}) {
    DayOff off;
    off.from = parse_date(from).value();
    off.to = parse_date(to).value();
    year.days_off.push_back(std::move(off));
  }
  store->calendars[2026] = std::move(year);
  store->areas = province();
  return std::move(*store);
}

}  // namespace

std::vector<Row> measure_expansion(const std::string& root, int rounds) {
  const Store store = load(root);
  DueQuestion question;  // the hamlets of week 1 are due before New Year's Day
  question.days = {parse_date("2025-12-29").value(), parse_date("2026-12-31").value()};
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    std::size_t count = 0;
    times.push_back(milliseconds([&] { count = expand_due(question, store).size(); }));
    if (count != std::size_t{kWeeks} * (1 + kCommunes * (1 + kHamlets))) std::abort();
  }
  return {{"a year of a province, 132,553 obligations", median(times), 300, "ms"}};
}

}  // namespace nammo::bench
