#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nammo::bench {

// A town of communes with hamlets, each of which reports every week from 2024-W19 on.
struct TownSize {
  int communes = 10;
  int hamlets = 20;  // of each commune
  int weeks = 50;
};

// Writes a whole store into the empty folder `root`, the same for the same seed.
// Every report of about 3 kB passes `check`. Returns the reports' paths in it.
std::vector<std::string> write_town(const std::string& root, const TownSize& size, std::uint32_t seed);

}  // namespace nammo::bench
