#include "schema/check.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/unicode.h"
#include "schema/scalar.h"

namespace nammo::schema {
namespace {

using yaml::Node;

class Checker {
 public:
  // Without a place for violations it stops at the first.
  explicit Checker(std::vector<Violation>* out) : out_(out) {}

  // True when nothing is wrong.
  bool check(const Rule& rule, const Spot& spot);

 private:
  bool check_object(const Rule& rule, const Spot& spot);
  bool check_pair(const Rule& rule, const Spot& mapping, const Node& key, const Node& value, const Property* property);
  bool check_array(const Rule& rule, const Spot& spot);
  bool check_unique(const Rule& rule, const Spot& spot);
  bool check_string(const Rule& rule, const Spot& spot);
  bool check_number(const Rule& rule, const Spot& spot);
  bool check_composition(const Rule& rule, const Composition& parts, const Spot& spot);
  bool check_choice(const Rule& rule, const Composition& parts, const Spot& spot);
  bool report_best(const std::vector<const Rule*>& branches, const Spot& spot);

  [[nodiscard]] static bool passes(const Rule& rule, const Spot& spot) { return Checker(nullptr).check(rule, spot); }
  [[nodiscard]] bool is_over(bool good) const { return !good && out_ == nullptr; }

  bool fail(Fault fault, const Spot& spot, const Rule& rule) {
    if (out_ != nullptr) out_->push_back({fault, spot, &rule, rule.types, {}});
    return false;
  }

