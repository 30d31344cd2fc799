#include "render/json.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

namespace nammo {
namespace {

// Characters that a terminal obeys, or that turn the order of others: JSON lets them stand
// in a text as they are. Half-open.
struct Range {
  std::uint32_t from, to;
};
constexpr std::array kHidden{Range{0x7F, 0xA0}, Range{0x200B, 0x2010}, Range{0x2028, 0x202F}, Range{0x2060, 0x2070}, Range{0xFEFF, 0xFF00}};

std::uint32_t bits_of(char c, unsigned mask) { return static_cast<unsigned char>(c) & mask; }

// The character of up to three bytes that begins at `at`, and its length.
std::uint32_t character_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto first = bits_of(text[at], 0xFFU);
  length = first < 0xC0U ? 1 : first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
  if (length == 1 || length == 4 || at + length > text.size()) return length == 1 ? first : 0;
  if (length == 2) return bits_of(text[at], 0x1FU) << 6U | bits_of(text[at + 1], 0x3FU);
  return bits_of(text[at], 0x0FU) << 12U | bits_of(text[at + 1], 0x3FU) << 6U | bits_of(text[at + 2], 0x3FU);
}

}  // namespace

std::string json_text(const Json& value) {
  const std::string plain = value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string text;
  text.reserve(plain.size() + 1);
  std::size_t length = 1;
  for (std::size_t at = 0; at < plain.size(); at += length) {
    const auto character = character_at(plain, at, length);
    const bool hidden = std::any_of(kHidden.begin(), kHidden.end(), [&](Range r) { return character >= r.from && character < r.to; });
    if (hidden) text += fmt::format("\\u{:04x}", character);
    else text.append(plain, at, length);
  }
  return text + "\n";
}

}  // namespace nammo
