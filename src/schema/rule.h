#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/form.h"
#include "schema/scalar.h"
#include "yaml/tree.h"

namespace nammo::schema {

struct Rule;

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

// A key that a schema names. `rule` is null where only `required` names it.
struct Property {
  std::string name;
  const Rule* rule = nullptr;
  bool required = false;
};

// The keys of a mapping in the order of the schema, found without allocating.
class PropertyTable {
 public:
  PropertyTable() = default;
  explicit PropertyTable(std::vector<Property> properties);

  [[nodiscard]] const Property* find(std::string_view name) const noexcept;
  [[nodiscard]] std::span<const Property> all() const noexcept { return items_; }
  // How many of them are required.
  [[nodiscard]] std::size_t required() const noexcept { return required_; }

 private:
  std::vector<Property> items_;
  std::vector<std::uint32_t> slots_;  // index + 1, 0 where free; a power of two, at most half full
  std::size_t required_ = 0;
};

struct PatternProperty {
  Pattern pattern;
  const Rule* rule;
};

struct ObjectRules {
  PropertyTable properties;
  std::vector<PatternProperty> patterns;
  const Rule* additional = nullptr;  // null: anything
  const Rule* names = nullptr;
  std::size_t least = 0;
  std::size_t most = kNoLimit;
};

struct ArrayRules {
  const Rule* items = nullptr;
  const Rule* contains = nullptr;
  std::size_t least = 0;
  std::size_t most = kNoLimit;
  bool unique = false;
};

struct StringRules {
  std::size_t least = 0;
  std::size_t most = kNoLimit;
  const Form* format = nullptr;
  std::optional<Pattern> pattern;
};

// A number of a schema, with its text there.
struct Bound {
  double value;
  std::string text;
};

struct NumberRules {
  std::optional<Bound> least;
  std::optional<Bound> most;
  std::optional<Bound> above;
  std::optional<Bound> below;
  std::optional<Bound> divisor;
};

struct Composition {
  std::vector<const Rule*> all;
  std::vector<const Rule*> any;
  std::vector<const Rule*> one;
  const Rule* refused = nullptr;
  const Rule* condition = nullptr;
  const Rule* then = nullptr;
  const Rule* otherwise = nullptr;
};

// A compiled subschema. Rules refer to each other by pointer; `Compiled` owns them.
struct Rule {
  TypeSet types = kAnyType;
  bool nothing = false;                // the schema `false`
  std::vector<yaml::Tree> values;      // of `enum` and `const`: each a list of which one is meant
  std::vector<std::string> examples;   // for help
  std::unique_ptr<ObjectRules> object;
  std::unique_ptr<ArrayRules> array;
  std::unique_ptr<StringRules> string;
  std::unique_ptr<NumberRules> number;
  std::unique_ptr<Composition> composition;
};

struct Compiled {
  std::vector<std::unique_ptr<Rule>> rules;
  const Rule* root = nullptr;
};

}  // namespace nammo::schema
