#include "nammo/tally.h"
#include "support/deliveries.h"

#include <doctest/doctest.h>

using namespace nammo;
using namespace nammo::test;

namespace {

constexpr const char* kMonths[] = {"2024-01", "2024-02", "2024-03"};

struct Case {
  Store store = figure_store({"a", "a/p", "a/q", "a/q/x", "a/q/y"});
  Indicator asked;
  std::vector<Delivery> deliveries;

  Case(IndicatorKind kind, AreaRule rule) : asked(indicator("figure", kind, rule)) { store.indicators.items = {asked}; }

  // What `area` gave in January, February, March; "-": no report, "": no obligation.
  void over_quarter(const char* area, std::initializer_list<const char*> values) {
    int month = 0;
    for (const std::string value : values) {
      const char* period = kMonths[month++];
      if (value == "-") deliveries.push_back(owed(area, period));
      if (value != "-" && !value.empty()) deliveries.push_back(filed(area, period, {figure("figure", value.c_str())}));
    }
  }
  [[nodiscard]] std::string total(const char* area = "a") const {
    return shown(Tally(store, deliveries).total(AreaId{area}, asked));
  }
};

}  // namespace

TEST_CASE("periods: a flow is summed over areas and periods, and counts their pairs") {
  Case flow(IndicatorKind::flow, AreaRule::add);
  flow.over_quarter("a/p", {"4", "-", "2"});
  flow.over_quarter("a/q", {"1", "3", "-"});
  CHECK(flow.total() == "10 (4/6)");  // 4 + 2 + 1 + 3
  CHECK(flow.total("a/p") == "6 (2/3)");
}

TEST_CASE("periods: a stock is the last value, not the sum") {
  // Trap T2 and DESIGN 6, vectors: 120, 121, 119 members in three months are 119, not 360.
  for (const IndicatorKind kind : {IndicatorKind::stock, IndicatorKind::ytd}) {
    Case stock(kind, AreaRule::lowest);
    stock.over_quarter("a/p", {"120", "121", "119"});
    CHECK(stock.total() == "119 (1/1)");
    stock.over_quarter("a/q", {"70", "75", "80"});
    CHECK(stock.total() == "199 (2/2)");  // 119 + 80
  }
}

TEST_CASE("periods: a last value from before the end says of when it is") {
  // Trap T3: silent in March, so 121 as of February.
  Case stock(IndicatorKind::stock, AreaRule::lowest);
  stock.over_quarter("a/p", {"120", "121", "-"});
  CHECK(stock.total() == "121 (1/1) as of 2024-02");
  stock.over_quarter("a/q", {"80", "-", "-"});
  CHECK(stock.total() == "201 (2/2) as of 2024-01");  // the oldest that contributed
  CHECK(stock.total("a/p") == "121 (1/1) as of 2024-02");
}

TEST_CASE("periods: nothing in the whole range is missing") {
  Case stock(IndicatorKind::stock, AreaRule::add);
  stock.over_quarter("a/p", {"-", "-", "-"});
  CHECK(stock.total() == "- (0/1)");
}

TEST_CASE("periods: an area closed before the end has no stock there, but its flow") {
  for (const auto& [kind, expected] : {std::pair{IndicatorKind::stock, "80 (1/1)"}, std::pair{IndicatorKind::flow, "430 (4/4)"}}) {
    Case closed(kind, AreaRule::lowest);
    closed.over_quarter("a/p", {"120", "", ""});
    closed.over_quarter("a/q", {"110", "120", "80"});
    CHECK(closed.total() == expected);  // flow: 120 + 110 + 120 + 80
  }
}

TEST_CASE("periods: the last period is that of the whole asked area, for each row of its report") {
  Case stock(IndicatorKind::stock, AreaRule::lowest);
  stock.over_quarter("a/p", {"120", "121", ""});
  CHECK(stock.total("a/p") == "121 (1/1)");  // asked about p alone, which owes nothing in March
  stock.over_quarter("a/q", {"70", "75", "80"});
  CHECK(stock.total() == "80 (1/1)");
  CHECK(stock.total("a/p") == "- (0/0)");  // so that the rows add up: p has no members at the quarter's end
}

TEST_CASE("periods: who is lowest is told for each period") {
  // q counts itself in January, its hamlets x and y from February on.
  const auto split = [](IndicatorKind kind) {
    Case result(kind, AreaRule::lowest);
    result.over_quarter("a/q", {"100", "900", "900"});  // 900: entered at the wrong level
    result.over_quarter("a/q/x", {"", "60", "61"});
    result.over_quarter("a/q/y", {"", "-", "-"});
    return result;
  };
  CHECK(split(IndicatorKind::flow).total() == "221 (3/5)");  // 100 + 60 + 61 of q, x, y, x, y
  CHECK(split(IndicatorKind::stock).total() == "61 (1/2)");
  // The other way: the hamlets are merged back, and their last values are gone with them.
  Case merged(IndicatorKind::stock, AreaRule::lowest);
  merged.over_quarter("a/q", {"900", "900", "-"});
  merged.over_quarter("a/q/x", {"60", "61", ""});
  CHECK(merged.total() == "- (0/1)");
}

TEST_CASE("periods: a stock by codes is the last value of each, its total their sum") {
  Store store = figure_store({"a"});
  Indicator pending = petitions("pending", IndicatorKind::stock);
  store.indicators.items = {pending};
  const std::vector<Delivery> deliveries = {
      filed("a", "2024-01", {by_code("pending", {{"complaint", "2"}, {"recommendation", "3"}})}),
      filed("a", "2024-02", {by_code("pending", {{"complaint", "1"}})}), nil("a", "2024-03"), owed("a", "2024-04")};
  const auto total = [&](std::size_t months, const char* code) {
    return shown(Tally(store, std::span(deliveries).first(months)).total(AreaId{"a"}, pending, CodeId{code}));
  };
  CHECK(total(2, "complaint") == "1 (1/1)");
  CHECK(total(2, "recommendation") == "3 (1/1) as of 2024-01");
  CHECK(total(2, "") == "4 (1/1) as of 2024-01");  // 1 + 3: February did not say that there are no more of January's 3
  CHECK(total(3, "recommendation") == "0 (1/1)");
  CHECK(total(4, "") == "0 (1/1) as of 2024-03");
}

TEST_CASE("periods: only the value that is used makes a stock an estimate") {
  Case stock(IndicatorKind::stock, AreaRule::lowest);
  stock.deliveries = {filed("a/p", "2024-01", {figure("figure", "120", true)}),
                      filed("a/p", "2024-02", {figure("figure", "121")})};
  CHECK(stock.total() == "121 (1/1)");
  stock.deliveries[1] = owed("a/p", "2024-02");
  CHECK(stock.total() == "120 (1/1) as of 2024-01 estimate");
}

TEST_CASE("periods: a week after the year's end comes after the year's last week") {
  Case stock(IndicatorKind::stock, AreaRule::lowest);
  stock.deliveries = {filed("a/p", "2027-W01", {figure("figure", "8")}), filed("a/p", "2026-W53", {figure("figure", "7")})};
  CHECK(stock.total() == "8 (1/1)");
}
