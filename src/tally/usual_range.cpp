#include "tally/usual_range.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "tally/exact.h"

namespace nammo {
namespace {

constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;

// Digits at `scale`, half away from zero.
Wide digits_at(const Decimal& value, int scale) {
  Wide digits = value.digits;
  for (int i = value.scale; i < scale; ++i) digits *= 10;
  Wide unit = 1;
  for (int i = scale; i < value.scale; ++i) unit *= 10;
  const Wide half = unit / 2;
  return (digits + (digits < 0 ? -half : half)) / unit;
}

// Twice the value in the middle, so that two middle ones need no fraction.
Wide twice_median(std::vector<Wide> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? 2 * values[middle] : values[middle - 1] + values[middle];
}

Wide floor_quarter(Wide value) { return value >= 0 ? value / 4 : -((-value + 3) / 4); }

Wide one_of(const Grain& grain) {
  if (!grain.whole) return 0;
  return digits_at({1, 0}, grain.decimals);
}

}  // namespace

Decimal to_grain(const Decimal& value, const Grain& grain) {
  return {static_cast<std::int64_t>(digits_at(value, grain.decimals)), grain.decimals};
}

std::optional<UsualRange> usual_range(const std::vector<Decimal>& values, int factor, const Grain& grain) {
  if (static_cast<int>(values.size()) < kFewestEarlier) return std::nullopt;
  std::vector<Wide> digits;
  for (const Decimal& value : values) digits.push_back(digits_at(value, grain.decimals));
  const Wide median = twice_median(digits);
  std::vector<Wide> distances;
  for (const Wide one : digits) distances.push_back(2 * one < median ? median - 2 * one : 2 * one - median);
  // In quarters of a step: the deviation is twice the median of what is doubled already.
  const Wide tenth = 2 * (median < 0 ? -median : median) / 10;
  const Wide width = std::max({factor * twice_median(distances), tenth, 4 * one_of(grain)});
  const Wide high = floor_quarter(2 * median + width);
  Wide low = -floor_quarter(-(2 * median - width));
  if (median >= 0) low = std::max<Wide>(low, 0);
  if (high > kLargest || low < -kLargest) return std::nullopt;
  return UsualRange{{static_cast<std::int64_t>(low), grain.decimals},
                    {static_cast<std::int64_t>(high), grain.decimals},
                    static_cast<int>(values.size())};
}

}  // namespace nammo
