#include "nammo/rungs.h"

#include <algorithm>
#include <cstdlib>

namespace nammo {
namespace {

std::optional<Instant> returned_at(const Filing& filing, Instant now) {
  const auto& review = filing.review;
  const bool returned = review && review->state == ReviewState::returned && review->at <= now;
  return returned ? std::optional{review->at} : std::nullopt;
}

}  // namespace

std::string offset_name(Minutes offset) {
  constexpr int kHour = 60;
  const auto minutes = std::abs(offset.count());
  const std::string sign = offset.count() < 0 ? "-" : "+";
  return sign + (minutes % kHour == 0 ? std::to_string(minutes / kHour) + "h" : std::to_string(minutes) + "m");
}

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
  // Until it is due, a draft is told from what is not there.
  return standing_without_due(filing, now).state == State::draft;
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
