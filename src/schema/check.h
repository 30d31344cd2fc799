#pragma once

#include <cstdint>
#include <vector>

#include "schema/rule.h"
#include "yaml/tree.h"

namespace nammo::schema {

// A value on its way through the rules.
struct Spot {
  yaml::Node node;
  yaml::Node key;        // the nearest key above it; false at the root
  bool in_list = false;  // an element of the list at `key`
  bool is_name = false;  // `node` is itself a key, judged by `propertyNames`
  int depth = 0;
};

enum class Fault : std::uint8_t {
  type, required, unknown_key, value, form, range, length, item_count, key_count,
  duplicate, contains, refused, several };

// A rule that a value breaks. For `unknown_key` the spot is the key and `rule` that
// of the mapping. `alternatives` are the branches of an anyOf or oneOf that all
// break in the same way.
struct Violation {
  Fault fault;
  Spot spot;
  const Rule* rule;
  TypeSet types = 0;  // of `type`: what may stand there
  std::vector<const Rule*> alternatives;
};

// All that is wrong with a tree, in document order. Its depth bounds the recursion.
[[nodiscard]] std::vector<Violation> find_violations(const Rule& root, const yaml::Tree& tree);

}  // namespace nammo::schema
