#pragma once

#include <string_view>

#include "nammo/report.h"
#include "nammo/time.h"

namespace nammo::model {

// True when the lines of a report say by themselves that it is that report and was
// submitted, and received where they say so, at `now` or before. It saves reading many
// old reports whole. False where a line is not written plainly, so that only a whole
// reading can tell; a file whose other lines are broken is not found out.
[[nodiscard]] bool is_plainly_submitted(std::string_view bytes, const ReportKey& key, Instant now);

}  // namespace nammo::model
