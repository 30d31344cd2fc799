#pragma once

#include <optional>
#include <set>
#include <vector>

#include "cli/call.h"
#include "nammo/consolidated.h"
#include "nammo/trend.h"

namespace nammo::cli {

// What a report tells of the periods before its own.
struct LookBack {
  bool charts = false;
  bool trend = false;
  std::optional<Period> compared;
};
// What belongs to a full document of itself: from a month on what stands out against the
// periods before, and how its matters went.
[[nodiscard]] bool looks_back(const ReportType& type);
[[nodiscard]] bool tells_courses(const ReportType& type);
// The years whose calendars that needs.
[[nodiscard]] std::set<int> years_before(const Store& store, const Question& question, const LookBack& wanted);

// What was read of them.
struct Before {
  std::vector<Consolidated> earlier;  // for charts
  std::optional<Consolidated> other;  // the compared one, where it is not among those
  Past past;                          // for trends
  int unreadable = 0;                 // files, each once

  // Of that period; null where it was not read.
  [[nodiscard]] const Consolidated* find(const std::optional<Period>& period) const;
};
[[nodiscard]] Before read_before(Call& call, const Store& store, const Question& question, const LookBack& wanted,
                                 Instant now, Diagnostics& findings);

}  // namespace nammo::cli
