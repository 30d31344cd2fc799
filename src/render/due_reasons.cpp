#include <fmt/core.h>

#include <cstddef>
#include <cstdlib>
#include <span>
#include <variant>

#include "base/catalogue/render.h"
#include "nammo/due.h"
#include "render/due_groups.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

std::string place_text(const std::string& file, const Place& place) { return fmt::format("{}:{}", file, place.line); }

// What the sentences about one due have in common.
struct Reasoning {
  const Store& store;
  const ReportType& type;
  const Obligation& obligation;
  Language language;
  std::vector<std::string> lines;

  template <typename... Args>
  [[nodiscard]] std::string phrase(const Message& message, const Args&... args) const {
    return say_in(language, message, args...);
  }
  template <typename... Args>
  void tell(const Message& message, const Args&... args) {
    lines.push_back(printable(phrase(message, args...)));
  }
  [[nodiscard]] std::string day(Date date) const { return weekday_text(date, language); }
  [[nodiscard]] std::string moment(Instant instant) const { return weekday_text(instant, store.zone, language); }
  // Of a value of the type, or of the type where its key is not given.
  [[nodiscard]] std::string regime(const Place& place) const {
    return place_text(store.regime.file, place.line > 0 ? place : type.place);
  }
};

std::string calendar_place(Date day, const Place& place) {
  return place_text(fmt::format("calendar/{:04}.yaml", static_cast<int>(day.year())), place);
}

// ---- the rule ---------------------------------------------------------------

std::string rule_text(const Reasoning& reasoning, const DueRule& rule, Date nominal) {
  const std::string hour = hour_text(std::visit([](const auto& due) { return due.time; }, rule), reasoning.language);
  const Period& period = reasoning.obligation.period;
  if (const auto* weekly = std::get_if<WeekdayDue>(&rule)) {
    const Date monday = day_in_iso_week({period.year, period.number}, std::chrono::Monday);
    return reasoning.phrase(msg::why_rule_week, hour, weekday_text(weekly->day, reasoning.language), period.number,
                            period.year, day_text(monday, reasoning.language),
                            day_text(plus_days(monday, 6), reasoning.language));
  }
  if (const auto* monthly = std::get_if<MonthDayDue>(&rule)) {
    const bool after = !reasoning.type.window || std::holds_alternative<CalendarWindow>(*reasoning.type.window);
    const std::string text = reasoning.phrase(after ? msg::why_rule_month_after : msg::why_rule_month, hour, monthly->day);
    const bool shorter = static_cast<int>(static_cast<unsigned>(nominal.day())) != monthly->day;
    return shorter ? reasoning.phrase(msg::why_rule_short_month, text) : text;
  }
  return reasoning.phrase(msg::why_rule_date, hour, day_text(std::get<DateDue>(rule).date, reasoning.language));
}

void tell_rule(Reasoning& reasoning, const Due& due) {
  const Step& step = *reasoning.obligation.step;
  const Organisation* org = reasoning.store.settings.organisation(step.org);
  const Level* level = reasoning.store.settings.level(step.level);
  reasoning.tell(msg::why_rule, reasoning.regime(step.place),
                 org == nullptr ? step.org.str() : org->label.in(reasoning.language),
                 level == nullptr ? step.level.str() : level->label.in(reasoning.language),
                 rule_text(reasoning, *step.due, due.nominal_day));
  reasoning.tell(msg::why_nominal, reasoning.moment(due.nominal));
}

// ---- days off -----------------------------------------------------------------

std::string why_off(const Reasoning& reasoning, const DayVerdict& verdict) {
  const Place& weekend = reasoning.store.settings.weekend_place;
  if (verdict.off == nullptr && weekend.line == 0) return reasoning.phrase(msg::why_weekend_default);
  if (verdict.off == nullptr) return reasoning.phrase(msg::why_weekend, place_text("nammo.yaml", weekend));
  return reasoning.phrase(msg::why_day_off, verdict.off->name, calendar_place(verdict.day, verdict.off->place));
}

