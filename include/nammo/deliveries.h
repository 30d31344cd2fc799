#pragma once

#include <optional>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/due.h"
#include "nammo/file_system.h"
#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// How long after what happened an ad hoc report about it is looked for. One that
// is asked for to be there later is not listed.
inline constexpr int kAdhocReach = 366;  // days

// Every obligation that is asked for, regular, once and ad hoc, with what was
// delivered for it and how that stands at `now`, in the order of due_before. Reads
// the reports of those obligations, and the ad hoc ones that may be due within the
// days; a post is submitted, on time or late, once `publish --posted` has recorded it,
// and until then its standing means nothing. An ad hoc report that is never due is not
// among them. What cannot be read is in `diagnostics`.
[[nodiscard]] std::vector<Delivery> load_due(const FileReader& files, const Store& store, const DueQuestion& question,
                                             Instant now, Diagnostics& diagnostics);

// The one report of `key`, of the kind `type`: what was delivered and how that stands at
// `now`. Empty where nobody expects it.
[[nodiscard]] std::optional<Delivery> load_delivery(const FileReader& files, const Store& store, const ReportType& type,
                                                    const ReportKey& key, Instant now, Diagnostics& diagnostics);

}  // namespace nammo
