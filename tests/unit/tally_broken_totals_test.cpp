#include "nammo/broken_totals.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "support/deliveries.h"
#include "tally/range_rules.h"

using namespace nammo;
using namespace nammo::test;

namespace {

using Relation = FigureRule::Relation;
using Terms = std::vector<std::string>;

FigureRule rule(const char* id, const Terms& sum, Relation relation, const Terms& other) {
  const auto term = [](const std::string& name) {
    const auto at = name.find('@');
    return RuleTerm{IndicatorId{name.substr(0, at)}, at != std::string::npos};
  };
  FigureRule result;
  result.id = id;
  for (const auto& name : sum) result.sum.push_back(term(name));
  for (const auto& name : other) result.other.push_back(term(name));
  result.relation = relation;
  return result;
}

const FigureRule kWithin = rule("within", {"resolved"}, Relation::at_most, {"received"});
const FigureRule kBalance = rule("balance", {"pending@previous", "received"}, Relation::equals, {"resolved", "pending"});

// A store with received, resolved (flows) and pending (a stock), of one number each.
struct Case {
  Store store = figure_store({"a", "a/b", "a/b/x", "a/b/y", "a/c", "a/d"});
  ReportType type;

  explicit Case(FigureRule judged) {
    type.id = ReportTypeId{"monthly"};
    store.indicators.items = {indicator("received", IndicatorKind::flow, AreaRule::add), indicator("resolved", IndicatorKind::flow, AreaRule::add),
                              indicator("pending", IndicatorKind::stock, AreaRule::add)};
    store.rules = {std::move(judged)};
  }

  [[nodiscard]] Consolidated month(std::vector<Delivery> deliveries, const char* period = "2024-05") const {
    Consolidated report;
    report.question = {&type, OrgId{"ccb"}, AreaId{"a"}, *parse_period(period)};
    (type.figures_from.empty() ? report.deliveries : report.figures) = std::move(deliveries);
    return report;
  }
};

Delivery gave(const char* area, const char* received, const char* resolved, const char* pending = nullptr, const char* period = "2024-05") {
  std::vector<Figure> figures{figure("received", received), figure("resolved", resolved)};
  if (pending != nullptr) figures.push_back(figure("pending", pending));
  return filed(area, period, std::move(figures));
}

std::string sides(const Judgement& judgement) {
  return written_out(judgement.sum, judgement.sum_total) + " | " + written_out(judgement.other, judgement.other_total);
}

// "a: resolved 12 | received 8 (1 of 3): a/c resolved 9 | received 4"
std::string shown(const std::vector<BrokenTotal>& totals) {
  std::string text;
  for (const BrokenTotal& total : totals) {
    text += total.area.str() + (total.code.empty() ? "" : " " + total.code.str()) + ": " + sides(total.judgement) + " (" +
            std::to_string(total.broken) + " of " + std::to_string(total.areas) + ")";
    for (const BrokenPart& part : total.parts) text += ": " + part.area.str() + " " + sides(part.judgement);
    text += "\n";
  }
  return text;
}

std::string found(const Case& c, std::vector<Delivery> deliveries) {
  return shown(find_broken_totals(c.store, c.month(std::move(deliveries)), nullptr));
}

// The same by going down the tree with plain integers. Received and resolved of each
// area that gave both.
using Given = std::map<std::string, std::pair<int, int>>;
constexpr const char* kBelow[][2] = {{"a", "a/b"}, {"a", "a/c"}, {"a", "a/d"}, {"a/b", "a/b/x"}, {"a/b", "a/b/y"}};

std::pair<int, int> add_up(const Given& given, const std::string& area) {
  std::pair<int, int> sum;
  for (const auto& [id, values] : given) {
    if (!is_within(AreaId{id}, AreaId{area})) continue;
    sum.first += values.first;
    sum.second += values.second;
  }
  return sum;
}

void list_broken(const Given& given, const std::string& area, bool equal, std::string& text) {
  const auto broken = [&](const std::pair<int, int>& sum) { return equal ? sum.first != sum.second : sum.second > sum.first; };
  const auto name = [&](const std::pair<int, int>& sum) {
    text += area + " " + std::to_string(sum.second) + "|" + std::to_string(sum.first) + "\n";
  };
  const auto total = add_up(given, area);
  if (broken(total)) return name(total);
  const auto own = given.find(area);
  bool leaf = true;
  for (const auto& [above, below] : kBelow) leaf = leaf && above != area;
  if (!leaf && own != given.end() && broken(own->second)) name(own->second);
  for (const auto& [above, below] : kBelow) {
    if (above == area) list_broken(given, below, equal, text);
  }
}

}  // namespace

