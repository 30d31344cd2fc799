#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "yaml/new_file.h"
#include "yaml/read.h"

namespace nammo::yaml {
namespace {

std::optional<Tree> read_silently(const std::string& text) {
  Diagnostics findings;
  auto tree = read(text, "new.yaml", findings);
  CHECK(findings.items().empty());
  return tree;
}

}  // namespace

TEST_CASE("new file: keys, lists, comments and what stands below a key, in the order of writing") {
  NewFile file("areas/a/reports/ccb/2024-W19.yaml", "report");
  file.plain("report", "weekly");
  file.remark("hạn nộp: 17:00");
  file.text("officer", "nguyen-van-a");
  file.text("title", "");
  file.empty_line();
  file.comment("Tình hình\n\nmỗi việc một mục");
  file.begin_list("situation");
  file.begin_entry();
  file.text("field", "society");
  file.block("text", "Điện yếu: \"tối\"\nMất nước");
  file.end_entry();
  file.comment("thêm ở đây");
  file.begin_entry();
  file.text("field", "no");
  file.value("groups", list_value({text_value("members"), text_value("a, b")}));
  file.end_entry();
  file.end_list();
  file.begin_mapping("figures");
  file.plain("members", "154");
  file.end_mapping();
  file.list("officers", std::vector{mapping_value({{"officer", text_value("a")}, {"since", plain_value("2024-05-01")}})});
  file.list("none", {});
  CHECK(file.take() ==
        "# yaml-language-server: $schema=../../../../schemas/report.schema.json\n"
        "report: weekly  # hạn nộp: 17:00\n"
        "officer: nguyen-van-a\n"
        "\n"
        "# Tình hình\n"
        "#\n"
        "# mỗi việc một mục\n"
        "situation:\n"
        "  - field: society\n"
        "    text: |\n"
        "      Điện yếu: \"tối\"\n"
        "      Mất nước\n"
        "# thêm ở đây\n"
        "  - field: \"no\"\n"
        "    groups: [members, \"a, b\"]\n"
        "figures:\n"
        "  members: 154\n"
        "officers:\n"
        "  - {officer: a, since: 2024-05-01}\n");
}

TEST_CASE("new file: whatever a text is, it is read back as that text") {
  const std::vector<std::string> texts{"Khu phố 1", "12", "07", "no", "~", "2024-05-01", "13:30", "a: b", "a #b", "- a", "* a", "&a", "!a",
                                       "{a}", "[a]", "'a'", "\"a\"", "a\\b", " a", "a ", "a\tb", "a,b", "=", "<<", "%a", "@a", "`a", "|", ">", "?",
                                       "\xEF\xBB\xBF" "a", "a\nb", "a\n\nb\n", "\na", "  a\nb", "# a\n# b", "a:\n  b", "---\na", "...", "😀"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    NewFile file;
    file.text("line", text);
    file.block("block", text);
    file.value("flow", mapping_value({{"in", list_value({text_value(text)})}}));
    const auto tree = read_silently(file.take());
    REQUIRE(tree);
    CHECK(tree->root().find("line").text() == text);
    // A literal block ends with a line break, which no report gives a meaning to.
    const auto block = tree->root().find("block").text();
    CHECK((block == text || block == text + "\n"));
    CHECK((*tree->root().find("flow").find("in").begin()).text() == text);
  }
}

TEST_CASE("new file: a separator of lines or paragraphs becomes the line break that YAML takes it for") {
  NewFile file;
  file.text("line", "a\xE2\x80\xA8" "b\xE2\x80\xA9" "c");
  CHECK(file.take() == "line: \"a\\nb\\nc\"\n");
}

}  // namespace nammo::yaml
