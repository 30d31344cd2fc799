#include "nammo/trend.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "support/deliveries.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// Months of t with its hamlets t/a/1 … t/a/5; M01 of 2023 on. `now` is the last.
class Months {
 public:
  Months() : store_(figure_store({"t", "t/a", "t/a/1", "t/a/2", "t/a/3", "t/a/4", "t/a/5"})) {
    type_.id = ReportTypeId{"monthly"};
    type_.period = PeriodKind::month;
    store_.indicators.items.push_back(indicator("cases", IndicatorKind::flow, AreaRule::lowest));
    store_.indicators.items.push_back(indicator("fund", IndicatorKind::ytd, AreaRule::lowest));
  }

  [[nodiscard]] Store& store() { return store_; }
  [[nodiscard]] ReportType& type() { return type_; }

  // The next month: one value for each hamlet that reported; nullptr: it did not.
  Consolidated& add(const std::vector<const char*>& values) {
    auto month = std::make_unique<Consolidated>();
    const auto period = to_string(advance(month_period(2023, 1), static_cast<int>(months_.size())));
    month->question = {&type_, OrgId{"ccb"}, AreaId{"t"}, *parse_period(period)};
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string area = "t/a/" + std::to_string(i + 1);
      month->deliveries.push_back(values[i] == nullptr
                                      ? owed(area.c_str(), period.c_str())
                                      : filed(area.c_str(), period.c_str(),
                                              {figure("cases", values[i]), figure("fund", values[i])}));
    }
    months_.push_back(std::move(month));
    return *months_.back();
  }
  void add_times(int times, const std::vector<const char*>& values) {
    for (int i = 0; i < times; ++i) add(values);
  }

  [[nodiscard]] Trend trend() const {
    Past past;
    for (std::size_t i = 0; i + 1 < months_.size(); ++i) past.periods.push_back(remember(store_, *months_[i]));
    return find_trends(store_, *months_.back(), past).front();
  }

 private:
  Store store_;
  ReportType type_;
  std::vector<std::unique_ptr<Consolidated>> months_;
};

std::string shown(const Rise& rise) {
  const std::string about = rise.indicator != nullptr       ? rise.indicator->id.str()
                            : rise.of == Rise::Of::unease ? "unease " + rise.subject.topic.str() + rise.subject.field.str()
                                                          : rise.subject.topic.str() + rise.subject.field.str();
  return about + " " + to_string(rise.value) + " over " + to_string(rise.usual.low) + ".." + to_string(rise.usual.high) +
         " of " + std::to_string(rise.usual.periods) + " (" + std::to_string(rise.reported) + "/" +
         std::to_string(rise.expected) + ")";
}

std::string rises(const Months& months) {
  std::string text;
  for (const Rise& rise : months.trend().rises) text += (text.empty() ? "" : " | ") + shown(rise);
  return text;
}

void tell(Delivery& delivery, const char* topic, MatterSeverity severity = MatterSeverity::watch, const char* id = "") {
  Situation matter;
  matter.topic = CodeId{topic};
  matter.field = CodeId{"society"};
  matter.severity = severity;
  matter.id = id;
  delivery.filing.report->situation.push_back(matter);
}

void feel(Delivery& delivery, Stance stance, const char* topic = "") {
  Opinion opinion;
  opinion.topic = CodeId{topic};
  opinion.field = CodeId{"society"};
  opinion.stance = stance;
  delivery.filing.report->opinions.push_back(opinion);
}

void propose(Delivery& delivery, const char* text, const char* id = "", const char* answer = "") {
  Proposal proposal;
  proposal.to = "commune";
  proposal.text = text;
  proposal.id = id;
  proposal.answer = answer;
  delivery.filing.report->proposals.push_back(proposal);
}

