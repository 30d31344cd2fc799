#pragma once

#include "nammo/report.h"
#include "nammo/store.h"

#include <optional>

namespace nammo {

// A part of a ratio: an indicator that is entered. Null when there is none such.
[[nodiscard]] const Indicator* part_of(const Store& store, const IndicatorId& id);
// The code to ask a part for: a part that goes by another list gives its total.
[[nodiscard]] CodeId code_in(const Indicator& part, const Indicator& ratio, const CodeId& code);
// In the ratio's unit; empty when a part is missing or the denominator is zero.
[[nodiscard]] std::optional<Decimal> ratio_of(const Indicator& ratio, const std::optional<Decimal>& numerator,
                                              const std::optional<Decimal>& denominator);

}  // namespace nammo
