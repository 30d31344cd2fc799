#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nammo/ids.h"
#include "nammo/time.h"

namespace nammo {

enum class PeriodKind : std::uint8_t { week, month, quarter, half, year, adhoc, once };

// The time that a report is about, by its name. The days that it covers are the
// regime's to say (nammo/schedule.h).
//
// week, month, quarter, half, year: `year` with `number` (week 1 to 53, month 1
// to 12, quarter 1 to 4, half 1 to 2; 0 for a year). adhoc: the day on which it
// happened, `day`, with a running `number` from 1. once: the id of its report
// type in `type`.
struct Period {
  PeriodKind kind = PeriodKind::week;
  int year = 0;
  int number = 0;
  Date day{};
  ReportTypeId type;

  friend auto operator<=>(const Period& a, const Period& b) {
    if (auto c = a.kind <=> b.kind; c != 0) return c;
    if (auto c = a.year <=> b.year; c != 0) return c;
    if (auto c = a.day <=> b.day; c != 0) return c;
    if (auto c = a.number <=> b.number; c != 0) return c;
    return a.type <=> b.type;
  }
  friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] Period week_period(IsoWeek week);
[[nodiscard]] Period month_period(int year, int month);

// The name as it stands in files: 2024-W19, 2024-05, 2024-Q2, 2024-H1, 2024,
// 2024-05-20.1, summary.
[[nodiscard]] std::string to_string(const Period& period);
// Reads exactly such a name; an id is taken for a `once` period. Weeks and days
// that do not exist are refused.
[[nodiscard]] std::optional<Period> parse_period(std::string_view name);

// The period `steps` further on in time (or back, when negative), for week to
// year; the same period for the others.
[[nodiscard]] Period advance(const Period& period, int steps);
// How many periods later `to` is than `from`; empty when they are of different
// kinds or not of a regular kind.
[[nodiscard]] std::optional<int> distance(const Period& from, const Period& to);

}  // namespace nammo
