#pragma once

#include <optional>
#include <string_view>

#include "nammo/time.h"

namespace nammo::cli {

// A moment as a person types it: "13:00" of today, "2024-05-09 13:00" (or with a T between)
// by the clock of `zone`, or with its offset like everywhere in a store.
[[nodiscard]] std::optional<Instant> parse_typed_moment(std::string_view typed, const Zone& zone, Instant now);

}  // namespace nammo::cli
