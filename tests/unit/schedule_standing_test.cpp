#include <doctest/doctest.h>

#include <random>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

constexpr const char* kDue = "2024-05-09T13:30";

Obligation obligation() {
  Obligation o;
  o.due = at(kDue);
  return o;
}

Filing draft() {
  Filing filing;
  filing.exists = true;
  filing.report = Report{};
  return filing;
}

Filing sent(const char* submitted, const char* received = "") {
  Filing filing = draft();
  filing.report->submitted = Placed<Instant>{at(submitted), {}};
  if (*received != '\0') filing.report->received = Received{at(received), "zalo", {}, {}};
  return filing;
}

// A review of the content as it is, or of what it was before an edit.
enum class Of { content, earlier };
Filing reviewed(Filing filing, ReviewState state, const char* when, Of of = Of::content, const char* due = "") {
  filing.content = "sha256:now";
  Review review;
  review.state = state;
  review.at = at(when);
  review.content = of == Of::content ? "sha256:now" : "sha256:before";
  if (*due != '\0') review.due = at(due);
  if (state == ReviewState::returned) review.because = "thiếu số liệu";
  filing.review = review;
  return filing;
}

std::string_view name_of(Timeliness timeliness) {
  switch (timeliness) {
    case Timeliness::on_time: return "on time";
    case Timeliness::late: return "late";
    case Timeliness::missing: return "missing";
    case Timeliness::not_yet_due: return "not yet due";
  }
  return {};
}

// "late, late, counts"
std::string told(const Filing& filing, const char* now) {
  const Standing s = standing_of(obligation(), filing, at(now));
  return std::string(to_string(s.state)) + ", " + std::string(name_of(s.timeliness)) + (s.counts ? ", counts" : "");
}

const char* const kBefore = "2024-05-09T13:29:59";
const char* const kAfter = "2024-05-09T18:00";

}  // namespace

TEST_CASE("state: each row of the table, before the due and from the due itself") {
  CHECK(told({}, kBefore) == "upcoming, not yet due");
  CHECK(told({}, kDue) == "missing, missing");
  CHECK(told(draft(), kBefore) == "draft, not yet due");
  CHECK(told(draft(), kDue) == "missing, missing");
  CHECK(told(sent("2024-05-09T10:00"), kBefore) == "submitted, on time, counts");
  CHECK(told(sent("2024-05-09T10:00"), kAfter) == "submitted, on time, counts");
  CHECK(told(sent("2024-05-09T15:00"), kAfter) == "late, late, counts");
  const auto returned = reviewed(sent("2024-05-09T10:00"), ReviewState::returned, "2024-05-09T11:00");
  CHECK(told(returned, kBefore) == "returned, on time");
  CHECK(told(returned, kAfter) == "returned, on time");
  const auto accepted = reviewed(sent("2024-05-09T15:00"), ReviewState::accepted, "2024-05-09T16:00");
  CHECK(told(accepted, kAfter) == "accepted, late, counts");
}

TEST_CASE("state: before 13:30 means before, to the second") {
  CHECK(told(sent("2024-05-09T13:29:59"), kAfter) == "submitted, on time, counts");
  CHECK(told(sent("2024-05-09T13:30:00"), kAfter) == "late, late, counts");
  CHECK(told(sent("2024-05-09T13:30:01"), kAfter) == "late, late, counts");
  Obligation post = obligation();
  post.due = at("2024-05-09T14:00");
  CHECK(standing_of(post, sent("2024-05-09T13:59:59"), at(kAfter)).state == State::submitted);
  CHECK(standing_of(post, sent("2024-05-09T14:00:00"), at(kAfter)).state == State::late);
  CHECK(standing_of(post, sent("2024-05-09T14:00:01"), at(kAfter)).state == State::late);
}

TEST_CASE("state: the office's stamp is the time that counts, where there is one") {
  const auto stamped_late = sent("2024-05-09T10:00", "2024-05-09T14:00");
  CHECK(told(stamped_late, kAfter) == "late, late, counts");
  CHECK(standing_of(obligation(), stamped_late, at(kAfter)).submitted == at("2024-05-09T14:00"));
  CHECK(told(sent("2024-05-09T14:00", "2024-05-09T10:00"), kAfter) == "submitted, on time, counts");
  Filing stamped_draft = draft();
  stamped_draft.report->received = Received{at("2024-05-09T10:00"), "zalo", {}, {}};
  CHECK(told(stamped_draft, kBefore) == "draft, not yet due");
}

