#include "rules/selection.h"

#include <algorithm>

namespace nammo::rules {

Selection::Selection(const std::vector<std::string>& paths) {
  for (std::string_view path : paths) {
    while (path.starts_with("./")) path.remove_prefix(2);
    while (path.ends_with('/')) path.remove_suffix(1);
    if (path.empty() || path == ".") {
      paths_.clear();
      return;
    }
    paths_.emplace_back(path);
  }
}

bool Selection::holds(std::string_view path) const {
  return everything() || std::any_of(paths_.begin(), paths_.end(), [path](const std::string& selected) {
    return path.starts_with(selected) && (path.size() == selected.size() || path[selected.size()] == '/');
  });
}

}  // namespace nammo::rules
