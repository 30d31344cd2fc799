#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nammo::rules {

// Digits written as one number, with what stands between its groups.
struct GroupedNumber {
  std::string digits;
  std::string groups;   // the length of each as a digit: "433" for 0912.345.678 (':' for ten and so on)
  std::string gaps;     // one for each gap: ' ', '.' or '-'
  std::size_t end = 0;  // the byte after the last digit

  // All gaps are this one; true without any gap.
  [[nodiscard]] bool gaps_are(char gap) const { return gaps.find_first_not_of(gap) == std::string::npos; }
  // 163.200.000: up to three digits, then groups of three after dots.
  [[nodiscard]] bool is_money() const;
};

[[nodiscard]] inline bool is_digit_at(std::string_view text, std::size_t i) {
  return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

// Length of what may stand between two groups of one number: a space, dot, dash
// or closing bracket, perhaps with spaces around it; 0 when there is none. `gap`
// tells which; 0 where only characters without width stand there.
[[nodiscard]] std::size_t gap_length(std::string_view text, std::size_t i, char& gap);

// Exactly `count` digits from `begin` on, in groups or not, with neither a digit
// nor a letter after them.
[[nodiscard]] std::optional<GroupedNumber> read_number(std::string_view text, std::size_t begin, std::size_t count);

}  // namespace nammo::rules
