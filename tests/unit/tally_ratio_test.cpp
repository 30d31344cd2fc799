#include "nammo/tally.h"
#include "support/deliveries.h"
#include "tally/exact.h"

#include <doctest/doctest.h>

using namespace nammo;
using namespace nammo::test;

namespace {

std::string divided(const char* above, const char* below, int shift = 0) {
  const auto value = divide(*parse_decimal(above), *parse_decimal(below), shift);
  return value ? to_string(*value) : "-";
}

struct Progress {
  Store store = figure_store({"a", "a/p", "a/q"});
  Indicator done = indicator("done", IndicatorKind::flow, AreaRule::add);
  Indicator assigned = indicator("assigned", IndicatorKind::flow, AreaRule::add);
  Indicator progress = indicator("progress", IndicatorKind::ratio, AreaRule::none);
  std::vector<Delivery> deliveries;

  explicit Progress(IndicatorKind kind = IndicatorKind::flow) {
    done.kind = assigned.kind = kind;
    progress.unit = {"%", "%"};
    progress.numerator = done.id;
    progress.denominator = assigned.id;
    store.indicators.items = {done, assigned, progress};
  }
  void give(const char* area, const char* period, const char* above, const char* below) {
    deliveries.push_back(filed(area, period, {figure("done", above), figure("assigned", below)}));
  }
  [[nodiscard]] std::string total(const char* area = "a") const {
    return shown(Tally(store, deliveries).total(AreaId{area}, progress));
  }
};

}  // namespace

TEST_CASE("ratios: recomputed from the sums, never an average of ratios") {
  // Trap T4 and DESIGN 6, vectors: (9 + 1) / (10 + 90) = 10 %, not (90 % + 1.1 %) / 2.
  Progress ratio;
  ratio.give("a/p", "2024-05", "9", "10");
  ratio.give("a/q", "2024-05", "1", "90");
  CHECK(ratio.total() == "10 (2/2)");
  CHECK(ratio.total("a/p") == "90 (1/1)");
  CHECK(ratio.total("a/q") == "1.111111 (1/1)");
}

TEST_CASE("ratios: over periods recomputed from the sums too") {
  Progress ratio;
  ratio.give("a/p", "2024-01", "9", "10");
  ratio.give("a/p", "2024-02", "1", "90");
  CHECK(ratio.total() == "10 (2/2)");
}

TEST_CASE("ratios: expected and reported are the numerator's; without a denominator there is no value") {
  Progress ratio;
  ratio.deliveries = {filed("a/p", "2024-05", {figure("done", "3")}), owed("a/q")};
  CHECK(ratio.total() == "- (1/2)");
  ratio.deliveries[1] = filed("a/q", "2024-05", {figure("assigned", "0")});
  CHECK(ratio.total() == "- (1/2)");  // of zero
  ratio.deliveries[1] = filed("a/q", "2024-05", {figure("assigned", "4")});
  CHECK(ratio.total() == "75 (1/2)");
  CHECK(ratio.total("a/q") == "- (0/1)");
}

TEST_CASE("ratios: as of and estimate are those of either part") {
  Progress ratio(IndicatorKind::stock);
  ratio.deliveries = {filed("a/p", "2024-01", {figure("done", "1"), figure("assigned", "4", true)}),
                      filed("a/p", "2024-02", {figure("done", "2")})};
  CHECK(ratio.total() == "50 (1/1) as of 2024-01 estimate");
}

TEST_CASE("ratios: a unit other than % is not times 100, and a ratio of ratios is none") {
  Progress ratio;
  ratio.give("a/p", "2024-05", "9", "4");
  ratio.progress.unit = {"người/hộ", "people per household"};
  CHECK(ratio.total() == "2.25 (1/1)");
  ratio.progress.numerator = ratio.progress.id;
  CHECK(ratio.total() == "- (0/0)");
}

TEST_CASE("ratios: one of the quarterly report alone is recomputed from what the monthly ones gave") {
  Progress ratio;
  ratio.give("a/p", "2024-01", "9", "10");
  ratio.progress.reports = std::vector{ReportTypeId{"quarterly"}};
  CHECK(ratio.total() == "90 (1/1)");
}

TEST_CASE("ratios: by codes, a part that goes by none gives its total") {
  Progress ratio;
  ratio.done.by = ratio.progress.by = CodeListId{"petition-kinds"};
  ratio.store.indicators.items = {ratio.done, ratio.assigned, ratio.progress};
  ratio.deliveries = {filed("a/p", "2024-05", {by_code("done", {{"complaint", "1"}, {"recommendation", "2"}}), figure("assigned", "8")})};
  const Tally tally(ratio.store, ratio.deliveries);
  CHECK(shown(tally.total(AreaId{"a"}, ratio.progress, CodeId{"complaint"})) == "12.5 (1/1)");
  CHECK(shown(tally.total(AreaId{"a"}, ratio.progress)) == "37.5 (1/1)");  // 3 of 8
}

TEST_CASE("exact: division rounds half away from zero at six decimals") {
  CHECK(divided("1", "3") == "0.333333");
  CHECK(divided("2", "3") == "0.666667");
  CHECK(divided("2", "3", 2) == "66.666667");
  CHECK(divided("1", "2000000") == "0.000001");   // 0.0000005
  CHECK(divided("-1", "2000000") == "-0.000001");
  CHECK(divided("1", "2000001") == "0");          // 0.00000049…
  CHECK(divided("-1", "-4") == "0.25");
  CHECK(divided("1", "-4") == "-0.25");
  CHECK(divided("0.5", "0.25") == "2");
  CHECK(divided("1", "0.0001", 2) == "1000000");  // 1 / 0.0001 × 100
  CHECK(divided("0", "7") == "0");
  CHECK(divided("7", "0") == "-");
}

TEST_CASE("exact: numbers at the limits neither overflow nor lose their place") {
  CHECK(divided("999999999999", "0.00000000001", 0) == "-");       // 10^23 does not fit
  CHECK(divided("0.00000000001", "999999999999", 2) == "0");
  CHECK(divided("999999999999", "0.001", 2) == "99999999999900000");  // × 10^3 × 10^2
  ExactSum sum;
  for (int i = 0; i < 124'800; ++i) sum.add(*parse_decimal("999999999999"));
  CHECK(to_string(*sum.value()) == "124799999999875200");  // 124800 × 10^12 − 124800
  sum.add(*parse_decimal("0.5"));
  CHECK(to_string(*sum.value()) == "124799999999875200.5");
  sum.add(*parse_decimal("0.04"));
  CHECK(to_string(*sum.value()) == "124799999999875200.5");  // 20 digits: one decimal too many
}

TEST_CASE("exact: decimals are added without a trace of binary fractions") {
  ExactSum sum;
  for (const char* part : {"0.1", "0.2", "1.25", "-0.05"}) sum.add(*parse_decimal(part));
  CHECK(to_string(*sum.value()) == "1.50");
  CHECK(sum.sign() == 1);
  sum.subtract(*parse_decimal("1.5"));
  CHECK(sum.sign() == 0);
}
