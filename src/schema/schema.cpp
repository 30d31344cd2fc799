#include "schema/schema.h"

#include <utility>

#include "schema/check.h"
#include "schema/compile.h"
#include "schema/describe.h"

namespace nammo::schema {
namespace {

// A file with nothing in it is an empty mapping, or an empty list where one is expected.
bool is_empty_document(const yaml::Tree& tree) {
  const yaml::Node root = tree.root();
  return root.is_mapping() && root.size() == 0 && root.begin_byte() == root.end_byte();
}

}  // namespace

struct Schema::Rules {
  Compiled compiled;
};

Schema::Schema(std::unique_ptr<const Rules> rules) : rules_(std::move(rules)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::optional<Schema> Schema::compile(std::string_view json, std::string& problem) {
  auto compiled = compile_rules(json, problem);
  if (!compiled) return std::nullopt;
  return Schema(std::make_unique<const Rules>(Rules{std::move(*compiled)}));
}

bool Schema::validate(const yaml::Tree& tree, const std::string& file, Diagnostics& diagnostics) const {
  const Rule& root = *rules_->compiled.root;
  if (is_empty_document(tree) && root.types == kArray) return true;
  const auto violations = find_violations(root, tree);
  describe(violations, tree, file, diagnostics);
  return violations.empty();
}

}  // namespace nammo::schema
