#include <algorithm>

#include "nammo/schedule.h"

namespace nammo {
namespace {

// What lies there at a moment: a review that is made later is not there yet, and
// one of a draft is ignored.
struct Seen {
  bool file = false;
  std::optional<Instant> submitted;
  const Review* review = nullptr;    // of the content as it is
  const Review* answered = nullptr;  // a return after which the content changed
};

std::optional<Instant> time_that_counts(const Report& report, const Review* answered) {
  if (!report.submitted) return std::nullopt;
  if (!report.received) return report.submitted->value;
  // Taken in before the return, so it says nothing about what came after.
  if (answered != nullptr && report.received->at <= answered->at) return report.submitted->value;
  return report.received->at;
}

Seen see(const Filing& filing, Instant now) {
  Seen seen;
  seen.file = filing.exists;
  const Review* review = filing.review && filing.review->at <= now ? &*filing.review : nullptr;
  const bool same = review != nullptr && !filing.content.empty() && review->content == filing.content;
  if (filing.exists && review != nullptr && !same && review->state == ReviewState::returned) seen.answered = review;
  if (filing.unreadable || !filing.report) return seen;
  seen.submitted = time_that_counts(*filing.report, seen.answered);
  if (!seen.submitted) return seen;
  if (*seen.submitted > now) {
    seen.file = false;
    seen.submitted.reset();
  } else if (seen.answered != nullptr && *seen.submitted <= seen.answered->at) {
    seen.submitted.reset();  // an edit that was not sent again
  } else if (same) {
    seen.review = review;
  }
  return seen;
}

// A return gives time until its own due; an acceptance that keeps that due in
// its file still knows of it.
Instant due_after_return(Instant due, const Seen& seen) {
  const Review* giving = seen.answered;
  if (seen.review != nullptr && seen.review->state == ReviewState::accepted) giving = seen.review;
  return giving != nullptr && giving->due ? std::max(due, *giving->due) : due;
}

}  // namespace

Standing standing_of(const Obligation& obligation, const Filing& filing, Instant now) {
  const Seen seen = see(filing, now);
  const Instant due = due_after_return(obligation.due, seen);
  Standing standing;
  standing.submitted = seen.submitted;
  if (const Review* review = seen.review != nullptr ? seen.review : seen.answered) standing.returned_due = review->due;
  if (!seen.submitted) {
    standing.state = now >= due ? State::missing : seen.file ? State::draft : State::upcoming;
    standing.timeliness = now >= due ? Timeliness::missing : Timeliness::not_yet_due;
    return standing;
  }
  const bool on_time = *seen.submitted < due;
  standing.timeliness = on_time ? Timeliness::on_time : Timeliness::late;
  standing.state = on_time ? State::submitted : State::late;
  if (seen.review != nullptr && seen.review->state == ReviewState::accepted) standing.state = State::accepted;
  if (seen.review != nullptr && seen.review->state == ReviewState::returned) {
    standing.state = State::returned;
    standing.because = seen.review->because;
  }
  standing.counts = standing.state != State::returned;
  return standing;
}

Standing standing_without_due(const Filing& filing, Instant now) {
  Obligation open;
  open.due = kNeverDue;
  return standing_of(open, filing, now);
}

std::string_view to_string(State state) {
  switch (state) {
    case State::upcoming: return "upcoming";
    case State::draft: return "draft";
    case State::missing: return "missing";
    case State::late: return "late";
    case State::submitted: return "submitted";
    case State::returned: return "returned";
    case State::accepted: return "accepted";
  }
  return {};
}

}  // namespace nammo
