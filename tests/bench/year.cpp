#include "bench/year.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "bench/generate.h"
#include "bench/run.h"

namespace nammo::bench {
namespace {

constexpr int kProvince = 100;  // communes, for which the limits are meant
constexpr double kLongest = 10;  // s
constexpr double kMostMemory = 600;  // MB

// Takes the files out of the system's memory, so that the next reader waits for the disk.
void forget(const std::string& root, const std::vector<std::string>& paths) {
  ::sync();
  for (const auto& path : paths) {
    const int file = ::open((root + "/" + path).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
  }
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

// The cells of each line but the first that have those numbers; no cell here is quoted.
std::set<std::vector<std::string>> rows_of(const std::string& path, const std::vector<std::size_t>& columns) {
  std::set<std::vector<std::string>> rows;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto cells = cells_of(line);
    std::vector<std::string> row;
    for (const std::size_t column : columns) row.push_back(cells.at(column));
    rows.insert(std::move(row));
  }
  return rows;
}

void compare(const std::string& ours, const std::string& theirs) {
  const auto figures = rows_of(ours, {3, 6, 7, 10});  // area, indicator, breakdown, value
  if (!figures.empty() && figures == rows_of(theirs, {0, 1, 2, 3})) return;
  fmt::print(stderr, "nammo_bench: {} and {} differ\n", ours, theirs);
  std::exit(1);
}

}  // namespace

std::vector<Row> measure_year(const std::string& root, int communes) {
  TownSize size;
  size.communes = communes;
  size.hamlets = 24;
  size.weeks = 52;
  size.first_week = 1;
  size.year = true;
  const auto paths = write_town(root, size, 20241231);
  const std::vector<std::string> report{NAMMO_PROGRAM, "-C", root, "--now", "2025-01-15T08:00+07:00", "report", "thi-xa", "2024"};
  auto figures = report;
  figures.insert(figures.end(), {"--format", "csv"});

  forget(root, paths);
  const Cost cold = run(report);
  const Cost warm = run(report);
  const Cost ours = run(figures, root + "/ours.csv");
  const Cost theirs = run({"/usr/bin/python3", NAMMO_YEAR_FIGURES, root, "thi-xa", "2024"}, root + "/theirs.csv");
  compare(root + "/ours.csv", root + "/theirs.csv");

  const bool limits = communes == kProvince;
  const double longest = limits ? kLongest : 0;
  return {
      {fmt::format("report of a year, {} files, from the disk", paths.size()), cold.milliseconds / 1000, longest, "s"},
      {"report of a year, again", warm.milliseconds / 1000, longest, "s"},
      {"largest memory of the report of a year", std::max(cold.megabytes, warm.megabytes), limits ? kMostMemory : 0, "MB"},
      {"the figures of the year as CSV", ours.milliseconds / 1000, 0, "s"},
      {"the same figures by Python with PyYAML's C loader", theirs.milliseconds / 1000, 0, "s"},
      {"largest memory of the script", theirs.megabytes, 0, "MB"},
      {"Python / nammo", theirs.milliseconds / ours.milliseconds, 0, "×"},
  };
}

}  // namespace nammo::bench
