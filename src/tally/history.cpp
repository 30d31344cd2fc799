#include "nammo/history.h"

#include <utility>

namespace nammo {
namespace {

bool is_regular(const Period& period) {
  return period.kind != PeriodKind::adhoc && period.kind != PeriodKind::once;
}

}  // namespace

std::set<int> calendars_for_history(const ReportType& type, const Period& period, int count) {
  std::set<int> years;
  for (int back = 0; back <= (is_regular(period) ? count : 0); ++back) {
    const auto needed = calendar_years(type, advance(period, -back));
    years.insert(needed.begin(), needed.end());
  }
  return years;
}

std::vector<Consolidated> consolidate_before(const FileReader& files, const Store& store, const Question& question,
                                             int count, Instant now, Progress* progress,
                                             Diagnostics& diagnostics) {
  std::vector<Consolidated> earlier;
  for (int back = is_regular(question.period) ? count : 0; back > 0; --back) {
    Question one = question;
    one.period = advance(question.period, -back);
    Consolidated report = consolidate(files, store, one, now, {TextDepth::speaking, progress}, diagnostics);
    if (!report.deliveries.empty() || !report.gathered.empty()) earlier.push_back(std::move(report));
  }
  return earlier;
}

}  // namespace nammo
