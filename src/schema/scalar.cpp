#include "schema/scalar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace nammo::schema {
namespace {

using yaml::Node;
using yaml::Style;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

TypeSet read_plain(std::string_view text) {
  if (text == "true" || text == "false") return kBoolean;
  if (!is_plain_decimal(text)) return kString;
  return text.find('.') == std::string_view::npos ? kInteger | kNumber : kNumber;
}

TypeSet read_json(std::string_view text) {
  if (text == "null") return kNull;
  if (text == "true" || text == "false") return kBoolean;
  const double value = number_of(text);
  return std::floor(value) == value ? kInteger | kNumber : kNumber;
}

TypeSet type_of(const Node& node) { return taken_as(node, kAnyType); }

template <typename T>
int order(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

int compare_sequences(const Node& a, const Node& b) {
  auto i = a.begin();
  for (auto j = b.begin(); j != b.end(); ++i, ++j) {
    if (const int c = compare(*i, *j); c != 0) return c;
  }
  return 0;
}

struct Pair {
  Node key;
  Node value;
};

std::vector<Pair> sorted_pairs(const Node& mapping) {
  std::vector<Pair> pairs;
  pairs.reserve(mapping.size());
  mapping.each_pair([&](const Node& key, const Node& value) { pairs.push_back({key, value}); });
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.key.text() < b.key.text(); });
  return pairs;
}

int compare_mappings(const Node& a, const Node& b) {
  const auto x = sorted_pairs(a);
  const auto y = sorted_pairs(b);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (const int c = order(x[i].key.text(), y[i].key.text()); c != 0) return c;
    if (const int c = compare(x[i].value, y[i].value); c != 0) return c;
  }
  return 0;
}

}  // namespace

TypeSet taken_as(const Node& node, TypeSet allowed) {
  if (node.is_mapping()) return allowed & kObject;
  if (node.is_sequence()) return allowed & kArray;
  if (node.style() == Style::json) return read_json(node.text()) & allowed;
  if (node.style() != Style::plain) return allowed & kString;
  if (node.is_null()) return allowed & kNull;
  constexpr TypeSet kRead = kBoolean | kInteger | kNumber;
  if ((allowed & kRead) == 0) return allowed & kString;
  const TypeSet read = read_plain(node.text()) & allowed;
  return read != 0 ? read : allowed & kString;
}

bool is_plain_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  if (whole == 0 || (whole > 1 && text.front() == '0')) return false;
  if (whole == text.size()) return true;
  const auto part = text.substr(whole + 1);
  return text[whole] == '.' && !part.empty() && count_digits(part) == part.size();
}

double number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc::result_out_of_range) return value;
  const bool tiny = text.find("e-") != std::string_view::npos || text.starts_with("0.");
  const double size = tiny ? 0.0 : HUGE_VAL;
  return text.starts_with('-') ? -size : size;
}

int compare(const Node& a, const Node& b) {
  const auto rank = [](TypeSet type) { return (type & kNumber) != 0 ? kNumber : type; };
  const TypeSet type = rank(type_of(a));
  if (const int c = order(type, rank(type_of(b))); c != 0) return c;
  if (type == kNull) return 0;
  if (type == kNumber) return order(number_of(a.text()), number_of(b.text()));
  if (a.is_scalar()) return order(a.text(), b.text());
  if (const int c = order(a.size(), b.size()); c != 0) return c;
  return a.is_sequence() ? compare_sequences(a, b) : compare_mappings(a, b);
}

bool may_be(const Node& node, const Node& literal) {
  if (literal.is_scalar() && literal.style() == Style::json_text) {
    return taken_as(node, kString) != 0 && node.text() == literal.text();
  }
  return compare(node, literal) == 0;
}

}  // namespace nammo::schema
