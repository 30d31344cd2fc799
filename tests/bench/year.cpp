#include "bench/year.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
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

// Relative to the store, as the paths of the reports.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  if (!std::filesystem::exists(folder)) return files;  // too few reports for an index
  const auto root = std::filesystem::path(folder).parent_path();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(root).string());
  }
  return files;
}

double megabytes_of(const std::vector<std::string>& paths, const std::string& root) {
  double bytes = 0;
  for (const auto& path : paths) bytes += static_cast<double>(std::filesystem::file_size(root + "/" + path));
  return bytes / 1e6;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void same_bytes(const std::string& a, const std::string& b) {
  const std::string bytes = bytes_of(a);
  if (!bytes.empty() && bytes == bytes_of(b)) return;
  fmt::print(stderr, "nammo_bench: {} and {} differ\n", a, b);
  std::exit(1);
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
  const std::string index = root + "/.nammo";
  const Cost first = run(report);
  std::filesystem::remove_all(index);
  const Cost warm = run(report, root + "/whole.md");
  forget(root, paths);
  forget(root, files_below(index));
  const Cost cold = run(report, root + "/kept.md");
  const Cost again = run(report);
  same_bytes(root + "/whole.md", root + "/kept.md");
  const Cost ours = run(figures, root + "/ours.csv");
  const Cost theirs = run({"/usr/bin/python3", NAMMO_YEAR_FIGURES, root, "thi-xa", "2024"}, root + "/theirs.csv");
  compare(root + "/ours.csv", root + "/theirs.csv");

  const bool limits = communes == kProvince;
  const double longest = limits ? kLongest : 0;
  return {
      {fmt::format("report of a year, {} files, the first time, from the disk", paths.size()), first.milliseconds / 1000, 0, "s"},
      {"report of a year, no index, files in memory", warm.milliseconds / 1000, 0, "s"},
      {"report of a year, with the index, from the disk", cold.milliseconds / 1000, longest, "s"},
      {"report of a year, with the index, files in memory", again.milliseconds / 1000, longest, "s"},
      {"largest memory of the report of a year", std::max({first.megabytes, warm.megabytes, cold.megabytes, again.megabytes}),
       limits ? kMostMemory : 0, "MB"},
      {"the index", megabytes_of(files_below(index), root), 0, "MB"},
      {"the figures of the year as CSV", ours.milliseconds / 1000, 0, "s"},
      {"the same figures by Python with PyYAML's C loader", theirs.milliseconds / 1000, 0, "s"},
      {"largest memory of the script", theirs.megabytes, 0, "MB"},
      {"Python / nammo", theirs.milliseconds / ours.milliseconds, 0, "×"},
  };
}

}  // namespace nammo::bench
