#include "schema/advice.h"

#include <fmt/core.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "base/catalogue/schema.h"
#include "base/unicode.h"
#include "nammo/time.h"
#include "schema/scalar.h"

namespace nammo::schema {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::string without(std::string text, std::string_view unwanted) {
  std::erase_if(text, [&](char c) { return unwanted.find(c) != std::string_view::npos; });
  return text;
}

// The number that a Vietnamese office may have meant: 1.234 or 1 234 for 1234,
// 1,5 for 1.5, 07 for 7, "40 người" for 40. Empty when there is no telling.
std::string guess_number(std::string_view text, bool whole) {
  static const re2::RE2 kGrouped(R"(\+?(-?[1-9]\d{0,2}(?:[. _]\d{3})+)(?:,(\d+))?)");
  static const re2::RE2 kWithComma(R"(\+?(-?\d+),(\d+))");
  static const re2::RE2 kWithZeros(R"(\+?(-?)0*(\d+))");
  static const re2::RE2 kWithUnit(R"((-?\d+)\s*[^\d\s.,:_/xXeE-][^\d]*)");
  std::string number;
  std::string part;
  std::string sign;
  if (re2::RE2::FullMatch(piece(text), kGrouped, &number, &part)) {
    number = without(number, ". _");
  } else if (re2::RE2::FullMatch(piece(text), kWithComma, &number, &part)) {
    if (whole) return {};
  } else if (re2::RE2::FullMatch(piece(text), kWithZeros, &sign, &number)) {
    number.insert(0, sign);
  } else if (!re2::RE2::FullMatch(piece(text), kWithUnit, &number)) {
    return {};
  }
  if (!part.empty() && !whole) number += "." + part;
  return (part.empty() || !whole) && is_plain_decimal(number) ? number : std::string{};
}

}  // namespace

Text advise_number(const yaml::Node& scalar, bool whole) {
  const auto text = scalar.text();
  const bool has_point = text.find('.') != std::string_view::npos;
  if (!scalar.is_plain() && is_plain_decimal(text) && !(whole && has_point)) {
    return say(msg::schema_unquote_help, text);
  }
  if (const auto guess = guess_number(text, whole); !guess.empty()) {
    return say(whole ? msg::schema_whole_number_help : msg::schema_number_help, guess);
  }
  return say(whole ? msg::schema_whole_help : msg::schema_decimal_help);
}

Text advise_boolean(const yaml::Node& scalar) {
  static constexpr std::string_view kYes[] = {"true", "yes", "y", "on", "có", "đúng", "x"};
  static constexpr std::string_view kNo[] = {"false", "no", "n", "off", "không", "sai"};
  const auto text = scalar.text();
  const auto word = text.size() <= 16 ? to_lower(text) : std::string{};
  if (std::find(std::begin(kYes), std::end(kYes), word) != std::end(kYes)) return say(msg::schema_write_help, "true");
  if (std::find(std::begin(kNo), std::end(kNo), word) != std::end(kNo)) return say(msg::schema_write_help, "false");
  return say(msg::schema_boolean_help);
}

std::string guess_date(std::string_view text) {
  static const re2::RE2 kDayFirst(R"(\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*)");
  static const re2::RE2 kYearFirst(R"(\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*)");
  int year = 0;
  int month = 0;
  int day = 0;
  if (!re2::RE2::FullMatch(piece(text), kDayFirst, &day, &month, &year) &&
      !re2::RE2::FullMatch(piece(text), kYearFirst, &year, &month, &day)) {
    return {};
  }
  const auto guess = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return parse_date(guess) ? guess : std::string{};
}

std::string guess_instant(std::string_view text) {
  static const re2::RE2 kWithoutZone(R"(\s*([-/.\d]+)[T ]+(\d{1,2})[:hg](\d{2})(?::\d{2})?\s*)");
  std::string day;
  int hour = 0;
  int minute = 0;
  if (!re2::RE2::FullMatch(piece(text), kWithoutZone, &day, &hour, &minute)) return {};
  const auto guess = fmt::format("{}T{:02}:{:02}+07:00", guess_date(day), hour, minute);
  return parse_instant(guess) ? guess : std::string{};
}

}  // namespace nammo::schema
