#include "nammo/rungs.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nammo;
using std::chrono::hours;

namespace {

Instant at(const char* text) { return parse_instant(text).value(); }

ReportType weekly() {
  ReportType type;
  type.remind = {{hours{24}, true}, {hours{-24}, false}, {hours{-2}, false}, {hours{0}, false}};
  return type;
}

Delivery due_at(Instant due) {
  Delivery delivery;
  delivery.obligation.due = due;
  return delivery;
}

const Instant kDue = at("2024-05-09T13:30+07:00");

}  // namespace

TEST_CASE("rungs: those of the regime, from the deadline, in order of time") {
  const auto rungs = rungs_of(weekly(), due_at(kDue), kDue);
  REQUIRE(rungs.size() == 4);
  CHECK(rungs[0] == Rung{Audience::officer, hours{-24}, at("2024-05-08T13:30+07:00")});
  CHECK(rungs[1] == Rung{Audience::officer, hours{-2}, at("2024-05-09T11:30+07:00")});
  CHECK(rungs[2] == Rung{Audience::officer, hours{0}, kDue});
  CHECK(rungs[3] == Rung{Audience::supervisor, hours{24}, at("2024-05-10T13:30+07:00")});
}

TEST_CASE("rungs: after a return, itself and those of the new deadline that lie ahead of it") {
  Delivery delivery = due_at(kDue);
  Review review;
  review.state = ReviewState::returned;
  review.at = at("2024-05-09T15:00+07:00");
  review.due = at("2024-05-10T10:00+07:00");
  delivery.filing.review = review;
  delivery.standing.returned_due = review.due;
  CHECK(deadline_of(delivery) == *review.due);
  const auto rungs = rungs_of(weekly(), delivery, at("2024-05-09T15:30+07:00"));
  REQUIRE(rungs.size() == 4);
  CHECK(rungs[0] == Rung{Audience::officer, std::nullopt, review.at});
  CHECK(rungs[1].at == at("2024-05-10T08:00+07:00"));  // -2h; -24h was before the return
  CHECK(rungs[2].at == *review.due);
  CHECK(rungs[3].at == at("2024-05-11T10:00+07:00"));

  const auto before = rungs_of(weekly(), delivery, at("2024-05-09T14:59+07:00"));
  CHECK_MESSAGE(std::all_of(before.begin(), before.end(), [](const Rung& r) { return r.offset.has_value(); }),
                "the return is not there yet");
}

TEST_CASE("rungs: a return without a later due leaves only itself once the due has passed by") {
  Delivery delivery = due_at(kDue);
  Review review;
  review.state = ReviewState::returned;
  review.at = at("2024-05-11T08:00+07:00");
  delivery.filing.review = review;
  const auto rungs = rungs_of(weekly(), delivery, review.at);
  REQUIRE(rungs.size() == 1);
  CHECK_FALSE(rungs[0].offset.has_value());
}

TEST_CASE("rungs: none for what is never due, and none for a post") {
  CHECK(rungs_of(weekly(), due_at(kNeverDue), kDue).empty());
  Delivery post = due_at(kDue);
  post.obligation.kind = ObligationKind::post;
  CHECK(rungs_of(weekly(), post, kDue).empty());
}

TEST_CASE("rungs: what is owed") {
  for (const State state : {State::upcoming, State::draft, State::missing, State::returned}) {
    CHECK(is_owed(Standing{state, {}, {}, {}, false, {}}));
  }
  for (const State state : {State::late, State::submitted, State::accepted}) {
    CHECK_FALSE(is_owed(Standing{state, {}, {}, {}, true, {}}));
  }
}

TEST_CASE("rungs: a draft is there and not submitted; what comes later than now is not there") {
  const Instant now = kDue;
  Filing filing;
  CHECK_FALSE(is_drafted(filing, now));
  filing.exists = true;
  filing.report.emplace();
  CHECK(is_drafted(filing, now));
  filing.report->submitted = Placed<Instant>{now, {}};
  CHECK_FALSE(is_drafted(filing, now));
  CHECK_FALSE(is_drafted(filing, now - std::chrono::seconds{1}));
  filing.review.emplace();
  filing.review->state = ReviewState::returned;
  filing.review->at = now + hours{1};
  filing.review->content = "sha256:before";
  filing.content = "sha256:after";  // edited after the return, and not sent again
  CHECK(is_drafted(filing, now + hours{2}));
  filing.review.reset();
  filing.report.reset();
  filing.unreadable = true;
  CHECK(is_drafted(filing, now));
}
