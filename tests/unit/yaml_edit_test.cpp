#include "nammo/edit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/findings.h"
#include "support/often.h"
#include "yaml/quote.h"
#include "yaml/read.h"
#include "yaml/shape.h"

using namespace nammo;

namespace {

Edit set(EditPath path, EditValue value, std::string after = {}) {
  return {Edit::Kind::set, std::move(path), std::move(value), std::move(after)};
}
Edit append(EditPath path, EditValue value) { return {Edit::Kind::append, std::move(path), std::move(value), {}}; }
Edit drop(EditPath path) { return {Edit::Kind::remove, std::move(path), {}, {}}; }

// The text after the edit; the codes of the findings when it is refused.
std::string edited(const std::string& text, const Edit& edit) {
  Diagnostics diagnostics;
  const auto result = apply_edits(text, std::span(&edit, 1), "f.yaml", diagnostics);
  if (result) return *result;
  std::string codes;
  for (const auto& item : diagnostics.items()) codes += item.code + " ";
  return codes;
}

}  // namespace

TEST_CASE("edit: a value is replaced where it stands; comments, quotes and blank lines stay") {
  const std::string text = "# head\nname: \"Khu phố 1\"   # as printed\n\nlevel: hamlet\n";
  CHECK(edited(text, set({"name"}, text_value("Khu phố 2"))) == "# head\nname: Khu phố 2   # as printed\n\nlevel: hamlet\n");
}

TEST_CASE("edit: a new key stands behind the one that is named, else last") {
  const std::string text = "report: weekly\nofficer: a  # who\n# the matters\nsituation: []\n\n# end\n";
  const auto submitted = plain_value("2024-05-08T16:40:00+07:00");
  CHECK(edited(text, set({"submitted"}, submitted, "officer")) ==
        "report: weekly\nofficer: a  # who\nsubmitted: 2024-05-08T16:40:00+07:00\n# the matters\nsituation: []\n\n# end\n");
  CHECK(edited(text, set({"submitted"}, submitted)) ==
        "report: weekly\nofficer: a  # who\n# the matters\nsituation: []\nsubmitted: 2024-05-08T16:40:00+07:00\n\n# end\n");
}

TEST_CASE("edit: a key goes behind the last line of a folded text, not into it") {
  const std::string text = "overview: >-\n  one\n  two\n\nnil: false\n";
  CHECK(edited(text, set({"forecast"}, text_value("three"), "overview")) ==
        "overview: >-\n  one\n  two\nforecast: three\n\nnil: false\n");
}

TEST_CASE("edit: a file without a last line end gets one before the new line") {
  CHECK(edited("name: a", set({"until"}, plain_value("2024-09-30"))) == "name: a\nuntil: 2024-09-30");
}

TEST_CASE("edit: CRLF and a BOM stay") {
  CHECK(edited("\xEF\xBB\xBFname: a\r\nlevel: b\r\n", set({"until"}, plain_value("2024-09-30"), "name")) ==
        "\xEF\xBB\xBFname: a\r\nuntil: 2024-09-30\r\nlevel: b\r\n");
}

TEST_CASE("edit: an assignment ends inside its braces") {
  const std::string text = "officers:\n  - {officer: a, org: ccb, role: lead, since: 2024-05-01}   # first\n";
  CHECK(edited(text, set({"officers", 0U, "until"}, plain_value("2024-09-30"))) ==
        "officers:\n  - {officer: a, org: ccb, role: lead, since: 2024-05-01, until: 2024-09-30}   # first\n");
}

TEST_CASE("edit: an element joins a list in the list's own form, once") {
  const auto b = mapping_value({{"officer", text_value("b")}, {"since", plain_value("2024-05-01")}});
  const std::string block = "officers:\n  - {officer: a}\n\nname: x\n";
  const std::string block_after = "officers:\n  - {officer: a}\n  - {officer: b, since: 2024-05-01}\n\nname: x\n";
  CHECK(edited(block, append({"officers"}, b)) == block_after);
  CHECK(edited(block_after, append({"officers"}, b)) == block_after);
  CHECK(edited("a:\n- x\n", append({"a"}, text_value("w"))) == "a:\n- x\n- w\n");
  CHECK(edited("a: [x]\n", append({"a"}, text_value("y, z"))) == "a: [x, \"y, z\"]\n");
  CHECK(edited("a: []\n", append({"a"}, text_value("w"))) == "a: [w]\n");
  CHECK(edited("a:\nb: 1\n", append({"a"}, text_value("w"))) == "a: [w]\nb: 1\n");
  CHECK(edited("b: 1\n", append({"a"}, text_value("w"))) == "b: 1\na: [w]\n");
}

