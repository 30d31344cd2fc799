#include "schedule/typed_period.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "nammo/text.h"

namespace nammo {
namespace {

using Kind = TypedPeriod::Kind;

struct Word {
  std::string_view word;
  PeriodKind kind;
};
constexpr Word kWords[] = {
    {"w", PeriodKind::week},       {"tuần", PeriodKind::week},     {"tuan", PeriodKind::week},
    {"week", PeriodKind::week},    {"tháng", PeriodKind::month},   {"thang", PeriodKind::month},
    {"month", PeriodKind::month},  {"q", PeriodKind::quarter},     {"quý", PeriodKind::quarter},
    {"quy", PeriodKind::quarter},  {"quarter", PeriodKind::quarter}, {"h", PeriodKind::half},
    {"half", PeriodKind::half},    {"năm", PeriodKind::year},      {"nam", PeriodKind::year},
    {"year", PeriodKind::year}};
constexpr std::string_view kCurrent[] = {"this", "kỳ này", "ky nay"};
constexpr std::string_view kPrevious[] = {"last", "kỳ trước", "ky truoc"};
constexpr std::pair<std::string_view, int> kRoman[] = {{"i", 1}, {"ii", 2}, {"iii", 3}, {"iv", 4}};

template <typename List>
bool contains(const List& list, std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == ' ' || c == '/' || c == '-'; }

// "tuần 19/2024" -> "tuần", "19", "2024"; "w19" -> "w", "19".
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_separator(text[end]) && is_digit(text[end]) == is_digit(text[at])) ++end;
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = std::max(end, at + (end == at ? 1 : 0));
  }
  return parts;
}

// A number of at most four digits; a year has exactly four.
std::optional<int> number_in(std::string_view part) {
  if (part.size() > 4 || !std::all_of(part.begin(), part.end(), is_digit)) {
    const auto* roman = std::find_if(std::begin(kRoman), std::end(kRoman), [&](const auto& r) { return r.first == part; });
    return roman == std::end(kRoman) ? std::nullopt : std::optional{roman->second};
  }
  int value = 0;
  for (const char c : part) value = 10 * value + (c - '0');
  return value;
}

bool is_year(int number) { return number >= 1900; }

TypedPeriod named(Period period) {
  const bool real = parse_period(to_string(period)) == period;
  return {real ? Kind::named : Kind::unreal, {}, std::move(period)};
}

// A kind with its number and perhaps a year, in either order.
std::optional<TypedPeriod> numbered(PeriodKind kind, std::vector<int> numbers, Date today) {
  if (kind == PeriodKind::year) {
    if (numbers.size() != 1 || !is_year(numbers[0])) return std::nullopt;
    return named({kind, numbers[0], 0, {}, {}});
  }
  if (numbers.size() == 1) {
    const int year = kind == PeriodKind::week ? iso_week_of(today).year : static_cast<int>(today.year());
    numbers.push_back(year);
  }
  if (numbers.size() != 2) return std::nullopt;
  if (is_year(numbers[0])) std::swap(numbers[0], numbers[1]);
  if (is_year(numbers[0]) || !is_year(numbers[1])) return std::nullopt;
  return named({kind, numbers[1], numbers[0], {}, {}});
}

// "9/5/2024": the day comes first, as Vietnamese writes it, unless the year does.
std::optional<TypedPeriod> dated(std::vector<int> numbers) {
  if (is_year(numbers[0])) std::swap(numbers[0], numbers[2]);
  if (numbers[0] > 31 || numbers[1] > 12 || !is_year(numbers[2])) return std::nullopt;
  const Date day{std::chrono::year{numbers[2]}, std::chrono::month{static_cast<unsigned>(numbers[1])},
                 std::chrono::day{static_cast<unsigned>(numbers[0])}};
  if (!day.ok()) return std::nullopt;
  return TypedPeriod{Kind::date, day, {}};
}

std::optional<TypedPeriod> parse_spoken(std::string_view text, Date today) {
  std::optional<PeriodKind> kind;
  std::vector<int> numbers;
  for (const auto part : parts_of(text)) {
    const auto number = number_in(part);
    const auto* word = std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& w) { return w.word == part; });
    if (number) {
      numbers.push_back(*number);
    } else if (word == std::end(kWords) || (kind && word->kind != PeriodKind::year)) {
      return std::nullopt;  // "tháng 5 năm 2024" may name the year
    } else if (!kind) {
      kind = word->kind;
    }
  }
  if (numbers.empty() || numbers.size() > 3) return std::nullopt;
  if (kind) return numbered(*kind, std::move(numbers), today);
  if (numbers.size() == 3) return dated(std::move(numbers));
  return numbers.size() == 2 ? numbered(PeriodKind::month, std::move(numbers), today) : std::nullopt;
}

}  // namespace

std::optional<TypedPeriod> parse_typed_period(std::string_view typed, Date today) {
  const auto name = trimmed(typed, " ");
  if (name.empty()) return TypedPeriod{};
  if (find_invalid_utf8(name)) return std::nullopt;
  const std::string text = to_lower(to_nfc(name));
  if (contains(kCurrent, text)) return TypedPeriod{Kind::current, {}, {}};
  if (contains(kPrevious, text)) return TypedPeriod{Kind::previous, {}, {}};
  if (const auto date = parse_date(name)) return TypedPeriod{Kind::date, *date, {}};
  if (auto spoken = parse_spoken(text, today)) return spoken;
  if (auto period = parse_period(name)) return TypedPeriod{Kind::named, {}, std::move(*period)};
  return std::nullopt;
}

}  // namespace nammo
