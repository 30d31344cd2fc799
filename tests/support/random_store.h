#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "nammo/file_system.h"
#include "nammo/report.h"

namespace nammo::test {

// A town, its regime, its days off and what was filed in it, all by chance: areas
// that open, close and join the pilot, dues of any weekday and hour, reports on time,
// late, nil, drafts, broken, reviewed, and such that nobody expects. The same for the
// same seed; every file that is not broken on purpose is a valid one. Its reports are
// about March 2024 to January 2025.
struct RandomStore {
  std::map<std::string, std::string> files;
  std::vector<ReportKey> filed;  // the reports that have a file, each once
};

[[nodiscard]] RandomStore random_store(std::uint32_t seed);

// The files of a folder from the last to the first.
class Backwards final : public FileReader {
 public:
  explicit Backwards(const FileReader& files) : files_(files) {}
  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override { return files_.read(path, limit); }
  [[nodiscard]] FileKind kind(const std::string& path) const override { return files_.kind(path); }
  [[nodiscard]] ListResult list(const std::string& path) const override {
    ListResult result = files_.list(path);
    std::reverse(result.entries.begin(), result.entries.end());
    return result;
  }

 private:
  const FileReader& files_;
};

}  // namespace nammo::test
