#pragma once

#include <cstddef>
#include <string_view>

namespace nammo::schema {

// A file of schemas/, put into the program at build (embed.cmake).
struct Embedded {
  std::string_view name;
  std::string_view text;
};

inline constexpr std::size_t kEmbeddedCount = 12;
// In the order of FileType.
extern const Embedded kEmbedded[kEmbeddedCount];

}  // namespace nammo::schema
