#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <string_view>

#include "schema/schema.h"
#include "yaml/read.h"

using namespace nammo;

namespace {

// Each finding as "line:column-end_line:end_column code", its message and its help.
std::string show(const Diagnostics& findings, Language language) {
  std::string result;
  for (const Diagnostic& d : findings.items()) {
    const Place& p = d.where.place;
    result += fmt::format("{}:{}-{}:{} {}\n{}\n{}\n", p.line, p.column, p.end_line, p.end_column, d.code,
                          d.message.in(language), d.help.in(language));
  }
  return result;
}

std::string findings_of(std::string_view json, const std::string& source, Language language = Language::vi) {
  std::string problem;
  const auto schema = schema::Schema::compile(json, problem);
  if (!schema) return problem;
  Diagnostics findings;
  const auto tree = yaml::read(source, "f.yaml", findings);
  REQUIRE(tree);
  const bool valid = schema->validate(*tree, "f.yaml", findings);
  CHECK(valid == findings.items().empty());
  return show(findings, language);
}

// What is found about the key `v` of a mapping, where `json` is its schema.
std::string about(std::string_view json, std::string_view value, Language language = Language::en) {
  return findings_of(fmt::format(R"({{"properties": {{"v": {}}}}})", json), fmt::format("v: {}\n", value), language);
}

}  // namespace

TEST_CASE("schema: a mistyped value is asked about, with the values that are allowed") {
  const auto json = R"({"properties": {"stance": {"enum": ["pleased", "agree", "concerned"]}}})";
  CHECK(findings_of(json, "\nstance: concernd\n") ==
        "2:9-2:17 schema-enum\n"
        "\"concernd\" không phải là giá trị của stance\n"
        "có phải \"concerned\"? Các giá trị: pleased, agree, concerned\n");
  CHECK(findings_of(json, "stance: nghi ngờ\n") ==
        "1:9-1:17 schema-enum\n"
        "\"nghi ngờ\" không phải là giá trị của stance\n"
        "các giá trị: pleased, agree, concerned\n");
  CHECK(findings_of(json, "stance: concernd\n", Language::en) ==
        "1:9-1:17 schema-enum\n"
        "\"concernd\" is not a value of stance\n"
        "did you mean \"concerned\"? Values: pleased, agree, concerned\n");
}

TEST_CASE("schema: an unknown key is pointed at itself, with the keys that there are") {
  const auto json = R"({"properties": {"people": {"properties": {"name": true, "org": true}, "additionalProperties": false}}})";
  CHECK(findings_of(json, "people:\n  nmae: A\n  org: ccb\n") ==
        "2:3-2:7 schema-unknown-key\n"
        "không có khóa \"nmae\" trong people\n"
        "có phải \"name\"? Các khóa: name, org\n");
  CHECK(findings_of(json, "people: {địa chỉ: A}\n") ==
        "1:10-1:17 schema-unknown-key\n"
        "không có khóa \"địa chỉ\" trong people\n"
        "các khóa: name, org\n");
}

TEST_CASE("schema: what is missing is named at the key of its mapping, at line 1, or at the first key of an element") {
  const auto json = R"({"required": ["a"], "properties": {"m": {"type": "object", "required": ["x", "y"]},
                        "l": {"items": {"required": ["x", "y"]}}}})";
  CHECK(findings_of(json, "m:\n  y: 1\nl:\n  - z: 1\n    x: 2\n  - {}\n") ==
        "1:1-1:2 schema-required\nthiếu khóa x trong m\ncác khóa bắt buộc: x, y\n"
        "4:5-4:6 schema-required\nthiếu khóa y trong l\ncác khóa bắt buộc: x, y\n"
        "6:5-6:7 schema-required\nthiếu khóa x, y trong l\n\n"
        "1:1-1:1 schema-required\nthiếu khóa a trong tệp này\n\n");
}

