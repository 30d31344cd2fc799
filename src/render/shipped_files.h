#pragma once

#include <span>
#include <string_view>

namespace nammo {

struct ShippedFile {
  std::string_view name;  // "page.css", "week.vi.mustache"
  std::string_view bytes;
};
// Made at build from src/render/shipped/ and src/render/templates/.
extern const std::span<const ShippedFile> kShippedFiles;

// The bytes of one of them. The name must exist.
[[nodiscard]] std::string_view shipped_file(std::string_view name);

}  // namespace nammo
