#include "render/form_values.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/unicode.h"
#include "base/without_marks.h"
#include "nammo/decimal.h"
#include "render/form_names.h"

namespace nammo {
namespace {

// Small letters without marks, with their punctuation.
std::string plain_letters(std::string_view text) { return to_lower(without_marks(text)); }

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string without_leading_zeros(const std::string& digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

// The digits before and after the decimal mark.
std::string decimal_of(const std::string& sign, std::string whole, const std::string& fraction, int decimals) {
  std::erase_if(whole, [](char c) { return c == '.' || c == ' '; });
  if (fraction.size() > static_cast<std::size_t>(decimals)) return {};
  const std::string plain = sign + without_leading_zeros(whole) + (fraction.empty() ? "" : "." + fraction);
  return parse_decimal(plain) ? plain : std::string{};
}

std::string number_of(const std::string& text, int decimals) {
  static const RE2 plain{R"((-?)(\d+)(?:,(\d+))?)"};
  static const RE2 grouped{R"((-?)([1-9]\d{0,2}(?:[. ]\d{3})+)(?:,(\d+))?)"};
  static const RE2 dotted{R"((-?)(\d+)\.(\d+))"};
  std::string sign, whole, fraction;
  if (RE2::FullMatch(text, grouped, &sign, &whole, &fraction)) {
    const bool either = decimals >= 3 && fraction.empty() && whole.find('.') == whole.rfind('.') && whole.find('.') != std::string::npos;
    return either ? std::string{} : decimal_of(sign, whole, fraction, decimals);
  }
  if (RE2::FullMatch(text, plain, &sign, &whole, &fraction)) return decimal_of(sign, whole, fraction, decimals);
  if (RE2::FullMatch(text, dotted, &sign, &whole, &fraction)) return decimal_of(sign, whole, fraction, decimals);
  return {};
}

std::optional<Date> real_date(int year, int month, int day) {
  const Date date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year > 9999) return std::nullopt;
  return date;
}

std::optional<Date> date_without_year(int month, int day, Date last) {
  const Date reach = plus_days(last, 31);
  for (int year = static_cast<int>(reach.year()); year > static_cast<int>(reach.year()) - 8; --year) {
    if (const auto date = real_date(year, month, day); date && *date <= reach) return date;
  }
  return std::nullopt;
}

}  // namespace

bool is_left_blank(std::string_view text) {
  for (auto at = text.find("…"); at == 0; at = text.find("…")) text.remove_prefix(std::string_view("…").size());
  return text.find_first_not_of(" \t\r\n._") == std::string_view::npos;
}

bool says_none(std::string_view text) {
  static const RE2 none{"(khong|k|ko|kg|chua) (phat sinh|co|co gi|co phat sinh|co gi moi)|khong|ko phat sinh gi|khong phat sinh gi|none|nothing new"};
  return RE2::FullMatch(folded(text), none);
}

std::optional<bool> typed_yes(std::string_view text) {
  if (is_left_blank(text)) return false;
  const std::string word = folded(text);
  static const std::array yes{"x", "co", "dung", "true", "yes", "v"};
  static const std::array no{"khong", "k", "ko", "false", "no"};
  if (std::find(yes.begin(), yes.end(), word) != yes.end() || text == "✓" || text == "✔" || text == "☑" || text == "☒") return true;
  if (std::find(no.begin(), no.end(), word) != no.end() || text == "☐") return false;
  return std::nullopt;
}

TypedNumber typed_number(std::string_view text, int decimals, std::string_view unit) {
  static const RE2 about_before{R"((?:uoc(?: tinh)?|khoang|~)\s*(.*))"};
  static const RE2 about_behind{R"((.*?)\s*\(?(?:uoc|uoc tinh)\)?)"};
  static const RE2 with_unit{R"((-?[\d., ]*\d)\s*([^\d].*)?)"};
  TypedNumber number;
  std::string core = plain_letters(text);
  std::string rest;
  for (const RE2* about : {&about_before, &about_behind}) {
    if (RE2::FullMatch(core, *about, &rest)) {
      number.estimate = true;
      core = rest;
    }
  }
  if (core == "khong") core = "0";
  std::string digits, behind;
  if (!RE2::FullMatch(core, with_unit, &digits, &behind)) return number;
  if (behind.empty() || folded(behind) == folded(unit)) number.plain = number_of(digits, decimals);
  return number;
}

std::optional<Date> typed_date(std::string_view text, Date last) {
  static const RE2 iso{R"((\d{4})-(\d{1,2})-(\d{1,2}))"};
  static const RE2 full{R"((\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))"};
  static const RE2 shortly{R"((\d{1,2})[/.-](\d{1,2}))"};
  static const RE2 words{R"((?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})(?:\s*nam\s*(\d{4}))?)"};
  static const RE2 before{R"((?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn),?\s*)?(?:ngay\s*)?)"};
  const std::string plain = plain_letters(text);
  re2::StringPiece rest(plain);
  int year = 0, month = 0, day = 0;
  if (std::string given; RE2::FullMatch(rest, words, &day, &month, &given)) {
    return given.empty() ? date_without_year(month, day, last) : real_date(std::stoi(given), month, day);
  }
  RE2::Consume(&rest, before);
  const std::string days = without_blanks(std::string(rest));
  if (RE2::FullMatch(days, iso, &year, &month, &day) || RE2::FullMatch(days, full, &day, &month, &year)) return real_date(year, month, day);
  if (RE2::FullMatch(days, shortly, &day, &month)) return date_without_year(month, day, last);
  return std::nullopt;
}

std::optional<Instant> typed_instant(std::string_view text, Date last, const Zone& zone) {
  if (const auto exact = parse_instant(text)) return exact;
  static const RE2 first{R"((?:luc\s*)?(\d{1,2})\s*(?:h|g|gio|:)\s*(\d{2})?\s*(?:p|phut)?[\s,]+(.*))"};
  static const RE2 second{R"((.*?)[\s,]+(?:luc\s*)?(\d{1,2})\s*(?:h|g|gio|:)\s*(\d{2})?\s*(?:p|phut)?)"};
  const std::string plain = plain_letters(text);
  int hour = 0;
  std::string minutes, day;
  if (!RE2::FullMatch(plain, first, &hour, &minutes, &day) && !RE2::FullMatch(plain, second, &day, &hour, &minutes)) return std::nullopt;
  const auto date = typed_date(day, last);
  const int minute = minutes.empty() ? 0 : std::stoi(minutes);
  if (!date || hour > 23 || minute > 59) return std::nullopt;
  return zone.to_instant(start_of(*date) + std::chrono::hours(hour) + std::chrono::minutes(minute));
}

}  // namespace nammo
