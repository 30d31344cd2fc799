#include "schema/compile.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "schema/json_tree.h"
#include "schema/reference.h"
#include "schema/scalar.h"

namespace nammo::schema {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxHops = 32;  // references to references

class Compiler {
 public:
  Compiler(const Json& document, Compiled& out) : document_(document), out_(out) {}

  // Empty when all went well.
  std::string run() {
    out_.root = rule_of(document_, "#");
    for (const auto& rule : out_.rules) refuse_loop(*rule);
    return problem_;
  }

 private:
  using Handler = void (Compiler::*)(Rule&, const Json&, const std::string&);
  struct Keyword {
    std::string_view name;
    Handler handle;
  };
  static const Keyword kKeywords[];

  void fail(const std::string& at, std::string_view what) {
    if (problem_.empty()) problem_ = fmt::format("{}: {}", at, what);
  }

  const Rule* rule_of(const Json& schema, const std::string& at) {
    const Json& target = follow(schema, at);
    if (const auto known = made_.find(&target); known != made_.end()) return known->second;
    out_.rules.push_back(std::make_unique<Rule>());
    Rule& rule = *out_.rules.back();
    made_.emplace(&target, &rule);
    fill(rule, target, at);
    return &rule;
  }

  void fill(Rule& rule, const Json& schema, const std::string& at) {
    if (schema.is_boolean()) {
      rule.nothing = !schema.get<bool>();
      return;
    }
    if (!schema.is_object()) return fail(at, "a schema is an object, true or false");
    for (const auto& item : schema.items()) {
      const std::string& name = item.key();
      const std::string place = at + "/" + name;
      const auto* keyword = find_keyword(name);
      if (keyword == nullptr) {
        fail(place, "not a keyword that nammo knows");
      } else if (keyword->handle != nullptr) {
        (this->*keyword->handle)(rule, item.value(), place);
      }
    }
    take_keys(rule, schema, at);
  }

  static const Keyword* find_keyword(std::string_view name);
  const Json& follow(const Json& schema, const std::string& at);
  void expect_remark(const std::string& name, const Json& value, const std::string& at);
  void refuse_loop(const Rule& rule);

  // Values of keywords. Each gives something usable after a failure.
  std::size_t count(const Json& value, const std::string& at) {
    if (value.is_number() && value.get<double>() >= 0 && std::floor(value.get<double>()) == value.get<double>()) {
      return static_cast<std::size_t>(value.get<double>());
    }
    fail(at, "not a count");
    return 0;
  }
  Bound bound(const Json& value, const std::string& at) {
    if (!value.is_number()) fail(at, "not a number");
    return {value.is_number() ? value.get<double>() : 1, value.dump()};
  }
  std::string text(const Json& value, const std::string& at) {
    if (value.is_string()) return value.get<std::string>();
    fail(at, "not a text");
    return {};
  }
  std::optional<Pattern> pattern(const std::string& source, const std::string& at) {
    std::string why;
    auto result = Pattern::compile(source, why);
    if (!result) fail(at, "pattern: " + why);
    return result;
  }
  std::vector<const Rule*> rules_of(const Json& value, const std::string& at) {
    std::vector<const Rule*> result;
    if (!value.is_array() || value.empty()) fail(at, "not a list of schemas");
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
      result.push_back(rule_of(value[i], fmt::format("{}/{}", at, i)));
    }
    return result;
  }
  TypeSet type(const Json& value, const std::string& at) {
    static const std::map<std::string, TypeSet, std::less<>> kTypes = {
        {"null", kNull},     {"boolean", kBoolean}, {"integer", kInteger}, {"number", kNumber | kInteger},
        {"string", kString}, {"array", kArray},     {"object", kObject}};
    const auto found = value.is_string() ? kTypes.find(value.get_ref<const std::string&>()) : kTypes.end();
    if (found != kTypes.end()) return found->second;
    fail(at, "not a type");
    return 0;
  }

  template <typename T>
  static T& part(std::unique_ptr<T>& owner) {
    if (owner == nullptr) owner = std::make_unique<T>();
    return *owner;
  }

