#include "rules/scanning_reader.h"

namespace nammo::rules {

void ScanningReader::scan_with(const RawTextScanner& scanner) {
  scanner_ = &scanner;
  for (const auto& [path, text] : kept_) scanner.scan(text, path, findings_);
  kept_.clear();
}

ReadResult ScanningReader::read(const std::string& path, std::size_t limit) const {
  ReadResult result = files_.read(path, limit);
  if (result.failure != ReadFailure::none) return result;
  if (scanner_ != nullptr) {
    scanner_->scan(result.text, path, findings_);
  } else {
    kept_.emplace_back(path, result.text);
  }
  return result;
}

}  // namespace nammo::rules
