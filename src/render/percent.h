#pragma once

#include <string>
#include <string_view>

namespace nammo {

// `text` with %XX for every byte of which `stays` says no.
template <typename Stays>
[[nodiscard]] std::string percent_encoded(std::string_view text, Stays stays) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (stays(c)) {
      result += c;
      continue;
    }
    result += '%';
    result += kHex[static_cast<unsigned char>(c) >> 4U];
    result += kHex[static_cast<unsigned char>(c) & 0x0FU];
  }
  return result;
}

}  // namespace nammo