TEST_CASE("schema: a number is plain decimal; the help says what to write") {
  const auto whole = R"({"type": "integer"})";
  const auto number = R"({"type": "number"})";
  struct Case {
    const char* json;
    const char* value;
    const char* message;
    const char* help;
  };
  const std::string digits = ": digits alone, no separators, no unit";
  const Case cases[] = {
      {whole, "1.234", "v must be a whole number, not \"1.234\"", "write 1234"},
      {whole, "1.234.567", "v must be a whole number, not \"1.234.567\"", "write 1234567"},
      {whole, "07", "v must be a whole number, not \"07\"", "write 7"},
      {whole, "40 người", "v must be a whole number, not \"40 người\"", "write 40"},
      {whole, "1_000", "v must be a whole number, not \"1_000\"", "write 1000"},
      {number, "1.234,5", "v must be a number, not \"1.234,5\"", "write 1234.5"},
      {number, "\"1.234\"", "v must be a number, not the text \"1.234\" in quotes", nullptr},
      {number, "0,5", "v must be a number, not \"0,5\"", "write 0.5"},
      {number, "+3", "v must be a number, not \"+3\"", "write 3"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    const auto help = c.help == nullptr ? std::string("leave the quotes out: write 1.234") : c.help + digits + (c.json == number ? ", decimals after a point" : "");
    CHECK(about(c.json, c.value) ==
          fmt::format("1:4-1:{} schema-type\n{}\n{}\n", c.value == std::string("40 người") ? 12 : 4 + std::string(c.value).size(),
                      c.message, help));
  }
  const std::string no_guess = "write digits alone, without decimals, such as 1234\n";
  for (const char* value : {"0x10", "1e3", "12:30", "1.5", "bốn mươi", "--", "1,5", "9/5", "\"1.5\""}) {
    CAPTURE(value);
    const auto found = about(whole, value);
    CHECK(found.ends_with(no_guess));
    CHECK(found.find("schema-type") != std::string::npos);
  }
  for (const char* value : {"0", "7", "-12", "154", "1234567"}) CHECK(about(whole, value) == "");
  for (const char* value : {"0.5", "-1.25", "10"}) CHECK(about(number, value) == "");
}

TEST_CASE("schema: only true and false are booleans") {
  const auto json = R"({"type": "boolean"})";
  CHECK(about(json, "true") == "");
  CHECK(about(json, "false") == "");
  CHECK(about(json, "no") == "1:4-1:6 schema-type\nv must be true or false, not \"no\"\nwrite false\n");
  CHECK(about(json, "Có") == "1:4-1:6 schema-type\nv must be true or false, not \"Có\"\nwrite true\n");
  CHECK(about(json, "\"true\"") == "1:4-1:10 schema-type\nv must be true or false, not \"true\"\nwrite true\n");
  CHECK(about(json, "2") == "1:4-1:5 schema-type\nv must be true or false, not \"2\"\nwrite true or false\n");
}

TEST_CASE("schema: where text is wanted a plain scalar is text, whatever it looks like") {
  const auto json = R"({"type": "string"})";
  for (const char* value : {"no", "07210", "13:30", "1e3", "2024-05-09", "true", "\"\"", "'12'"}) {
    CAPTURE(value);
    CHECK(about(json, value) == "");
  }
  CHECK(about(json, "~") == "1:1-1:2 schema-type\nv has no value\nwrite a value, or delete the line where there is none\n");
  CHECK(about(json, "") == about(json, "~"));
  CHECK(about(json, "[a]") == "1:4-1:7 schema-type\nv must be text, not a list\nif this is text, put all of it in quotes\n");
}

TEST_CASE("schema: lists and mappings are told from scalars") {
  CHECK(about(R"({"type": "array"})", "members") ==
        "1:4-1:11 schema-type\nv must be a list, not \"members\"\n"
        "write each element on a line that begins with \"- \", or all of them in [ ]\n");
  CHECK(about(R"({"type": "object"})", "\n  - a\n  - b") ==
        "2:3-2:6 schema-type\nv must be a mapping, not a list\nwrite \"key: value\", each on an indented line of its own\n");
}

TEST_CASE("schema: a date and an instant are real ones") {
  const auto day = R"({"type": "string", "format": "date"})";
  CHECK(about(day, "2024-02-29") == "");
  CHECK(about(day, "2024-02-30") ==
        "1:4-1:14 schema-pattern\n\"2024-02-30\" is not a real day in the right form\n"
        "write year-month-day, such as 2024-05-09\n");
  CHECK(about(day, "9/5/2024") ==
        "1:4-1:12 schema-pattern\n\"9/5/2024\" is not a real day in the right form\nwrite 2024-05-09\n");
  const auto moment = R"({"type": "string", "format": "instant"})";
  CHECK(about(moment, "2024-05-08T16:40+07:00") == "");
  CHECK(about(moment, "2024-05-08 16:40") ==
        "1:4-1:20 schema-pattern\n\"2024-05-08 16:40\" is not a real moment in the right form\nwrite 2024-05-08T16:40+07:00\n");
  CHECK(about(moment, "2024-05-08T24:00+07:00") ==
        "1:4-1:26 schema-pattern\n\"2024-05-08T24:00+07:00\" is not a real moment in the right form\n"
        "write day, time and offset, such as 2024-05-09T10:00+07:00\n");
}

TEST_CASE("schema: a pattern is explained by its examples, or shown") {
  CHECK(about(R"({"pattern": "^[0-9]+h$", "examples": ["2h", "24h"]})", "2 giờ") ==
        "1:4-1:9 schema-pattern\n\"2 giờ\" does not have the form of v\nfor example: 2h; 24h\n");
  CHECK(about(R"({"pattern": "^[0-9]+h$"})", "h") ==
        "1:4-1:5 schema-pattern\n\"h\" does not have the form of v\nform: ^[0-9]+h$\n");
  CHECK(findings_of(R"({"propertyNames": {"pattern": "^x"}})", "xa: 1\nay: 2\n") ==
        "2:1-2:3 schema-pattern\n\"ay\" không đúng dạng của một khóa\ndạng: ^x\n");
}

TEST_CASE("schema: ranges and lengths") {
  CHECK(about(R"({"type": "integer", "minimum": 1, "maximum": 28})", "31") ==
        "1:4-1:6 schema-range\n31 is out of the range of v\nat least 1, at most 28\n");
  CHECK(about(R"({"type": "integer", "exclusiveMaximum": 28})", "28") ==
        "1:4-1:6 schema-range\n28 is out of the range of v\nless than 28\n");
  CHECK(about(R"({"type": "string", "maxLength": 3})", "hộiệ") ==
        "1:4-1:8 schema-length\nv has 4 characters\nat most 3\n");
  CHECK(about(R"({"type": "string", "maxLength": 3})", "hội") == "");
  CHECK(about(R"({"type": "string", "minLength": 1})", "\"\"") ==
        "1:4-1:6 schema-length\nv is empty\nwrite a value, or delete the line where there is none\n");
  CHECK(about(R"({"minItems": 2, "maxItems": 2})", "[a]") ==
        "1:1-1:2 schema-length\nv has 1 elements\nat least 2, at most 2\n");
  CHECK(about(R"({"minProperties": 1})", "{}") == "1:1-1:2 schema-length\nv has 0 keys\nat least 1\n");
}

TEST_CASE("schema: of several forms the nearest is reported") {
  const auto json = R"({"anyOf": [{"const": "pilot"}, {"type": "array", "items": {"type": "string"}},
                        {"type": "object", "properties": {"a": {"type": "integer"}}}]})";
  CHECK(about(json, "[a, {b: c}]") ==
        "1:8-1:14 schema-type\nv must be text, not a mapping\nif this is text, put all of it in quotes\n");
  CHECK(about(json, "{a: x}") ==
        "1:8-1:9 schema-type\na must be a whole number, not \"x\"\nwrite digits alone, without decimals, such as 1234\n");
  CHECK(about(json, "pilott") == "1:4-1:10 schema-enum\n\"pilott\" is not a value of v\ndid you mean \"pilot\"? Values: pilot\n");
}

