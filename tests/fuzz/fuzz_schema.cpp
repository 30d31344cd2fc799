// Schemas: the first line of an input is the kind of a file ("report") or a JSON Schema; the
// rest is an instance, YAML for a file's schema and JSON for another.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "fuzz/must.h"
#include "schema/json_tree.h"
#include "schema/schema.h"
#include "yaml/read.h"

using namespace nammo;
using fuzz::must;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kFileTypes = 12;

const schema::Schema* own_schema(std::string_view kind) {
  for (std::size_t i = 0; i < kFileTypes; ++i) {
    const auto type = static_cast<schema::FileType>(i);
    if (schema::schema_name(type) == std::string(kind) + ".schema.json") return &schema::schema_for(type);
  }
  return nullptr;
}

bool judged(const schema::Schema& schema, const yaml::Tree& tree) {
  Diagnostics findings;
  const bool valid = schema.validate(tree, "f", findings);
  must(valid != findings.has_errors(), "invalid with a word, or valid without one");
  for (const auto& finding : findings.items()) {
    must(!finding.message.vi.empty() && !finding.message.en.empty() && finding.code.starts_with("schema-"), "a finding says what is wrong");
    must(finding.where.place.line >= 1 && finding.where.place.column >= 1, "a finding stands in the file");
  }
  return valid;
}

void check_file(const schema::Schema& schema, std::string_view text) {
  Diagnostics findings;
  const auto tree = yaml::read(std::string(text), "f", findings);
  if (!tree) return;
  const bool valid = judged(schema, *tree);
  const auto moved = yaml::read("# a comment\n" + std::string(text), "f", findings);
  if (moved && text.find("\xEF\xBB\xBF") == std::string_view::npos) must(judged(schema, *moved) == valid, "a comment before it changes nothing");
}

bool verdict(const Json& schema, const yaml::Tree& instance) {
  std::string problem;
  const auto compiled = schema::Schema::compile(schema.dump(), problem);
  must(compiled.has_value(), "what compiles, compiles inside another schema");
  return judged(*compiled, instance);
}

// The laws of the logic of schemas; references count from the root, which these move.
void check_laws(const Json& schema, const yaml::Tree& instance, bool valid) {
  const Json never = false;
  must(verdict({{"allOf", {schema, true}}}, instance) == valid, "all of it and anything");
  must(verdict({{"anyOf", {never, schema}}}, instance) == valid, "it or nothing");
  must(verdict({{"oneOf", {schema, never}}}, instance) == valid, "exactly it");
  must(verdict({{"oneOf", {schema, schema}}}, instance) == false, "never exactly one of two alike");
  must(verdict({{"not", schema}}, instance) != valid, "not it");
  must(verdict({{"not", {{"not", schema}}}}, instance) == valid, "not not it");
  must(verdict({{"if", schema}, {"then", true}, {"else", false}}, instance) == valid, "if it");
}

bool moves_badly(const std::string& text) {
  for (const char* key : {"$ref", "$id", "definitions", "$schema"}) {
    if (text.find(key) != std::string::npos) return true;
  }
  return false;
}

void check_schema(std::string_view line, std::string_view rest) {
  std::string problem;
  const auto compiled = schema::Schema::compile(line, problem);
  must(compiled.has_value() == problem.empty(), "compiled, or said why not");
  const Json instance = Json::parse(rest, nullptr, false);
  if (!compiled || instance.is_discarded()) return;
  const auto tree = schema::tree_of(instance);
  const bool valid = judged(*compiled, tree);
  const Json schema = Json::parse(line);
  if (!moves_badly(schema.dump())) check_laws(schema, tree, valid);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto rest = fuzz::text_of(data, size);
  const auto line = fuzz::take_line(rest);
  if (std::count(line.begin(), line.end(), '{') > 40) return 0;  // schemas are nammo's own: none is deep
  const auto* own = own_schema(line);
  own != nullptr ? check_file(*own, rest) : check_schema(line, rest);
  return 0;
}
