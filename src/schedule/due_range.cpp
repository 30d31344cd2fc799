#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "nammo/assignments.h"
#include "nammo/due.h"
#include "schedule/days.h"

namespace nammo {
namespace {

constexpr int kAroundTheYear = 7;  // days

// The days on which a due may fall nominally that ends up within `days`: the last
// step moves by one break, and another step back by a second one.
DayRange nominal_range(const ReportType& type, const DayRange& days) {
  if (type.on_holiday == OnHoliday::keep) return days;
  return {plus_days(days.from, -kLongestBreak), plus_days(days.to, 2 * kLongestBreak)};
}

// The nominal days of those dues of a period that are in force.
std::vector<Date> due_days(const ReportType& type, const Period& period) {
  std::vector<Date> days;
  for (const auto* steps : {&type.steps, &type.posts}) {
    for (const Step& step : *steps) {
      if (const auto day = step.due ? nominal_day(*step.due, type, period) : std::nullopt) days.push_back(*day);
    }
  }
  return days;
}

bool falls_within(const ReportType& type, const Period& period, const DayRange& days) {
  const auto dues = due_days(type, period);
  return std::any_of(dues.begin(), dues.end(), [&](Date day) { return days.holds(day) && in_force(type, day); });
}

// What of `days` the regime's own dates leave.
DayRange in_force_within(const ReportType& type, DayRange days) {
  if (type.since) days.from = std::max(days.from, *type.since);
  if (type.until) days.to = std::min(days.to, *type.until);
  return days;
}

std::vector<Period> periods_nominally_due(const ReportType& type, const DayRange& asked) {
  if (type.period == PeriodKind::once) {
    Period only{PeriodKind::once, 0, 0, {}, type.id};
    return falls_within(type, only, asked) ? std::vector{std::move(only)} : std::vector<Period>{};
  }
  const DayRange days = in_force_within(type, asked);
  std::vector<Period> periods;
  auto period = days.from <= days.to ? period_near(type.period, days.from) : std::nullopt;
  if (!period) return periods;
  // A calendar period is due in the one after it.
  for (Period at = advance(*period, -1);; at = advance(at, 1)) {
    const auto dues = due_days(type, at);
    if (dues.empty() || *std::min_element(dues.begin(), dues.end()) > days.to) return periods;
    if (falls_within(type, at, days)) periods.push_back(at);
  }
}

bool includes(const DueQuestion& question, const ReportType& type) {
  return question.report.empty() || question.report == type.id;
}

Date day_of_due(Instant due, const Store& store) { return day_of(store.zone.to_local(due)); }

// True when some step of the period is due within the days that are asked for.
bool is_due_within(const ReportType& type, const Period& period, const DayRange& days, const Store& store) {
  for (const auto* steps : {&type.steps, &type.posts}) {
    for (const Step& step : *steps) {
      const auto due = due_of(type, step, period, store);
      if (due && days.holds(day_of_due(due->effective, store))) return true;
    }
  }
  return false;
}

bool is_assigned(const Store& store, const Obligation& obligation, const OfficerId& officer, Date day) {
  const Area* area = store.areas.find(obligation.area);
  return area != nullptr && std::any_of(area->officers.begin(), area->officers.end(), [&](const Assignment& one) {
    return one.officer == officer && one.org == obligation.org && holds_on(one, day);
  });
}

}  // namespace

std::vector<Period> periods_due(const ReportType& type, const DayRange& days) {
  return periods_nominally_due(type, nominal_range(type, days));
}

std::set<int> calendars_for(const DueQuestion& question, const Regime& regime) {
  std::set<int> years;
  for (const ReportType& type : regime.types) {
    if (!includes(question, type)) continue;
    for (const Period& period : periods_due(type, question.days)) {
      const auto needed = calendar_years(type, period);
      years.insert(needed.begin(), needed.end());
    }
  }
  return years;
}

std::set<int> calendars_to_confirm(const DueQuestion& question, const Regime& regime) {
  const DayRange days{plus_days(question.days.from, -kAroundTheYear), plus_days(question.days.to, kAroundTheYear)};
  std::set<int> years;
  for (const ReportType& type : regime.types) {
    if (!includes(question, type) || type.on_holiday == OnHoliday::keep) continue;
    for (const Period& period : periods_nominally_due(type, days)) {
      for (const Date day : due_days(type, period)) {
        if (days.holds(day)) years.insert(static_cast<int>(day.year()));
      }
    }
  }
  return years;
}

bool is_asked_for(const DueQuestion& question, const Obligation& obligation, const Store& store) {
  const Date day = day_of_due(obligation.due, store);
  return question.days.holds(day) && (question.report.empty() || question.report == obligation.report) &&
         (question.org.empty() || question.org == obligation.org) &&
         (question.root.empty() || is_within(obligation.area, question.root)) &&
         (question.officer.empty() || is_assigned(store, obligation, question.officer, day));
}

std::vector<Obligation> expand_due(const DueQuestion& question, const Store& store) {
  std::vector<Obligation> due;
  for (const ReportType& type : store.regime.types) {
    if (!includes(question, type)) continue;
    for (const Period& period : periods_due(type, question.days)) {
      if (!is_due_within(type, period, question.days, store)) continue;
      for (Obligation& obligation : expand(type, period, question.root, store)) {
        if (is_asked_for(question, obligation, store)) due.push_back(std::move(obligation));
      }
    }
  }
  std::stable_sort(due.begin(), due.end(), due_before);
  return due;
}

bool due_before(const Obligation& a, const Obligation& b) {
  const auto key = [](const Obligation& o) { return std::tie(o.due, o.report, o.org, o.area); };
  if (const auto order = key(a) <=> key(b); order != 0) return order < 0;
  if (a.period != b.period) return to_string(a.period) < to_string(b.period);
  return a.kind < b.kind;
}

}  // namespace nammo
