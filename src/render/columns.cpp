#include "render/columns.h"

#include <algorithm>

#include "base/unicode.h"

namespace nammo {
namespace {

void drop_character(std::string& text) {
  while (!text.empty() && is_inside_character(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

std::string blanks(int width) { return std::string(static_cast<std::size_t>(std::max(0, width)), ' '); }

std::string left_aligned(std::string_view text, int width) {
  return std::string(text) + blanks(width - display_width(text));
}

std::string right_aligned(std::string_view text, int width) {
  return blanks(width - display_width(text)) + std::string(text);
}

std::string clipped_to(std::string_view text, int width) {
  std::string cut(text);
  if (display_width(cut) <= width) return cut;
  while (!cut.empty() && display_width(cut) > width - 1) drop_character(cut);
  return cut + "…";
}

}  // namespace nammo
