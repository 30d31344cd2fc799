#include <doctest/doctest.h>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

Filing told_at(const char* submitted, const char* occurred = "2024-05-20T07:30") {
  Filing filing;
  filing.exists = true;
  filing.report = Report{};
  if (*submitted != '\0') filing.report->submitted = Placed<Instant>{at(submitted), {}};
  if (*occurred != '\0') filing.report->occurred = at(occurred);
  return filing;
}

Filing asked_at(const char* when, const char* due = "") {
  Filing filing;
  Review review;
  review.state = ReviewState::requested;
  review.at = at(when);
  if (*due != '\0') review.due = at(due);
  filing.review = review;
  return filing;
}

// Its due, or "none" where none is expected.
std::string due_in(const Filing& filing, const char* now = "2024-05-22T08:00", const ReportType& type = adhoc(),
                   const char* area_id = "town/ho/kp-1", const Report* continued = nullptr) {
  const ReportKey key{AreaId{area_id}, OrgId{"ccb"}, period("2024-05-20.1"), false};
  const auto obligation = expand_adhoc(type, key, filing, continued, store(), at(now));
  if (!obligation) return "none";
  return obligation->due == kNeverDue ? "never" : clock(obligation->due);
}

}  // namespace

TEST_CASE("ad hoc: the first news is due two hours after it happened, the written report a day after") {
  CHECK(due_in(told_at("2024-05-20T08:05")) == "2024-05-20T09:30");
  Filing written = told_at("2024-05-20T20:00");
  written.report->continues = period("2024-05-20.1");
  CHECK(due_in(written) == "2024-05-21T07:30");
}

TEST_CASE("ad hoc: a report that does not repeat when it happened takes it from the one it continues") {
  Filing written = told_at("2024-05-20T20:00", "");
  written.report->continues = period("2024-05-20.1");
  const Filing first = told_at("2024-05-20T08:05");
  CHECK(due_in(written) == "never");
  CHECK(due_in(written, "2024-05-22T08:00", adhoc(), "town/ho/kp-1", &*first.report) == "2024-05-21T07:30");
}

TEST_CASE("ad hoc: expected when its file is there or it was asked for, not before") {
  CHECK(due_in({}) == "none");
  CHECK(due_in(told_at("")) == "2024-05-20T09:30");  // a draft is a file
  CHECK(due_in(told_at("2024-05-20T08:05"), "2024-05-20T08:04") == "none");
  CHECK(due_in(told_at("2024-05-20T08:05"), "2024-05-20T08:05") == "2024-05-20T09:30");
  CHECK(due_in(asked_at("2024-05-20T09:00", "2024-05-20T12:00"), "2024-05-20T08:59") == "none");
  CHECK(due_in(asked_at("2024-05-20T09:00", "2024-05-20T12:00"), "2024-05-20T09:00") == "2024-05-20T12:00");
  CHECK(due_in(asked_at("2024-05-20T09:00")) == "never");
  Filing both = told_at("2024-05-20T11:00");
  both.review = asked_at("2024-05-20T09:00", "2024-05-20T12:00").review;
  CHECK(due_in(both) == "2024-05-20T12:00");
}

TEST_CASE("ad hoc: never late without a time, and a file that cannot be read still stands there") {
  CHECK(due_in(told_at("2024-05-20T08:05", "")) == "never");
  ReportType type = adhoc();
  type.first.reset();
  CHECK(due_in(told_at("2024-05-20T08:05"), "2024-05-22T08:00", type) == "never");
  Filing broken;
  broken.exists = true;
  broken.unreadable = true;
  CHECK(due_in(broken) == "never");
}

TEST_CASE("ad hoc: not expected outside the levels, scope and dates of its regime") {
  const Filing filing = told_at("2024-05-20T08:05");
  CHECK(due_in(filing, "2024-05-22T08:00", adhoc(), "town") == "none");  // no step of that level
  CHECK(due_in(filing, "2024-05-22T08:00", adhoc(), "town/ho-2/kp-1") == "none");  // not in the pilot
  CHECK(due_in(filing, "2024-05-22T08:00", adhoc(), "nowhere") == "none");
  ReportType type = adhoc();
  type.since = day("2024-05-21");
  CHECK(due_in(filing, "2024-05-22T08:00", type) == "none");
  CHECK(due_in(filing, "2024-05-22T08:00", weekly()) == "none");
}
