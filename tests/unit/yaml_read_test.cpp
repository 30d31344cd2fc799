#include "yaml/read.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <string>

#include "support/findings.h"

using namespace nammo;
using yaml::Node;

namespace {

// The tree written out as JSON-like text, so that a test is a picture of it.
std::string show(const Node& node) {
  if (node.is_scalar()) return node.is_plain() ? std::string(node.text()) : "\"" + std::string(node.text()) + "\"";
  std::string result = node.is_mapping() ? "{" : "[";
  bool key = true;
  for (auto i = node.begin(); i != node.end(); ++i) {
    result += show(*i) + (node.is_mapping() && key ? ":" : ",");
    key = !key;
  }
  result.back() == ',' ? result.pop_back() : void();
  return result + (node.is_mapping() ? "}" : "]");
}

std::string read_as_text(const std::string& source) {
  Diagnostics findings;
  const auto tree = yaml::read(source, "f.yaml", findings);
  if (!tree) return test::lines_of(findings);
  CHECK(findings.items().empty());
  return show(tree->root());
}

// "line:column-end_line:end_column" of the value at a key of the root.
std::string place_of(const std::string& source, std::string_view key) {
  Diagnostics findings;
  const auto tree = yaml::read(source, "f.yaml", findings);
  REQUIRE(tree);
  const Place p = tree->root().find(key).place();
  return fmt::format("{}:{}-{}:{}", p.line, p.column, p.end_line, p.end_column);
}

std::string show(const YAML::Node& node) {
  if (node.IsScalar()) return node.Tag() == "!" ? "\"" + node.Scalar() + "\"" : node.Scalar();
  if (node.IsNull()) return "";
  std::string result = node.IsMap() ? "{" : "[";
  for (const auto& child : node) {
    result += node.IsMap() ? show(child.first) + ":" + show(child.second) : show(YAML::Node(child));
    result += ",";
  }
  if (result.back() == ',') result.pop_back();
  return result + (node.IsMap() ? "}" : "]");
}

}  // namespace

TEST_CASE("yaml: scalars stay text in every style, and yaml-cpp reads the same") {
  const char* const sources[] = {
      "a: no\nb: 07210\nc: 13:30\nd: \"12\"\ne: 'it''s'\n",
      "list:\n  - x\n  - {k: v, l: [1, 2]}\nempty: []\nnone: {}\n",
      "text: >-\n  một\n  hai\n\n  ba\nraw: |\n  dòng 1\n  dòng 2\n",
      "- a\n- b: c\n  d: e\n-\n  - f\n",
      "# chú thích\nname: Khu phố 1   # sau\n\nnull-value:\nlast: x\n",
      "long: một đoạn\n  nối dòng\nquoted: \"hai\n  dòng\"\n",
  };
  for (const auto* source : sources) {
    CAPTURE(source);
    CHECK(read_as_text(source) == show(YAML::Load(source)));
  }
  CHECK(read_as_text("a: no\nb: \"x\"\n") == "{a:no,b:\"x\"}");
}

TEST_CASE("yaml: an empty document is an empty mapping") {
  for (const auto* source : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"}) {
    CAPTURE(source);
    CHECK(read_as_text(source) == "{}");
  }
}

TEST_CASE("yaml: places count characters, whatever the line ends, the BOM and the normal form") {
  CHECK(place_of("điện: chập chờn\n", "điện") == "1:7-1:16");
  CHECK(place_of("\xEF\xBB\xBF" "a: b\r\nnước: sạch\r\n", "nước") == "2:7-2:11");
  CHECK(place_of("a: |\n  một\n  hai\n\n\nb: c\n", "a") == "1:4-3:6");
  CHECK(place_of("a:\n  x: 1\n  y: 2\n\n# c\nb: c\n", "a") == "2:3-3:7");
  CHECK(place_of("a:\nb: c\n", "a") == "1:3-1:3");
  CHECK(place_of("a: [1,\n  2]  # c\n", "a") == "1:4-2:5");
  // ậ as a + dot below + circumflex: three characters in the file, one in the tree.
  const std::string decomposed = "v: a\xCC\xA3\xCC\x82m\nw: x\n";
  CHECK(place_of(decomposed, "v") == "1:4-1:8");
  CHECK(read_as_text(decomposed) == "{v:\xE1\xBA\xADm,w:x}");
}

TEST_CASE("yaml: keys that differ only in their normal form are the same key") {
  CHECK(read_as_text("kho\xC3\xA1: 1\nkhoa\xCC\x81: 2\n") ==
        "f.yaml:2:1-2:6: yaml-duplicate-key: the key \"khoá\" stands twice in the same mapping\n");
}

