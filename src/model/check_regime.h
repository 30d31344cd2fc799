#pragma once

#include "model/reading.h"
#include "nammo/regime.h"
#include "yaml/tree.h"

namespace nammo::model {

// What only the whole of reporting.yaml can show: rules that do not fit the kind of
// period, a step twice, two report types of one kind for one organisation, figures
// that come from a type which has none of its own. `types` are all types, in the
// order of the keys of `root`.
void check_type(const ReportType& type, const yaml::Node& key, const yaml::Node& node, const Reading& reading);
void check_types(const std::vector<ReportType>& types, const yaml::Node& root, const Reading& reading);

}  // namespace nammo::model
