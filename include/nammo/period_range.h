#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "nammo/ids.h"
#include "nammo/period.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// What a person types for one period, as choose_period understands it, or for a
// range of periods from week to year: `2024-W19..2024-W30`, both ends included.
// In order of time, of one kind. Empty, with a sentence in `problem`, when it
// names none.
[[nodiscard]] std::optional<std::vector<Period>> choose_periods(std::string_view typed, const AreaId& area,
                                                                const OrgId& org, const Store& store, Instant now,
                                                                Text& problem);

}  // namespace nammo
