#pragma once

#include <vector>

#include "nammo/tally.h"

namespace nammo {

// The breadths that some row of the table has, widest first: its columns.
[[nodiscard]] std::vector<Breadth> breadths_of(const OpinionTable& table);
[[nodiscard]] int count_of(const OpinionRow& row, Breadth breadth);

}  // namespace nammo
