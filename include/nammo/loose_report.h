#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nammo/diagnostic.h"
#include "nammo/report.h"
#include "nammo/store.h"

namespace nammo {

// Reports that people sent and that do not lie in the store yet.

// True for text that can be read at all. What keeps it from that (TCVN3 or VNI letters,
// bytes that are no UTF-8, control characters, an unresolved merge) is a finding.
[[nodiscard]] bool is_sound_text(const std::string& text, const std::string& file, Diagnostics& diagnostics);

// True for the bytes of a Word, Excel, PDF or RTF file.
[[nodiscard]] bool is_office_file(std::string_view bytes);

// Where a report says that it belongs, and when it was sent.
struct LooseReport {
  ReportKey key;
  std::optional<Placed<Instant>> submitted;
  bool has_received = false;
};
// Reads that alone from the YAML of a report; `file` names it in findings. Empty where the
// text is no such YAML, or names no area, organisation or period of the store.
[[nodiscard]] std::optional<LooseReport> read_loose_report(std::string bytes, const std::string& file, const Store& store,
                                                           Diagnostics& diagnostics);

// True when two texts say the same, but for `submitted` and `received`: comments, order of
// bytes and quoting do not count. False where one cannot be read.
[[nodiscard]] bool same_report(const std::string& a, const std::string& b);
// True when it says whose report it would be, and nothing else: a form that nobody filled.
[[nodiscard]] bool is_blank_report(const std::string& bytes);

}  // namespace nammo
