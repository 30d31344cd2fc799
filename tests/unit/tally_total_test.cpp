#include "nammo/tally.h"
#include "support/deliveries.h"

#include <doctest/doctest.h>

using namespace nammo;
using namespace nammo::test;

namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kStock = IndicatorKind::stock;

// DESIGN 6, vectors: the tree A(B(D,E),C) with the values A2 B1 C5 D299 E1.
struct Abc {
  Store store = figure_store({"a", "a/b", "a/b/d", "a/b/e", "a/c"});
  Indicator cases;
  std::vector<Delivery> deliveries;

  explicit Abc(AreaRule rule) : cases(indicator("cases", kFlow, rule)) {
    store.indicators.items = {cases};
    deliveries = {filed("a", "2024-05", {figure("cases", "2")}), filed("a/b", "2024-05", {figure("cases", "1")}),
                  filed("a/c", "2024-05", {figure("cases", "5")}), filed("a/b/d", "2024-05", {figure("cases", "299")}),
                  filed("a/b/e", "2024-05", {figure("cases", "1")})};
  }
  [[nodiscard]] std::string total(const char* area) const {
    return shown(Tally(store, deliveries).total(AreaId{area}, cases));
  }
};

}  // namespace

TEST_CASE("totals: with `add` every level counts its own cases") {
  const Abc tree(AreaRule::add);
  CHECK(tree.total("a") == "308 (5/5)");    // 2 + 1 + 5 + 299 + 1
  CHECK(tree.total("a/b") == "301 (3/3)");  // 1 + 299 + 1
  CHECK(tree.total("a/c") == "5 (1/1)");
}

TEST_CASE("totals: with `lowest` and `reconcile` only the lowest areas count") {
  for (const AreaRule rule : {AreaRule::lowest, AreaRule::reconcile}) {
    const Abc tree(rule);
    CHECK(tree.total("a") == "305 (3/3)");    // 5 + 299 + 1
    CHECK(tree.total("a/b") == "300 (2/2)");  // 299 + 1
    CHECK(tree.total("a/b/d") == "299 (1/1)");
  }
}

TEST_CASE("totals: a commune without hamlets that report is lowest itself") {
  Abc tree(AreaRule::lowest);
  tree.deliveries.resize(3);                // A, B, C
  CHECK(tree.total("a") == "6 (2/2)");      // B 1 + C 5
  CHECK(tree.total("a/b") == "1 (1/1)");
  CHECK(tree.total("a/b/d") == "- (0/0)");  // nobody asks it
}

TEST_CASE("totals: an area of which another's name is the beginning is not above it") {
  Store store = figure_store({"a", "a/ho", "a/ho-2", "a/ho/x"});
  const Indicator cases = indicator("cases", kFlow, AreaRule::lowest);
  store.indicators.items = {cases};
  const std::vector<Delivery> deliveries = {
      filed("a/ho", "2024-05", {figure("cases", "1")}), filed("a/ho-2", "2024-05", {figure("cases", "2")}),
      filed("a/ho/x", "2024-05", {figure("cases", "4")})};
  const Tally tally(store, deliveries);
  CHECK(shown(tally.total(AreaId{"a"}, cases)) == "6 (2/2)");     // x 4 + ho-2 2; ho has x below it
  CHECK(shown(tally.total(AreaId{"a/ho"}, cases)) == "4 (1/1)");  // without ho-2
}

TEST_CASE("totals: missing is not zero") {
  // Trap T5: 4, 0 and 7 of five areas are 11 of three, never 11 alone.
  Store store = figure_store({"a", "a/p1", "a/p2", "a/p3", "a/p4", "a/p5"});
  const Indicator cases = indicator("cases", kFlow, AreaRule::add);
  store.indicators.items = {cases};
  std::vector<Delivery> deliveries = {filed("a/p1", "2024-05", {figure("cases", "4")}),
                                      filed("a/p2", "2024-05", {figure("cases", "0")}), filed("a/p3"),
                                      filed("a/p4", "2024-05", {figure("cases", "7")}), owed("a/p5")};
  const auto total = [&](const char* area) { return shown(Tally(store, deliveries).total(AreaId{area}, cases)); };
  CHECK(total("a") == "11 (3/5)");
  CHECK(total("a/p2") == "0 (1/1)");
  CHECK(total("a/p3") == "- (0/1)");  // a report without the figure
  CHECK(total("a/p5") == "- (0/1)");  // no report
}

TEST_CASE("totals: a draft or a returned report gives nothing and is still expected") {
  Store store = figure_store({"a", "a/p1", "a/p2"});
  const Indicator cases = indicator("cases", kFlow, AreaRule::add);
  store.indicators.items = {cases};
  const std::vector<Delivery> deliveries = {draft(filed("a/p1", "2024-05", {figure("cases", "4")})),
                                            filed("a/p2", "2024-05", {figure("cases", "7")})};
  CHECK(shown(Tally(store, deliveries).total(AreaId{"a"}, cases)) == "7 (1/2)");
}

