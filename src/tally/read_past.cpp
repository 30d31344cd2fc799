#include "nammo/trend.h"

#include <set>
#include <utility>

#include "nammo/history.h"

namespace nammo {
namespace {

void add(const Store& store, const Consolidated& report, Past& past) {
  past.periods.push_back(remember(store, report));
  for (const Consolidated& gathered : report.gathered) add(store, gathered, past);
}

Past read(const FileReader& files, const Store& store, const Question& question, Instant now, Progress* progress,
          Diagnostics& diagnostics) {
  Past past;
  for (int back = question.type->trend.periods - 1; back >= 0; --back) {
    Question later = question;
    later.period = advance(question.period, -back);
    for (const Consolidated& report : consolidate_before(files, store, later, 1, now, progress, diagnostics)) {
      add(store, report, past);
    }
  }
  return past;
}

int count_reported(const Past& past) {
  std::set<Period> periods;
  for (const PastPeriod& one : past.periods) {
    if (one.reports > 0) periods.insert(one.period);
  }
  return static_cast<int>(periods.size());
}

}  // namespace

Past read_past(const FileReader& files, const Store& store, const Question& question, Instant now,
               Progress* progress, Diagnostics& diagnostics) {
  if (question.type->figures_from.empty()) return read(files, store, question, now, progress, diagnostics);
  // Ten years of months are not read to find that there is too little to compare with.
  ReportType own = *question.type;
  own.figures_from = {};
  Question texts = question;
  texts.type = &own;
  Diagnostics found;
  Past past = read(files, store, texts, now, progress, found);
  if (count_reported(past) < kFewestEarlier) {
    diagnostics.append(std::move(found));
    for (PastPeriod& period : past.periods) period.totals.clear();
    return past;
  }
  return read(files, store, question, now, progress, diagnostics);
}

}  // namespace nammo
