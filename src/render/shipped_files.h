#pragma once

#include <span>
#include <string_view>

#include "base/shipped_file.h"

namespace nammo {

// Made at build from src/render/shipped/ and src/render/templates/.
extern const std::span<const ShippedFile> kShippedFiles;

// The bytes of one of them. The name must exist.
[[nodiscard]] std::string_view shipped_file(std::string_view name);

}  // namespace nammo
