#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/call.h"
#include "nammo/charts.h"

namespace nammo::cli {

// What `report --charts DIR` needs besides the report. DIR is "-" where an HTML file
// holds the charts and none stands beside it, empty where there are none.

// The exit status when DIR does not go with the format.
[[nodiscard]] std::optional<int> refuse_charts(Call& call, const std::string& folder, const std::string& format);
// The periods before; says which calendars their dues lack.
[[nodiscard]] std::vector<Consolidated> read_for_charts(Call& call, const Store& store, const Question& question, Instant now,
                                                        Diagnostics& findings);
// DIR as an address in the document, seen from the folder of `output`: percent-encoded,
// with "/" at its end.
[[nodiscard]] std::string charts_address(const Call& call, const std::string& folder, const std::string& output);
// One file for each chart, in a folder that is made where it is not there. False after
// an error message.
[[nodiscard]] bool write_charts(Call& call, const Charts& charts, const std::string& folder);

}  // namespace nammo::cli
