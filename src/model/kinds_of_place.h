#pragma once

#include <string_view>
#include <vector>

namespace nammo {

// "khu phố, thôn" -> "khu phố", "thôn": the kinds of place that the label of a level names.
[[nodiscard]] std::vector<std::string_view> kinds_of_place(std::string_view level_label);

}  // namespace nammo
