#pragma once

#include <string>

#include "support/memory_files.h"

namespace nammo::test {

// The store of DESIGN section 4: thị xã Thuận Thành with phường Hồ and its five
// khu phố, the whole regime, the catalogue, the calendar of 2024, the officers;
// no reports. A test changes what it needs with put().
[[nodiscard]] MemoryFiles sample_store();

// A report of Khu phố 1 for 2024-W19 that uses every key that a weekly report may
// have, and the path where it belongs. Nothing in it is wrong.
[[nodiscard]] std::string sample_report();
inline constexpr const char* kSampleReportPath = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml";

}  // namespace nammo::test
