#include "nammo/trend.h"

#include <set>

#include "tally/load_deliveries.h"
#include "tally/lowest_reports.h"
#include "tally/subject.h"

namespace nammo {
namespace {

// Each subject of a report once: true where an opinion on it is uneasy.
std::map<Subject, bool> subjects_in(const Report& report) {
  std::map<Subject, bool> subjects;
  for (const Situation& matter : report.situation) subjects.try_emplace(subject_of(matter), false);
  for (const Opinion& opinion : report.opinions) {
    const bool uneasy = opinion.stance == Stance::concerned || opinion.stance == Stance::frustrated;
    subjects.try_emplace(subject_of(opinion), false).first->second |= uneasy;
  }
  return subjects;
}

void count_subjects(const Consolidated& report, PastPeriod& past) {
  const auto lowest = lowest_reports(report.deliveries);
  past.reporting = static_cast<int>(lowest.reports.size());
  past.expected = lowest.expected;
  for (const Delivery* delivery : lowest.reports) {
    for (const auto& [subject, uneasy] : subjects_in(*delivery->filing.report)) {
      ++past.subjects[subject].areas;
      past.subjects[subject].uneasy += uneasy ? 1 : 0;
    }
  }
}

void keep_entries(const Report& report, PastPeriod& past) {
  for (const Situation& one : report.situation) {
    past.matters.push_back(PastMatter{report.area, one.id, one.case_id, subject_of(one), one.from, one.severity});
  }
  for (const Proposal& one : report.proposals) {
    past.proposals.push_back(PastProposal{report.area, one.id, one.to, one.text, one.from, is_answered(one)});
  }
  for (const auto& [subject, uneasy] : subjects_in(report)) past.subjects.try_emplace(subject);
}

}  // namespace

PastPeriod remember(const Store& store, const Consolidated& report) {
  PastPeriod past;
  past.org = report.question.org;
  past.period = report.question.period;
  const Tally tally(store, report.figure_deliveries());
  for (const Indicator& indicator : store.indicators.items) {
    if (indicator.kind == IndicatorKind::ytd || !indicator.belongs_to(report.question.type->id)) continue;
    past.totals.emplace(indicator.id, tally.total(report.question.area, indicator));
  }
  count_subjects(report, past);
  past.unreadable = count_unreadable(report.deliveries) + count_unreadable(report.figures);
  for (const Delivery& delivery : report.deliveries) {
    if (!delivery.standing.counts || !delivery.filing.report) continue;
    ++past.reports;
    keep_entries(*delivery.filing.report, past);
  }
  return past;
}

}  // namespace nammo
