#include <doctest/doctest.h>

#include <map>
#include <span>
#include <string>

#include "nammo/render.h"
#include "support/memory_files.h"

using namespace nammo;

namespace {

using Folder = std::map<std::string, std::string>;

Diagnostic finding(std::string file, Place place) {
  return {Severity::error, "schema-enum", {std::move(file), place}, {"sai", "wrong"}, {}, {}};
}

std::string text_of(const Diagnostic& one, const FileReader& files, Language language = Language::vi) {
  return findings_text(std::span{&one, 1}, files, language, Colour::off);
}

TEST_CASE("findings: for GitHub, what would end a property or a line is escaped") {
  CHECK(findings_github({}, "", Language::vi).empty());
  auto one = finding("a,b:c%.yaml", {3, 1, 3, 5});
  one.message = {"sai:\nrồi, 100%", ""};
  one.help = {"giữ", "keep"};
  CHECK(findings_github(std::span{&one, 1}, "kho/", Language::vi) ==
        "::error file=kho/a%2Cb%3Ac%25.yaml,line=3,col=1,endColumn=4,title=schema-enum::sai:%0Arồi, 100%25%0Agiữ\n");
  one.severity = Severity::warning;
  one.where.place = {};
  one.message = {"sai", ""};
  one.help = {};
  CHECK(findings_github(std::span{&one, 1}, "", Language::vi) == "::warning file=a%2Cb%3Ac%25.yaml,title=schema-enum::sai\n");
}

TEST_CASE("findings: as SARIF with the related places, and without a region for a whole file") {
  auto one = finding("a b/ế.yaml", {3, 1, 4, 5});
  one.related.push_back({{"c.yaml", {}}, {"đây", "here"}});
  CHECK(findings_sarif(std::span{&one, 1}, "", Language::vi) == R"({
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "nammo"
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "schema-enum",
          "level": "error",
          "message": {
            "text": "sai"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "a%20b/%E1%BA%BF.yaml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 1,
                  "endLine": 4,
                  "endColumn": 5
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "c.yaml"
                }
              },
              "id": 1,
              "message": {
                "text": "đây"
              }
            }
          ]
        }
      ]
    }
  ]
}
)");
}

}  // namespace

TEST_CASE("findings: place, code, message, the line with its mark, and what to do") {
  std::string file(13, '\n');
  const test::MemoryFiles files(Folder{{"areas/ho/reports/ccb/2024-W19.yaml", file + "    stance: concernd\n"}});
  auto one = finding("areas/ho/reports/ccb/2024-W19.yaml", {14, 13, 14, 21});
  one.message = {"\"concernd\" không phải là giá trị của stance", "\"concernd\" is no value of stance"};
  one.help = {"có phải \"concerned\"?", "did you mean \"concerned\"?"};
  CHECK(text_of(one, files) ==
        "areas/ho/reports/ccb/2024-W19.yaml:14:13: lỗi[schema-enum]: \"concernd\" không phải là giá trị của stance\n"
        "   14 |     stance: concernd\n"
        "      |             ^~~~~~~~\n"
        "   gợi ý: có phải \"concerned\"?\n");
  one.severity = Severity::warning;
  CHECK(text_of(one, files, Language::en) ==
        "areas/ho/reports/ccb/2024-W19.yaml:14:13: warning[schema-enum]: \"concernd\" is no value of stance\n"
        "   14 |     stance: concernd\n"
        "      |             ^~~~~~~~\n"
        "   hint: did you mean \"concerned\"?\n");
}

TEST_CASE("findings: the mark stands by display width") {
  const test::MemoryFiles files(Folder{{"a.yaml", "\tđịa bàn: 香港 x\r\nhai: \"dòng\n"}, {"b.yaml", "\xEF\xBB\xBFname: x\n"}});
  SUBCASE("a tab is one column, a Chinese character two") {
    CHECK(text_of(finding("a.yaml", {1, 11, 1, 13}), files) ==
          "a.yaml:1:11: lỗi[schema-enum]: sai\n"
          "    1 |  địa bàn: 香港 x\n"
          "      |           ^~~~\n");
  }
  SUBCASE("marks that are written apart take no column") {
    const test::MemoryFiles apart(Folder{{"a.yaml", "e\xCC\x81: ab\n"}});
    CHECK(text_of(finding("a.yaml", {1, 5, 1, 7}), apart) ==
          "a.yaml:1:5: lỗi[schema-enum]: sai\n"
          "    1 | e\xCC\x81: ab\n"
          "      |    ^~\n");
  }
  SUBCASE("over several lines: to the end of the first") {
    CHECK(text_of(finding("a.yaml", {2, 6, 3, 1}), files) ==
          "a.yaml:2:6: lỗi[schema-enum]: sai\n"
          "    2 | hai: \"dòng\n"
          "      |      ^~~~~\n");
  }
  SUBCASE("an empty stretch and one after the end still have a mark") {
    CHECK(text_of(finding("a.yaml", {2, 11, 2, 11}), files).ends_with("      |           ^\n"));
    CHECK(text_of(finding("a.yaml", {2, 99, 2, 120}), files).ends_with("      |           ^\n"));
  }
  SUBCASE("columns count after a byte order mark") {
    CHECK(text_of(finding("b.yaml", {1, 1, 1, 5}), files) ==
          "b.yaml:1:1: lỗi[schema-enum]: sai\n"
          "    1 | name: x\n"
          "      | ^~~~\n");
  }
}

