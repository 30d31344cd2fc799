#include "render/check_template.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "render/template.h"
#include "support/findings.h"
#include "support/store_loading.h"

using namespace nammo;

namespace {

constexpr TemplateUse kWeek{TemplateScope::full, true};
constexpr TemplateUse kPart{TemplateScope::any, false};

// "line:column: code: message (help)" in English.
std::string wrong(std::string_view text, TemplateUse use = kWeek) {
  Diagnostics findings;
  check_template(text, "t", use, findings);
  findings.sort();
  return test::said(findings, Language::en);
}

bool accepts(std::string_view text, TemplateUse use = kWeek) { return wrong(text, use).empty(); }

// The codes of the findings, each followed by a space.
std::string codes(std::string_view text, TemplateUse use = kWeek) {
  Diagnostics findings;
  check_template(text, "t", use, findings);
  findings.sort();
  std::string result;
  for (const Diagnostic& d : findings.items()) result += d.code + " ";
  return result;
}

}  // namespace

TEST_CASE("template syntax: tags and sections that do not close are shown where they begin") {
  CHECK(wrong("# Báo cáo {{title\n{{date}}") ==
        "t:1:11: template-syntax: the tag that {{ opens here is not closed by }} (write }} behind its name, on the same line)\n");
  CHECK(wrong("{{#matters}}\n- {{text}}\n") ==
        "t:1:1: template-syntax: the section {{#matters}} that begins here is not closed (write {{/matters}} where it ends)\n");
  CHECK(wrong("x\n  {{^matters}}") ==
        "t:2:3: template-syntax: the section {{^matters}} that begins here is not closed (write {{/matters}} where it ends)\n");
  CHECK(wrong("{{/matters}}") ==
        "t:1:1: template-syntax: {{/matters}} closes a section that was not opened (delete it, or open the section with {{#matters}})\n");
  CHECK(wrong("{{#vi}}{{#title}}{{/vi}}") ==
        "t:1:18: template-syntax: {{/vi}} stands before {{/title}}, but what was opened last is closed first (write {{/title}} "
        "before it)\n");
  CHECK(codes("{{#vi}}{{#title}}{{/vi}}{{/title}}") == "template-syntax template-syntax ");
  CHECK(wrong("a {{ }} b") == "t:1:3: template-syntax: this tag has no name (give it a name, or delete it)\n");
  CHECK(codes("{{#}}{{/}}") == "template-syntax template-syntax ");
  CHECK(accepts("{{! a comment {{ over\ntwo lines }}{{ title }}"));
}

TEST_CASE("template syntax: a crossed section shows what is still open") {
  Diagnostics findings;
  check_template("{{#vi}}\n{{#title}}\n{{/vi}}", "t", kWeek, findings);
  REQUIRE(findings.items().size() == 1);
  const auto& related = findings.items()[0].related;
  REQUIRE(related.size() == 1);
  CHECK(related[0].where == Location{"t", {2, 1, 2, 11}});
  CHECK(related[0].message.vi == "đoạn chưa đóng mở ở đây");
}

TEST_CASE("template syntax: no list is repeated in the items of another, and no depth ends the stack") {
  CHECK(wrong("{{#matters}}{{#proposals}}{{/proposals}}{{/matters}}") ==
        "t:1:13: template-syntax: the list proposals is no part of an item of {{#matters}}, so it cannot be repeated in it "
        "(close {{#matters}} first)\n");
  CHECK(codes("{{#matters}}{{#matters}}{{/matters}}{{/matters}}") == "template-syntax ");
  CHECK(codes("{{#figure_tables}}{{#rows}}{{#heads}}{{/heads}}{{/rows}}{{/figure_tables}}") == "template-syntax ");
  CHECK(accepts("{{#figure_tables}}{{#heads}}{{text}}{{/heads}}{{#rows}}{{#cells}}{{text}}{{/cells}}{{/rows}}{{/figure_tables}}"));
  CHECK(accepts("{{#matters}}{{^proposals}}{{title}}{{/proposals}}{{/matters}}"));
  std::string deep;
  for (int i = 0; i < 32; ++i) deep = "{{#vi}}" + deep + "{{/vi}}";
  CHECK(accepts(deep));
  CHECK(codes("{{#vi}}" + deep + "{{/vi}}") == "template-syntax ");
}

