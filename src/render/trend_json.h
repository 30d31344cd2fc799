#pragma once

#include <vector>

#include "nammo/trend.h"
#include "render/json.h"

namespace nammo {

// An object for each thing that stands out, told apart by `kind`.
[[nodiscard]] Json trend_json(const std::vector<Trend>& trends);

}  // namespace nammo