TEST_CASE("findings: a file as a whole, a line that is not there, and a file that cannot be read have no excerpt") {
  test::MemoryFiles files(Folder{{"a.yaml", "x\n"}});
  CHECK(text_of(finding("a.yaml", {}), files) == "a.yaml: lỗi[schema-enum]: sai\n");
  CHECK(text_of(finding("a.yaml", {9, 1, 9, 2}), files) == "a.yaml:9:1: lỗi[schema-enum]: sai\n");
  CHECK(text_of(finding("gone.yaml", {1, 1, 1, 2}), files) == "gone.yaml:1:1: lỗi[schema-enum]: sai\n");
  CHECK(text_of(finding("", {}), files) == "lỗi[schema-enum]: sai\n");
}

TEST_CASE("findings: both places of a clash are shown") {
  const test::MemoryFiles files(Folder{{"a.yaml", "name: x\nlevel: y\nname: z\n"}});
  auto one = finding("a.yaml", {3, 1, 3, 5});
  one.related.push_back({{"a.yaml", {1, 1, 1, 5}}, {"lần đầu ở đây", "first here"}});
  one.help = {"giữ một dòng", "keep one"};
  CHECK(text_of(one, files) ==
        "a.yaml:3:1: lỗi[schema-enum]: sai\n"
        "    3 | name: z\n"
        "      | ^~~~\n"
        "   a.yaml:1:1: lần đầu ở đây\n"
        "    1 | name: x\n"
        "      | ^~~~\n"
        "   gợi ý: giữ một dòng\n");
}

TEST_CASE("findings: a hostile file cannot reach the terminal") {
  const test::MemoryFiles files(Folder{{"a\x1b[2J.yaml", "x: \x1b]0;title\x07 y\n"}});
  auto one = finding("a\x1b[2J.yaml", {1, 4, 1, 5});
  one.message = {"\x1b[31m", ""};
  CHECK(text_of(one, files) ==
        "a\uFFFD[2J.yaml:1:4: lỗi[schema-enum]: \uFFFD[31m\n"
        "    1 | x: \uFFFD]0;title\uFFFD y\n"
        "      |    ^\n");
}

TEST_CASE("findings: of a very long line only the part around the mark is shown") {
  const test::MemoryFiles files(Folder{{"a.yaml", std::string(500, 'a') + "BAD" + std::string(500, 'b') + "\n"}});
  CHECK(text_of(finding("a.yaml", {1, 501, 1, 504}), files) ==
        "a.yaml:1:501: lỗi[schema-enum]: sai\n"
        "    1 | …" + std::string(60, 'a') + "BAD" + std::string(97, 'b') + "…\n" +
        "      | " + std::string(61, ' ') + "^~~\n");
}

TEST_CASE("findings: colours only where they are wanted") {
  const test::MemoryFiles files(Folder{{"a.yaml", "x\n"}});
  const auto one = finding("a.yaml", {1, 1, 1, 2});
  CHECK(findings_text(std::span{&one, 1}, files, Language::vi, Colour::on) ==
        "\x1b[1ma.yaml:1:1:\x1b[0m \x1b[1;31mlỗi[schema-enum]:\x1b[0m sai\n"
        "    1 | x\n"
        "      | \x1b[1;32m^\x1b[0m\n");
}

TEST_CASE("findings: as JSON in the fixed order of keys") {
  CHECK(findings_json({}, Language::vi) == "[]\n");
  auto one = finding("a.yaml", {3, 1, 3, 5});
  one.help = {"giữ", "keep"};
  CHECK(findings_json(std::span{&one, 1}, Language::vi) ==
        "[\n  {\n    \"severity\": \"error\",\n    \"code\": \"schema-enum\",\n    \"file\": \"a.yaml\",\n"
        "    \"line\": 3,\n    \"column\": 1,\n    \"message\": \"sai\",\n    \"help\": \"giữ\"\n  }\n]\n");
}
