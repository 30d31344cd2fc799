#include "render/json.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/core.h>

#include "base/unicode.h"

namespace nammo {
namespace {

// Characters that a terminal obeys, or that turn the order of others: JSON lets them stand
// in a text as they are. Half-open.
struct Range {
  std::int32_t from, to;
};
constexpr std::array kHidden{Range{0x7F, 0xA0}, Range{0x200B, 0x2010}, Range{0x2028, 0x202F}, Range{0x2060, 0x2070}, Range{0xFEFF, 0xFF00}};

}  // namespace

std::string json_text(const Json& value) {
  const std::string plain = value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string text;
  text.reserve(plain.size() + 1);
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint next = code_point_at(plain, at);
    const bool hidden =
        std::any_of(kHidden.begin(), kHidden.end(), [&](Range r) { return next.value >= r.from && next.value < r.to; });
    if (hidden) text += fmt::format("\\u{:04x}", next.value);
    else text.append(plain, at, next.length);
    at += next.length;
  }
  return text + "\n";
}

}  // namespace nammo
