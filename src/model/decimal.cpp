#include <algorithm>
#include <string>

#include "nammo/report.h"

namespace nammo {
namespace {

constexpr std::size_t kMaxDigits = 12;

std::int64_t scaled(const Decimal& value, int scale) {
  std::int64_t digits = value.digits;
  for (int i = value.scale; i < scale; ++i) digits *= 10;
  return digits;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Decimal& Decimal::operator+=(const Decimal& other) {
  const int common = std::max(scale, other.scale);
  digits = scaled(*this, common) + scaled(other, common);
  scale = common;
  return *this;
}

bool operator==(const Decimal& a, const Decimal& b) {
  const int common = std::max(a.scale, b.scale);
  return scaled(a, common) == scaled(b, common);
}

bool operator<(const Decimal& a, const Decimal& b) {
  const int common = std::max(a.scale, b.scale);
  return scaled(a, common) < scaled(b, common);
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto part = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (!all_digits(whole) || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
  if (point != std::string_view::npos && !all_digits(part)) return std::nullopt;
  if (whole.size() + part.size() > kMaxDigits) return std::nullopt;
  Decimal value{std::stoll(std::string(whole) + std::string(part)), static_cast<int>(part.size())};
  if (negative) value.digits = -value.digits;
  return value;
}

std::string to_string(const Decimal& value) {
  std::string digits = std::to_string(value.digits < 0 ? -value.digits : value.digits);
  const auto scale = static_cast<std::size_t>(value.scale);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
  return value.digits < 0 ? "-" + digits : digits;
}

}  // namespace nammo
