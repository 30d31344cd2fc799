#pragma once

#include <string>

#include "nammo/report.h"

namespace nammo::fuzz {

// What nammo writes from something that people sent is a report: YAML of the report's schema
// that says whose it is.
void check_written_report(const std::string& yaml, const ReportKey& key);

// The words of a text that stands in a file: a mark that no form and no message has.
inline constexpr const char* kMark = "zqxjkvw";

}  // namespace nammo::fuzz
