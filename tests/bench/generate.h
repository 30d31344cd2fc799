#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nammo::bench {

// A town of communes with hamlets, each of which reports every week. With `year` it
// has a report of the year too, whose figures are those of the weeks.
struct TownSize {
  int communes = 10;
  int hamlets = 20;  // of each commune
  int weeks = 50;
  int first_week = 19;  // of 2024
  bool year = false;
};

// Writes a whole store into the empty folder `root`, the same for the same seed.
// Every report of about 3 kB passes `check`. Returns the reports' paths in it.
std::vector<std::string> write_town(const std::string& root, const TownSize& size, std::uint32_t seed);

}  // namespace nammo::bench
