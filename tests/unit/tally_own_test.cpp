#include "nammo/tally.h"
#include "support/deliveries.h"

#include <doctest/doctest.h>

using namespace nammo;
using namespace nammo::test;

namespace {

const Period kMay = *parse_period("2024-05");

// "4", "4 estimate", "missing", "x"
std::string own_shown(const OwnValue& own) {
  if (own.status == OwnValue::Status::missing) return "missing";
  if (own.status == OwnValue::Status::not_collected) return "x";
  return to_string(own.value.value()) + (own.estimate ? " estimate" : "");
}

std::string claim_shown(const std::optional<Claim>& claim) {
  return claim ? to_string(claim->claimed) + " against " + to_string(claim->below) : "-";
}

}  // namespace

TEST_CASE("own: what each level gives, and what it is not asked for") {
  Store store = figure_store({"a", "a/b", "a/b/c", "a/b/d", "a/e"});
  const Indicator cases = indicator("cases", IndicatorKind::flow, AreaRule::add);
  const Indicator members = indicator("members", IndicatorKind::stock, AreaRule::lowest);
  const Indicator households = indicator("households", IndicatorKind::stock, AreaRule::reconcile);
  Indicator weekly = indicator("weekly-only", IndicatorKind::flow, AreaRule::add);
  weekly.reports = std::vector{ReportTypeId{"weekly"}};
  store.indicators.items = {cases, members, households, weekly};
  const std::vector<Delivery> deliveries = {
      filed("a/b", "2024-05", {figure("cases", "2"), figure("members", "900"), figure("households", "50")}),
      filed("a/b/c", "2024-05", {figure("cases", "4", true), figure("members", "154")}), owed("a/b/d"), filed("a/e")};
  const Tally tally(store, deliveries);
  const auto own = [&](const char* area, const Indicator& asked) {
    return own_shown(tally.own(AreaId{area}, kMay, asked));
  };
  CHECK(own("a/b", cases) == "2");
  CHECK(own("a/b/c", cases) == "4 estimate");
  CHECK(own("a/b/d", cases) == "missing");
  CHECK(own("a/b/c", members) == "154");
  CHECK(own("a/b", members) == "x");  // entered at the wrong level: not asked there
  CHECK(own("a", members) == "x");    // without an obligation of its own, but with some below
  CHECK(own("a", cases) == "missing");
  CHECK(own("a/e", members) == "missing");  // lowest itself
  CHECK(own("a/b", households) == "50");    // a claim
  CHECK(own("a", households) == "x");       // no claim, and none asked for
  CHECK(own("a/b/c", households) == "missing");
  CHECK(own("a/b", weekly) == "x");
  CHECK(own_shown(tally.own(AreaId{"a/b"}, *parse_period("2024-06"), members)) == "missing");
}

TEST_CASE("own: each period by itself") {
  Store store = figure_store({"a"});
  const Indicator cases = indicator("cases", IndicatorKind::stock, AreaRule::add);
  store.indicators.items = {cases};
  const std::vector<Delivery> deliveries = {filed("a", "2024-04", {figure("cases", "4")}), filed("a", "2024-05"),
                                            filed("a", "2024-06", {figure("cases", "6")})};
  const Tally tally(store, deliveries);
  const auto own = [&](const char* period) { return own_shown(tally.own(AreaId{"a"}, *parse_period(period), cases)); };
  CHECK(own("2024-04") == "4");
  CHECK(own("2024-05") == "missing");  // no stock is carried over
  CHECK(own("2024-06") == "6");
}

TEST_CASE("own: codes, and the total without what is confidential") {
  Store store = figure_store({"a", "a/b", "a/b/c"});
  const Indicator received = petitions();
  store.indicators.items = {received};
  const auto codes = by_code("petitions", {{"complaint", "2"}, {"denunciation", "1"}});
  const std::vector<Delivery> deliveries = {filed("a/b", "2024-05", {codes}), filed("a/b/c", "2024-05", {codes})};
  const Tally tally(store, deliveries);
  const auto own = [&](const char* area, const char* code) {
    return own_shown(tally.own(AreaId{area}, kMay, received, CodeId{code}));
  };
  CHECK(own("a/b", "") == "3");
  CHECK(own("a/b", "denunciation") == "1");
  CHECK(own("a/b/c", "") == "2");
  CHECK(own("a/b/c", "denunciation") == "missing");
  CHECK(own("a/b/c", "complaint") == "2");
}

