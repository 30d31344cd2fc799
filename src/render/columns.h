#pragma once

#include <string>
#include <string_view>

namespace nammo {

// Text in columns of a terminal. Widths are those that it is shown with.

[[nodiscard]] std::string left_aligned(std::string_view text, int width);
[[nodiscard]] std::string right_aligned(std::string_view text, int width);
// At most that wide; "…" stands for what was cut.
[[nodiscard]] std::string clipped_to(std::string_view text, int width);
[[nodiscard]] std::string blanks(int width);

}  // namespace nammo
