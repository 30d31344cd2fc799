#include "tally/trend_texts.h"

#include <algorithm>
#include <optional>

#include "tally/same_entry.h"
#include "tally/subject.h"

namespace nammo {
namespace {

bool is_same(const Situation& now, const AreaId& area, const PastMatter& past) {
  const auto named = same_by_name(now, area, past, past.area);
  return named ? *named : area == past.area && subject_of(now) == past.subject;
}

bool is_same(const Proposal& now, const AreaId& area, const PastProposal& past) {
  const auto named = same_by_name(now, area, past, past.area);
  return named ? *named : area == past.area && now.to == past.to && now.text == past.text;
}

// How grave it was: as the same area told it, else as the gravest teller did.
std::optional<MatterSeverity> severity_before(const Told<Situation>& now, const PastPeriod& before) {
  const AreaId& area = now.by->obligation.area;
  std::optional<MatterSeverity> own;
  std::optional<MatterSeverity> any;
  for (const PastMatter& past : before.matters) {
    if (!is_same(*now.entry, area, past)) continue;
    any = std::max(any.value_or(past.severity), past.severity);
    if (past.area == area) own = std::max(own.value_or(past.severity), past.severity);
  }
  return own ? own : any;
}

// Counts backwards, until an answer or the oldest period.
Unanswered count_times(const Told<Proposal>& now, std::span<const PastPeriod* const> earlier) {
  Unanswered found{now, 1, now.by->obligation.period};
  for (auto period = earlier.rbegin(); period != earlier.rend(); ++period) {
    bool raised = false;
    bool answered = false;
    for (const PastProposal& past : (*period)->proposals) {
      if (!is_same(*now.entry, now.by->obligation.area, past)) continue;
      raised = true;
      answered = answered || past.answered;
    }
    if (answered) break;
    if (!raised) continue;
    ++found.times;
    found.since = (*period)->period;
  }
  return found;
}

}  // namespace

std::vector<Worsened> find_worsened(const std::vector<Told<Situation>>& now, const PastPeriod* before) {
  std::vector<Worsened> worsened;
  if (before == nullptr) return worsened;
  for (const Told<Situation>& told : now) {
    if (told.entry->status == MatterStatus::closed) continue;
    const auto severity = severity_before(told, *before);
    if (severity && *severity < told.entry->severity) worsened.push_back(Worsened{told, *severity});
  }
  return worsened;
}

std::vector<Unanswered> find_unanswered(const std::vector<Told<Proposal>>& now,
                                        std::span<const PastPeriod* const> earlier) {
  std::vector<Unanswered> unanswered;
  for (const Told<Proposal>& told : now) {
    if (is_answered(*told.entry)) continue;
    const auto counted = count_times(told, earlier);
    if (counted.times >= kUnansweredPeriods) unanswered.push_back(counted);
  }
  return unanswered;
}

}  // namespace nammo
