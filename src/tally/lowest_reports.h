#pragma once

#include <span>
#include <vector>

#include "nammo/schedule.h"

namespace nammo {

// The lowest areas with an obligation, of each period: how many there are, and the
// reports of those whose report counts, in the order of the tree.
struct LowestReports {
  std::vector<const Delivery*> reports;
  int expected = 0;
};
[[nodiscard]] LowestReports lowest_reports(std::span<const Delivery> deliveries);

// The areas below which no other has an obligation, in whatever period; by id.
[[nodiscard]] std::vector<AreaId> lowest_areas(std::span<const Delivery> deliveries);

}  // namespace nammo
