#pragma once

#include <optional>
#include <string_view>

#include "nammo/period.h"
#include "nammo/time.h"

namespace nammo {

// What a person typed for a period, before it is known of which report type.
struct TypedPeriod {
  enum class Kind { nothing, current, previous, date, named, unreal };
  Kind kind = Kind::nothing;
  Date date{};
  Period period;  // of `named`; of `unreal`, where it has the form of a period that does not exist
};

// Reads names as they stand in files, and the ways in which people say them: W19,
// Q2, 5/2024, tháng 5, tuần 19/2024, quý II, 9/5/2024, this, last. Letters count
// alike in capitals and with or without marks. A missing year is that of `today`.
// Empty when it means no period.
[[nodiscard]] std::optional<TypedPeriod> parse_typed_period(std::string_view typed, Date today);

}  // namespace nammo
