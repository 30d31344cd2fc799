#include "tally/area_order.h"

#include "nammo/area.h"

namespace nammo {

bool tree_less(std::string_view a, std::string_view b) {
  for (;;) {
    const auto slash_a = a.find('/');
    const auto slash_b = b.find('/');
    const auto head_a = a.substr(0, slash_a);
    const auto head_b = b.substr(0, slash_b);
    if (head_a != head_b) return natural_less(head_a, head_b);
    if (slash_b == std::string_view::npos) return false;
    if (slash_a == std::string_view::npos) return true;
    a.remove_prefix(slash_a + 1);
    b.remove_prefix(slash_b + 1);
  }
}

}  // namespace nammo