TEST_CASE("totals: posts are never counted, and a second obligation for the same file is the same") {
  Store store = figure_store({"a"});
  const Indicator cases = indicator("cases", kFlow, AreaRule::add);
  store.indicators.items = {cases};
  Delivery post = filed("a", "2024-05", {figure("cases", "9")});
  post.obligation.kind = ObligationKind::post;
  const Delivery once = filed("a", "2024-05", {figure("cases", "4")});
  const std::vector<Delivery> deliveries = {draft(once), post, once, once};
  CHECK(shown(Tally(store, deliveries).total(AreaId{"a"}, cases)) == "4 (1/1)");
}

TEST_CASE("totals: an indicator of other report types is not asked for") {
  Store store = figure_store({"a"});
  Indicator weekly = indicator("cases", kFlow, AreaRule::add);
  weekly.reports = std::vector{ReportTypeId{"weekly"}};
  store.indicators.items = {weekly};
  const std::vector<Delivery> deliveries = {filed("a", "2024-05", {figure("cases", "9")})};
  CHECK(shown(Tally(store, deliveries).total(AreaId{"a"}, weekly)) == "- (0/0)");
}

TEST_CASE("totals: of nothing are empty") {
  Store store = figure_store({"a"});
  const Indicator cases = indicator("cases", kStock, AreaRule::lowest);
  store.indicators.items = {cases};
  const Tally tally(store, {});
  CHECK(shown(tally.total(AreaId{"a"}, cases)) == "- (0/0)");
  CHECK(tally.own(AreaId{"a"}, *parse_period("2024-05"), cases).status == OwnValue::Status::not_collected);
}

TEST_CASE("totals: a part that is estimated makes the total an estimate") {
  Store store = figure_store({"a", "a/p1", "a/p2"});
  const Indicator cases = indicator("cases", kFlow, AreaRule::add);
  store.indicators.items = {cases};
  const std::vector<Delivery> deliveries = {filed("a/p1", "2024-05", {figure("cases", "4", true)}),
                                            filed("a/p2", "2024-05", {figure("cases", "7")})};
  const Tally tally(store, deliveries);
  CHECK(shown(tally.total(AreaId{"a"}, cases)) == "11 (2/2) estimate");
  CHECK(shown(tally.total(AreaId{"a/p2"}, cases)) == "7 (1/1)");
}

TEST_CASE("nil: what is zero when nil is zero in its total and every code, unless given at all") {
  Store store = figure_store({"a", "a/b", "a/b/c", "a/b/d", "a/b/e"});
  const Indicator received = petitions();
  const Indicator members = indicator("members", kStock, AreaRule::lowest);
  store.indicators.items = {received, members};
  const std::vector<Delivery> deliveries = {
      nil("a/b/c"), nil("a/b/d", "2024-05", {by_code("petitions", {{"complaint", "3"}})}), filed("a/b/e")};
  const Tally tally(store, deliveries);
  const auto total = [&](const char* area, const char* code) {
    return shown(tally.total(AreaId{area}, received, CodeId{code}));
  };
  CHECK(total("a/b/c", "") == "0 (1/1)");
  CHECK(total("a/b/c", "recommendation") == "0 (1/1)");
  CHECK(total("a/b/d", "") == "3 (1/1)");
  CHECK(total("a/b/d", "recommendation") == "- (0/1)");  // something was given, and not this
  CHECK(total("a/b/e", "") == "- (0/1)");                // not a nil report
  CHECK(total("a/b", "") == "3 (2/3)");
  CHECK(total("a/b", "complaint") == "3 (2/3)");
  CHECK(total("a/b", "denunciation") == "0 (1/3)");
  CHECK(shown(tally.total(AreaId{"a/b/c"}, members)) == "- (0/1)");  // not declared zero when nil
}

TEST_CASE("nil: what was given but cannot be read is missing, not zero") {
  Store store = figure_store({"a"});
  Indicator cases = indicator("cases", kFlow, AreaRule::add);
  cases.zero_when_nil = true;
  store.indicators.items = {cases, petitions()};
  const std::vector<Delivery> deliveries = {nil("a", "2024-05", {Figure{cases.id, {}, {}, false, {}}, by_code("petitions", {})})};
  const Tally tally(store, deliveries);
  CHECK(shown(tally.total(AreaId{"a"}, cases)) == "- (0/1)");
  CHECK(shown(tally.total(AreaId{"a"}, petitions())) == "- (0/1)");
}