TEST_CASE("edit: a new list of mappings has a line for each of them, but not inside braces") {
  const auto b = mapping_value({{"officer", text_value("b")}, {"since", plain_value("2024-05-01")}});
  CHECK(edited("name: x\n", append({"officers"}, b)) == "name: x\nofficers:\n  - {officer: b, since: 2024-05-01}\n");
  CHECK(edited("name: x\r\nlevel: y", append({"officers"}, b)) ==
        "name: x\r\nlevel: y\r\nofficers:\r\n  - {officer: b, since: 2024-05-01}");
  CHECK(edited("a:\n  b: 1\nc: 2\n", append({"a", "list"}, b)) ==
        "a:\n  b: 1\n  list:\n    - {officer: b, since: 2024-05-01}\nc: 2\n");
  CHECK(edited("a: {b: 1}\n", append({"a", "list"}, b)) == "a: {b: 1, list: [{officer: b, since: 2024-05-01}]}\n");
}

TEST_CASE("edit: what is removed takes its lines with it and leaves none empty") {
  CHECK(edited("a: 1\nb:\n  - x\n  - y\nc: 3\n", drop({"b"})) == "a: 1\nc: 3\n");
  CHECK(edited("b:\n  - x\n  - y\n", drop({"b", 0U})) == "b:\n  - y\n");
  CHECK(edited("b:\n  - x\nc: 1\n", drop({"b", 0U})) == "b: []\nc: 1\n");
  CHECK(edited("- id: x\n  t: y\n", drop({0U, "id"})) == "- t: y\n");
  CHECK(edited("a: {b: 1, c: 2}\n", drop({"a", "b"})) == "a: {c: 2}\n");
  CHECK(edited("a: {b: 1, c: 2}\n", drop({"a", "c"})) == "a: {b: 1}\n");
  CHECK(edited("a: {b: 1}\n", drop({"a", "b"})) == "a: {}\n");
  CHECK(edited("a: 1\n", drop({"b"})) == "a: 1\n");
}

TEST_CASE("edit: a path that leads nowhere is refused, and nothing comes out") {
  CHECK(edited("a: 1\n", set({"a", "b"}, text_value("x"))) == "edit-path ");
  CHECK(edited("a: 1\n", set({"b", "c"}, text_value("x"))) == "edit-path ");
  CHECK(edited("a: [x]\n", set({"a", 1U}, text_value("x"))) == "edit-path ");
  CHECK(edited("a: x\n", append({"a"}, text_value("w"))) == "edit-path ");
}

TEST_CASE("edit: what does not stand on lines of its own is left as it is") {
  CHECK(edited("? a\n: 1\n? b\n: 2\n", drop({"b"})) == "edit-unsafe ");
  CHECK(edited("a: 1\rb: 2\r", drop({"b"})) == "edit-unsafe ");
}

TEST_CASE("edit: a file that cannot be read is refused with what is wrong in it") {
  CHECK(edited("a: \"x\n", set({"a"}, text_value("w"))) == "yaml-syntax ");
  CHECK(edited("a: 1\na: 2\n", set({"a"}, text_value("w"))) == "yaml-duplicate-key ");
}

TEST_CASE("edit: a text is quoted where a reader of YAML would take it for something else") {
  using yaml::Around;
  for (const char* plain : {"Khu phố 1", "chưa có gì", "a-b", "yesterday", "x: "}) {
    CAPTURE(plain);
    CHECK((yaml::quoted(plain, Around::block) == plain) == (std::string(plain) != "x: "));
  }
  for (const char* text : {"no", "Yes", "null", "~", "12", "1.5", "2024-05-01", "07210", "13:30", "", " a", "a ", "- a", "#a", "a #b",
                           "a: b", "a:", "@a", "`a", "%a", "!a", "&a", "*a", "{a", "[a", "|", ">", "\"a\"", "'a'", "a\nb", "\t", "<<"}) {
    CAPTURE(text);
    CHECK(yaml::quoted(text, Around::block).front() == '"');
  }
  CHECK(yaml::quoted("a, b", Around::block) == "a, b");
  CHECK(yaml::quoted("a, b", Around::flow) == "\"a, b\"");
  CHECK(yaml::quoted("a\"b\\c\n\x01", Around::block) == "\"a\\\"b\\\\c\\n\\x01\"");
}

