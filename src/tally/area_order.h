#pragma once

#include <string_view>

namespace nammo {

// A parent before its children and everything below it in one run, siblings in
// natural order.
[[nodiscard]] bool tree_less(std::string_view a, std::string_view b);

}  // namespace nammo