TEST_CASE("own: a ratio from the report's own parts") {
  Store store = figure_store({"a", "a/b", "a/b/c"});
  const Indicator cases = indicator("cases", IndicatorKind::flow, AreaRule::add);
  const Indicator members = indicator("members", IndicatorKind::stock, AreaRule::lowest);
  Indicator ratio = indicator("ratio", IndicatorKind::ratio, AreaRule::none);
  ratio.unit = {"%", "%"};
  ratio.numerator = cases.id;
  ratio.denominator = members.id;
  store.indicators.items = {cases, members, ratio};
  std::vector<Delivery> deliveries = {filed("a/b", "2024-05", {figure("cases", "2")}),
                                      filed("a/b/c", "2024-05", {figure("cases", "1"), figure("members", "8", true)})};
  const Tally tally(store, deliveries);
  CHECK(own_shown(tally.own(AreaId{"a/b/c"}, kMay, ratio)) == "12.5 estimate");
  CHECK(own_shown(tally.own(AreaId{"a/b"}, kMay, ratio)) == "x");  // its members are not asked for
  CHECK(shown(tally.total(AreaId{"a/b"}, ratio)) == "37.5 (2/2) estimate");  // (2 + 1) / 8
  deliveries[1] = owed("a/b/c");
  CHECK(own_shown(Tally(store, deliveries).own(AreaId{"a/b/c"}, kMay, ratio)) == "missing");
}

TEST_CASE("claims: a value higher up against the sum below, once all below gave it") {
  Store store = figure_store({"a", "a/b", "a/b/c", "a/b/d"});
  const Indicator households = indicator("households", IndicatorKind::stock, AreaRule::reconcile);
  const Indicator members = indicator("members", IndicatorKind::stock, AreaRule::lowest);
  store.indicators.items = {households, members};
  std::vector<Delivery> deliveries = {
      filed("a", "2024-05"), filed("a/b", "2024-05", {figure("households", "50"), figure("members", "9")}),
      filed("a/b/c", "2024-05", {figure("households", "20"), figure("members", "9")}),
      filed("a/b/d", "2024-05", {figure("households", "31"), figure("members", "9")}),
      filed("a/b/c", "2024-06", {figure("households", "700")})};
  const auto claim = [&](const char* area, const Indicator& asked) {
    return claim_shown(Tally(store, deliveries).claim(AreaId{area}, kMay, asked));
  };
  CHECK(claim("a/b", households) == "50 against 51");  // 20 + 31, of May alone
  CHECK(claim("a", households) == "-");                // made no claim
  CHECK(claim("a/b/c", households) == "-");            // nothing below it
  CHECK(claim("a/b", members) == "-");                 // not reconciled at all
  CHECK(shown(Tally(store, std::span(deliveries).first(4)).total(AreaId{"a"}, households)) == "51 (2/2)");
  deliveries[3] = filed("a/b/d", "2024-05");
  CHECK(claim("a/b", households) == "-");  // not all below gave it
  deliveries[3] = owed("a/b/d");
  CHECK(claim("a/b", households) == "-");
}

TEST_CASE("figure_in: a report by itself, confidential codes included") {
  Store store = figure_store({"a", "a/b", "a/b/c"});
  const Indicator received = petitions();
  const Indicator members = indicator("members", IndicatorKind::stock, AreaRule::lowest);
  Indicator listeners = indicator("listeners", IndicatorKind::flow, AreaRule::add);
  listeners.from = DerivedFrom{CodeId{"propaganda"}, DerivedFrom::Sum::people};
  Indicator ratio = indicator("ratio", IndicatorKind::ratio, AreaRule::none);
  ratio.numerator = received.id;
  ratio.denominator = members.id;
  store.indicators.items = {received, members, listeners, ratio};
  const Report full = *filed("a/b/c", "2024-05", {by_code("petitions", {{"complaint", "2"}, {"denunciation", "1"}}),
                                                  figure("members", "12")}).filing.report;
  const Report empty = *nil("a/b/c").filing.report;
  const auto in = [&](const Report& report, const Indicator& asked, const char* code = "") {
    const auto value = figure_in(report, asked, CodeId{code}, store);
    return value ? to_string(*value) : "-";
  };
  CHECK(in(full, received) == "3");
  CHECK(in(full, received, "denunciation") == "1");
  CHECK(in(full, received, "recommendation") == "-");
  CHECK(in(full, members) == "12");
  CHECK(in(full, members, "complaint") == "-");
  CHECK(in(full, ratio) == "0.25");
  CHECK(in(*filed("a/b/c").filing.report, received) == "-");  // gives nothing and is not nil
  CHECK(in(empty, received) == "0");
  CHECK(in(empty, received, "complaint") == "0");
  CHECK(in(empty, members) == "-");
  CHECK(in(empty, listeners) == "0");
  Indicator weekly = members;
  weekly.reports = std::vector{ReportTypeId{"weekly"}};
  CHECK(in(full, weekly) == "-");
}
