#pragma once

#include "nammo/report.h"

#include <optional>

namespace nammo {

// Room for sums that a hostile file would otherwise let overflow.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): __extension__ takes no using

// A sum of decimals without rounding.
class ExactSum {
 public:
  void add(const Decimal& value);
  void subtract(const Decimal& value) { add({-value.digits, value.scale}); }
  [[nodiscard]] int sign() const { return digits_ < 0 ? -1 : digits_ > 0 ? 1 : 0; }
  // The sum, with the decimals of its most exact part; fewer only where 18 digits
  // do not hold it. Empty when they do not hold even its whole part.
  [[nodiscard]] std::optional<Decimal> value() const;

 private:
  Wide digits_ = 0;
  int scale_ = 0;
};

// numerator / denominator × 10^`shift`, to at most 6 decimals, half away from
// zero, without trailing zeros. Empty for a denominator of zero.
[[nodiscard]] std::optional<Decimal> divide(const Decimal& numerator, const Decimal& denominator, int shift);

}  // namespace nammo