TEST_CASE("codes: the total is the sum of the codes given") {
  Store store = figure_store({"a", "a/b"});
  const Indicator received = petitions();
  store.indicators.items = {received};
  const std::vector<Delivery> deliveries = {
      filed("a", "2024-05", {by_code("petitions", {{"complaint", "1"}, {"recommendation", "3"}})}),
      filed("a/b", "2024-05", {by_code("petitions", {{"recommendation", "5"}, {"unheard-of", "70"}})})};
  const Tally tally(store, deliveries);
  CHECK(shown(tally.total(AreaId{"a"}, received)) == "9 (2/2)");  // 1 + 3 + 5; what is no code is nothing
  CHECK(shown(tally.total(AreaId{"a"}, received, CodeId{"complaint"})) == "1 (1/2)");
  CHECK(shown(tally.total(AreaId{"a"}, received, CodeId{"recommendation"})) == "8 (2/2)");
  CHECK(shown(tally.total(AreaId{"a"}, received, CodeId{"denunciation"})) == "- (0/2)");
  CHECK(shown(tally.total(AreaId{"a"}, received, CodeId{"unheard-of"})) == "- (0/2)");
}

TEST_CASE("codes: a confidential one is left out below its level and included from there up") {
  Store store = figure_store({"a", "a/b", "a/b/c", "a/b/d"});
  const Indicator received = petitions();
  store.indicators.items = {received};
  const std::vector<Delivery> deliveries = {
      owed("a"), owed("a/b"), filed("a/b/c", "2024-05", {by_code("petitions", {{"complaint", "2"}, {"denunciation", "1"}})}),
      filed("a/b/d", "2024-05", {by_code("petitions", {{"denunciation", "4"}})})};
  const Tally tally(store, deliveries);
  const Code& secret = store.codes.at(received.by).codes[1];
  const auto total = [&](const char* area, const CodeId& code) { return shown(tally.total(AreaId{area}, received, code)); };
  CHECK(total("a/b/c", {}) == "2 (1/1)");
  CHECK(total("a/b/c", secret.id) == "- (0/1)");
  CHECK(total("a/b/d", {}) == "- (0/1)");  // nothing that may be shown
  CHECK(total("a/b", {}) == "7 (2/3)");    // 2 + 1 + 4
  CHECK(total("a/b", secret.id) == "5 (2/3)");
  CHECK(total("a", {}) == "7 (2/4)");

  CHECK(tally.withheld(AreaId{"a/b/c"}, secret));
  CHECK_FALSE(tally.withheld(AreaId{"a/b"}, secret));
  CHECK_FALSE(tally.withheld(AreaId{"a/b/c"}, store.codes.at(received.by).codes[0]));
  CHECK(tally.withheld(AreaId{"nobody-knows"}, secret));
}

TEST_CASE("codes: without a level from which they may be shown, none is withheld") {
  Store store = figure_store({"a", "a/b", "a/b/c"});
  store.settings.confidential_from = {};
  const Indicator received = petitions();
  store.indicators.items = {received};
  const std::vector<Delivery> deliveries = {filed("a/b/c", "2024-05", {by_code("petitions", {{"denunciation", "4"}})})};
  const Tally tally(store, deliveries);
  CHECK(shown(tally.total(AreaId{"a/b/c"}, received)) == "4 (1/1)");
  CHECK_FALSE(tally.withheld(AreaId{"a/b/c"}, store.codes.at(received.by).codes[1]));
}

TEST_CASE("derived: figures are reckoned from the report's activities") {
  Store store = figure_store({"a", "a/b"});
  const auto derived = [](const char* id, DerivedFrom::Sum sum) {
    Indicator result = indicator(id, kFlow, AreaRule::add);
    result.from = DerivedFrom{CodeId{"propaganda"}, sum};
    return result;
  };
  const Indicator listeners = derived("listeners", DerivedFrom::Sum::people);
  const Indicator sessions = derived("sessions", DerivedFrom::Sum::count);
  const Indicator entries = derived("entries", DerivedFrom::Sum::entries);
  store.indicators.items = {listeners, sessions, entries};

  const auto activity = [](const char* kind, std::optional<int> count, std::optional<int> people) {
    Activity result;
    result.kind = CodeId{kind};
    result.count = count;
    result.people = people;
    return result;
  };
  // A figure given as well is an error of its own; the entries are what counts.
  Delivery busy = filed("a", "2024-05", {figure("listeners", "999", true)});
  busy.filing.report->activities = {activity("propaganda", 3, 62), activity("propaganda", {}, 48),
                                    activity("propaganda", 2, {}), activity("patrol", 5, 10)};
  std::vector<Delivery> deliveries = {busy, nil("a/b")};
  const Tally tally(store, deliveries);
  CHECK(shown(tally.total(AreaId{"a"}, listeners)) == "110 (2/2)");  // 62 + 48
  CHECK(shown(tally.total(AreaId{"a"}, sessions)) == "6 (2/2)");     // 3 + 1 + 2: without a count it is one
  CHECK(shown(tally.total(AreaId{"a"}, entries)) == "3 (2/2)");
  CHECK(shown(tally.total(AreaId{"a/b"}, listeners)) == "0 (1/1)");  // a report without such entries
  deliveries[1] = draft(deliveries[1]);
  CHECK(shown(Tally(store, deliveries).total(AreaId{"a/b"}, listeners)) == "- (0/1)");
}
