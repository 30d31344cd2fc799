#include <doctest/doctest.h>

#include "render/wrap.h"

using nammo::wrapped;

TEST_CASE("wrap: 80 columns are full, one more goes to the next line") {
  const std::string forty(40, 'a');
  CHECK(wrapped("", 2, forty + " " + std::string(39, 'b')) == forty + " " + std::string(39, 'b') + "\n");
  CHECK(wrapped("", 2, forty + " " + std::string(40, 'b')) == forty + "\n  " + std::string(40, 'b') + "\n");
}

TEST_CASE("wrap: columns count, not bytes, and what stands first counts too") {
  std::string marks;
  for (int i = 0; i < 38; ++i) marks += "ệ";
  CHECK(wrapped("1. ", 3, marks + " " + marks) == "1. " + marks + " " + marks + "\n");  // 3 + 38 + 1 + 38
  CHECK(wrapped("10. ", 4, marks + " " + marks) == "10. " + marks + "\n    " + marks + "\n");
}

TEST_CASE("wrap: a word that is too long stays whole, and blanks are one") {
  const std::string path(90, 'x');
  CHECK(wrapped("  ", 2, "see  " + path + " end ") == "  see\n  " + path + "\n  end\n");
  CHECK(wrapped("", 0, "") == "\n");
}