TEST_CASE("edit: whatever text is set reads back as that text, in a block and in braces") {
  std::mt19937 random(20241130);
  const std::vector<std::string> bits = {"a", "ô", " ", ":", "#", "\"", "'", "\\", ",", "{", "}", "[", "]", "-", "\n", "\t", "1",
                                         "no", "?", "|", "\xE2\x80\xA8", "\xEF\xBB\xBF", "~", "<", "%", "@"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto length = random() % 8; length > 0; --length) text += bits[random() % bits.size()];
    CAPTURE(text);
    for (const std::string source : {"k: old\nz: 1\n", "{k: old, z: 1}\n"}) {
      Diagnostics diagnostics;
      const Edit edit = set({"k"}, text_value(text));
      const auto result = apply_edits(source, std::span(&edit, 1), "f.yaml", diagnostics);
      REQUIRE(result);
      const auto tree = yaml::read(*result, "f.yaml", diagnostics);
      REQUIRE(tree);
      CHECK(tree->root().find("k").text() == text);
      CHECK(tree->root().find("z").text() == "1");
    }
  }
}

namespace {

std::vector<std::filesystem::path> example_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(NAMMO_SOURCE_DIR "/examples/thuan-thanh")) {
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// A way from the root to a place of the document, by chance.
EditPath any_path(const yaml::Shape& root, std::mt19937& random) {
  EditPath path;
  const yaml::Shape* shape = &root;
  while (!shape->items.empty() && (path.empty() || random() % 3 != 0)) {
    const std::size_t place = random() % shape->items.size();
    if (shape->kind == yaml::Kind::mapping) {
      path.emplace_back(shape->keys[place]);
    } else {
      path.emplace_back(place);
    }
    shape = &shape->items[place];
  }
  return path;
}

Edit any_edit(const yaml::Shape& root, std::mt19937& random) {
  EditPath path = any_path(root, random);
  const auto value = random() % 2 == 0 ? text_value("mới: " + std::to_string(random() % 100)) : plain_value("2024-12-31");
  switch (random() % 4) {
    case 0: return set(path, value);
    case 1: path.back() = std::string("khoa-moi"); return set(path, value);
    case 2: return append(path, mapping_value({{"a", value}, {"b", list_value({value})}}));
    default: return drop(path);
  }
}

// How many lines of `after` were not there before.
std::ptrdiff_t new_lines(const std::string& before, const std::string& after) {
  const auto lines = [](const std::string& text) {
    std::multiset<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.insert(line);
    return all;
  };
  const auto a = lines(before);
  const auto b = lines(after);
  std::vector<std::string> added;
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(added));
  return std::ssize(added);
}

}  // namespace

TEST_CASE("edit: of all example files a random edit changes that place alone, and the same edit again nothing") {
  std::mt19937 random(5);
  const unsigned rounds = test::often(40);
  unsigned made = 0;
  unsigned refused = 0;
  for (const auto& file : example_files()) {
    std::ostringstream bytes;
    bytes << std::ifstream(file).rdbuf();
    const std::string text = bytes.str();
    Diagnostics diagnostics;
    const auto tree = yaml::read(text, "f.yaml", diagnostics);
    REQUIRE(tree);
    const auto shape = yaml::shape_of(tree->root());
    for (unsigned round = 0; round < rounds; ++round) {
      const Edit edit = any_edit(shape, random);
      CAPTURE(file.string());
      CAPTURE(round);
      auto expected = shape;
      const bool possible = yaml::make_edit(edit, expected);
      Diagnostics found;
      const auto result = apply_edits(text, std::span(&edit, 1), "f.yaml", found);
      REQUIRE(possible == result.has_value());
      if (!result) {
        ++refused;
        continue;
      }
      ++made;
      const auto after = yaml::read(*result, "f.yaml", found);
      REQUIRE(after);
      CHECK(yaml::shape_of(after->root()) == expected);
      CHECK(new_lines(text, *result) <= 1);
      if (edit.kind == Edit::Kind::remove && std::holds_alternative<std::size_t>(edit.path.back())) continue;
      CHECK(apply_edits(*result, std::span(&edit, 1), "f.yaml", found) == result);
    }
  }
  CHECK(made > 50 * rounds);
  CHECK(refused > 2 * rounds);  // to append to what is no list
}
