#include "tally/lowest_reports.h"
#include "tally/area_order.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace nammo {
namespace {

// In the order of the tree, so that what lies below an area follows it.
std::vector<const Delivery*> in_order(std::span<const Delivery> deliveries) {
  std::vector<const Delivery*> result;
  for (const Delivery& delivery : deliveries) {
    if (delivery.obligation.kind == ObligationKind::report) result.push_back(&delivery);
  }
  std::stable_sort(result.begin(), result.end(), [](const Delivery* a, const Delivery* b) {
    const auto& x = a->obligation;
    const auto& y = b->obligation;
    if (x.period != y.period) return x.period < y.period;
    return tree_less(x.area.str(), y.area.str());
  });
  return result;
}

bool same_place(const Delivery& a, const Delivery& b) {
  return a.obligation.period == b.obligation.period && a.obligation.area == b.obligation.area;
}

bool is_below(const Delivery& delivery, const Delivery& above) {
  return delivery.obligation.period == above.obligation.period &&
         is_within(delivery.obligation.area, above.obligation.area);
}

}  // namespace

LowestReports lowest_reports(std::span<const Delivery> deliveries) {
  const auto ordered = in_order(deliveries);
  LowestReports lowest;
  for (std::size_t i = 0, next = 0; i < ordered.size(); i = next) {
    const Delivery* counting = nullptr;
    for (next = i; next < ordered.size() && same_place(*ordered[next], *ordered[i]); ++next) {
      const Delivery& one = *ordered[next];
      if (one.standing.counts && one.filing.report && counting == nullptr) counting = &one;
    }
    if (next < ordered.size() && is_below(*ordered[next], *ordered[i])) continue;
    ++lowest.expected;
    if (counting != nullptr) lowest.reports.push_back(counting);
  }
  return lowest;
}

std::vector<AreaId> lowest_areas(std::span<const Delivery> deliveries) {
  std::set<AreaId> areas;
  for (const Delivery& delivery : deliveries) areas.insert(delivery.obligation.area);
  std::vector<AreaId> lowest;
  for (const AreaId& area : areas) {
    const auto below = areas.lower_bound(AreaId{area.str() + "/"});
    if (below == areas.end() || !is_within(*below, area)) lowest.push_back(area);
  }
  return lowest;
}

}  // namespace nammo
