#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/catalogue/rules.h"
#include "base/lines.h"
#include "nammo/diagnostic.h"

namespace nammo {

// Puts findings at stretches of one text, up to a number: errors apart from warnings,
// so that none of those keeps the first error out.
class TemplateFindings {
 public:
  TemplateFindings(std::string_view text, const std::string& path, Diagnostics& diagnostics)
      : text_(text), path_(path), lines_(line_starts(text)), diagnostics_(diagnostics) {}

  void add(Severity severity, const char* code, std::size_t begin, std::size_t end, Text message, Text help,
           std::vector<Related> related = {}) {
    int& count = severity == Severity::error ? errors_ : warnings_;
    if (++count > kMost + 1) return;
    if (count > kMost) message = say(msg::raw_and_more, kMost);
    diagnostics_.add({severity, code, where(begin, end), std::move(message), std::move(help), std::move(related)});
  }
  void error(const char* code, std::size_t begin, std::size_t end, Text message, Text help, std::vector<Related> related = {}) {
    add(Severity::error, code, begin, end, std::move(message), std::move(help), std::move(related));
  }
  [[nodiscard]] bool warned_enough() const { return warnings_ > kMost; }
  [[nodiscard]] Location where(std::size_t begin, std::size_t end) const { return {path_, place_in(text_, lines_, begin, end)}; }

 private:
  static constexpr int kMost = 100;

  std::string_view text_;
  const std::string& path_;
  std::vector<std::uint32_t> lines_;
  Diagnostics& diagnostics_;
  int errors_ = 0;
  int warnings_ = 0;
};

}  // namespace nammo
