#pragma once

#include <optional>
#include <vector>

#include "nammo/trend.h"

namespace nammo {

// In which steps values are compared and shown, and by how much they may move in any case.
struct Grain {
  int decimals = 0;
  bool whole = true;  // counted things, or per cent: one is nothing unusual
};

[[nodiscard]] Decimal to_grain(const Decimal& value, const Grain& grain);
// The range in the steps of `grain`, inward. Empty with fewer than kFewestEarlier
// values, and where the numbers are too large to be reckoned with.
[[nodiscard]] std::optional<UsualRange> usual_range(const std::vector<Decimal>& values, int factor, const Grain& grain);

}  // namespace nammo
