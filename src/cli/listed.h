#pragma once

#include <string>

namespace nammo::cli {

// "a, b, c": what `name` gives for each of them.
template <typename Range, typename Name>
[[nodiscard]] std::string listed(const Range& all, const Name& name) {
  std::string text;
  for (const auto& one : all) text.append(text.empty() ? "" : ", ").append(name(one));
  return text;
}

}  // namespace nammo::cli
