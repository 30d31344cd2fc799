#include "base/lines.h"

#include <algorithm>

#include "base/unicode.h"

namespace nammo {
namespace {

void locate(std::string_view text, std::span<const std::uint32_t> starts, std::size_t byte, int& line, int& column) {
  byte = std::min(byte, text.size());
  const auto after = std::upper_bound(starts.begin(), starts.end(), static_cast<std::uint32_t>(byte));
  line = static_cast<int>(after - starts.begin());
  std::size_t first = *(after - 1);
  if (line == 1 && text.starts_with("\xEF\xBB\xBF") && byte >= 3) first = 3;
  column = static_cast<int>(count_characters(text.substr(first, byte - first))) + 1;
}

}  // namespace

std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool lone_cr = c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (c == '\n' || lone_cr) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

Place place_in(std::string_view text, std::span<const std::uint32_t> starts, std::size_t begin, std::size_t end) {
  Place place;
  locate(text, starts, begin, place.line, place.column);
  locate(text, starts, end, place.end_line, place.end_column);
  return place;
}

}  // namespace nammo