  // For any value.
  void take_type(Rule& rule, const Json& value, const std::string& at) {
    rule.types = 0;
    if (!value.is_array()) rule.types = type(value, at);
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
      rule.types = static_cast<TypeSet>(rule.types | type(value[i], at));
    }
  }
  void take_enum(Rule& rule, const Json& value, const std::string& at) {
    if (!value.is_array()) fail(at, "not a list");
    rule.values.push_back(tree_of(value));
  }
  void take_const(Rule& rule, const Json& value, const std::string&) {
    rule.values.push_back(tree_of(Json::array({value})));
  }
  void take_examples(Rule& rule, const Json& value, const std::string& at) {
    if (!value.is_array()) return fail(at, "not a list");
    for (const Json& example : value) rule.examples.push_back(example.is_string() ? example.get<std::string>() : example.dump());
  }
  void take_definitions(Rule&, const Json& value, const std::string& at) {
    if (!value.is_object()) return fail(at, "not an object");
    for (const auto& item : value.items()) rule_of(item.value(), at + "/" + item.key());
  }
  void take_id(Rule&, const Json&, const std::string& at) {
    if (at != "#/$id") fail(at, "an $id below the root would change what references mean");
  }

  // For mappings. `properties` and `required` make one table.
  void take_keys(Rule& rule, const Json& schema, const std::string& at) {
    std::vector<Property> keys;
    if (const auto found = schema.find("properties"); found != schema.end() && found->is_object()) {
      for (const auto& item : found->items()) {
        keys.push_back({item.key(), rule_of(item.value(), at + "/properties/" + item.key()), false});
      }
    }
    if (const auto found = schema.find("required"); found != schema.end() && found->is_array()) {
      for (const Json& item : *found) require(keys, text(item, at + "/required"));
    }
    if (!keys.empty()) part(rule.object).properties = PropertyTable(std::move(keys));
  }
  static void require(std::vector<Property>& keys, const std::string& name) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Property& p) { return p.name == name; });
    if (found == keys.end()) {
      keys.push_back({name, nullptr, true});
    } else {
      found->required = true;
    }
  }
  void expect_object(Rule&, const Json& value, const std::string& at) {
    if (!value.is_object()) fail(at, "not an object");
  }
  void expect_array(Rule&, const Json& value, const std::string& at) {
    if (!value.is_array()) fail(at, "not a list");
  }
  void take_pattern_properties(Rule& rule, const Json& value, const std::string& at) {
    if (!value.is_object()) return fail(at, "not an object");
    for (const auto& item : value.items()) {
      const Rule* child = rule_of(item.value(), at + "/" + item.key());
      if (auto compiled = pattern(item.key(), at)) part(rule.object).patterns.push_back({std::move(*compiled), child});
    }
  }
  void take_additional(Rule& rule, const Json& value, const std::string& at) { part(rule.object).additional = rule_of(value, at); }
  void take_names(Rule& rule, const Json& value, const std::string& at) { part(rule.object).names = rule_of(value, at); }
  void take_min_keys(Rule& rule, const Json& value, const std::string& at) { part(rule.object).least = count(value, at); }
  void take_max_keys(Rule& rule, const Json& value, const std::string& at) { part(rule.object).most = count(value, at); }

  // For lists.
  void take_items(Rule& rule, const Json& value, const std::string& at) {
    if (value.is_array()) return fail(at, "a schema for each place is not in the overlap of the drafts");
    part(rule.array).items = rule_of(value, at);
  }
  void take_contains(Rule& rule, const Json& value, const std::string& at) { part(rule.array).contains = rule_of(value, at); }
  void take_min_items(Rule& rule, const Json& value, const std::string& at) { part(rule.array).least = count(value, at); }
  void take_max_items(Rule& rule, const Json& value, const std::string& at) { part(rule.array).most = count(value, at); }
  void take_unique(Rule& rule, const Json& value, const std::string& at) {
    if (!value.is_boolean()) return fail(at, "neither true nor false");
    part(rule.array).unique = value.get<bool>();
  }

  // For texts.
  void take_min_length(Rule& rule, const Json& value, const std::string& at) { part(rule.string).least = count(value, at); }
  void take_max_length(Rule& rule, const Json& value, const std::string& at) { part(rule.string).most = count(value, at); }
  void take_pattern(Rule& rule, const Json& value, const std::string& at) { part(rule.string).pattern = pattern(text(value, at), at); }
  void take_format(Rule& rule, const Json& value, const std::string& at) {
    part(rule.string).format = find_format(text(value, at));
    if (rule.string->format == nullptr) fail(at, "not a format that nammo knows");
  }

  // For numbers.
  void take_minimum(Rule& rule, const Json& value, const std::string& at) { part(rule.number).least = bound(value, at); }
  void take_maximum(Rule& rule, const Json& value, const std::string& at) { part(rule.number).most = bound(value, at); }
  void take_above(Rule& rule, const Json& value, const std::string& at) { part(rule.number).above = bound(value, at); }
  void take_below(Rule& rule, const Json& value, const std::string& at) { part(rule.number).below = bound(value, at); }
  void take_divisor(Rule& rule, const Json& value, const std::string& at) {
    part(rule.number).divisor = bound(value, at);
    if (rule.number->divisor->value <= 0) fail(at, "not above 0");
  }

  // Of several schemas.
  void take_all(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).all = rules_of(value, at); }
  void take_any(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).any = rules_of(value, at); }
  void take_one(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).one = rules_of(value, at); }
  void take_not(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).refused = rule_of(value, at); }
  void take_if(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).condition = rule_of(value, at); }
  void take_then(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).then = rule_of(value, at); }
  void take_else(Rule& rule, const Json& value, const std::string& at) { part(rule.composition).otherwise = rule_of(value, at); }

  const Json& document_;
  Compiled& out_;
  std::unordered_map<const Json*, const Rule*> made_;
  std::map<const Rule*, bool> finished_;  // of refuse_loop: false while still on the way
  std::string problem_;
};