TEST_CASE("yaml: each refusal has its code, its exact place and its words") {
  struct Case { const char* source; const char* expected; };
  const Case cases[] = {
      {"a: 1\nb: 2\na: 3\n", "f.yaml:3:1-3:2: yaml-duplicate-key: the key \"a\" stands twice in the same mapping\n"},
      {"x: {a: 1, \"a\": 2}\n", "f.yaml:1:11-1:14: yaml-duplicate-key: the key \"a\" stands twice in the same mapping\n"},
      {"a: &x 1\nb: *x\n", "f.yaml:1:4-1:6: yaml-alias: YAML anchors (&) are not used here\n"
                           "f.yaml:2:4-2:6: yaml-alias: YAML aliases (*) are not used here\n"},
      {"a:\n  <<: {b: 1}\n", "f.yaml:2:3-2:5: yaml-alias: YAML merge keys (<<) are not used here\n"},
      {"a: !!str 1\n", "f.yaml:1:4-1:9: yaml-tag: YAML tags (!) are not used here: tag:yaml.org,2002:str\n"},
      {"a: !x y\n", "f.yaml:1:4-1:6: yaml-tag: YAML tags (!) are not used here: !x\n"},
      {"a: 1\n---\nb: 2\n", "f.yaml:2:1-2:4: yaml-documents: a second YAML document begins here; a file holds one\n"},
      {"a: \"Nord\nb: c\n", "f.yaml:1:4-1:9: yaml-syntax: a quote that is opened here and never closed\n"},
      {"a: 'x\nb: c\n", "f.yaml:1:4-1:6: yaml-syntax: a quote that is opened here and never closed\n"},
      {"a: \"Nord\nb: c\nd: \"x\"\n",
       "f.yaml:1:4-1:9: yaml-syntax: the quote opened here closes on line 3, and what follows it cannot be read\n"},
      {"a:\n\tb: c\n", "f.yaml:2:1-2:2: yaml-syntax: a tab; only spaces may stand here\n"},
      {"a: b\nnot-a-key\n", "f.yaml:2:1-2:10: yaml-syntax: a missing colon after the key\n"},
      {"a: b\nnot-a-key\nc: d\n", "f.yaml:2:1-2:10: yaml-syntax: a missing colon after the key\n"},
      {"a: b: c\n", "f.yaml:1:5-1:6: yaml-syntax: a colon where no key can stand\n"},
      {"a: [1, 2\nb: c\n", "f.yaml:1:4-1:5: yaml-syntax: the [ opened here is not closed as it should be\n"},
      {"a: {b: 1\n", "f.yaml:1:4-1:5: yaml-syntax: the { opened here is not closed as it should be\n"},
      {"a:\n  b: 1\n c: 2\n", "f.yaml:3:2-3:4: yaml-syntax: this line is not indented like the others of its list or mapping\n"},
      {"a: \"\\q\"\n", "f.yaml:1:5-1:8: yaml-syntax: the \\ inside double quotes is followed by nothing that it can stand before\n"},
      {"a: @x\n", "f.yaml:1:4-1:6: yaml-syntax: text cannot begin with this character\n"},
      {"? [a]\n: b\n", "f.yaml:1:3-1:6: yaml-syntax: a key must be a word, not a list or a mapping\n"},
      {"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n",
       "f.yaml:2:1-2:8: git-conflict: an unresolved git merge stands in this file (lines 2–6)\n"},
      {"a: \xC3(\n", "f.yaml:1:4-1:5: text-encoding: the file is not UTF-8 text: the byte here cannot be read\n"},
      {"a: x\x07y\n", "f.yaml:1:5-1:6: text-encoding: a control character U+0007, which no file may hold\n"},
      {"a: \"\\e[31m\"\n", "f.yaml:1:4-1:12: text-encoding: a control character U+001B, which no file may hold\n"},
      {"a: x\xEF\xBF\xBEy\n", "f.yaml:1:5-1:6: text-encoding: a control character U+FFFE, which no file may hold\n"},
      {"\xFF\xFE" "a", "f.yaml:1:1-1:2: text-encoding: the file was saved as UTF-16, not UTF-8\n"},
      {"a: U\xC3\xBB ban nh\xC2\xA9n d\xC2\xA9n\n", "f.yaml:1:5-1:6: text-encoding: this line is TCVN3 (ABC) text, not Unicode\n"},
      {"a: Ho\xC3\xA4i C\xC3\xB6\xC3\xAFu chie\xC3\xA1n binh\n", "f.yaml:1:6-1:7: text-encoding: this line is VNI text, not Unicode\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.source);
    CHECK(read_as_text(c.source) == c.expected);
  }
}

TEST_CASE("yaml: what only looks like a refusal is read") {
  const char* const sources[] = {
      "a: |\n  =======\n  <<<<<<< HEAD\n",  // indented text, not a marker
      "a: 35 °C, 120 m², 5 µg, \u00ABx\u00BB\n", "a: Bà Müller, ông Gödel\n", "a: \"một\n  hai\"\nb: c\n",
      "a: '--- x'\n", "a: x & y * z ! t\n", "---\na: 1\n",
  };
  for (const auto* source : sources) {
    CAPTURE(source);
    CHECK(read_as_text(source).front() == '{');
  }
}

TEST_CASE("yaml: 32 levels are read, 33 are refused") {
  const auto nested = [](int depth) { return "a: " + std::string(static_cast<std::size_t>(depth - 1), '[') + std::string(static_cast<std::size_t>(depth - 1), ']'); };
  CHECK(read_as_text(nested(32)).front() == '{');
  CHECK(read_as_text(nested(33)) == "f.yaml:1:35-1:36: yaml-depth: nested more than 32 deep\n");
  CHECK(read_as_text(nested(50000)) == "f.yaml:1:35-1:36: yaml-depth: nested more than 32 deep\n");
}

TEST_CASE("yaml: a file with very many mistakes names the first hundred and says so") {
  std::string source;
  for (int i = 0; i < 5000; ++i) source += "k: *a\n";
  Diagnostics findings;
  CHECK_FALSE(yaml::read(source, "f.yaml", findings));
  CHECK(findings.errors() == 101);
  CHECK(findings.items().back().message.en == "there is more wrong in this file; only the first 100 are shown");
}
