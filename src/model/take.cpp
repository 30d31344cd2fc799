#include "model/take.h"

#include <charconv>

namespace nammo::model {
namespace {

constexpr std::size_t kMaxIntDigits = 9;

constexpr std::string_view kWeekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                          "thursday", "friday", "saturday"};

std::optional<int> parse_int(std::string_view text) {
  const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
  if (digits.empty() || digits.size() > kMaxIntDigits) return std::nullopt;
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

template <typename T, typename Parse>
bool take_parsed(const yaml::Node& node, T& out, Parse parse) {
  if (!node.is_scalar()) return false;
  auto value = parse(node.text());
  if (value) out = std::move(*value);
  return value.has_value();
}

}  // namespace

bool take(const yaml::Node& node, std::string& out) {
  if (!node.is_scalar()) return false;
  out = node.text();
  return true;
}

bool take(const yaml::Node& node, Text& out) {
  if (node.is_scalar()) {
    out = {std::string(node.text()), std::string(node.text())};
    return true;
  }
  if (!node.is_mapping()) return false;
  Text text;
  if (const auto vi = node.find("vi")) take(vi, text.vi);
  if (const auto en = node.find("en")) take(en, text.en);
  if (text.empty()) return false;
  if (text.vi.empty()) text.vi = text.en;
  if (text.en.empty()) text.en = text.vi;
  out = std::move(text);
  return true;
}

bool take(const yaml::Node& node, bool& out) {
  if (!node.is_plain() || (node.text() != "true" && node.text() != "false")) return false;
  out = node.text() == "true";
  return true;
}

bool take(const yaml::Node& node, int& out) { return node.is_plain() && take_parsed(node, out, parse_int); }

bool take(const yaml::Node& node, Decimal& out) {
  return node.is_plain() && take_parsed(node, out, parse_decimal);
}

bool take(const yaml::Node& node, Date& out) { return take_parsed(node, out, parse_date); }

bool take(const yaml::Node& node, Instant& out) { return take_parsed(node, out, parse_instant); }

bool take(const yaml::Node& node, Period& out) { return take_parsed(node, out, parse_period); }

bool take(const yaml::Node& node, std::chrono::weekday& out) { return take_parsed(node, out, parse_weekday); }

bool take(const yaml::Node& node, Placed<Instant>& out) {
  if (!take(node, out.value)) return false;
  out.place = node.place();
  return true;
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
  for (unsigned i = 0; i < 7; ++i) {
    if (kWeekdays[i] == text) return std::chrono::weekday{i};
  }
  return std::nullopt;
}

std::optional<int> parse_day_of_month(std::string_view text) {
  const auto day = parse_int(text);
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

}  // namespace nammo::model
