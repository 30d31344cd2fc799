#include "bench/week.h"

#include <fmt/core.h>

#include <filesystem>
#include <utility>

#include "bench/generate.h"
#include "bench/run.h"
#include "nammo/period.h"

namespace nammo::bench {
namespace {

constexpr double kLongest = 60;  // ms
constexpr double kOldToNew = 1.2;
constexpr double kGrowth = 1.2;

// A week of a store and the days on which its reports are due.
struct Week {
  std::string root;
  std::string period;
  std::string from;
  std::string to;
};

Week write_week(const std::string& root, int weeks, int communes = 10) {
  std::filesystem::create_directory(root);
  TownSize size;
  size.communes = communes;
  size.hamlets = 14;
  size.weeks = weeks;
  write_town(root, size, 20240509);
  const Period last = advance(week_period({2024, 19}), weeks - 1);
  const IsoWeek iso{last.year, last.number};
  return {root, to_string(last), format_date(day_in_iso_week(iso, std::chrono::Wednesday)),
          format_date(day_in_iso_week(iso, std::chrono::Thursday))};
}

// As a person types them after the hours of the week have passed.
std::vector<std::vector<std::string>> commands_of(const Week& week) {
  return {
      {"due", "--from", week.from, "--to", week.to},
      {"status", "thi-xa", week.period},
      {"remind", "--dry-run"},
      {"today"},
      {"report", "thi-xa", week.period},
  };
}

void run_in(const Week& week, const std::vector<std::string>& command) {
  std::vector<std::string> words{NAMMO_PROGRAM, "-C", week.root, "--now", week.to + "T16:00+07:00"};
  words.insert(words.end(), command.begin(), command.end());
  run(std::move(words));
}

}  // namespace

std::vector<Row> measure_week(const std::string& root, int weeks, int rounds) {
  const Week fresh = write_week(root + "/fresh", 1);
  const Week old = write_week(root + "/old", weeks);
  const auto of_fresh = commands_of(fresh);
  const auto of_old = commands_of(old);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < of_old.size(); ++i) {
    const auto [aged, young] = paired(rounds, [&] { run_in(old, of_old[i]); }, [&] { run_in(fresh, of_fresh[i]); });
    const std::string& name = of_old[i].front();
    rows.push_back({fmt::format("{}, a week of 151 areas, store of one week", name), young, kLongest, "ms"});
    rows.push_back({fmt::format("{}, the same in a store of {} weeks", name, weeks), aged, kLongest, "ms"});
    rows.push_back({fmt::format("{}, old store / new store", name), aged / young, kOldToNew, "×"});
  }
  return rows;
}

std::vector<Row> measure_growth(const std::string& root, int rounds) {
  std::vector<Row> rows;
  double first = 0;
  for (const int times : {1, 2, 4, 8}) {
    const int areas = 1 + times * 150;
    const Week week = write_week(fmt::format("{}/{}", root, areas), 1, times * 10);
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) {
      took.push_back(milliseconds([&] { run_in(week, {"report", "thi-xa", week.period}); }));
    }
    const double time = median(took);
    if (times == 1) first = time;
    rows.push_back({fmt::format("report, a week of {} areas", areas), time, 0, "ms"});
    if (times > 1) rows.push_back({fmt::format("report, {} × the areas / {} × the time", times, times), time / first / times, kGrowth, "×"});
  }
  return rows;
}

}  // namespace nammo::bench