// "thứ Năm, 08/02/2024 đến thứ Tư, 14/02/2024 – Tết Nguyên đán (calendar/2024.yaml:4)"
std::string run_text(const Reasoning& reasoning, std::span<const DayVerdict> run) {
  const auto& first = run.front().day < run.back().day ? run.front() : run.back();
  const auto& last = run.front().day < run.back().day ? run.back() : run.front();
  const std::string why = why_off(reasoning, first);
  return run.size() == 1 ? reasoning.phrase(msg::why_run_of_one, reasoning.day(first.day), why)
                         : reasoning.phrase(msg::why_run, reasoning.day(first.day), reasoning.day(last.day), why);
}

// The days off that a move went over, those of one reason together.
std::string passed_text(const Reasoning& reasoning, const MovedDay& move) {
  std::vector<DayVerdict> days{move.from};
  days.insert(days.end(), move.passed.begin(), move.passed.end());
  std::vector<std::string> runs;
  for (std::size_t from = 0; from < days.size();) {
    std::size_t to = from + 1;
    while (to < days.size() && days[to].off == days[from].off) ++to;
    runs.push_back(run_text(reasoning, std::span(days).subspan(from, to - from)));
    from = to;
  }
  return join(runs, "; ");
}

int days_apart(Date a, Date b) {
  return std::abs(static_cast<int>((std::chrono::sys_days{b} - std::chrono::sys_days{a}).count()));
}

// Where the last step went, by which rule.
void tell_last_move(Reasoning& reasoning, const MovedDay& move) {
  const std::string rule = reasoning.regime(reasoning.type.on_holiday_place);
  const int days = days_apart(move.from.day, move.to);
  if (days == 0) return reasoning.tell(msg::why_nowhere);
  if (reasoning.type.on_holiday == OnHoliday::previous) {
    return reasoning.tell(msg::why_previous, rule, reasoning.day(move.to), days);
  }
  if (move.from.day < move.to) return reasoning.tell(msg::why_next, rule, reasoning.day(move.to), days);
  if (!move.too_far) return reasoning.tell(msg::why_none_ahead, rule, reasoning.day(move.to), days);
  reasoning.tell(msg::why_too_far, rule, reasoning.day(*move.too_far), days_apart(move.from.day, *move.too_far),
                 reasoning.type.holiday_limit.value_or(0), reasoning.regime(reasoning.type.holiday_limit_place),
                 reasoning.day(move.to), days);
}

void tell_last(Reasoning& reasoning, const DueReason& reason) {
  const MovedDay& move = reason.last;
  const std::string day = reasoning.day(move.from.day);
  const std::string place = reasoning.regime(reason.last_step->place);
  if (!move.from.works) {
    reasoning.tell(msg::why_last_off, day, place, passed_text(reasoning, move));
    return tell_last_move(reasoning, move);
  }
  const WorkingDay* make_up = move.from.make_up;
  if (make_up == nullptr) return reasoning.tell(msg::why_last_works, day, place);
  reasoning.tell(msg::why_last_make_up, day, place,
                 reasoning.phrase(msg::why_day_off, make_up->name, calendar_place(make_up->date, make_up->place)));
}

void tell_distance(Reasoning& reasoning, const DueReason& reason) {
  if (reason.last.from.day == reason.last.to || reasoning.obligation.step == reason.last_step) return;
  const std::string kept = reasoning.day(reason.own.from.day);
  if (reason.distance == 0) return reasoning.tell(msg::why_same_day, kept);
  reasoning.tell(reason.distance < 0 ? msg::why_distance_before : msg::why_distance_after, std::abs(reason.distance), kept);
}

