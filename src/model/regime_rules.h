#pragma once

#include <optional>
#include <string_view>

#include "nammo/regime.h"
#include "nammo/time.h"

namespace nammo::model {

// "thursday 13:30", "day 15 16:30", "2024-12-31 17:00"
[[nodiscard]] std::optional<DueRule> parse_due(std::string_view text);
// "2h" as minutes; with a sign in front where `signs` says so: "-24h", "+0h".
enum class Signs { none, required };
[[nodiscard]] std::optional<Minutes> parse_span(std::string_view text, Signs signs);

// True when the rule can be followed for such periods.
[[nodiscard]] bool fits(const DueRule& rule, PeriodKind period);
[[nodiscard]] bool fits(const WindowRule& rule, PeriodKind period);

}  // namespace nammo::model
