#include "nammo/period.h"

#include <fmt/core.h>

#include <chrono>

namespace nammo {
namespace {

int number_in(std::string_view text) {
  int value = 0;
  if (text.empty() || text.size() > 4) return -1;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool valid_year(int year) { return year >= 1900 && year <= 9999; }

std::optional<Period> parse_adhoc(std::string_view name) {
  if (name.size() < 12 || name[10] != '.' || name[11] == '0') return std::nullopt;
  const auto day = parse_date(name.substr(0, 10));
  const int number = number_in(name.substr(11));
  if (!day || number < 1) return std::nullopt;
  return Period{PeriodKind::adhoc, static_cast<int>(day->year()), number, *day, {}};
}

// The part after "2024-".
std::optional<Period> parse_within(int year, std::string_view rest) {
  const auto made = [&](PeriodKind kind, int number, int last) -> std::optional<Period> {
    if (number < 1 || number > last) return std::nullopt;
    return Period{kind, year, number, {}, {}};
  };
  if (rest.size() == 3 && rest[0] == 'W') {
    return made(PeriodKind::week, number_in(rest.substr(1)), weeks_in_iso_year(year));
  }
  if (rest.size() == 2 && rest[0] == 'Q') return made(PeriodKind::quarter, number_in(rest.substr(1)), 4);
  if (rest.size() == 2 && rest[0] == 'H') return made(PeriodKind::half, number_in(rest.substr(1)), 2);
  if (rest.size() == 2) return made(PeriodKind::month, number_in(rest), 12);
  return std::nullopt;
}

int periods_in_year(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::month: return 12;
    case PeriodKind::quarter: return 4;
    case PeriodKind::half: return 2;
    default: return 1;
  }
}

Date thursday_of(const Period& week) { return day_in_iso_week({week.year, week.number}, std::chrono::Thursday); }

}  // namespace

Period week_period(IsoWeek week) { return {PeriodKind::week, week.year, week.week, {}, {}}; }

Period month_period(int year, int month) { return {PeriodKind::month, year, month, {}, {}}; }

std::string to_string(const Period& period) {
  switch (period.kind) {
    case PeriodKind::week: return fmt::format("{:04}-W{:02}", period.year, period.number);
    case PeriodKind::month: return fmt::format("{:04}-{:02}", period.year, period.number);
    case PeriodKind::quarter: return fmt::format("{:04}-Q{}", period.year, period.number);
    case PeriodKind::half: return fmt::format("{:04}-H{}", period.year, period.number);
    case PeriodKind::year: return fmt::format("{:04}", period.year);
    case PeriodKind::adhoc: return fmt::format("{}.{}", format_date(period.day), period.number);
    case PeriodKind::once: return period.type.str();
  }
  return {};
}

std::optional<Period> parse_period(std::string_view name) {
  const int year = number_in(name.substr(0, 4));
  if (name.size() >= 4 && valid_year(year)) {
    if (name.size() == 4) return Period{PeriodKind::year, year, 0, {}, {}};
    if (name[4] == '-') {
      if (name.size() > 10) return parse_adhoc(name);
      return parse_within(year, name.substr(5));
    }
  }
  if (!is_id(name) || (name.front() >= '0' && name.front() <= '9')) return std::nullopt;
  return Period{PeriodKind::once, 0, 0, {}, ReportTypeId{std::string(name)}};
}

Period advance(const Period& period, int steps) {
  if (period.kind == PeriodKind::adhoc || period.kind == PeriodKind::once) return period;
  if (period.kind == PeriodKind::week) return week_period(iso_week_of(plus_days(thursday_of(period), 7 * steps)));
  if (period.kind == PeriodKind::year) return {period.kind, period.year + steps, 0, {}, {}};
  const int in_year = periods_in_year(period.kind);
  const int index = period.year * in_year + period.number - 1 + steps;
  return {period.kind, index / in_year, index % in_year + 1, {}, {}};
}

std::optional<int> distance(const Period& from, const Period& to) {
  if (from.kind != to.kind || from.kind == PeriodKind::adhoc || from.kind == PeriodKind::once) return std::nullopt;
  if (from.kind == PeriodKind::week) {
    const auto days = std::chrono::sys_days{thursday_of(to)} - std::chrono::sys_days{thursday_of(from)};
    return static_cast<int>(days.count() / 7);
  }
  if (from.kind == PeriodKind::year) return to.year - from.year;
  const int in_year = periods_in_year(from.kind);
  return (to.year - from.year) * in_year + to.number - from.number;
}

}  // namespace nammo
