#include "nammo/rungs.h"

#include <algorithm>

namespace nammo {
namespace {

std::optional<Instant> returned_at(const Filing& filing, Instant now) {
  const auto& review = filing.review;
  const bool returned = review && review->state == ReviewState::returned && review->at <= now;
  return returned ? std::optional{review->at} : std::nullopt;
}

}  // namespace

Instant deadline_of(const Delivery& delivery) {
  return std::max(delivery.obligation.due, delivery.standing.returned_due.value_or(delivery.obligation.due));
}

bool is_owed(const Standing& standing) {
  switch (standing.state) {
    case State::upcoming:
    case State::draft:
    case State::missing:
    case State::returned: return true;
    case State::late:
    case State::submitted:
    case State::accepted: return false;
  }
  return false;
}

bool is_drafted(const Filing& filing, Instant now) {
  Obligation open;  // until it is due, a draft is told from what is not there
  open.due = kNeverDue;
  return standing_of(open, filing, now).state == State::draft;
}

std::vector<Rung> rungs_of(const ReportType& type, const Delivery& delivery, Instant now) {
  std::vector<Rung> rungs;
  if (delivery.obligation.kind == ObligationKind::post) return rungs;
  const auto returned = returned_at(delivery.filing, now);
  if (returned) rungs.push_back({Audience::officer, std::nullopt, *returned});
  const Instant deadline = deadline_of(delivery);
  for (const ReminderRung& rung : type.remind) {
    const Instant at = deadline + rung.offset;
    if (deadline == kNeverDue || (returned && at <= *returned)) continue;
    rungs.push_back({rung.to_supervisor ? Audience::supervisor : Audience::officer, rung.offset, at});
  }
  std::stable_sort(rungs.begin(), rungs.end(), [](const Rung& a, const Rung& b) { return a.at < b.at; });
  return rungs;
}

}  // namespace nammo
