#include "tally/exact.h"

#include <limits>

namespace nammo {
namespace {

constexpr int kRatioDecimals = 6;

Wide times_ten(Wide value, int times) {
  for (int i = 0; i < times; ++i) value *= 10;
  return value;
}

// `denominator` positive. Halves go away from zero.
Wide rounded_quotient(Wide numerator, Wide denominator) {
  const Wide size = numerator < 0 ? -numerator : numerator;
  const Wide rest = size % denominator;
  Wide quotient = size / denominator;
  if (rest >= denominator - rest) ++quotient;
  return numerator < 0 ? -quotient : quotient;
}

bool fits(Wide digits) {
  constexpr Wide kLimit = std::numeric_limits<std::int64_t>::max();
  return -kLimit <= digits && digits <= kLimit;
}

Decimal without_trailing_zeros(Decimal value) {
  while (value.scale > 0 && value.digits % 10 == 0) {
    value.digits /= 10;
    --value.scale;
  }
  return value;
}

}  // namespace

void ExactSum::add(const Decimal& value) {
  Wide digits = value.digits;
  if (value.scale < scale_) {
    digits = times_ten(digits, scale_ - value.scale);
  } else if (value.scale > scale_) {
    digits_ = times_ten(digits_, value.scale - scale_);
    scale_ = value.scale;
  }
  digits_ += digits;
}

std::optional<Decimal> ExactSum::value() const {
  Wide unit = 1;
  for (int scale = scale_; scale >= 0; --scale, unit *= 10) {
    const Wide digits = rounded_quotient(digits_, unit);
    if (fits(digits)) return Decimal{static_cast<std::int64_t>(digits), scale};
  }
  return std::nullopt;
}

std::optional<Decimal> divide(const Decimal& numerator, const Decimal& denominator, int shift) {
  if (denominator.digits == 0) return std::nullopt;
  const Wide sign = denominator.digits < 0 ? -1 : 1;
  for (int decimals = kRatioDecimals; decimals >= 0; --decimals) {
    const int power = decimals + shift + denominator.scale - numerator.scale;
    const Wide above = times_ten(sign * numerator.digits, power);
    const Wide below = times_ten(sign * denominator.digits, -power);
    const Wide digits = rounded_quotient(above, below);
    if (fits(digits)) return without_trailing_zeros({static_cast<std::int64_t>(digits), decimals});
  }
  return std::nullopt;
}

}  // namespace nammo