TEST_CASE("broken totals: a total is named with the areas that make it so, and they not again") {
  const Case c(kWithin);
  // 2 + 9 + 1 = 12 resolved of 3 + 4 + 1 = 8.
  CHECK(found(c, {gave("a/b", "3", "2"), gave("a/c", "4", "9"), gave("a/d", "1", "1")}) ==
        "a: resolved 12 | received 8 (1 of 3): a/c resolved 9 | received 4\n");
  CHECK(found(c, {gave("a/b", "3", "2"), gave("a/c", "4", "4"), gave("a/d", "1", "1")}) == "");
}

TEST_CASE("broken totals: an area below a total that holds is named by itself") {
  const Case c(kWithin);
  CHECK(found(c, {gave("a", "9", "0"), gave("a/c", "4", "5"), gave("a/d", "1", "1")}) ==
        "a/c: resolved 5 | received 4 (1 of 1): a/c resolved 5 | received 4\n");
  // 5 of 4 of its own, and 6 of 14 with those below.
  CHECK(found(c, {gave("a", "4", "5"), gave("a/c", "9", "0"), gave("a/d", "1", "1")}) ==
        "a: resolved 5 | received 4 (1 of 1): a resolved 5 | received 4\n");
  // What two get wrong in opposite ways does not make them right: 6 against 6 above.
  const Case equal(rule("equal", {"resolved"}, Relation::equals, {"received"}));
  CHECK(found(equal, {gave("a/b", "2", "2"), gave("a/b/x", "1", "2"), gave("a/b/y", "3", "2")}) ==
        "a/b/x: resolved 2 | received 1 (1 of 1): a/b/x resolved 2 | received 1\n"
        "a/b/y: resolved 2 | received 3 (1 of 1): a/b/y resolved 2 | received 3\n");
}

TEST_CASE("broken totals: an area without a report of its own is judged by those below it") {
  const Case c(kWithin);
  // a/b owes nothing itself: 4 of 3; the whole: 4 of 13.
  CHECK(found(c, {gave("a/b/x", "2", "2"), gave("a/b/y", "1", "2"), gave("a/c", "10", "0")}) ==
        "a/b: resolved 4 | received 3 (1 of 2): a/b/y resolved 2 | received 1\n");
}

TEST_CASE("broken totals: only areas that gave every figure of the rule are added") {
  const Case c(kWithin);
  CHECK(found(c, {filed("a/b", "2024-05", {figure("resolved", "50")}), owed("a/c"), draft(gave("a/d", "0", "7"))}) == "");
  CHECK(found(c, {filed("a/b", "2024-05", {figure("resolved", "50")}), gave("a/c", "1", "2"), gave("a/d", "3", "3")}) ==
        "a: resolved 5 | received 4 (1 of 2): a/c resolved 2 | received 1\n");
}

TEST_CASE("broken totals: at most five of the areas are named, and all are counted") {
  Case c(kWithin);
  std::vector<Delivery> deliveries;
  std::vector<Area> areas{*c.store.areas.find(AreaId{"a"})};
  for (int i = 1; i <= 7; ++i) {
    areas.push_back(*c.store.areas.find(AreaId{"a/b"}));
    areas.back().id = AreaId{"a/p" + std::to_string(i)};
    deliveries.push_back(gave(areas.back().id.str().c_str(), "1", "2"));
  }
  c.store.areas = AreaTree{std::move(areas)};
  const auto totals = find_broken_totals(c.store, c.month(std::move(deliveries)), nullptr);
  REQUIRE(totals.size() == 1);
  CHECK(totals[0].parts.size() == 5);
  CHECK(totals[0].broken == 7);
  CHECK(totals[0].areas == 7);
}

