#include <doctest/doctest.h>
#include <re2/re2.h>

#include <random>
#include <string>

#include "schema/form.h"
#include "schema/schema.h"

using namespace nammo;

namespace {

std::string problem_of(std::string_view json) {
  std::string problem;
  const auto schema = schema::Schema::compile(json, problem);
  CHECK(schema.has_value() == problem.empty());
  return problem;
}

}  // namespace

TEST_CASE("schema: what is outside the subset is refused, never passed over") {
  CHECK(problem_of(R"({"properties": {"a": {"typ": "string"}}})") == "#/properties/a/typ: not a keyword that nammo knows");
  CHECK(problem_of(R"({"format": "ipv4"})") == "#/format: not a format that nammo knows");
  CHECK(problem_of(R"({"type": "text"})") == "#/type: not a type");
  CHECK(problem_of(R"x({"pattern": "a(?=b)"})x").starts_with("#/pattern: pattern: "));
  CHECK(problem_of(R"({"items": [{}]})") == "#/items: a schema for each place is not in the overlap of the drafts");
  CHECK(problem_of(R"({"definitions": {"a": {"dependencies": {}}}})") == "#/definitions/a/dependencies: not a keyword that nammo knows");
  CHECK(problem_of(R"({"properties": {"a": {"$id": "x"}}})") ==
        "#/properties/a/$id: an $id below the root would change what references mean");
  CHECK(problem_of(R"({"minLength": -1})") == "#/minLength: not a count");
  CHECK(problem_of(R"({"multipleOf": 0})") == "#/multipleOf: not above 0");
  CHECK(problem_of("[]") == "#: a schema is an object, true or false");
  CHECK(problem_of("{") == "#: not JSON");
  CHECK(problem_of(R"({"$schema": "x", "$id": "x", "title": "x", "description": "x", "examples": ["x"], "default": 1})") == "");
}

TEST_CASE("schema: references stay inside the schema and lead somewhere") {
  CHECK(problem_of(R"({"$ref": "http://json-schema.org/draft-07/schema#"})") == "#/$ref: refers to nothing in this schema");
  CHECK(problem_of(R"({"$ref": "#/definitions/a"})") == "#/$ref: refers to nothing in this schema");
  CHECK(problem_of(R"({"$ref": "#/definitions/a", "maximum": 1, "definitions": {"a": {}}})").find("beside $ref") !=
        std::string::npos);
  CHECK(problem_of(R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})")
            .ends_with("refers to itself"));
  CHECK(problem_of(R"({"allOf": [{"$ref": "#"}]})") == "#: a schema refers to itself for the same value");
  CHECK(problem_of(R"({"properties": {"a": {"$ref": "#", "title": "x"}}})") == "");
}

TEST_CASE("schema: a pattern that nammo tests itself means what RE2 takes it for") {
  std::mt19937 random(20241124);
  for (const char* text : {"^[a-z0-9]+(-[a-z0-9]+)*$", "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"}) {
    std::string problem;
    const auto pattern = schema::Pattern::compile(text, problem);
    REQUIRE(pattern);
    REQUIRE(pattern->form() != nullptr);
    const re2::RE2 expression(text);
    int matches = 0;
    for (int i = 0; i < 20000; ++i) {
      std::string value;
      for (auto n = random() % 7; n > 0; --n) value += "a9z-/-bA\n "[random() % (i % 2 == 0 ? 7 : 10)];
      CAPTURE(value);
      REQUIRE(pattern->matches(value) == re2::RE2::PartialMatch(value, expression));
      matches += pattern->matches(value) ? 1 : 0;
    }
    CHECK(matches > 2000);
  }
}
