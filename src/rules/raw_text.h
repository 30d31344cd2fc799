#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"

namespace nammo::rules {

// What raw text must not hold (DESIGN 9), and text-nfd. Works on any bytes, read
// as YAML or not; one pass that stops only at digits, '@' and 'M'.
class RawTextScanner {
 public:
  // `allowed`: the published office numbers of nammo.yaml, in any spelling.
  explicit RawTextScanner(const std::vector<std::string>& allowed);
  void scan(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) const;

 private:
  std::vector<std::string> allowed_;  // their digits from 0 on
};

}  // namespace nammo::rules
