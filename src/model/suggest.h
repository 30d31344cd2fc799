#pragma once

#include <string_view>
#include <vector>

#include "nammo/text.h"

namespace nammo::model {

// What to write instead of `text`: the nearest of `allowed`, if one is near, and
// all of them, if they are few.
[[nodiscard]] Text suggest(std::string_view text, const std::vector<std::string_view>& allowed);

}  // namespace nammo::model
