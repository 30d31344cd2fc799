#pragma once

#include <string>
#include <string_view>

namespace nammo {

// The width of a terminal that every text fits.
inline constexpr int kTextWidth = 80;

// `text` in lines of at most kTextWidth columns, broken between words; `first` stands
// before the first line, blanks of the width `indent` before the others. Ends with
// a line end. A word that is too long alone stays whole.
[[nodiscard]] std::string wrapped(std::string_view first, int indent, std::string_view text);

}  // namespace nammo
