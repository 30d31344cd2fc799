#pragma once

#include <optional>
#include <span>
#include <vector>

#include "nammo/report.h"
#include "tally/column_for.h"
#include "tally/figure_index.h"

namespace nammo {

// What each area gave as a whole: a value for each of index.areas(), over all its
// periods. A flow that it owes and did not give in one of them is missing; so is a
// stock that it did not give in the last, and what does not count above the lowest.
using AreaValues = std::vector<std::optional<Decimal>>;
[[nodiscard]] AreaValues area_values(const FigureIndex& index, const FigureIndex::Series& series, const CodeId& code,
                                     Sight sight);

// The values of `before` for the areas of `now`.
[[nodiscard]] AreaValues for_areas(const FigureIndex& now, const FigureIndex& before, const AreaValues& values);

}  // namespace nammo
