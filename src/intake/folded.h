#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nammo::intake {

// A line as people compare it: small letters without marks. Every byte of `text` knows from
// where in the line it comes.
struct Folded {
  std::string text;
  std::vector<std::size_t> at;  // one more than `text` has bytes: the end

  explicit Folded(std::string_view line);
};
[[nodiscard]] std::string folded(std::string_view line);
// True where a capital letter stands at that byte of the line.
[[nodiscard]] bool begins_with_capital(std::string_view line, std::size_t at = 0);
// Its letters and digits alone: "KP. 1" -> "kp1".
[[nodiscard]] std::string compact(std::string_view line);

}  // namespace nammo::intake
