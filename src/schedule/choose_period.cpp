#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue/schedule.h"
#include "base/unicode.h"
#include "nammo/schedule.h"
#include "schedule/typed_period.h"

namespace nammo {
namespace {

using Kind = TypedPeriod::Kind;
using Choice = std::optional<ChosenPeriod>;

constexpr PeriodKind kShortestFirst[] = {PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::half,
                                         PeriodKind::year};
// How many periods around now are looked through for the one that is due.
constexpr int kAhead = 8;
constexpr int kBack = 16;

// What is asked: whose reports, at which level; an empty one stands for any.
struct Chooser {
  const Store& store;
  LevelId level;
  OrgId org;
  Instant now;

  [[nodiscard]] Date today() const { return day_of(store.zone.to_local(now)); }
  [[nodiscard]] bool asks_for(const Step& step) const {
    return (org.empty() || step.org == org) && (level.empty() || step.level == level);
  }
  [[nodiscard]] Chooser at_any_level() const { return {store, {}, org, now}; }
};

bool has_step(const ReportType& type, const Chooser& chooser) {
  return std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& s) { return chooser.asks_for(s); });
}

// The regular types with a step that is asked for, shortest first; where the level
// has none, those of any level.
std::vector<const ReportType*> regular_types(const Chooser& chooser) {
  std::vector<const ReportType*> types;
  for (const PeriodKind kind : kShortestFirst) {
    for (const ReportType& type : chooser.store.regime.types) {
      if (type.period == kind && has_step(type, chooser)) types.push_back(&type);
    }
  }
  if (types.empty() && !chooser.level.empty()) return regular_types(chooser.at_any_level());
  return types;
}

const ReportType* type_with(const Period& period, const Chooser& chooser) {
  for (const ReportType& type : chooser.store.regime.types) {
    if (is_period_of(type, period) && has_step(type, chooser)) return &type;
  }
  return chooser.level.empty() ? nullptr : type_with(period, chooser.at_any_level());
}

// True when some step of that period is due by `day`, and its regime in force.
bool is_due_by(const ReportType& type, const Period& period, const Chooser& chooser, std::optional<Date> day) {
  return std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& step) {
    const auto due = chooser.asks_for(step) ? due_of(type, step, period, chooser.store) : std::nullopt;
    return due && in_force(type, due->nominal_day) &&
           (!day || day_of(chooser.store.zone.to_local(due->effective)) <= *day);
  });
}

// The latest period that is due by today, looked for around `moment`.
std::optional<Period> latest_due(const ReportType& type, const Chooser& asked, Instant moment) {
  const Chooser chooser = has_step(type, asked) ? asked : asked.at_any_level();
  const auto around = period_at(type, moment, chooser.store);
  for (int i = kAhead; around && i >= -kBack; --i) {
    const Period period = advance(*around, i);
    if (is_due_by(type, period, chooser, chooser.today())) return period;
  }
  return std::nullopt;
}

// Where its regime has ended or not yet begun: the moment closest to now within it.
Instant within_force(const ReportType& type, const Chooser& chooser) {
  const auto start = [&](Date day) { return chooser.store.zone.to_instant(start_of(day)); };
  if (type.until && *type.until < chooser.today()) return start(*type.until);
  return type.since && chooser.today() < *type.since ? start(*type.since) : chooser.now;
}

Choice choose_due(const std::vector<const ReportType*>& types, const Chooser& chooser) {
  for (const ReportType* type : types) {
    if (auto period = latest_due(*type, chooser, chooser.now)) return ChosenPeriod{type, std::move(*period)};
  }
  for (const ReportType* type : types) {
    if (auto period = latest_due(*type, chooser, within_force(*type, chooser))) return ChosenPeriod{type, std::move(*period)};
  }
  for (const ReportType* type : types) {  // nothing was due yet: what comes first
    if (auto period = period_at(*type, within_force(*type, chooser), chooser.store)) return ChosenPeriod{type, std::move(*period)};
  }
  return std::nullopt;
}

// The window that holds `moment`, or the one `steps` further on; of the shortest
// type that expects a report for it.
Choice choose_around(const std::vector<const ReportType*>& types, const Chooser& chooser, Instant moment, int steps) {
  Choice otherwise;
  for (const ReportType* type : types) {
    const auto around = period_at(*type, moment, chooser.store);
    if (!around) continue;
    ChosenPeriod chosen{type, advance(*around, steps)};
    if (parse_period(to_string(chosen.period)) != chosen.period) continue;  // before 1900 or after 9999, which no file can name
    if (is_due_by(*type, chosen.period, chooser.at_any_level(), std::nullopt)) return chosen;
    if (!otherwise) otherwise = std::move(chosen);
  }
  return otherwise;
}

