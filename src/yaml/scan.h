#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace nammo::yaml {

// What one pass over the bytes of a file found. Offsets are bytes. Whether the
// bytes are well-formed UTF-8 is left to the parser, which looks at each of them.
struct Scan {
  std::optional<std::size_t> control;   // first control character but tab, LF, CR
  std::optional<std::size_t> conflict;  // first line that git left as a conflict marker
  bool surely_nfc = true;
  bool maybe_legacy = false;  // holds characters of TCVN3 or VNI text read as Latin-1
};
[[nodiscard]] Scan scan(std::string_view bytes);

// Encodings of Vietnamese from before Unicode.
enum class LegacyEncoding { none, tcvn3, vni };
struct LegacyText {
  LegacyEncoding encoding = LegacyEncoding::none;
  std::size_t at = 0;  // the first letter that shows it
};
// Judges line by line: a line with several letters that only such text has, and
// none that only Unicode has.
[[nodiscard]] LegacyText find_legacy_text(std::string_view text);

}  // namespace nammo::yaml
