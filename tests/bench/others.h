#pragma once

#include <string>
#include <vector>

#include "bench/measure.h"

namespace nammo::bench {

// The whole program beside the bare reading of the same files, and beside what a user
// would take instead: PyYAML's C loader, yamllint. By turns, in one run.
[[nodiscard]] std::vector<Row> measure_others(const std::string& root, int rounds);
// What it takes to start.
[[nodiscard]] std::vector<Row> measure_start(int rounds);
// One week of 10,501 areas: seven hundred communes of a country.
[[nodiscard]] std::vector<Row> measure_country(const std::string& root, int rounds);
// Instructions of three jobs on the example, counted by valgrind: no noise moves them.
[[nodiscard]] std::vector<Row> count_instructions(const std::string& root);

}  // namespace nammo::bench
