#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "nammo/ids.h"

namespace nammo {

[[nodiscard]] inline bool lists(const std::vector<AreaId>& areas, const AreaId& area) {
  return std::find(areas.begin(), areas.end(), area) != areas.end();
}

// An id names an entry among those of an area, its own or one that it retells.
template <typename A, typename B>
[[nodiscard]] bool of_one_area(const A& a, const AreaId& area_a, const B& b, const AreaId& area_b) {
  if (area_a == area_b || lists(a.from, area_b) || lists(b.from, area_a)) return true;
  return std::any_of(a.from.begin(), a.from.end(), [&](const AreaId& area) { return lists(b.from, area); });
}

// Whether the entry `a` of `area_a` is the entry `b` of `area_b`, by the case or the id;
// empty where they do not both give one. A proposal belongs to no case.
template <typename A, typename B>
[[nodiscard]] std::optional<bool> same_by_name(const A& a, const AreaId& area_a, const B& b, const AreaId& area_b) {
  if constexpr (requires { a.case_id; }) {
    if (!a.case_id.empty() && !b.case_id.empty()) return a.case_id == b.case_id;
  }
  if (a.id.empty() || b.id.empty()) return std::nullopt;
  return a.id == b.id && of_one_area(a, area_a, b, area_b);
}

}  // namespace nammo