TEST_CASE("template escape: nothing switches escaping off") {
  CHECK(wrong("{{{general}}}") ==
        "t:1:1: template-escape: this tag would print the words of reports as markup (write {{general}})\n");
  CHECK(wrong("Ô {{&general}}") ==
        "t:1:3: template-escape: this tag would print the words of reports as markup (write {{general}})\n");
  CHECK(wrong("{{=<% %>=}}") ==
        "t:1:1: template-escape: the marks that open and close tags cannot be changed (delete it, and use {{ and }} only)\n");
  for (const char* text : {"{{ & general }}", "{{ &general}}", "{{{ general }}}", "{{\t&general}}"}) {
    CAPTURE(text);
    CHECK(codes(text) == "template-escape ");
  }
  CHECK(codes("{{ =| |= }}|&general|") == "template-escape ");
  CHECK(codes("{{ {general} }}") == "template-name ");  // a name with braces, which nothing has
  CHECK(codes("{{{general}}") == "template-syntax ");
}

TEST_CASE("template markup: only <br> is a tag, and what is printed begins none") {
  CHECK(wrong("a <b>đậm</b>") ==
        "t:1:3: template-markup: HTML tags cannot be used; only <br> breaks the line (delete it; write a plain < as &lt;)\n"
        "t:1:9: template-markup: HTML tags cannot be used; only <br> breaks the line (delete it; write a plain < as &lt;)\n");
  for (const char* text : {"<{{title}}>", "<{{#vi}}x{{/vi}}", "<!-- x -->", "<?x", "<https://a.vn>", "a <\n", "x<",
                           "<div title=\"{{title}}\">", "<BR>", "<br class=\"x\">"}) {
    CAPTURE(text);
    CHECK(codes(text) == "template-markup ");
  }
  for (const char* text : {"a<br>b<br/>c<br />d", "5 < 6", "1 <2", "&lt;b>", "\\<b>", "{{! <b> }}", "a > b"}) {
    CAPTURE(text);
    CHECK(accepts(text));
  }
}

TEST_CASE("template markup: a backslash does not eat the one that guards data") {
  CHECK(wrong("\\{{title}}") ==
        "t:1:1: template-markup: a backslash before a tag makes markup of the first letter that the tag prints (delete it; to "
        "print it, write it twice)\n");
  CHECK(codes("\\\\\\{{title}}") == "template-markup ");
  CHECK(codes("\\{{#vi}}{{title}}{{/vi}}") == "template-markup ");
  CHECK(codes("x\\\n", kPart) == "template-markup ");
  CHECK(accepts("\\\\{{title}} \\* {{date}}"));
}

TEST_CASE("template markup: data stands in no address") {
  CHECK(wrong("[xem]({{title}})") ==
        "t:1:7: template-markup: the words of reports cannot stand in the address of a link (keep the tag out of it, or write \\[ in "
        "front if it is no link)\n");
  CHECK(codes("![x](http://a.vn/{{title}}.png)") == "template-markup ");
  CHECK(codes("[{{title}}]: {{general}}") == "template-markup ");
  CHECK(codes("[x](\n  {{title}})") == "template-markup ");
  CHECK(codes("[x](a(b){{title}})") == "template-markup ");
  CHECK(codes("[x]: a){{title}}") == "template-markup ");
  CHECK(accepts("[{{title}}](https://a.vn) {{date}}"));
  CHECK(accepts("[ghi chú]:\n\n{{title}}"));
  CHECK(accepts("\\[{{title}}\\]: {{general}}"));
}

TEST_CASE("template parts: an outline calls those that there are, a part calls none") {
  CHECK(accepts("{{> letterhead}}\n{{>opinion-table}}\n{{> trend}}{{> foot}}{{> annex}}"));
  CHECK(wrong("{{> letterheads}}") ==
        "t:1:1: template-part: there is no part letterheads here (Allowed: letterhead, trend, foot, opinion-table, annex)\n");
  CHECK(wrong("{{> annex}}", {TemplateScope::brief, true}) ==
        "t:1:1: template-part: there is no part annex here (Allowed: letterhead, trend, foot)\n");
  CHECK(wrong("{{> letterhead}}", kPart) ==
        "t:1:1: template-part: a part of a document cannot call another part (put {{> letterhead}} into the outline of the "
        "document)\n");
}