// Null handlers are remarks, which change no verdict.
const Compiler::Keyword Compiler::kKeywords[] = {
    {"$schema", nullptr},
    {"$comment", nullptr},
    {"title", nullptr},
    {"description", nullptr},
    {"default", nullptr},
    {"$id", &Compiler::take_id},
    {"examples", &Compiler::take_examples},
    {"definitions", &Compiler::take_definitions},
    {"$defs", &Compiler::take_definitions},
    {"type", &Compiler::take_type},
    {"enum", &Compiler::take_enum},
    {"const", &Compiler::take_const},
    {"properties", &Compiler::expect_object},
    {"required", &Compiler::expect_array},
    {"patternProperties", &Compiler::take_pattern_properties},
    {"additionalProperties", &Compiler::take_additional},
    {"propertyNames", &Compiler::take_names},
    {"minProperties", &Compiler::take_min_keys},
    {"maxProperties", &Compiler::take_max_keys},
    {"items", &Compiler::take_items},
    {"contains", &Compiler::take_contains},
    {"minItems", &Compiler::take_min_items},
    {"maxItems", &Compiler::take_max_items},
    {"uniqueItems", &Compiler::take_unique},
    {"minLength", &Compiler::take_min_length},
    {"maxLength", &Compiler::take_max_length},
    {"pattern", &Compiler::take_pattern},
    {"format", &Compiler::take_format},
    {"minimum", &Compiler::take_minimum},
    {"maximum", &Compiler::take_maximum},
    {"exclusiveMinimum", &Compiler::take_above},
    {"exclusiveMaximum", &Compiler::take_below},
    {"multipleOf", &Compiler::take_divisor},
    {"allOf", &Compiler::take_all},
    {"anyOf", &Compiler::take_any},
    {"oneOf", &Compiler::take_one},
    {"not", &Compiler::take_not},
    {"if", &Compiler::take_if},
    {"then", &Compiler::take_then},
    {"else", &Compiler::take_else},
};

const Compiler::Keyword* Compiler::find_keyword(std::string_view name) {
  const auto* found = std::find_if(std::begin(kKeywords), std::end(kKeywords), [&](const Keyword& k) { return k.name == name; });
  return found == std::end(kKeywords) ? nullptr : found;
}

// Beside a $ref only remarks and definitions may stand: draft-07 ignores the
// rest, 2020-12 does not.
void Compiler::expect_remark(const std::string& name, const Json& value, const std::string& at) {
  if (name == "$ref") return;
  const auto* keyword = find_keyword(name);
  if (keyword == nullptr) return fail(at, "not a keyword that nammo knows");
  if (keyword->handle == nullptr || keyword->handle == &Compiler::take_examples) return;
  if (keyword->handle != &Compiler::take_definitions) return fail(at, "cannot stand beside $ref");
  Rule unused;
  take_definitions(unused, value, at);
}

// The schema that `schema` stands for.
const Json& Compiler::follow(const Json& schema, const std::string& at) {
  static const Json kAnything = true;
  const Json* target = &schema;
  for (int hops = 0; target->is_object() && target->contains("$ref"); ++hops) {
    for (const auto& item : target->items()) expect_remark(item.key(), item.value(), at + "/" + item.key());
    const Json* next = resolve(document_, text((*target)["$ref"], at + "/$ref"));
    if (next == nullptr) fail(at + "/$ref", "refers to nothing in this schema");
    if (hops == kMaxHops) fail(at + "/$ref", "refers to itself");
    if (next == nullptr || hops == kMaxHops) return kAnything;
    target = next;
  }
  return *target;
}

// A value that would be judged by the same rule again, without a step into it,
// would be judged for ever.
void Compiler::refuse_loop(const Rule& rule) {
  const auto [state, fresh] = finished_.emplace(&rule, false);
  if (!fresh) {
    if (!state->second) fail("#", "a schema refers to itself for the same value");
    return;
  }
  if (rule.composition != nullptr) {
    const Composition& c = *rule.composition;
    for (const auto* list : {&c.all, &c.any, &c.one}) {
      for (const Rule* part : *list) refuse_loop(*part);
    }
    for (const Rule* part : {c.refused, c.condition, c.then, c.otherwise}) {
      if (part != nullptr) refuse_loop(*part);
    }
  }
  finished_[&rule] = true;
}

}  // namespace

std::optional<Compiled> compile_rules(std::string_view json, std::string& problem) {
  const Json document = Json::parse(json, nullptr, false);
  if (document.is_discarded()) {
    problem = "#: not JSON";
    return std::nullopt;
  }
  Compiled compiled;
  problem = Compiler(document, compiled).run();
  if (!problem.empty()) return std::nullopt;
  return compiled;
}

}  // namespace nammo::schema
