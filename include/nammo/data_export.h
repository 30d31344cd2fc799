#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/due.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/tally.h"
#include "nammo/time.h"

namespace nammo {

// All figures of a range of days, one by one, for programs that add them up
// themselves. They are read period by period, so that memory holds one at a time.

// A period is asked for when the last day of its window lies within the days.
struct DataQuestion {
  std::optional<Date> from;  // absent: from the first that is owed at all
  Date to{};                 // included
  AreaId root;               // with all that lies below it
  OrgId org;                 // empty: every organisation
};

// A period of a report type of which something is owed.
struct DataPart {
  const ReportType* type = nullptr;  // into the store's regime
  Period period;
  std::vector<ReportKey> adhoc;  // of an ad hoc period: of what something lies there
};

// By the year of the last day of the window; within it by type as bytes, then in time.
using DataPlan = std::map<int, std::vector<DataPart>>;

// The days that the question means. The first is so early that nothing is owed before.
[[nodiscard]] DayRange days_asked_for(const DataQuestion& question, const Store& store);

// Lists the folders of those who report ad hoc, and reads no file. The calendars of
// the years of days_asked_for, and of those beside them, must be loaded.
[[nodiscard]] DataPlan plan_data(const FileReader& files, const Store& store, const DataQuestion& question,
                                 Diagnostics& diagnostics);

// The years whose calendars must be confirmed for the dues of the plan to be trusted.
[[nodiscard]] std::set<int> calendars_to_confirm(const DataPlan& plan);

// What was expected of one area, what came, and what it gives. No figures where the
// type takes them from another one (`figures_from`): they would be told twice.
struct DataReport {
  Delivery delivery;
  std::vector<OwnFigure> figures;
};

// The reports of one part (no posts), by organisation and area as bytes; what cannot be
// read is in `diagnostics`, and gives nothing.
[[nodiscard]] std::vector<DataReport> read_data(const FileReader& files, const Store& store,
                                                const DataQuestion& question, const DataPart& part, Instant now,
                                                Diagnostics& diagnostics);

}  // namespace nammo