TEST_CASE("template names: one that no document gives is a warning with what was meant") {
  CHECK(wrong("{{titel}}") ==
        "t:1:1: template-name: no document has anything by the name of \"titel\" here, so nothing will stand in this place (did you "
        "mean \"title\"?)\n");
  CHECK(wrong("{{#matter}}x{{/matter}}") ==
        "t:1:1: template-name: no document has anything by the name of \"matter\" here, so this section never changes (did you mean "
        "\"matters\"?)\n");
  CHECK(wrong("{{weight}}") ==
        "t:1:1: template-name: no document has anything by the name of \"weight\" here, so nothing will stand in this place (it is "
        "there only inside {{#good_matters}}, {{#matters}})\n");
  CHECK(wrong("{{cells}}") ==
        "t:1:1: template-name: no document has anything by the name of \"cells\" here, so nothing will stand in this place (it is "
        "there only inside {{#petition_tables}}{{#rows}}, {{#figure_tables}}{{#rows}})\n");
  CHECK(wrong("{{so-hieu}}") ==
        "t:1:1: template-name: no document has anything by the name of \"so-hieu\" here, so nothing will stand in this place (see the "
        "names in nammo-templates(5))\n");
  CHECK(wrong("{{matters}}") ==
        "t:1:1: template-name: \"matters\" is a list, which one tag cannot print (write {{#matters}}…{{/matters}})\n");
  CHECK(wrong("{{vi}}") ==
        "t:1:1: template-name: \"vi\" only says whether it is so, and prints nothing (write {{#vi}}…{{/vi}})\n");
  CHECK(codes("{{#matters}}{{titel}}{{/matters}}") == "template-name ");
  CHECK(accepts("{{#matters}}{{lead}} {{title}}{{/matters}}"));
  CHECK(codes("{{worst}}{{#worst}}{{/worst}}") == "template-name template-name ");
  CHECK(accepts("{{#worst}}{{weight}}{{/worst}}", {TemplateScope::brief, true}));
  CHECK(accepts("{{#worst}}{{weight}}{{/worst}}{{#matters}}{{text}}{{/matters}}", kPart));
}

TEST_CASE("template text: what no file may hold is said before anything else") {
  CHECK(wrong("a\n<<<<<<< HEAD\n{{x\n=======\n>>>>>>> b\n") ==
        "t:2:1: git-conflict: an unresolved git merge stands in this file (lines 2–5) (keep the right content, delete the lines "
        "<<<<<<<, =======, >>>>>>> and save)\n");
  CHECK(codes("{{titel}} \xFF") == "text-encoding ");
  CHECK(codes("a\x01") == "text-encoding ");
  CHECK(codes("a\xC2\x85") == "text-encoding ");
  CHECK(accepts("\xEF\xBB\xBF{{title}}\r\n"));
  CHECK(wrong("\xEF\xBB\xBFÔ\r\n {{/a}}").starts_with("t:2:2: "));
}

TEST_CASE("template check: what it accepts can be filled in, and no data comes out as markup") {
  const char* const kTokens[] = {"{{", "}}", "{{", "}}", "{{#vi}}", "{{/vi}}", "{{#matters}}", "{{/matters}}", "{{text}}", "{",  "}", "#",
                                 "/",  ">",  "&",  "=",  "title",   "text",    " ",            "\n",           "!",        "\r\n", "<", "\\",
                                 "](", ")",  "br", "*",  "- ",      "<br>",    "{{title}}",    "{{date}}"};
  std::mt19937 random(7);
  int filled = 0;
  int with_data = 0;
  for (int round = 0; round < 15000; ++round) {
    std::string text;
    for (auto length = random() % 9 + 1; length > 0; --length) text += kTokens[random() % std::size(kTokens)];
    Diagnostics findings;
    check_template(text, "t", kWeek, findings);
    if (findings.has_errors()) continue;
    Tree tree;
    put(tree, "title", "<x>y");
    put(tree, "date", "x>z");  // a tag, where a template has "<" before it
    put(tree, "vi", true);
    Tree item;
    put(item, "text", "x>z");
    put(tree, "matters", std::vector<Tree>{item, item});
    CAPTURE(text);
    std::string result;
    REQUIRE_NOTHROW(result = fill_template(text, std::move(tree), {}));
    CHECK(result.find("<x") == std::string::npos);
    ++filled;
    with_data += result.find("lt;x") != std::string::npos ? 1 : 0;
  }
  CHECK(filled > 1000);
  CHECK(with_data > 100);
}

TEST_CASE("template findings: a hostile file has no more of them than a person would read") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "{{{a}}}\n";
  Diagnostics findings;
  check_template(text, "t", kWeek, findings);
  CHECK(findings.items().size() == 101);
  CHECK(findings.items().back().message.en == "there is more of it in this file; only the first 100 are shown");
}

TEST_CASE("template findings: many warnings keep no error out") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "{{a}}";
  Diagnostics findings;
  check_template(text + "{{{title}}}", "t", kWeek, findings);
  CHECK(findings.warnings() == 101);
  CHECK(findings.errors() == 1);
}
