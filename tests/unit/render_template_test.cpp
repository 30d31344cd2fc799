#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "render/shipped_files.h"
#include "render/template.h"

using namespace nammo;

TEST_CASE("templates: every shipped one is well-formed by itself") {
  int templates = 0;
  for (const auto& shipped : kShippedFiles) {
    if (!shipped.name.ends_with(".mustache")) continue;
    CAPTURE(shipped.name);
    CHECK(kainjow::mustache::mustache{std::string{shipped.bytes}}.is_valid());
    CHECK(shipped.bytes.ends_with('\n'));
    ++templates;
  }
  CHECK(templates == 16);
}

TEST_CASE("templates: one that is not shipped is a bug and said so") {
  CHECK_THROWS_WITH(static_cast<void>(shipped_template("none.vi")), "template none.vi: is not shipped");
}

TEST_CASE("templates: data stands in a line as text, and where it begins one it begins no block") {
  Tree tree;
  put(tree, "signed_head", "- CHỦ TỊCH *");
  put(tree, "copies", std::vector<std::string>{"# một", "1. hai | ba"});
  put(tree, "signed", std::vector<std::string>{});
  put(tree, "vi", true);
  put(tree, "en", false);
  CHECK(fill_template(shipped_template("foot"), std::move(tree), {}) ==
        "| ***Nơi nhận:*** | **- CHỦ TỊCH \\*** |\n"
        "|:---|:---:|\n"
        "| - # một;<br>- 1. hai \\| ba. | <br>*(ký tên, đóng dấu)*<br><br>………………… |\n");
}
