#include "model/kinds_of_place.h"

#include <algorithm>

#include "nammo/text.h"

namespace nammo {

std::vector<std::string_view> kinds_of_place(std::string_view level_label) {
  std::vector<std::string_view> kinds;
  for (std::size_t from = 0; from < level_label.size();) {
    const auto to = std::min(level_label.find(',', from), level_label.size());
    const auto kind = trimmed(level_label.substr(from, to - from));
    if (!kind.empty()) kinds.push_back(kind);
    from = to + 1;
  }
  return kinds;
}

}  // namespace nammo
