#include <algorithm>

#include "nammo/due.h"
#include "schedule/days.h"

namespace nammo {
namespace {

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

// Everything between the two was off, or the day would not have come so far.
MovedDay moved(Date from, Date to, const Store& store) {
  MovedDay move{judge_day(from, store), to, {}, {}};
  const int step = to < from ? -1 : 1;
  for (Date day = plus_days(from, step); from != to && day != to; day = plus_days(day, step)) {
    move.passed.push_back(judge_day(day, store));
  }
  return move;
}

std::string file_of_event(const Obligation& obligation, const Report& report) {
  if (report.occurred || !report.continues) return report.file;
  return report_path(obligation.area, obligation.org, *report.continues);
}

}  // namespace

DayVerdict judge_day(Date day, const Store& store) {
  DayVerdict verdict{day, is_working_day(day, store), nullptr, nullptr};
  const auto year = store.calendars.find(static_cast<int>(day.year()));
  if (year == store.calendars.end()) return verdict;
  for (const DayOff& off : year->second.days_off) {
    if (!verdict.works && verdict.off == nullptr && off.from <= day && day <= off.to) verdict.off = &off;
  }
  for (const WorkingDay& working : year->second.working) {
    if (working.date == day) verdict.make_up = &working;
  }
  return verdict;
}

std::optional<DueReason> explain_due(const ReportType& type, const Step& step, const Period& period,
                                     const Store& store) {
  const auto due = due_of(type, step, period, store);
  if (!due) return std::nullopt;
  const Date effective = day_of(store.zone.to_local(due->effective));
  DueReason reason{*due, nullptr, {}, 0, moved(due->nominal_day, effective, store)};
  const auto last = type.steps.empty() || !type.steps.back().due
                        ? std::nullopt
                        : nominal_day(*type.steps.back().due, type, period);
  if (type.on_holiday == OnHoliday::keep || !last) return reason;
  const int shift = shift_of(type, period, store);
  reason.last_step = &type.steps.back();
  reason.last = moved(*last, plus_days(*last, shift), store);
  if (type.on_holiday == OnHoliday::next && shift < 0) {
    reason.last.too_far = nearest_working_day(*last, Direction::forward, store);
  }
  reason.distance = days_between(*last, due->nominal_day);
  reason.own = moved(plus_days(due->nominal_day, shift), effective, store);
  return reason;
}

std::optional<AdhocReason> explain_adhoc(const ReportType& type, const Obligation& obligation, const Filing& filing,
                                         Instant now) {
  if (const auto& review = filing.review;
      review && review->state == ReviewState::requested && review->at <= now && review->due) {
    return AdhocReason{AdhocReason::Source::request, review->file, {}, {}};
  }
  if (!filing.report || obligation.due == kNeverDue) return std::nullopt;
  const bool written = filing.report->continues.has_value();
  const auto& allowed = written ? type.written : type.first;
  if (!allowed) return std::nullopt;
  return AdhocReason{written ? AdhocReason::Source::written : AdhocReason::Source::first,
                     file_of_event(obligation, *filing.report), obligation.due - *allowed, *allowed};
}

}  // namespace nammo
