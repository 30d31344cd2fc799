#pragma once

#include <set>
#include <vector>

#include "nammo/consolidated.h"

namespace nammo {

// What lies before a period, for comparisons, trends and pictures.

// The years whose calendars the question and the `count` periods before it need.
[[nodiscard]] std::set<int> calendars_for_history(const ReportType& type, const Period& period, int count);

// The same question about each of the `count` regular periods before its own, the
// oldest first; those of which nothing is expected are left out. Reads the reports of
// those periods and no other file; the gathered organisations too. `progress`, which
// may be null, is told of each period. What cannot be read is in `diagnostics`. Of the
// reports that figures are derived from only the texts that speak are there
// (TextDepth::speaking).
[[nodiscard]] std::vector<Consolidated> consolidate_before(const FileReader& files, const Store& store,
                                                           const Question& question, int count, Instant now,
                                                           Progress* progress, Diagnostics& diagnostics);

}  // namespace nammo
