#include "render/wrap.h"

#include <algorithm>

#include "base/unicode.h"

namespace nammo {

std::string wrapped(std::string_view first, int indent, std::string_view text) {
  std::string lines;
  std::string line(first);
  bool fresh = true;  // nothing of the text stands in the line yet
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    if (!fresh && display_width(line) + 1 + display_width(word) > kTextWidth) {
      lines += line + "\n";
      line.assign(static_cast<std::size_t>(indent), ' ');
      fresh = true;
    }
    line.append(fresh ? "" : " ").append(word);
    fresh = false;
  }
  return lines + line + "\n";
}

}  // namespace nammo