TEST_CASE("broken totals: a code is named instead of the total, and not where it is withheld") {
  Case c(kWithin);
  c.store.indicators.items = {petitions("received"), petitions("resolved")};
  const auto report = [](const char* area, const char* complaints, const char* denunciations) {
    return filed(area, "2024-05", {by_code("received", {{"complaint", "1"}, {"denunciation", "1"}}),
                                   by_code("resolved", {{"complaint", complaints}, {"denunciation", denunciations}})});
  };
  CHECK(found(c, {report("a/b/x", "2", "1"), report("a/b/y", "1", "1")}) ==
        "a complaint: resolved 3 | received 2 (1 of 2): a/b/x resolved 2 | received 1\n");
  // Denunciations are not shown below the communes: their area is counted, not named.
  CHECK(found(c, {report("a/b/x", "1", "2"), report("a/b/y", "1", "1")}) == "a denunciation: resolved 3 | received 2 (1 of 2)\n");
  Consolidated below = c.month({report("a/b/x", "1", "2")});
  below.question.area = AreaId{"a/b/x"};
  CHECK(shown(find_broken_totals(c.store, below, nullptr)) == "");
  Consolidated open = c.month({report("a/b/x", "2", "0")});
  open.question.area = AreaId{"a/b/x"};
  CHECK(shown(find_broken_totals(c.store, open, nullptr)) ==
        "a/b/x complaint: resolved 2 | received 1 (1 of 1): a/b/x resolved 2 | received 1\n");
}

TEST_CASE("broken totals: the period before is asked for, or its rules are passed over") {
  const Case c(kBalance);
  const auto now = c.month({gave("a/b", "4", "5", "2"), gave("a/c", "1", "1", "0")});
  const auto then = c.month({gave("a/b", "0", "0", "2", "2024-04"), gave("a/c", "0", "0", "0", "2024-04")}, "2024-04");
  CHECK(shown(find_broken_totals(c.store, now, nullptr)) == "");
  // a/b: 2 + 4 = 6 against 5 + 2 = 7; a/c: 0 + 1 = 1 + 0.
  CHECK(shown(find_broken_totals(c.store, now, &then)) ==
        "a: pending@previous 2 + received 5 = 7 | resolved 6 + pending 2 = 8 (1 of 2): "
        "a/b pending@previous 2 + received 4 = 6 | resolved 5 + pending 2 = 7\n");
  const auto year_before = c.month({gave("a/b", "0", "0", "2", "2023-05")}, "2023-05");
  CHECK(shown(find_broken_totals(c.store, now, &year_before)) == "");
}

TEST_CASE("broken totals: over a quarter flows are summed, stocks are the last, and what was there is from before it") {
  Case c(kBalance);
  c.type.figures_from = ReportTypeId{"monthly"};
  c.type.id = ReportTypeId{"quarterly"};
  // a/b: 2 + (1 + 2 + 3) = (1 + 1 + 2) + 4; a/c: 0 + 3 = 3 against 2 + 0; a/d has no February.
  const auto now = c.month({gave("a/b", "1", "1", "2", "2024-01"), gave("a/b", "2", "1", "3", "2024-02"), gave("a/b", "3", "2", "4", "2024-03"),
                            gave("a/c", "1", "1", "0", "2024-01"), gave("a/c", "1", "1", "0", "2024-02"), gave("a/c", "1", "0", "0", "2024-03"),
                            gave("a/d", "9", "1", "0", "2024-01"), owed("a/d", "2024-02"), gave("a/d", "9", "1", "0", "2024-03")},
                           "2024-Q1");
  const auto then = c.month({gave("a/b", "5", "5", "7", "2023-11"), gave("a/b", "5", "5", "2", "2023-12"),
                             gave("a/c", "5", "5", "0", "2023-12"), gave("a/d", "5", "5", "0", "2023-12")},
                            "2023-Q4");
  CHECK(shown(find_broken_totals(c.store, now, &then)) ==
        "a: pending@previous 2 + received 9 = 11 | resolved 6 + pending 4 = 10 (1 of 2): "
        "a/c pending@previous 0 + received 3 = 3 | resolved 2 + pending 0 = 2\n");
  // A stock that was not given at the end is not taken from before the end.
  CHECK(shown(find_broken_totals(c.store, c.month({gave("a/c", "1", "0", "0", "2024-02"), gave("a/c", "1", "0", nullptr, "2024-03")}, "2024-Q1"),
                                 &then)) == "");
}

