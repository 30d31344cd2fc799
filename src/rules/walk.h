#pragma once

#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/published.h"
#include "nammo/report.h"

namespace nammo::rules {

// The reports and reviews of one area, sorted by organisation and period, a
// report before its review.
struct AreaFiles {
  AreaId area;
  std::vector<ReportKey> reports;
};

// What a store holds besides the files that the loading of a store reads.
struct StoreFiles {
  std::vector<AreaFiles> areas;  // by id as bytes; only those with a report or a review
  std::vector<int> calendars;
  std::vector<PublishedPath> published;
  std::vector<std::string> others;  // files that belong nowhere: only their raw text is looked at
};

// Goes through areas, officers, calendar, catalog and published, without reading
// a file. What does not belong there is `path-unknown`; links, FIFOs, devices and
// folders that cannot be listed are `file-kind`, and never followed.
[[nodiscard]] StoreFiles walk_store(const FileReader& files, Diagnostics& diagnostics);

}  // namespace nammo::rules
