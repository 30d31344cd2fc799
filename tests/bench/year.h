#pragma once

#include <string>
#include <vector>

#include "bench/measure.h"

namespace nammo::bench {

// The year's report of a province of `communes` communes with 24 hamlets each, all of
// which report each week: whole runs of the program, the first with the reports not in
// the system's memory; beside them a plain Python script for the same figures, which
// are compared. Writes the store below the empty folder `root`: 52 files of 3 kB for
// each area.
[[nodiscard]] std::vector<Row> measure_year(const std::string& root, int communes);

}  // namespace nammo::bench
