#pragma once

#include <string>
#include <vector>

#include "bench/measure.h"

namespace nammo::bench {

// The budgets of one week (DESIGN 11): whole runs of the program, from its start to its
// end, over a town of 151 areas, in a store of one week and in one of `weeks` weeks.
// Writes both below the empty folder `root`.
[[nodiscard]] std::vector<Row> measure_week(const std::string& root, int weeks, int rounds);

// How the weekly report's time grows with the reports asked for: 1, 2, 4 and 8 times
// 150 areas, each in a store of its own below the empty folder `root`.
[[nodiscard]] std::vector<Row> measure_growth(const std::string& root, int rounds);

}  // namespace nammo::bench