TEST_CASE("schema: forms that all fail alike are one finding") {
  const auto keys = R"({"type": "object", "oneOf": [{"required": ["a"]}, {"required": ["b", "c"]}]})";
  CHECK(about(keys, "{b: 1}") == "1:1-1:2 schema-required\none of these keys is missing in v: a; b, c\n\n");
  CHECK(about(keys, "{a: 1, b: 1, c: 1}") ==
        "1:1-1:2 schema-enum\nv follows several forms at once\nuse only one of: a; b, c\n");
  CHECK(about(keys, "{b: 1, c: 1}") == "");
  CHECK(about(R"({"anyOf": [{"type": "integer"}, {"type": "object"}]})", "\"7\"") ==
        "1:4-1:7 schema-type\nv must be a whole number or a mapping, not the text \"7\" in quotes\nleave the quotes out: write 7\n");
}

TEST_CASE("schema: what a list must and must not hold") {
  CHECK(about(R"({"uniqueItems": true})", "[a, b, a, \"b\"]") == "1:11-1:12 schema-enum\n\"a\" stands twice in v\n\n");
  CHECK(about(R"({"uniqueItems": true})", "[{x: 1, y: 2}, {y: 2, x: 2}, [1], [1, 1]]") == "");
  CHECK(about(R"({"uniqueItems": true})", "[{x: 1, y: 2}, {y: 2, x: 1}]") == "1:19-1:31 schema-enum\n\"…\" stands twice in v\n\n");
  CHECK(about(R"({"contains": {"const": "a"}})", "[b, c]") == "1:1-1:2 schema-length\nv lacks an element that it must have\n\n");
}