TEST_CASE("state: what bears a later time than now is not there yet") {
  CHECK(told(sent("2024-05-09T10:00"), "2024-05-09T09:59:59") == "upcoming, not yet due");
  CHECK(told(sent("2024-05-09T10:00"), "2024-05-09T10:00") == "submitted, on time, counts");
  CHECK(told(sent("2024-05-09T10:00", "2024-05-09T12:00"), "2024-05-09T11:00") == "upcoming, not yet due");
  CHECK(told(sent("2024-05-09T15:00"), "2024-05-09T14:00") == "missing, missing");
  CHECK_FALSE(standing_of(obligation(), sent("2024-05-09T15:00"), at("2024-05-09T14:00")).submitted);
  const auto returned = reviewed(sent("2024-05-09T10:00"), ReviewState::returned, "2024-05-09T11:00");
  CHECK(told(returned, "2024-05-09T10:59:59") == "submitted, on time, counts");
  CHECK(told(returned, "2024-05-09T11:00") == "returned, on time");
}

TEST_CASE("state: a review of a draft is ignored, and so is one of other content") {
  for (const auto state : {ReviewState::accepted, ReviewState::returned}) {
    CHECK(told(reviewed(draft(), state, "2024-05-09T11:00", Of::content, "2024-05-10T09:00"), kAfter) == "missing, missing");
  }
  const auto edited = reviewed(sent("2024-05-09T10:00"), ReviewState::accepted, "2024-05-09T11:00", Of::earlier);
  CHECK(told(edited, kAfter) == "submitted, on time, counts");
  const auto requested = reviewed(sent("2024-05-09T10:00"), ReviewState::requested, "2024-05-09T09:00", Of::content);
  CHECK(told(requested, kAfter) == "submitted, on time, counts");
}

TEST_CASE("state: a file that cannot be read counts as a draft") {
  Filing broken;
  broken.exists = true;
  broken.unreadable = true;
  CHECK(told(broken, kBefore) == "draft, not yet due");
  CHECK(told(broken, kAfter) == "missing, missing");
}

TEST_CASE("state: after a return, only a later time is a new submission, and it has until the later due") {
  const auto again = [](const char* submitted, const char* received, const char* due) {
    return reviewed(sent(submitted, received), ReviewState::returned, "2024-05-09T14:00", Of::earlier, due);
  };
  CHECK(told(again("2024-05-09T15:00", "", "2024-05-10T09:00"), kAfter) == "submitted, on time, counts");
  CHECK(told(again("2024-05-10T09:00", "", "2024-05-10T09:00"), "2024-05-10T12:00") == "late, late, counts");
  CHECK(told(again("2024-05-09T15:00", "", ""), kAfter) == "late, late, counts");
  // An edit without a new time is a draft, which is missing once the later due has passed.
  CHECK(told(again("2024-05-09T10:00", "", "2024-05-10T09:00"), kAfter) == "draft, not yet due");
  CHECK(told(again("2024-05-09T14:00", "", "2024-05-10T09:00"), kAfter) == "draft, not yet due");
  CHECK(told(again("2024-05-09T10:00", "", "2024-05-10T09:00"), "2024-05-10T09:00") == "missing, missing");
  CHECK(told(again("2024-05-09T10:00", "", ""), kAfter) == "missing, missing");
  // The stamp of the first time gives way to what the author wrote then.
  CHECK(told(again("2024-05-09T15:00", "2024-05-09T10:05", "2024-05-10T09:00"), kAfter) == "submitted, on time, counts");
  CHECK(told(again("2024-05-09T10:00", "2024-05-09T15:00", "2024-05-10T09:00"), kAfter) == "submitted, on time, counts");
  CHECK(told(again("2024-05-09T15:00", "2024-05-10T10:00", "2024-05-10T09:00"), "2024-05-10T12:00") == "late, late, counts");
}

