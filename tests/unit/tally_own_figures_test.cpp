#include "nammo/tally.h"
#include "support/deliveries.h"

#include <doctest/doctest.h>

using namespace nammo;
using namespace nammo::test;

namespace {

const Period kMay = *parse_period("2024-05");
using Lines = std::vector<std::string>;

// "members 154 estimate", "households claim 50", "petitions.complaint missing"
std::string line(const OwnFigure& own) {
  std::string text = own.indicator->id.str() + (own.code == nullptr ? "" : "." + own.code->id.str());
  text += own.withheld ? " withheld" : own.claim ? " claim " + to_string(*own.claim) : own.value ? " " + to_string(*own.value) : " missing";
  return text + (own.estimate ? " estimate" : "");
}

Lines lines(const Tally& tally, const char* area, const Period& period = kMay) {
  Lines all;
  for (const OwnFigure& own : tally.own_figures(AreaId{area}, period)) all.push_back(line(own));
  return all;
}

Store store_of_every_kind() {
  Store store = figure_store({"a", "a/b", "a/b/c", "a/b/d"});
  Indicator elsewhere = indicator("elsewhere", IndicatorKind::flow, AreaRule::add);
  elsewhere.reports = std::vector{ReportTypeId{"weekly"}};
  store.indicators.items = {petitions(), indicator("cases", IndicatorKind::flow, AreaRule::add), elsewhere,
                            indicator("members", IndicatorKind::stock, AreaRule::lowest),
                            indicator("households", IndicatorKind::stock, AreaRule::reconcile),
                            indicator("rate", IndicatorKind::ratio, AreaRule::none)};
  return store;
}

std::vector<Delivery> some_of_each() {
  const auto codes = by_code("petitions", {{"complaint", "2"}, {"denunciation", "1"}});
  return {filed("a/b", "2024-05", {codes, figure("cases", "2"), figure("members", "900"), figure("households", "50")}),
          filed("a/b/c", "2024-05", {codes, figure("members", "154", true), figure("households", "30")}), nil("a/b/d")};
}

}  // namespace

TEST_CASE("own figures: a line for each that is collected there, given or not; codes by themselves") {
  const Store store = store_of_every_kind();
  const auto deliveries = some_of_each();
  const Tally tally(store, deliveries);
  CHECK(lines(tally, "a/b") == Lines{"petitions.complaint 2", "petitions.denunciation 1", "petitions.recommendation missing",
                                     "cases 2", "households claim 50"});
  CHECK(lines(tally, "a/b/c") == Lines{"petitions.complaint 2", "petitions.denunciation withheld",
                                       "petitions.recommendation missing", "cases missing", "members 154 estimate",
                                       "households 30"});
  CHECK(lines(tally, "a/b/d") == Lines{"petitions.complaint 0", "petitions.denunciation withheld", "petitions.recommendation 0",
                                       "cases missing", "members missing", "households missing"});
}

TEST_CASE("own figures: none without an obligation; what is withheld holds no value") {
  const Store store = store_of_every_kind();
  const auto deliveries = some_of_each();
  const Tally tally(store, deliveries);
  CHECK(lines(tally, "a").empty());
  CHECK(lines(tally, "a/b", *parse_period("2024-06")).empty());
  for (const OwnFigure& own : tally.own_figures(AreaId{"a/b/c"}, kMay)) CHECK(!(own.withheld && (own.value || own.claim)));
}

TEST_CASE("own figures: a draft gives nothing, a claim that nobody made is no line") {
  const Store store = store_of_every_kind();
  auto deliveries = some_of_each();
  deliveries[0] = draft(std::move(deliveries[0]));
  const Tally tally(store, deliveries);
  CHECK(lines(tally, "a/b") == Lines{"petitions.complaint missing", "petitions.denunciation missing",
                                     "petitions.recommendation missing", "cases missing"});
}

TEST_CASE("own figures: what is reckoned from entries is one number, even with a list of codes") {
  Store store = figure_store({"a"});
  Indicator sessions = petitions("sessions");
  sessions.from = DerivedFrom{CodeId{"propaganda"}, DerivedFrom::Sum::entries};
  store.indicators.items = {sessions};
  auto deliveries = std::vector{filed("a")};
  Activity activity;
  activity.kind = CodeId{"propaganda"};
  deliveries[0].filing.report->activities = {activity, activity};
  CHECK(lines(Tally(store, deliveries), "a") == Lines{"sessions 2"});
}
