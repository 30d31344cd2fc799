#include "nammo/comparison.h"

#include <doctest/doctest.h>

#include "support/deliveries.h"

using namespace nammo;
using namespace nammo::test;

namespace {

Period period(const char* name) { return parse_period(name).value(); }

// "20 - 11 = 9; 2 common: 15 - 11 = 4"
std::string shown(const Comparison& c) {
  const auto text = [](const std::optional<Decimal>& value) { return value ? to_string(*value) : std::string("-"); };
  return text(c.now.value) + " - " + text(c.then.value) + " = " + text(c.difference) + "; " + std::to_string(c.common) +
         " common: " + text(c.common_now) + " - " + text(c.common_then) + " = " + text(c.change);
}

Consolidated report(std::vector<Delivery> deliveries) {
  Consolidated result;
  result.deliveries = std::move(deliveries);
  return result;
}

}  // namespace

TEST_CASE("comparison: the period before and the one a year earlier") {
  CHECK(period_against(period("2024-W01"), Against::previous) == period("2023-W52"));
  CHECK(period_against(period("2024-W19"), Against::last_year) == period("2023-W19"));
  CHECK(period_against(period("2024-01"), Against::previous) == period("2023-12"));
  CHECK(period_against(period("2024-Q2"), Against::last_year) == period("2023-Q2"));
  CHECK_FALSE(period_against(period("2026-W53"), Against::last_year));  // 2025 has 52 weeks
  CHECK_FALSE(period_against(period("2024-05-20.1"), Against::previous));
}

TEST_CASE("comparison: a unit that is silent once changes the totals, not the change (T5)") {
  const Store store = figure_store({"a", "a/b", "a/c", "a/d"});
  const Indicator flow = indicator("petitions", IndicatorKind::flow, AreaRule::add);
  Store with = store;
  with.indicators.items = {flow};
  const auto now = report({filed("a/b", "2024-06", {figure("petitions", "4")}), filed("a/c", "2024-06", {figure("petitions", "11")}),
                           filed("a/d", "2024-06", {figure("petitions", "5")})});
  const auto then = report({filed("a/b", "2024-05", {figure("petitions", "3")}), filed("a/c", "2024-05", {figure("petitions", "8")}),
                            owed("a/d", "2024-05")});
  const Comparer comparer(with, now, then);
  CHECK(shown(comparer.compare(AreaId{"a"}, flow)) == "20 - 11 = 9; 2 common: 15 - 11 = 4");
  CHECK(shown(comparer.compare(AreaId{"a/d"}, flow)) == "5 - - = -; 0 common: - - - = -");
}

TEST_CASE("comparison: over several periods an area is common when it gave the figure each time") {
  Store store = figure_store({"a", "a/b", "a/c"});
  const Indicator flow = indicator("petitions", IndicatorKind::flow, AreaRule::add);
  store.indicators.items = {flow};
  const auto now = report({filed("a/b", "2024-05", {figure("petitions", "1")}), filed("a/b", "2024-06", {figure("petitions", "2")}),
                           filed("a/c", "2024-05", {figure("petitions", "10")}), filed("a/c", "2024-06", {figure("petitions", "20")})});
  const auto then = report({filed("a/b", "2024-03", {figure("petitions", "5")}), filed("a/b", "2024-04", {figure("petitions", "5")}),
                            filed("a/c", "2024-03", {figure("petitions", "7")}), owed("a/c", "2024-04")});
  CHECK(shown(Comparer(store, now, then).compare(AreaId{"a"}, flow)) == "33 - 17 = 16; 1 common: 3 - 10 = -7");
}

TEST_CASE("comparison: a claim above does not count beside those below, and stocks are compared by their last") {
  Store store = figure_store({"a", "a/b", "a/c"});
  const Indicator households = indicator("households", IndicatorKind::stock, AreaRule::reconcile);
  store.indicators.items = {households};
  const auto month = [](const char* name, const char* b, const char* c) {
    return report({filed("a", name, {figure("households", "999")}), filed("a/b", name, {figure("households", b)}),
                   filed("a/c", name, {figure("households", c)})});
  };
  const auto now = month("2024-06", "12", "30");
  const auto then = month("2024-05", "10", "29");
  CHECK(shown(Comparer(store, now, then).compare(AreaId{"a"}, households)) == "42 - 39 = 3; 2 common: 42 - 39 = 3");
  const auto silent = report({filed("a", "2024-05", {figure("households", "999")}), owed("a/b", "2024-05"), owed("a/c", "2024-05")});
  CHECK(shown(Comparer(store, silent, silent).compare(AreaId{"a"}, households)) == "- - - = -; 0 common: - - - = -");
}

TEST_CASE("comparison: a ratio is recomputed over the common areas, and compared in points") {
  Store store = figure_store({"a", "a/b", "a/c"});
  Indicator ratio = indicator("progress", IndicatorKind::ratio, AreaRule::add);
  ratio.numerator = IndicatorId{"done"};
  ratio.denominator = IndicatorId{"assigned"};
  ratio.unit = {"%", "%"};
  store.indicators.items = {indicator("done", IndicatorKind::flow, AreaRule::add), indicator("assigned", IndicatorKind::flow, AreaRule::add), ratio};
  const auto now = report({filed("a/b", "2024-06", {figure("done", "9"), figure("assigned", "10")}),
                           filed("a/c", "2024-06", {figure("done", "1"), figure("assigned", "90")})});
  const auto then = report({filed("a/b", "2024-05", {figure("done", "8"), figure("assigned", "10")}), owed("a/c", "2024-05")});
  CHECK(shown(Comparer(store, now, then).compare(AreaId{"a"}, ratio)) == "10 - 80 = -70; 1 common: 90 - 80 = 10");
}
