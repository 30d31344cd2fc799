#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "rules/raw_text.h"

namespace nammo::rules {

// Hands out the files of another reader and looks at the raw text of each on its
// way, so that none is read twice. Which numbers are allowed is itself read from a
// file: what was read before `scan_with` is kept until then. For one thread.
class ScanningReader final : public FileReader {
 public:
  explicit ScanningReader(const FileReader& files) : files_(files) {}

  void scan_with(const RawTextScanner& scanner);
  // What was found so far; empty afterwards.
  [[nodiscard]] Diagnostics take_findings() { return std::exchange(findings_, {}); }

  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] ListResult list(const std::string& path) const override { return files_.list(path); }
  [[nodiscard]] FileKind kind(const std::string& path) const override { return files_.kind(path); }

 private:
  const FileReader& files_;
  const RawTextScanner* scanner_ = nullptr;
  mutable std::vector<std::pair<std::string, std::string>> kept_;  // path, text
  mutable Diagnostics findings_;
};

}  // namespace nammo::rules
