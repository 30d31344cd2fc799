#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"

namespace nammo {

// The first byte of each line of `text`. A line ends with LF, CR LF or a lone CR,
// as editors count. Texts are shorter than 4 GiB.
[[nodiscard]] std::vector<std::uint32_t> line_starts(std::string_view text);

// Where the bytes [begin, end) of `text` stand, in lines and characters. A byte
// order mark has no column.
[[nodiscard]] Place place_in(std::string_view text, std::span<const std::uint32_t> starts, std::size_t begin,
                             std::size_t end);

}  // namespace nammo
