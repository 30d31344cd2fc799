#include "cli/before.h"

#include <algorithm>

#include "cli/pictures.h"
#include "nammo/history.h"

namespace nammo::cli {
namespace {

// Those of a period once, whatever it was read for.
int count_unreadable_files(const Before& before) {
  std::set<Period> counted;
  int files = 0;
  const auto count = [&](const Consolidated& one) {
    if (counted.insert(one.question.period).second) files += count_unreadable(one);
  };
  for (const Consolidated& one : before.earlier) count(one);
  if (before.other) count(*before.other);
  for (const PastPeriod& one : before.past.periods) files += counted.contains(one.period) ? 0 : one.unreadable;
  return files;
}

}  // namespace

bool looks_back(const ReportType& type) { return tells_courses(type) && type.period != PeriodKind::once; }

bool tells_courses(const ReportType& type) { return type.period != PeriodKind::week && type.period != PeriodKind::adhoc; }

std::set<int> years_before(const Store& store, const Question& question, const LookBack& wanted) {
  int periods = wanted.trend ? question.type->trend.periods : 0;
  if (wanted.charts) periods = std::max(periods, periods_before_charts(store, question));
  std::set<int> years;
  if (periods > 0) years = calendars_for_history(*question.type, question.period, periods);
  if (wanted.compared) {
    for (const int year : calendar_years(*question.type, *wanted.compared)) years.insert(year);
  }
  return years;
}

const Consolidated* Before::find(const std::optional<Period>& period) const {
  if (!period) return nullptr;
  if (other && other->question.period == *period) return &*other;
  const auto found = std::find_if(earlier.begin(), earlier.end(),
                                  [&](const Consolidated& one) { return one.question.period == *period; });
  return found == earlier.end() ? nullptr : &*found;
}

Before read_before(Call& call, const Store& store, const Question& question, const LookBack& wanted, Instant now,
                   Diagnostics& findings) {
  Before before;
  if (wanted.charts) before.earlier = read_for_charts(call, store, question, now, findings);
  if (wanted.compared && before.find(wanted.compared) == nullptr) {
    Question then = question;
    then.period = *wanted.compared;
    const ReadingOptions reading{TextDepth::speaking, call.progress()};
    before.other = consolidate(call.files(), store, then, now, reading, findings);
  }
  if (wanted.trend) before.past = read_past(call.files(), store, question, now, call.progress(), findings);
  before.unreadable = count_unreadable_files(before);
  return before;
}

}  // namespace nammo::cli
