#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// "hamlet town/ho/kp-1 ccb 2024-05-08T17:00", one a line, posts marked.
std::string listed(const std::vector<Obligation>& obligations) {
  std::string lines;
  for (const Obligation& o : obligations) {
    lines += clock(o.due) + " " + o.org.str() + " " + o.area.str();
    lines += o.kind == ObligationKind::post ? " post\n" : "\n";
  }
  return lines;
}

std::string listed(const ReportType& type, const char* name, const char* root, const Store& s) {
  return listed(expand(type, period(name), AreaId{root}, s));
}

Store with_areas(std::vector<Area> areas) {
  Store s = store();
  s.areas = AreaTree{std::move(areas)};
  return s;
}

bool scoped(std::vector<std::string> patterns, const char* id) {
  ReportType type = weekly();
  type.areas = {AreaScope::Kind::patterns, std::move(patterns)};
  return in_scope(type, area(id, "hamlet"), day("2024-05-09"));
}

}  // namespace

TEST_CASE("expand: each step's areas in the pilot, in the order of their dues, with the post") {
  const Store s = store();
  CHECK(listed(weekly(), "2024-W19", "town", s) ==
        "2024-05-08T17:00 ccb town/ho/kp-1\n"
        "2024-05-08T17:00 ccb town/ho/kp-2\n"
        "2024-05-09T09:00 ccb town/ho\n"
        "2024-05-09T13:30 ccb town\n"
        "2024-05-09T14:00 ccb town post\n"
        "2024-05-09T16:00 bdv town\n");
  CHECK(listed(weekly(), "2024-W19", "town/ho", s) ==
        "2024-05-08T17:00 ccb town/ho/kp-1\n"
        "2024-05-08T17:00 ccb town/ho/kp-2\n"
        "2024-05-09T09:00 ccb town/ho\n");
  CHECK(listed(weekly(), "2024-W19", "", s) == listed(weekly(), "2024-W19", "town", s));
  CHECK(listed(weekly(), "2024-W19", "nowhere", s).empty());
}

TEST_CASE("expand: an obligation carries its window, both dues, the target, whom it goes to and its step") {
  const Store s = store();
  ReportType type = weekly();
  type.steps[2].to = {RecipientId{"ccb-tinh"}};
  const auto all = expand(type, period("2025-W18"), AreaId{"town"}, s);
  const auto found = std::find_if(all.begin(), all.end(), [](const Obligation& o) { return o.area.str() == "town"; });
  REQUIRE(found != all.end());
  CHECK(found->report == type.id);
  CHECK(to_string(found->period) == "2025-W18");
  CHECK(clock(found->window.start) == "2025-04-24T00:00");
  CHECK(clock(found->window.end) == "2025-04-29T00:00");
  CHECK(clock(found->due_nominal) == "2025-05-01T13:30");
  CHECK(clock(found->due) == "2025-04-29T13:30");
  CHECK(clock(found->target.value()) == "2025-04-29T11:00");
  CHECK(found->to == std::vector{RecipientId{"ccb-tinh"}});
  CHECK(found->step == &type.steps[2]);
}

TEST_CASE("expand: steps of the same due stand by organisation, then area as bytes") {
  Store s = store();
  ReportType type = weekly();
  type.areas.kind = AreaScope::Kind::every;
  type.posts.clear();
  type.steps = {step("district", "mttq", on(std::chrono::Thursday, 9)), step("hamlet", "ccb", on(std::chrono::Thursday, 9)),
                step("commune", "ccb", on(std::chrono::Thursday, 9))};
  CHECK(listed(type, "2024-W19", "town", s) ==
        "2024-05-09T09:00 ccb town/ho\n"
        "2024-05-09T09:00 ccb town/ho-2\n"
        "2024-05-09T09:00 ccb town/ho-2/kp-1\n"
        "2024-05-09T09:00 ccb town/ho/kp-1\n"
        "2024-05-09T09:00 ccb town/ho/kp-2\n"
        "2024-05-09T09:00 mttq town\n");
}

TEST_CASE("expand: who is there on the day of the nominal due owes, whenever the due is moved to") {
  // 2025-W18: nominally due on 30 April (hamlet), moved to the 28th.
  struct Case { const char* since; const char* until; bool owes; };
  const Case cases[] = {{"2025-04-30", "", true},  {"2025-05-01", "", false},         {"2025-04-29", "", true},
                        {"2024-01-01", "2025-04-30", true}, {"2024-01-01", "2025-04-29", false}};
  for (const auto& c : cases) {
    CAPTURE(c.since);
    CAPTURE(c.until);
    Area hamlet = area("town/ho/kp-1", "hamlet", c.since);
    if (*c.until != '\0') hamlet.until = day(c.until);
    CHECK(listed(weekly(), "2025-W18", "town", with_areas({hamlet})).empty() != c.owes);
  }
}

TEST_CASE("expand: an area opened on the day before the due owes, one closed then does not") {
  Area opened = area("town/a", "hamlet", "2024-05-07");  // the hamlet's due is Wednesday the 8th
  Area closed = area("town/b", "hamlet");
  closed.until = day("2024-05-07");
  CHECK(listed(weekly(), "2024-W19", "town", with_areas({opened, closed})) == "2024-05-08T17:00 ccb town/a\n");
}

