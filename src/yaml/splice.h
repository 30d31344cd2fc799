#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "nammo/edit.h"
#include "yaml/tree.h"

namespace nammo::yaml {

// Bytes [begin, end) of a text that give way to others.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text{};
};

// What makes the edit of that document: rising, not overlapping; none where it says
// that already. Empty when the path leads nowhere.
[[nodiscard]] std::optional<std::vector<Splice>> splices_of(const Edit& edit, const Tree& tree);

[[nodiscard]] std::string spliced(const std::string& source, const std::vector<Splice>& splices);

}  // namespace nammo::yaml
