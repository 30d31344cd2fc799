#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nammo::rules {

// The files and folders that a check was asked about.
class Selection {
 public:
  // Relative to the store, a "./" in front or a "/" behind does not matter; none,
  // "" and "." stand for the whole store.
  explicit Selection(const std::vector<std::string>& paths);

  [[nodiscard]] bool everything() const noexcept { return paths_.empty(); }
  // True for a selected file and for what lies in a selected folder.
  [[nodiscard]] bool holds(std::string_view path) const;
  // As they were given, without "./" and "/"; none: the whole store.
  [[nodiscard]] const std::vector<std::string>& paths() const noexcept { return paths_; }

 private:
  std::vector<std::string> paths_;
};

}  // namespace nammo::rules
