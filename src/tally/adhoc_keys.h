#pragma once

#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/due.h"
#include "nammo/file_system.h"
#include "nammo/report.h"
#include "nammo/store.h"

namespace nammo {

// Which ad hoc reports are looked for. An empty id stands for any.
struct AdhocQuestion {
  AreaId root;        // with all that lies below it
  OrgId org;
  DayRange happened;  // by the day in the period's name
};

// Of what something lies in the folders of those who report ad hoc in `type`, a report
// or a review: by the names alone, none is read. By organisation, area and period.
[[nodiscard]] std::vector<ReportKey> find_adhoc(const FileReader& files, const Store& store, const ReportType& type,
                                                const AdhocQuestion& question, Diagnostics& diagnostics);

}  // namespace nammo