TEST_CASE("state: a return's earlier due takes nothing away") {
  const auto early = reviewed(sent("2024-05-09T13:00"), ReviewState::returned, "2024-05-09T11:00", Of::earlier, "2024-05-09T12:00");
  CHECK(told(early, kAfter) == "submitted, on time, counts");
}

TEST_CASE("state: what was late stays late, unless it was sent back with more time and answered in it") {
  // Stamped late at 14:00, sent back at 16:00 until the next morning, sent again at 18:00.
  const auto again = [](const char* due) {
    return reviewed(sent("2024-05-09T18:00", "2024-05-09T14:00"), ReviewState::returned, "2024-05-09T16:00", Of::earlier, due);
  };
  CHECK(told(again("2024-05-10T09:00"), "2024-05-09T15:00") == "late, late, counts");
  CHECK(told(again("2024-05-10T09:00"), "2024-05-09T17:00") == "upcoming, not yet due");
  CHECK(told(again("2024-05-10T09:00"), kAfter) == "submitted, on time, counts");
  CHECK(told(again(""), "2024-05-09T15:00") == "late, late, counts");
  CHECK(told(again(""), "2024-05-09T17:00") == "missing, missing");
  CHECK(told(again(""), kAfter) == "late, late, counts");
}

TEST_CASE("state: why a report came back, and until when") {
  const auto filing = reviewed(sent("2024-05-09T15:00"), ReviewState::returned, "2024-05-09T16:00", Of::content, "2024-05-10T09:00");
  const Standing back = standing_of(obligation(), filing, at(kAfter));
  CHECK(back.state == State::returned);
  CHECK(back.timeliness == Timeliness::late);  // its due had passed when it came
  CHECK(back.because == "thiếu số liệu");
  CHECK(back.returned_due == at("2024-05-10T09:00"));
  const auto answered = reviewed(sent("2024-05-09T17:00"), ReviewState::returned, "2024-05-09T16:00", Of::earlier, "2024-05-10T09:00");
  const Standing anew = standing_of(obligation(), answered, at(kAfter));
  CHECK(anew.because.empty());
  CHECK(anew.returned_due == at("2024-05-10T09:00"));
  // An acceptance that keeps the return's due knows that the report was in time for it.
  const auto accepted = reviewed(sent("2024-05-09T17:00"), ReviewState::accepted, "2024-05-09T18:00", Of::content, "2024-05-10T09:00");
  CHECK(told(accepted, kAfter) == "accepted, on time, counts");
}

TEST_CASE("state: states and timeliness agree, and time only goes one way (seeded)") {
  std::mt19937 random(20240515);
  const auto moment = [&] { return at("2024-05-09T08:00") + std::chrono::minutes{15 * (random() % 64)}; };
  for (int round = 0; round < 4000; ++round) {
    Filing filing = random() % 5 == 0 ? Filing{} : draft();
    if (filing.report && random() % 4 != 0) filing.report->submitted = Placed<Instant>{moment(), {}};
    if (filing.report && random() % 3 == 0) filing.report->received = Received{moment(), "zalo", {}, {}};
    if (filing.exists && random() % 2 == 0) {
      filing = reviewed(filing, random() % 2 == 0 ? ReviewState::accepted : ReviewState::returned, kDue,
                        random() % 2 == 0 ? Of::content : Of::earlier);
      filing.review->at = moment();
      if (random() % 2 == 0) filing.review->due = moment();
    }
    Instant now = moment();
    const Standing first = standing_of(obligation(), filing, now);
    const Instant later = now + std::chrono::hours{random() % 24};
    const Standing then = standing_of(obligation(), filing, later);
    const bool more_time = filing.review && filing.review->due && now < filing.review->at && filing.review->at <= later;
    CAPTURE(round);
    const bool waiting = first.state == State::upcoming || first.state == State::draft;
    CHECK((first.timeliness == Timeliness::not_yet_due) == waiting);
    CHECK((first.timeliness == Timeliness::missing) == (first.state == State::missing));
    CHECK(first.submitted.has_value() == (!waiting && first.state != State::missing));
    CHECK(first.counts == (first.submitted.has_value() && first.state != State::returned));
    CHECK_FALSE((first.state == State::late && then.state == State::submitted && !more_time));
    CHECK_FALSE((waiting && then.submitted && *then.submitted <= now));
  }
}