TEST_CASE("expand: the pilot's and the regime's dates are compared with the day of the nominal due") {
  Area joined = area("town/a", "hamlet", "2023-04-10", "2024-05-08");
  Area later = area("town/b", "hamlet", "2023-04-10", "2024-05-09");
  Area left = area("town/c", "hamlet", "2023-04-10", "2024-01-01");
  left.pilot->until = day("2024-05-07");
  const Store s = with_areas({joined, later, left});
  CHECK(listed(weekly(), "2024-W19", "town", s) == "2024-05-08T17:00 ccb town/a\n");
  ReportType type = weekly();
  type.since = day("2024-05-09");  // after the hamlet's Wednesday
  CHECK(listed(type, "2024-W19", "town", s).empty());
  type.since = day("2024-05-08");
  type.until = day("2024-05-08");
  CHECK(listed(type, "2024-W19", "town", s) == "2024-05-08T17:00 ccb town/a\n");
  type.until = day("2024-05-07");
  CHECK(listed(type, "2024-W19", "town", s).empty());
}

TEST_CASE("expand: a once report is expected of its own name alone, an ad hoc one not from the calendar") {
  const Store s = store();
  CHECK(listed(once(), "summary", "town", s) == "2024-12-31T17:00 ccb town\n");
  CHECK(listed(once(), "another", "town", s).empty());
  CHECK(listed(adhoc(), "2024-05-20.1", "town", s).empty());
  CHECK(listed(weekly(), "2024-05", "town", s).empty());
}

TEST_CASE("scope: * is one folder, ** any depth below, and neither is the area itself") {
  struct Case { const char* pattern; const char* area; bool in; };
  const Case cases[] = {{"a", "a", true},          {"a", "a/b", false},       {"a/b/*", "a/b/c", true},
                        {"a/b/*", "a/b", false},   {"a/b/*", "a/b/c/d", false}, {"a/**", "a", false},
                        {"a/**", "a/b", true},     {"a/**", "a/b/c", true},   {"a/**", "ab/c", false},
                        {"a/*/c", "a/b/c", true},  {"a/*/c", "a/b/d", false}, {"a/**/d", "a/b/c/d", true},
                        {"a/**/d", "a/d", false},  {"**/d", "a/d/c/d", true}, {"**", "a/b", true},
                        {"a*", "ab", false},       {"", "a", false},          {"a/**/b/**/c", "a/x/b/y/b/z/c", true},
                        {"a/**/b/**/c", "a/x/b/y/b/z/d", false}};
  for (const auto& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.area);
    CHECK(scoped({c.pattern}, c.area) == c.in);
  }
  CHECK(scoped({"x", "a/*"}, "a/b"));
  CHECK_FALSE(scoped({}, "a"));
}

TEST_CASE("organisation: the first of nammo.yaml with a report due there, posts not counted") {
  Store s = store();
  ReportType type = weekly();
  CHECK(first_organisation(type, period("2024-W19"), AreaId{"town"}, s).str() == "ccb");
  type.steps.erase(type.steps.begin() + 2);  // the town's own; its post stays
  CHECK(first_organisation(type, period("2024-W19"), AreaId{"town"}, s).str() == "bdv");
  CHECK(first_organisation(type, period("2024-W19"), AreaId{"town/ho-2"}, s).empty());
  CHECK(first_organisation(type, period("2024-W19"), AreaId{"nowhere"}, s).empty());
}

TEST_CASE("organisation: where an area owes nothing itself, the first that owes what its figures are taken from") {
  Store s = store();
  ReportType base = monthly();
  base.steps = {step("commune", "mttq", on_day(15, 9))};
  base.areas = {};
  s.regime.types = {base};
  ReportType quarterly = town_type("quarterly", PeriodKind::quarter);
  quarterly.areas = {};
  const auto found = [&](const char* area) { return first_organisation(quarterly, period("2024-Q2"), AreaId{area}, s).str(); };
  CHECK(found("town") == "ccb");
  CHECK(found("town/ho-2").empty());
  quarterly.figures_from = base.id;
  CHECK(found("town") == "ccb");
  CHECK(found("town/ho-2") == "mttq");
}

TEST_CASE("expand: the parts of a town give the town, whatever the tree (seeded)") {
  std::mt19937 random(20240509);
  const auto below = [&](unsigned n) { return random() % n; };
  for (int round = 0; round < 40; ++round) {
    std::vector<Area> areas{area("t", "district")};
    for (unsigned c = 0; c < 1 + below(5); ++c) {
      const std::string commune = "t/c" + std::to_string(c);
      areas.push_back(area(commune, "commune", "2023-04-10", below(4) == 0 ? "" : "2024-01-01"));
      for (unsigned h = 0; h < below(6); ++h) {
        areas.push_back(area(commune + "/h" + std::to_string(h), "hamlet", below(3) == 0 ? "2026-02-12" : "2023-04-10"));
      }
    }
    const Store s = with_areas(std::move(areas));
    const Period p = advance(period("2026-W01"), static_cast<int>(below(53)));
    std::size_t sum = 0;
    for (const Area* child : s.areas.children(AreaId{"t"})) sum += expand(weekly(), p, child->id, s).size();
    const auto whole = expand(weekly(), p, AreaId{"t"}, s);
    CHECK(whole.size() == sum + 3);  // the town's two reports and its post
    CHECK(std::is_sorted(whole.begin(), whole.end(), [](const Obligation& a, const Obligation& b) { return a.due < b.due; }));
  }
}
