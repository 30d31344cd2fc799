#include <variant>
#include <vector>

#include "nammo/schedule.h"
#include "schedule/days.h"

namespace nammo {
namespace {

namespace chr = std::chrono;

// More than the periods that one break can push past a moment.
constexpr int kMaxPeriodsOff = 16;

struct WindowOf {
  const ReportType& type;
  const Period& period;
  const Store& store;

  [[nodiscard]] Window days(Date first, Date after_last) const {
    return {instant_at(first, Minutes{0}, store), instant_at(after_last, Minutes{0}, store)};
  }

  [[nodiscard]] Instant close(const ClosingWindow& rule, const Period& week) const {
    const Date day = day_in_iso_week({week.year, week.number}, rule.day);
    return instant_at(plus_days(day, shift_of(type, week, store)), rule.time, store);
  }

  std::optional<Window> operator()(const ClosingWindow& rule) const {
    if (period.kind != PeriodKind::week) return std::nullopt;
    return Window{close(rule, advance(period, -1)), close(rule, period)};
  }

  std::optional<Window> operator()(const FromDayWindow& rule) const {
    const auto months = months_of(period);
    if (!months) return std::nullopt;
    return days(day_in_month(months->first - chr::months{1}, rule.day), day_in_month(months->last, rule.day));
  }

  std::optional<Window> operator()(const CalendarWindow&) const {
    if (period.kind == PeriodKind::week) {
      const Date monday = day_in_iso_week({period.year, period.number}, chr::Monday);
      return days(monday, plus_days(monday, 7));
    }
    const auto months = months_of(period);
    if (!months) return std::nullopt;
    return days(day_in_month(months->first, 1), day_in_month(months->last + chr::months{1}, 1));
  }

  std::optional<Window> operator()(const RangeWindow& rule) const {
    if (period.kind != PeriodKind::once) return std::nullopt;
    return days(rule.from, plus_days(rule.to, 1));
  }
};

// Where a period lies among longer ones.
struct Place {
  Instant at{};
  bool closes_there;  // the end of a window, which still belongs to what it ends with it

  [[nodiscard]] bool before(const Window& span) const { return closes_there ? at <= span.start : at < span.start; }
  [[nodiscard]] bool after(const Window& span) const { return closes_there ? at > span.end : at >= span.end; }
};

// A week lies where its last step is due by the letter of the regime; all else where its window ends.
std::optional<Place> place_of(const ReportType& type, const Period& period, const Store& store) {
  if (period.kind == PeriodKind::week && !type.steps.empty()) {
    if (const auto due = due_of(type, type.steps.back(), period, store)) return Place{due->nominal, false};
  }
  const auto window = window_of(type, period, store);
  if (!window) return std::nullopt;
  return Place{window->end, true};
}

}  // namespace

std::optional<Period> period_near(PeriodKind kind, Date day) {
  const auto year = static_cast<int>(day.year());
  const auto month = static_cast<int>(static_cast<unsigned>(day.month()));
  switch (kind) {
    case PeriodKind::week: return week_period(iso_week_of(day));
    case PeriodKind::month: return month_period(year, month);
    case PeriodKind::quarter: return Period{kind, year, (month + 2) / 3, {}, {}};
    case PeriodKind::half: return Period{kind, year, (month + 5) / 6, {}, {}};
    case PeriodKind::year: return Period{kind, year, 0, {}, {}};
    case PeriodKind::adhoc:
    case PeriodKind::once: break;
  }
  return std::nullopt;
}

bool is_period_of(const ReportType& type, const Period& period) {
  return period.kind == type.period && (period.kind != PeriodKind::once || period.type == type.id);
}

std::optional<Window> window_of(const ReportType& type, const Period& period, const Store& store) {
  if (!is_period_of(type, period)) return std::nullopt;
  return std::visit(WindowOf{type, period, store}, window_rule_of(type));
}

std::optional<Period> period_at(const ReportType& type, Instant moment, const Store& store) {
  auto period = period_near(type.period, day_of(store.zone.to_local(moment)));
  // Windows follow each other without a gap, so one direction leads there.
  for (int i = 0; period && i < kMaxPeriodsOff; ++i) {
    const auto window = window_of(type, *period, store);
    if (!window) return std::nullopt;
    if (window->start <= moment && moment < window->end) return period;
    period = advance(*period, moment < window->start ? -1 : 1);
  }
  return std::nullopt;
}

std::vector<Period> periods_within(const ReportType& type, const Window& span, const Store& store) {
  std::vector<Period> periods;
  // A week is due in the week that it is named by, wherever holidays move its window.
  auto period = type.period == PeriodKind::week ? period_near(type.period, day_of(store.zone.to_local(span.start)))
                                                : period_at(type, span.start, store);
  for (; period; period = advance(*period, 1)) {
    const auto place = place_of(type, *period, store);
    if (!place || place->after(span)) break;
    if (!place->before(span)) periods.push_back(*period);
  }
  return periods;
}

}  // namespace nammo
