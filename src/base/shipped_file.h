#pragma once

#include <span>
#include <string_view>

namespace nammo {

// A file that was put into the program at build (embed_files.cmake).
struct ShippedFile {
  std::string_view name;  // "page.css", "week.vi.mustache"
  std::string_view bytes;
};

// The bytes of one of them. The name must exist.
[[nodiscard]] std::string_view bytes_of(std::span<const ShippedFile> files, std::string_view name);

}  // namespace nammo
