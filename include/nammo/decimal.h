#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nammo {

// A plain decimal number: `digits` × 10^-`scale`. Addition aligns the scales.
// Figures have at most 12 digits, so that sums over a country stay exact.
struct Decimal {
  std::int64_t digits = 0;
  int scale = 0;

  Decimal& operator+=(const Decimal& other);
  friend Decimal operator+(Decimal a, const Decimal& b) { return a += b; }
};
// By value: 1.50 equals 1.5.
[[nodiscard]] bool operator==(const Decimal& a, const Decimal& b);
[[nodiscard]] bool operator<(const Decimal& a, const Decimal& b);
// "-?(0|[1-9][0-9]*)(\.[0-9]+)?" with at most 12 digits; empty otherwise.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);
// "1234.5": for machines.
[[nodiscard]] std::string to_string(const Decimal& value);

}  // namespace nammo