void tell_days_off(Reasoning& reasoning, const DueReason& reason) {
  if (reason.last_step == nullptr) return reasoning.tell(msg::why_keep, reasoning.regime(reasoning.type.on_holiday_place));
  tell_last(reasoning, reason);
  tell_distance(reasoning, reason);
  if (reason.own.from.works || reasoning.obligation.step == reason.last_step) return;
  reasoning.tell(msg::why_own_off, reasoning.day(reason.own.from.day), passed_text(reasoning, reason.own),
                 reasoning.day(reason.own.to));
}

// ---- ad hoc -------------------------------------------------------------------

std::string span_text(const Reasoning& reasoning, Minutes span) {
  const auto minutes = span.count();
  return minutes % 60 == 0 ? reasoning.phrase(msg::why_hours, minutes / 60) : reasoning.phrase(msg::why_minutes, minutes);
}

void tell_adhoc(Reasoning& reasoning, const AdhocReason& reason) {
  if (reason.source == AdhocReason::Source::request) return reasoning.tell(msg::why_request, reason.file);
  const bool first = reason.source == AdhocReason::Source::first;
  reasoning.tell(first ? msg::why_first : msg::why_written, reasoning.moment(reason.occurred), reason.file,
                 span_text(reasoning, reason.allowed), reasoning.regime(reasoning.type.place));
}

// ---- the end ------------------------------------------------------------------

// "+07:00"
std::string offset_at(Instant moment, const Zone& zone) {
  const std::string text = format_instant(moment, zone);
  return text.substr(text.size() - 6);
}

// In whole days where it begins and ends at midnight, as it nearly always does.
void tell_window(Reasoning& reasoning) {
  const auto& [start, end] = reasoning.obligation.window;
  const Zone& zone = reasoning.store.zone;
  const auto is_midnight = [&](Instant moment) {
    const LocalTime local = zone.to_local(moment);
    return local == start_of(day_of(local));
  };
  if (!is_midnight(start) || !is_midnight(end)) {
    return reasoning.tell(msg::why_window, reasoning.moment(start), reasoning.moment(end));
  }
  reasoning.tell(msg::why_window_days, reasoning.day(day_of(zone.to_local(start))),
                 reasoning.day(last_day(reasoning.obligation.window, zone)));
}

void tell_effective(Reasoning& reasoning) {
  const Obligation& o = reasoning.obligation;
  const Zone& zone = reasoning.store.zone;
  const std::string& name = reasoning.store.settings.timezone;
  if (o.kind == ObligationKind::post) {
    return reasoning.tell(msg::why_effective_post, reasoning.moment(o.due), name, offset_at(o.due, zone));
  }
  reasoning.tell(msg::why_effective, reasoning.moment(o.due), name, offset_at(o.due, zone),
                 hour_text(o.due, zone, reasoning.language));
}

}  // namespace

std::vector<std::string> reason_lines(const Store& store, const DueGroup& group, Instant now, Language language) {
  const Obligation& o = group.obligation();
  const ReportType* type = store.regime.find(o.report);
  if (type == nullptr) return {};
  Reasoning reasoning{store, *type, o, language, {}};
  if (o.period.kind == PeriodKind::adhoc) {
    const auto reason = explain_adhoc(*type, o, group.units.front()->filing, now);
    if (reason) tell_adhoc(reasoning, *reason);
  } else if (const auto reason = explain_due(*type, *o.step, o.period, store)) {
    tell_rule(reasoning, reason->due);
    tell_days_off(reasoning, *reason);
    tell_window(reasoning);
  }
  tell_effective(reasoning);
  return std::move(reasoning.lines);
}

std::vector<std::string> move_lines(const Store& store, const Obligation& obligation, Language language) {
  const ReportType* type = store.regime.find(obligation.report);
  if (type == nullptr || obligation.due == obligation.due_nominal) return {};
  Reasoning reasoning{store, *type, obligation, language, {}};
  const auto reason = explain_due(*type, *obligation.step, obligation.period, store);
  if (reason) tell_days_off(reasoning, *reason);
  return std::move(reasoning.lines);
}

}  // namespace nammo
