#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nammo/render.h"
#include "nammo/report.h"

namespace nammo {

// Builds CSV cell by cell (RFC 4180). A text that a spreadsheet would run gets a
// leading apostrophe; plain numbers do not (DESIGN section 8).
class CsvWriter {
 public:
  explicit CsvWriter(CsvDialect dialect);
  void cell(std::string_view text);
  void number(const std::optional<Decimal>& value);  // empty when missing
  void end_row();
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void separate();

  bool excel_;
  bool first_ = true;
  std::string text_;
};

}  // namespace nammo
