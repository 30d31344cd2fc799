#pragma once

#include <string>
#include <vector>

#include "bench/measure.h"

namespace nammo::bench {

// Every obligation of a province in 2026: 2,400 hamlets in 100 communes, 53 weeks.
// Writes a store without areas below the empty folder `root`.
[[nodiscard]] std::vector<Row> measure_expansion(const std::string& root, int rounds);

}  // namespace nammo::bench