TEST_CASE("broken totals: a rule is judged only where all its figures belong, and by the indicators that are asked for") {
  Case c(kWithin);
  const auto report = c.month({gave("a/b", "1", "2")});
  const IndicatorId asked[] = {IndicatorId{"pending"}};
  CHECK(find_broken_totals(c.store, report, nullptr, asked).empty());
  const IndicatorId received[] = {IndicatorId{"pending"}, IndicatorId{"received"}};
  CHECK(find_broken_totals(c.store, report, nullptr, received).size() == 1);
  c.store.indicators.items[0].reports = std::vector{ReportTypeId{"weekly"}};
  CHECK(find_broken_totals(c.store, report, nullptr).empty());
}

TEST_CASE("broken totals: those of a gathered organisation under its name") {
  const Case c(kWithin);
  Consolidated report = c.month({});
  report.question.org = OrgId{"bdv"};
  report.gathered = {c.month({gave("a/b", "1", "2")})};
  const auto totals = find_broken_totals(c.store, report, nullptr);
  REQUIRE(totals.size() == 1);
  CHECK(totals[0].org == OrgId{"ccb"});
}

TEST_CASE("broken totals: as reckoned one by one, in stores by chance") {
  std::mt19937 chance(20240509);
  const auto upto = [&](unsigned most) { return static_cast<int>(chance() % (most + 1)); };
  int named = 0;
  for (int round = 0; round < 400; ++round) {
    const bool equal = upto(1) == 0;
    const Case c(rule("r", {"resolved"}, equal ? Relation::equals : Relation::at_most, {"received"}));
    Given given;
    std::vector<Delivery> deliveries;
    for (const char* area : {"a/d", "a/b/y", "a", "a/b", "a/c", "a/b/x"}) {
      const int received = upto(3);
      const int resolved = upto(3);
      const auto text = [](int value) { return std::to_string(value); };
      switch (upto(4)) {
        case 0: break;
        case 1: deliveries.push_back(filed(area, "2024-05", {figure("resolved", text(resolved).c_str())})); break;
        default:
          deliveries.push_back(gave(area, text(received).c_str(), text(resolved).c_str()));
          given[area] = {received, resolved};
      }
    }
    std::string expected;
    list_broken(given, "a", equal, expected);
    std::string found;
    for (const BrokenTotal& total : find_broken_totals(c.store, c.month(std::move(deliveries)), nullptr)) {
      found += total.area.str() + " " + to_string(total.judgement.sum_total) + "|" + to_string(total.judgement.other_total) + "\n";
      ++named;
    }
    CAPTURE(round);
    CHECK(found == expected);
  }
  CHECK(named > 300);
}

TEST_CASE("broken totals: which rules say something of several periods together") {
  const Case c(kWithin);
  const auto holds = [&](const Terms& sum, Relation relation, const Terms& other) {
    return holds_over_periods(rule("r", sum, relation, other), c.store.indicators);
  };
  CHECK(holds({"resolved"}, Relation::at_most, {"received"}));
  CHECK(holds({"pending"}, Relation::at_most, {"pending@previous"}));
  CHECK(holds({"pending@previous", "received"}, Relation::equals, {"resolved", "pending"}));
  CHECK(holds({"resolved"}, Relation::at_most, {"pending@previous", "received"}));
  // Received in any one month at most what is pending says nothing of their sum.
  CHECK_FALSE(holds({"received"}, Relation::at_most, {"pending"}));
  CHECK_FALSE(holds({"pending@previous"}, Relation::at_most, {"received"}));
  CHECK_FALSE(holds({"resolved"}, Relation::equals, {"pending@previous"}));
  CHECK_FALSE(holds({"received"}, Relation::at_most, {"received@previous"}));
}
