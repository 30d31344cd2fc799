#pragma once

#include <span>
#include <string>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/tally.h"

namespace nammo {

// The breadths that some row of the table has, widest first: its columns.
[[nodiscard]] std::vector<Breadth> breadths_of(const OpinionTable& table);
[[nodiscard]] int count_of(const OpinionRow& row, Breadth breadth);
// "khu phố": what the areas are called that the table counts.
[[nodiscard]] std::string kind_of_lowest(const Store& store, std::span<const Delivery> deliveries, Language language);

}  // namespace nammo