  std::vector<Violation>* out_;
};

bool is_among(const yaml::Tree& values, const Node& node) {
  const Node list = values.root();
  return std::any_of(list.begin(), list.end(), [&](const Node& literal) { return may_be(node, literal); });
}

bool Checker::check(const Rule& rule, const Spot& spot) {
  if (rule.nothing) return fail(Fault::refused, spot, rule);
  const TypeSet taken = spot.is_name ? rule.types & kString : taken_as(spot.node, rule.types);
  if (taken == 0) return fail(Fault::type, spot, rule);
  for (const yaml::Tree& values : rule.values) {
    if (!is_among(values, spot.node)) return fail(Fault::value, spot, rule);
  }
  bool good = true;
  if (rule.object != nullptr && taken == kObject) good = check_object(rule, spot);
  if (rule.array != nullptr && taken == kArray) good = check_array(rule, spot);
  if (rule.string != nullptr && taken == kString) good = check_string(rule, spot);
  if (rule.number != nullptr && (taken & (kNumber | kInteger)) != 0) good = check_number(rule, spot);
  if (rule.composition == nullptr || is_over(good)) return good;
  if (!check_composition(rule, *rule.composition, spot)) good = false;
  // A choice mostly fails for what was already found: that is said once.
  return good && check_choice(rule, *rule.composition, spot);
}

bool Checker::check_pair(const Rule& rule, const Spot& mapping, const Node& key, const Node& value,
                         const Property* property) {
  const ObjectRules& rules = *rule.object;
  const Spot inside{value, key, false, false, mapping.depth + 1};
  bool good = true;
  bool known = false;
  const auto apply = [&](const Rule& child) {
    known = true;
    if (!(child.nothing ? fail(Fault::unknown_key, {key, mapping.key, mapping.in_list, true, mapping.depth}, rule)
                        : check(child, inside))) {
      good = false;
    }
  };
  if (rules.names != nullptr && !check(*rules.names, {key, mapping.key, mapping.in_list, true, mapping.depth + 1})) {
    good = false;
  }
  if (property != nullptr && property->rule != nullptr) apply(*property->rule);
  for (const PatternProperty& p : rules.patterns) {
    if (p.pattern.matches(key.text())) apply(*p.rule);
  }
  if (!known && rules.additional != nullptr) apply(*rules.additional);
  return good;
}

bool Checker::check_object(const Rule& rule, const Spot& spot) {
  const ObjectRules& rules = *rule.object;
  bool good = true;
  std::size_t required = 0;
  for (auto i = spot.node.begin(); i != spot.node.end(); ++i) {
    const Node key = *i;
    ++i;
    const Property* property = rules.properties.find(key.text());
    if (property != nullptr && property->required) ++required;
    if (!check_pair(rule, spot, key, *i, property)) good = false;
    if (is_over(good)) return false;
  }
  if (required < rules.properties.required()) good = fail(Fault::required, spot, rule);
  const std::size_t size = spot.node.size();
  if (size < rules.least || size > rules.most) good = fail(Fault::key_count, spot, rule);
  return good;
}

bool Checker::check_array(const Rule& rule, const Spot& spot) {
  const ArrayRules& rules = *rule.array;
  const std::size_t size = spot.node.size();
  bool good = true;
  if (size < rules.least || size > rules.most) good = fail(Fault::item_count, spot, rule);
  bool contained = rules.contains == nullptr;
  for (const Node item : spot.node) {
    if (is_over(good)) return false;
    const Spot inside{item, spot.key, true, false, spot.depth + 1};
    if (rules.items != nullptr && !check(*rules.items, inside)) good = false;
    if (!contained) contained = passes(*rules.contains, inside);
  }
  if (!contained) good = fail(Fault::contains, spot, rule);
  return (!rules.unique || check_unique(rule, spot)) && good;
}

bool Checker::check_unique(const Rule& rule, const Spot& spot) {
  std::vector<Node> items(spot.node.begin(), spot.node.end());
  std::stable_sort(items.begin(), items.end(), [](const Node& a, const Node& b) { return compare(a, b) < 0; });
  const auto twice = std::adjacent_find(items.begin(), items.end(),
                                        [](const Node& a, const Node& b) { return compare(a, b) == 0; });
  if (twice == items.end()) return true;
  return fail(Fault::duplicate, {*std::next(twice), spot.key, true, false, spot.depth + 1}, rule);
}

// One finding for a text: a wrong form is not described twice.
bool Checker::check_string(const Rule& rule, const Spot& spot) {
  const StringRules& rules = *rule.string;
  const auto text = spot.node.text();
  const bool bounded = rules.least > 0 || rules.most < text.size();
  const std::size_t size = bounded ? count_characters(text) : text.size();
  if (size < rules.least || size > rules.most) return fail(Fault::length, spot, rule);
  if (rules.format != nullptr && !rules.format->matches(text)) return fail(Fault::form, spot, rule);
  if (rules.pattern && !rules.pattern->matches(text)) return fail(Fault::form, spot, rule);
  return true;
}

bool is_multiple(double value, double divisor) {
  const double times = value / divisor;
  return std::isfinite(times) ? std::floor(times) == times : std::fmod(value, divisor) == 0;
}

bool Checker::check_number(const Rule& rule, const Spot& spot) {
  const NumberRules& rules = *rule.number;
  const double value = number_of(spot.node.text());
  const bool good = (!rules.least || value >= rules.least->value) && (!rules.most || value <= rules.most->value) &&
                    (!rules.above || value > rules.above->value) && (!rules.below || value < rules.below->value) &&
                    (!rules.divisor || is_multiple(value, rules.divisor->value));
  return good || fail(Fault::range, spot, rule);
}

bool Checker::check_composition(const Rule& rule, const Composition& parts, const Spot& spot) {
  bool good = true;
  for (const Rule* part : parts.all) {
    if (!check(*part, spot)) good = false;
    if (is_over(good)) return false;
  }
  if (parts.condition != nullptr) {
    const Rule* next = passes(*parts.condition, spot) ? parts.then : parts.otherwise;
    if (next != nullptr && !check(*next, spot)) good = false;
  }
  if (parts.refused != nullptr && passes(*parts.refused, spot)) good = fail(Fault::refused, spot, rule);
  return good;
}

bool Checker::check_choice(const Rule& rule, const Composition& parts, const Spot& spot) {
  const auto accepts = [&](const Rule* branch) { return passes(*branch, spot); };
  if (!parts.any.empty() && std::none_of(parts.any.begin(), parts.any.end(), accepts)) {
    return report_best(parts.any, spot);
  }
  if (parts.one.empty()) return true;
  const auto count = std::count_if(parts.one.begin(), parts.one.end(), accepts);
  if (count == 0) return report_best(parts.one, spot);
  return count == 1 || fail(Fault::several, spot, rule);
}

// How near a branch came: the type first, then the depth at which it broke, then
// how little is wrong.
struct Reach {
  bool type_fits;
  int depth;
  int faults;  // negative
  friend auto operator<=>(const Reach&, const Reach&) = default;
};

Reach reach_of(const std::vector<Violation>& found, const Spot& spot) {
  // cppcheck-suppress containerOutOfBounds ; it is asked only of branches that do not accept, so there is a violation
  Reach reach{true, found.front().spot.depth, -static_cast<int>(found.size())};
  for (const Violation& v : found) {
    reach.depth = std::min(reach.depth, v.spot.depth);
    if (v.fault == Fault::type && v.spot.node == spot.node) reach.type_fits = false;
  }
  return reach;
}

// Branches that all break at the value itself and in the same way are one finding.
bool is_alike(const std::vector<Violation>& a, const std::vector<Violation>& b, const Spot& spot) {
  const auto simple = [&](const Violation& v) {
    const bool kind = v.fault == Fault::type || v.fault == Fault::required || v.fault == Fault::value;
    return kind && v.spot.node == spot.node;
  };
  return a.size() == 1 && b.size() == 1 && a[0].fault == b[0].fault && simple(a[0]) && simple(b[0]);
}

void merge(Violation& into, const Violation& other) {
  if (into.alternatives.empty()) into.alternatives.push_back(into.rule);
  into.alternatives.push_back(other.rule);
  into.types |= other.types;
}

bool Checker::report_best(const std::vector<const Rule*>& branches, const Spot& spot) {
  if (out_ == nullptr) return false;
  std::vector<Violation> best;
  for (const Rule* branch : branches) {
    std::vector<Violation> found;
    Checker(&found).check(*branch, spot);
    if (best.empty() || reach_of(found, spot) > reach_of(best, spot)) {
      best = std::move(found);
    } else if (is_alike(best, found, spot)) {
      merge(best.front(), found.front());
    }
  }
  out_->insert(out_->end(), std::make_move_iterator(best.begin()), std::make_move_iterator(best.end()));
  return false;
}

}  // namespace

std::vector<Violation> find_violations(const Rule& root, const yaml::Tree& tree) {
  std::vector<Violation> found;
  Checker(&found).check(root, {tree.root(), {}, false, false, 0});
  return found;
}

}  // namespace nammo::schema