std::string unanswered(const Months& months) {
  std::string text;
  for (const Unanswered& one : months.trend().unanswered) {
    text += one.now.entry->text + " " + std::to_string(one.times) + " since " + to_string(one.since) + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("trend: a figure above eight months that did not move, and not at the edge") {
  Months months;
  months.add_times(8, {"1", "1", "1", "1", "0"});  // 4 each: 3 to 5
  months.add({"1", "1", "1", "1", "1"});
  CHECK(rises(months).empty());
  months.add({"2", "2", "2", "2", "2"});  // against 4 × 8 and 5: median 4, deviation 0: 3 to 5
  CHECK(rises(months) == "cases 10 over 3..5 of 9 (5/5)");
}

TEST_CASE("trend: what rises by its nature is no trend; `ytd` is not looked at") {
  Months months;
  months.add_times(8, {"1", "1", "1", "1", "1"});
  months.add({"9", "9", "9", "9", "9"});
  CHECK(rises(months) == "cases 45 over 4..6 of 8 (5/5)");
}

TEST_CASE("trend: with fewer than eight earlier values nothing is said, whatever they are") {
  for (int earlier = 0; earlier < 8; ++earlier) {
    CAPTURE(earlier);
    Months months;
    months.add_times(earlier, {"1", "1", "1", "1", "1"});
    Consolidated& now = months.add({"100", "100", "100", "100", "100"});
    tell(now.deliveries[0], "fire");
    feel(now.deliveries[1], Stance::frustrated);
    CHECK(rises(months).empty());
    CHECK(months.trend().fresh.empty());
  }
}

TEST_CASE("trend: a month without a value is no zero, and one of fewer than half is not compared") {
  Months months;
  months.add_times(7, {"4", "4", "4", "4", "4"});
  months.add({nullptr, nullptr, nullptr, nullptr, nullptr});
  months.add({"4", "4", nullptr, nullptr, nullptr});  // two of five
  months.add({"9", "9", "9", "9", "9"});
  CHECK(rises(months).empty());  // seven values

  Months enough;
  enough.add_times(7, {"4", "4", "4", "4", "4"});
  enough.add({"4", "4", "4", nullptr, nullptr});  // three of five: 12
  enough.add({"9", "9", "9", "9", "9"});          // 20 × 7 and 12: median 20, deviation 0, a tenth is 2
  CHECK(rises(enough) == "cases 45 over 18..22 of 8 (5/5)");
}

TEST_CASE("trend: what rests on fewer than half now is not compared") {
  Months months;
  months.add_times(8, {"1", "1", "1", "1", "1"});
  months.add({"50", "50", nullptr, nullptr, nullptr});
  CHECK(rises(months).empty());
}

TEST_CASE("trend: a pilot that grew from two areas to five is no rise") {
  Months months;
  months.add_times(8, {"4", "4"});
  months.add({"4", "4", "4", "4", "4"});
  CHECK(rises(months).empty());
}

TEST_CASE("trend: the factor is the report type's") {
  Months months;
  // sums 5 10 5 10 …: median 7.5, distances all 2.5; 1 × 2.5: 5 to 10; 3 × 2.5: 0 to 15
  for (int i = 0; i < 4; ++i) {
    months.add({"1", "1", "1", "1", "1"});
    months.add({"2", "2", "2", "2", "2"});
  }
  months.add({"3", "3", "2", "2", "2"});
  CHECK(rises(months).empty());
  months.type().trend.factor = 1;
  CHECK(rises(months) == "cases 12 over 5..10 of 8 (5/5)");
}

TEST_CASE("trend: a ratio is compared as it is printed") {
  Months months;
  Indicator share = indicator("share", IndicatorKind::ratio, AreaRule::none);
  share.unit.vi = "%";
  share.numerator = IndicatorId{"cases"};
  share.denominator = IndicatorId{"fund"};
  months.store().indicators.items.push_back(share);
  months.add_times(8, {"1", "1", "1", "1", "1"});
  Consolidated& now = months.add({"1", "1", "1", "1", "1"});
  for (Delivery& delivery : now.deliveries) delivery.filing.report->figures[0] = figure("cases", "2");
  // cases 10 over 5 ± 1; 10 / 5 = 200 % over 100 % ± a tenth
  CHECK(rises(months) == "cases 10 over 4..6 of 8 (5/5) | share 200.0 over 90.0..110.0 of 8 (5/5)");
}

TEST_CASE("trend: a topic of more areas than usual, each area once, those of higher levels not") {
  Months months;
  for (int i = 0; i < 8; ++i) {
    tell(months.add({"1", "1", "1", "1", "1"}).deliveries[0], "water");  // one area: 0 to 2
  }
  Consolidated& now = months.add({"1", "1", "1", "1", "1"});
  for (std::size_t i = 0; i < 2; ++i) tell(now.deliveries[i], "water");
  tell(now.deliveries[0], "water");
  now.deliveries.push_back(filed("t/a", "2023-09"));
  tell(now.deliveries.back(), "water");
  CHECK(rises(months).empty());  // two areas
  feel(now.deliveries[2], Stance::pleased, "water");
  CHECK(rises(months) == "water 3 over 0..2 of 8 (5/5)");
  CHECK(months.trend().fresh.empty());
}

TEST_CASE("trend: more areas that are concerned or frustrated; a pleased one is none") {
  Months months;
  for (int i = 0; i < 8; ++i) feel(months.add({"1", "1", "1", "1", "1"}).deliveries[0], Stance::pleased);
  Consolidated& now = months.add({"1", "1", "1", "1", "1"});
  feel(now.deliveries[0], Stance::concerned);
  CHECK(rises(months).empty());  // 1, where 0 to 1 is usual
  feel(now.deliveries[1], Stance::frustrated);
  // the field stands for a topic that is not given; spoken of in 2, where one was usual: 0 to 2
  CHECK(rises(months) == "unease society 2 over 0..1 of 8 (5/5)");
}

TEST_CASE("trend: a new topic is one that no earlier report names, of whatever level and however few reported") {
  Months months;
  months.add_times(8, {"1", "1", "1", "1", "1"});
  tell(months.add({"1", nullptr, nullptr, nullptr, nullptr}).deliveries[0], "known");
  Consolidated& now = months.add({"1", "1", "1", "1", "1"});
  tell(now.deliveries[0], "known");
  tell(now.deliveries[0], "fire");
  tell(now.deliveries[1], "fire");
  tell(now.deliveries[2], "fire");
  now.deliveries.push_back(filed("t", "2023-10"));
  tell(now.deliveries.back(), "above");
  const Trend trend = months.trend();
  REQUIRE(trend.fresh.size() == 2);
  CHECK(trend.fresh[0].subject.topic.str() == "above");
  CHECK(trend.fresh[0].areas == 0);
  CHECK(trend.fresh[1].subject.topic.str() == "fire");
  CHECK(trend.fresh[1].areas == 3);
  CHECK(trend.fresh[1].reporting == 5);
  CHECK(trend.fresh[1].expected == 5);
  CHECK(trend.fresh[1].periods == 9);
  CHECK(trend.rises.empty());  // three areas are many, and said once, as new
}

TEST_CASE("trend: a matter graver than in the period before, known by its id, else by area and topic") {
  Months months;
  Consolidated& before = months.add({"1", "1", "1", "1", "1"});
  tell(before.deliveries[0], "water", MatterSeverity::watch, "well");
  tell(before.deliveries[1], "water", MatterSeverity::watch, "pump");
  tell(before.deliveries[2], "noise", MatterSeverity::normal);
  tell(before.deliveries[3], "land", MatterSeverity::complex);
  Consolidated& now = months.add({"1", "1", "1", "1", "1"});
  tell(now.deliveries[0], "water", MatterSeverity::complex, "pipe");  // another matter
  tell(now.deliveries[1], "fire", MatterSeverity::complex, "pump");   // the same, under another topic
  tell(now.deliveries[2], "noise", MatterSeverity::watch);
  tell(now.deliveries[3], "land", MatterSeverity::watch);     // better
  tell(now.deliveries[4], "land", MatterSeverity::hotspot);   // another area
  const auto worsened = months.trend().worsened;
  REQUIRE(worsened.size() == 2);
  CHECK(worsened[0].now.entry->id == "pump");
  CHECK(worsened[0].before == MatterSeverity::watch);
  CHECK(worsened[1].now.entry->topic.str() == "noise");
  now.deliveries[2].filing.report->situation[0].status = MatterStatus::closed;
  CHECK(months.trend().worsened.size() == 1);
}

TEST_CASE("trend: a matter that a higher level retells is compared with what that level said of it") {
  Months months;
  Consolidated& before = months.add({"1", "1"});
  tell(before.deliveries[0], "water", MatterSeverity::complex, "well");
  before.deliveries.push_back(filed("t", "2023-01"));
  tell(before.deliveries.back(), "water", MatterSeverity::watch, "well");
  before.deliveries.back().filing.report->situation[0].from = {AreaId{"t/a/1"}};
  Consolidated& now = months.add({"1", "1"});
  now.deliveries.push_back(filed("t", "2023-02"));
  tell(now.deliveries.back(), "water", MatterSeverity::complex, "well");
  now.deliveries.back().filing.report->situation[0].from = {AreaId{"t/a/1"}};
  CHECK(months.trend().worsened.size() == 1);
  before.deliveries.pop_back();  // then with the gravest of those that told it: complex as well
  CHECK(months.trend().worsened.empty());
}

TEST_CASE("trend: not against an older period, where the one before has nothing") {
  Months months;
  tell(months.add({"1"}).deliveries[0], "water", MatterSeverity::normal);
  months.add({nullptr});
  tell(months.add({"1"}).deliveries[0], "water", MatterSeverity::complex);
  CHECK(months.trend().worsened.empty());
}

TEST_CASE("trend: a proposal raised in three periods without an answer; an answer begins anew") {
  Months months;
  propose(months.add({"1"}).deliveries[0], "mend the road", "road");
  propose(months.add({"1"}).deliveries[0], "do mend the road", "road");
  months.add({nullptr});
  Consolidated& third = months.add({"1"});
  propose(third.deliveries[0], "mend it at last", "road");
  propose(third.deliveries[0], "something else", "lamp");
  CHECK(unanswered(months) == "mend it at last 3 since 2023-01; ");
  third.deliveries[0].filing.report->proposals[0].answer = "next year";
  CHECK(unanswered(months).empty());
  propose(months.add({"1"}).deliveries[0], "mend it now", "road");
  CHECK(unanswered(months).empty());  // once since the answer
}

TEST_CASE("trend: a proposal without an id is known by its words, of one area to one addressee") {
  Months months;
  for (int i = 0; i < 3; ++i) {
    Consolidated& month = months.add({"1", "1"});
    propose(month.deliveries[0], "mend the road");
    propose(month.deliveries[i % 2 == 0 ? 1 : 0], "more lamps");
  }
  CHECK(unanswered(months) == "mend the road 3 since 2023-01; ");
}

TEST_CASE("trend: the order of the deliveries is nothing") {
  Months months;
  for (int i = 0; i < 8; ++i) {
    Consolidated& month = months.add({"1", "1", "1", "1", "1"});
    tell(month.deliveries[0], "water");
    propose(month.deliveries[1], "mend the road");
    if (i % 2 == 1) std::reverse(month.deliveries.begin(), month.deliveries.end());
  }
  Consolidated& now = months.add({"9", "9", "9", "9", "9"});
  for (Delivery& delivery : now.deliveries) tell(delivery, "water", MatterSeverity::complex);
  propose(now.deliveries[1], "mend the road");
  const auto straight = rises(months) + unanswered(months);
  CHECK(straight ==
        "cases 45 over 4..6 of 8 (5/5) | water 5 over 0..2 of 8 (5/5)"
        "mend the road 9 since 2023-01; ");
  CHECK(months.trend().worsened.size() == 1);
  std::reverse(now.deliveries.begin(), now.deliveries.end());
  CHECK(rises(months) + unanswered(months) == straight);
  CHECK(months.trend().worsened.size() == 1);
}
