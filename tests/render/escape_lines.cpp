#include <iostream>
#include <string>

#include "render/escape_markdown.h"

// For each line read: the line escaped, and the same escaped for the start of a line.
int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto escaped = nammo::escape_markdown(line);
    std::cout << escaped << '\n' << nammo::escape_line_start(escaped) << '\n';
  }
}