std::string example_name(const ReportType& type, const Chooser& chooser) {
  if (type.period == PeriodKind::once) return type.id.str();
  if (type.period == PeriodKind::adhoc) {
    const Date day = chooser.today();
    return to_string(Period{PeriodKind::adhoc, static_cast<int>(day.year()), 1, day, {}});
  }
  const auto period = period_at(type, chooser.now, chooser.store);
  return period ? to_string(*period) : std::string();
}

// "2024-W19 (Báo cáo nhanh), 2024-05 (Báo cáo tháng)"
Text examples(const Chooser& chooser) {
  Text list;
  for (const ReportType& type : chooser.store.regime.types) {
    const std::string name = example_name(type, chooser);
    if (name.empty() || !has_step(type, chooser)) continue;
    const Text label{printable(type.label.vi), printable(type.label.en)};
    const Text example = say(msg::period_example, name, label);
    list.vi += (list.vi.empty() ? "" : ", ") + example.vi;
    list.en += (list.en.empty() ? "" : ", ") + example.en;
  }
  return list.empty() ? say(msg::period_nothing_to_name) : list;
}

Text why_unreal(const Period& period) {
  const Text why = period.kind == PeriodKind::week
                       ? say(msg::period_weeks_of_year, period.year, weeks_in_iso_year(period.year))
                       : say(msg::period_numbers);
  return say(msg::period_not_real, to_string(period), why);
}

Choice choose_named(const Period& period, const Chooser& chooser, Text& problem) {
  if (const ReportType* type = type_with(period, chooser)) return ChosenPeriod{type, period};
  // The id of a regular type stands for its period that is due.
  const ReportType* type = period.kind == PeriodKind::once ? chooser.store.regime.find(period.type) : nullptr;
  if (type != nullptr && has_step(*type, chooser.at_any_level())) {
    if (auto chosen = choose_due({type}, chooser)) return chosen;
  }
  const Text names = examples(chooser.at_any_level());
  const std::string name = printable(to_string(period));
  problem = chooser.org.empty() ? say(msg::period_without_type, name, names)
                                : say(msg::period_without_type_of_org, name, names, printable(chooser.org.str()));
  return std::nullopt;
}

Choice choose_regular(const TypedPeriod& typed, const Chooser& chooser, Text& problem) {
  const auto types = regular_types(chooser);
  const auto start = [&] { return chooser.store.zone.to_instant(start_of(typed.date)); };
  Choice chosen;
  if (typed.kind == Kind::nothing) chosen = choose_due(types, chooser);
  if (typed.kind == Kind::current) chosen = choose_around(types, chooser, chooser.now, 0);
  if (typed.kind == Kind::previous) chosen = choose_around(types, chooser, chooser.now, -1);
  if (typed.kind == Kind::date) chosen = choose_around(types, chooser, start(), 0);
  if (!chosen) problem = say(msg::period_must_be_named, examples(chooser.at_any_level()));
  return chosen;
}

}  // namespace

std::optional<ChosenPeriod> choose_period(std::string_view typed, const AreaId& area, const OrgId& org,
                                          const Store& store, Instant now, Text& problem) {
  const Area* asked = store.areas.find(area);
  const Chooser chooser{store, asked == nullptr ? LevelId{} : asked->level, org, now};
  // An id of the regime comes before everything that it may look like.
  if (const ReportType* type = store.regime.find(ReportTypeId{to_lower(typed)})) {
    return choose_named({PeriodKind::once, 0, 0, {}, type->id}, chooser, problem);
  }
  const auto meant = parse_typed_period(typed, chooser.today());
  if (!meant) {
    problem = say(msg::period_not_understood, printable(typed), examples(chooser.at_any_level()));
    return std::nullopt;
  }
  if (meant->kind == Kind::unreal) {
    problem = why_unreal(meant->period);
    return std::nullopt;
  }
  if (meant->kind == Kind::named) return choose_named(meant->period, chooser, problem);
  return choose_regular(*meant, chooser, problem);
}

}  // namespace nammo