TEST_CASE("schema: what is refused outright") {
  CHECK(about(R"({"not": {"const": "a"}})", "a") == "1:4-1:5 schema-enum\nv has a value that is not allowed\n\n");
  CHECK(about(R"({"properties": {"a": false, "b": true}})", "{a: 1}") ==
        "1:5-1:6 schema-unknown-key\nthere is no key \"a\" in v\nkeys: b\n");
  CHECK(about(R"({"items": false})", "[a]") == "1:5-1:6 schema-enum\nv has a value that is not allowed\n\n");
  CHECK(findings_of(R"({"type": "object"})", "just text\n") ==
        "1:1-1:10 schema-type\ntệp này phải là nhóm các khóa, không phải \"just text\"\n"
        "viết \"khóa: giá trị\", mỗi khóa một dòng thụt vào\n");
}

TEST_CASE("schema: a condition decides what else is asked for") {
  const auto json = R"({"if": {"properties": {"kind": {"const": "ratio"}}, "required": ["kind"]},
                        "then": {"required": ["over"]}, "else": {"required": ["areas"]}})";
  CHECK(findings_of(json, "kind: ratio\n", Language::en) == "1:1-1:1 schema-required\nover is missing in this file\n\n");
  CHECK(findings_of(json, "kind: flow\n", Language::en) == "1:1-1:1 schema-required\nareas is missing in this file\n\n");
  CHECK(findings_of(json, "kind: flow\nareas: add\n") == "");
}

TEST_CASE("schema: a long value is cut, and hidden characters are not printed") {
  const auto json = R"({"enum": ["a"]})";
  CHECK(about(json, std::string(100, 'x')) ==
        "1:4-1:104 schema-enum\n\"" + std::string(60, 'x') + "…\" is not a value of v\nvalues: a\n");
  CHECK(about(json, "x\xE2\x80\xAEy") == "1:4-1:7 schema-enum\n\"x\xEF\xBF\xBDy\" is not a value of v\nvalues: a\n");
}

TEST_CASE("schema: a file full of faults gives a hundred findings and a count of the rest") {
  std::string source;
  for (int i = 0; i < 250; ++i) source += fmt::format("k{}: 1\n", i);
  std::string problem;
  const auto schema = schema::Schema::compile(R"({"additionalProperties": false})", problem);
  Diagnostics findings;
  const auto tree = yaml::read(source, "f.yaml", findings);
  CHECK(!schema->validate(*tree, "f.yaml", findings));
  REQUIRE(findings.items().size() == 101);
  CHECK(findings.items()[100].message.en == "150 more places in this file are wrong");
  CHECK(findings.items()[100].where.place.line == 101);
}
