#include <filesystem>

#include "nammo/store.h"

namespace nammo {

std::optional<std::string> find_store(const std::string& start) {
  std::error_code error;
  auto folder = std::filesystem::absolute(start.empty() ? "." : start, error).lexically_normal();
  if (error) return std::nullopt;
  if (!folder.has_filename()) folder = folder.parent_path();  // "/a/b/" names /a/b
  for (;;) {
    if (open_folder(folder.string())->kind("nammo.yaml") != FileKind::missing) return folder.string();
    const auto above = folder.parent_path();
    if (above == folder || above.empty()) return std::nullopt;
    folder = above;
  }
}

}  // namespace nammo
