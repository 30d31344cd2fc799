#include "model/regime_rules.h"

#include <charconv>
#include <string>
#include <utility>

#include "model/take.h"

namespace nammo::model {
namespace {

constexpr std::size_t kMaxSpanDigits = 4;

// "a b c" -> "a b" and "c"
std::pair<std::string_view, std::string_view> split_last(std::string_view text) {
  const auto space = text.rfind(' ');
  if (space == std::string_view::npos) return {text, {}};
  return {text.substr(0, space), text.substr(space + 1)};
}

bool is_regular(PeriodKind period) {
  return period == PeriodKind::month || period == PeriodKind::quarter || period == PeriodKind::half ||
         period == PeriodKind::year;
}

std::optional<WindowRule> closing_window(const yaml::Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  const auto rule = parse_due(node.text());
  const auto* closes = rule ? std::get_if<WeekdayDue>(&*rule) : nullptr;
  if (closes == nullptr) return std::nullopt;
  return ClosingWindow{closes->day, closes->time};
}

std::optional<WindowRule> from_day_window(const yaml::Node& node) {
  int day = 0;
  if (!take(node, day) || day < 1 || day > 31) return std::nullopt;
  return FromDayWindow{day};
}

std::optional<WindowRule> range_window(const yaml::Node& from, const yaml::Node& to) {
  RangeWindow range;
  if (!from || !to || !take(from, range.from) || !take(to, range.to)) return std::nullopt;
  return range;
}

std::optional<WindowRule> window_of(const yaml::Node& node) {
  if (const auto closes = node.find("closes")) return closing_window(closes);
  if (const auto day = node.find("from_day")) return from_day_window(day);
  if (const auto calendar = node.find("calendar")) {
    bool yes = false;
    return take(calendar, yes) && yes ? std::optional<WindowRule>{CalendarWindow{}} : std::nullopt;
  }
  return range_window(node.find("from"), node.find("to"));
}

}  // namespace

std::optional<DueRule> parse_due(std::string_view text) {
  const auto [day, clock] = split_last(text);
  const auto time = parse_time_of_day(clock);
  if (!time) return std::nullopt;
  if (const auto weekday = parse_weekday(day)) return WeekdayDue{*weekday, *time};
  if (const auto date = parse_date(day)) return DateDue{*date, *time};
  if (!day.starts_with("day ")) return std::nullopt;
  const auto number = parse_day_of_month(day.substr(4));
  return number ? std::optional<DueRule>{MonthDayDue{*number, *time}} : std::nullopt;
}

std::optional<Minutes> parse_span(std::string_view text, Signs signs) {
  const bool negative = text.starts_with('-');
  const bool has_sign = negative || text.starts_with('+');
  if (has_sign != (signs == Signs::required)) return std::nullopt;
  if (has_sign) text.remove_prefix(1);
  if (!text.ends_with('h')) return std::nullopt;
  text.remove_suffix(1);
  if (text.empty() || text.size() > kMaxSpanDigits || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  int hours = 0;
  std::from_chars(text.data(), text.data() + text.size(), hours);
  const Minutes span{hours * 60};
  return negative ? -span : span;
}

bool take(const yaml::Node& node, DueRule& out) {
  const auto rule = node.is_scalar() ? parse_due(node.text()) : std::nullopt;
  if (rule) out = *rule;
  return rule.has_value();
}

bool take(const yaml::Node& node, WindowRule& out) {
  const auto rule = node.is_mapping() ? window_of(node) : std::nullopt;
  if (rule) out = *rule;
  return rule.has_value();
}

bool fits(const DueRule& rule, PeriodKind period) {
  if (std::holds_alternative<WeekdayDue>(rule)) return period == PeriodKind::week;
  if (std::holds_alternative<MonthDayDue>(rule)) return is_regular(period);
  return period == PeriodKind::once;
}

bool fits(const WindowRule& rule, PeriodKind period) {
  if (std::holds_alternative<ClosingWindow>(rule)) return period == PeriodKind::week;
  if (std::holds_alternative<FromDayWindow>(rule)) return is_regular(period);
  if (std::holds_alternative<RangeWindow>(rule)) return period == PeriodKind::once;
  return period == PeriodKind::week || is_regular(period);
}

}  // namespace nammo::model
