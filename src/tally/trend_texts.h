#pragma once

#include <span>
#include <vector>

#include "nammo/trend.h"

namespace nammo {

// `before`: the period directly before; null where it is not known.
[[nodiscard]] std::vector<Worsened> find_worsened(const std::vector<Told<Situation>>& now, const PastPeriod* before);
// `earlier`: of one organisation, the oldest first.
[[nodiscard]] std::vector<Unanswered> find_unanswered(const std::vector<Told<Proposal>>& now,
                                                      std::span<const PastPeriod* const> earlier);

}  // namespace nammo
