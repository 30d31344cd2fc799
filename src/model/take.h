#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/enum_names.h"
#include "nammo/period.h"
#include "nammo/regime.h"
#include "nammo/report.h"
#include "nammo/text.h"
#include "nammo/time.h"
#include "yaml/tree.h"

namespace nammo::model {

// take(node, out) puts the value of a node into `out` and says whether the node
// is such a value. If it is not, `out` stays as it was: the schema has said what
// is wrong, and nothing is ever read as something else.

bool take(const yaml::Node& node, std::string& out);  // any scalar
bool take(const yaml::Node& node, Text& out);         // a text, or {vi: …, en: …}
bool take(const yaml::Node& node, bool& out);         // true or false, without quotes
bool take(const yaml::Node& node, int& out);          // plain decimal digits, at most nine
bool take(const yaml::Node& node, Decimal& out);
bool take(const yaml::Node& node, Date& out);
bool take(const yaml::Node& node, Instant& out);
bool take(const yaml::Node& node, Period& out);
bool take(const yaml::Node& node, std::chrono::weekday& out);  // "monday"
bool take(const yaml::Node& node, DueRule& out);               // "thursday 13:30"; in regime_rules.cpp
bool take(const yaml::Node& node, WindowRule& out);            // likewise
bool take(const yaml::Node& node, Placed<Instant>& out);

// `text` as a value of the enum; empty when it is none.
template <typename E>
  requires std::is_enum_v<E>
[[nodiscard]] std::optional<E> enum_value(std::string_view text) {
  for (const auto& name : kNamesOf<E>) {
    if (name.text == text) return name.value;
  }
  return std::nullopt;
}

template <typename E>
  requires std::is_enum_v<E>
bool take(const yaml::Node& node, E& out) {
  if (!node.is_scalar()) return false;
  const auto value = enum_value<E>(node.text());
  if (value) out = *value;
  return value.has_value();
}

template <typename T>
bool take(const yaml::Node& node, std::optional<T>& out) {
  T value{};
  if (!take(node, value)) return false;
  out = std::move(value);
  return true;
}

// The elements that are such values, in their order.
template <typename T>
bool take(const yaml::Node& node, std::vector<T>& out) {
  if (!node.is_sequence()) return false;
  for (const auto& element : node) {
    T value{};
    if (take(element, value)) out.push_back(std::move(value));
  }
  return true;
}

// "thursday 13:30" and the like, where the schema lets a text through.
[[nodiscard]] std::optional<std::chrono::weekday> parse_weekday(std::string_view text);
// "15": 1 to 31
[[nodiscard]] std::optional<int> parse_day_of_month(std::string_view text);

}  // namespace nammo::model
