#pragma once

#include "model/reading.h"
#include "nammo/report.h"
#include "yaml/tree.h"

namespace nammo::model {

// The type that the name of a file stands for. Null when the organisation has none
// of that kind of period.
[[nodiscard]] const ReportType* type_of(const ReportKey& key, const Regime& regime);

// Takes what a report says it is (report, org, area, period) into `report`, where
// its path has the last word. False when it says something else than its path:
// then it cannot be read as a report at all.
bool read_identity(const yaml::Node& root, const ReportKey& key, Report& report, const Reading& reading);

}  // namespace nammo::model
