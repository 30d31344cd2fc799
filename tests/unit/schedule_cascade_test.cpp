#include <doctest/doctest.h>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// "hamlet ccb > commune ccb; …" for each pair out of order.
std::string breaks(const ReportType& type) {
  std::string text;
  for (const auto& [feeding, broken] : cascade_breaks(type, store().settings)) {
    text += feeding->level.str() + " " + feeding->org.str() + " > " + broken->level.str() + " " + broken->org.str() + "; ";
  }
  return text;
}

ReportType steps(std::vector<Step> list) {
  ReportType type = weekly();
  type.steps = std::move(list);
  return type;
}

using std::chrono::Thursday;
using std::chrono::Wednesday;

}  // namespace

TEST_CASE("cascade: the regime of the plan is in order") {
  CHECK(breaks(weekly()).empty());
  CHECK(breaks(monthly()).empty());
  CHECK(breaks(once()).empty());
  CHECK(breaks(adhoc()).empty());
}

TEST_CASE("cascade: a level must be due after the lower ones of its organisation") {
  CHECK(breaks(steps({step("hamlet", "ccb", on(Thursday, 10)), step("commune", "ccb", on(Thursday, 9)),
                      step("district", "ccb", on(Thursday, 13))})) == "hamlet ccb > commune ccb; ");
  CHECK(breaks(steps({step("hamlet", "ccb", on(Thursday, 9)), step("commune", "ccb", on(Thursday, 9))})) ==
        "hamlet ccb > commune ccb; ");  // at the same minute is not after
  CHECK(breaks(steps({step("hamlet", "ccb", on(Thursday, 8)), step("commune", "ccb", on(Wednesday, 9))})) ==
        "hamlet ccb > commune ccb; ");
  CHECK(breaks(steps({step("hamlet", "mttq", on(Thursday, 10)), step("commune", "ccb", on(Thursday, 9))})).empty());
  CHECK(breaks(steps({step("commune", "ccb", on(Thursday, 9)), step("hamlet", "ccb", on(Wednesday, 9))})).empty());
}

TEST_CASE("cascade: an organisation must be due after those that it gathers") {
  Step gathering = step("district", "bdv", on(Thursday, 13));
  gathering.gathers = {OrgId{"ccb"}, OrgId{"mttq"}};
  CHECK(breaks(steps({step("district", "ccb", on(Thursday, 13, 30)), step("district", "mttq", on(Thursday, 12)), gathering})) ==
        "district ccb > district bdv; ");
}
