#include "render/columns.h"

#include <algorithm>

#include "base/unicode.h"

namespace nammo {
namespace {

std::string blanks(std::string_view text, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

void drop_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

std::string left_aligned(std::string_view text, int width) { return std::string(text) + blanks(text, width); }

std::string right_aligned(std::string_view text, int width) { return blanks(text, width) + std::string(text); }

std::string clipped_to(std::string_view text, int width) {
  std::string cut(text);
  if (display_width(cut) <= width) return cut;
  while (!cut.empty() && display_width(cut) > width - 1) drop_character(cut);
  return cut + "…";
}

std::string wrapped(std::string_view text, int width) {
  std::string lines;
  std::string line;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (!line.empty() && display_width(longer) > width) {
      lines += line + "\n";
      line = word;
    } else {
      line = longer;
    }
  }
  return line.empty() ? lines : lines + line + "\n";
}

}  // namespace nammo
