#pragma once

#include "nammo/catalog.h"

namespace nammo {

// True when a rule that holds in every period says something of several together,
// where a flow is their sum, a stock the last value and `@previous` the one before
// the first: flows alone; stocks alone; or flows with stocks that are carried over,
// what was there and came in against what went out and is left. "Admitted this month
// at most members" says nothing of a year.
[[nodiscard]] bool holds_over_periods(const FigureRule& rule, const Indicators& indicators);

}  // namespace nammo
