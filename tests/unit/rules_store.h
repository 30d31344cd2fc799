#pragma once

#include <string>
#include <utility>
#include <vector>

#include "nammo/check.h"
#include "nammo/report.h"
#include "support/findings.h"
#include "support/memory_files.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

namespace nammo::test {

// The sample store with the sample report in it: nothing is wrong there.
inline MemoryFiles sound_store() {
  auto files = sample_store().files();
  files[kSampleReportPath] = sample_report();
  return MemoryFiles{std::move(files)};
}

inline Diagnostics check(const MemoryFiles& files, std::vector<std::string> paths = {}, unsigned threads = 1) {
  Diagnostics findings;
  (void)check_store(files, {std::move(paths), threads}, findings);
  return findings;
}

// "file:line:column-end_line:end_column: code: message" of each finding.
inline std::string checked(const MemoryFiles& files, std::vector<std::string> paths = {}) {
  return lines_of(check(files, std::move(paths)));
}

// A short report of a khu phố, sent a day before its week closes; `rest` goes behind.
inline std::string short_report(const std::string& area, const std::string& week, const std::string& rest) {
  return "report: weekly\norg: ccb\narea: " + area + "\nperiod: " + week +
         "\nofficer: nguyen-van-a\nsubmitted: 2024-05-08T16:40+07:00\n" + rest;
}

}  // namespace nammo::test
