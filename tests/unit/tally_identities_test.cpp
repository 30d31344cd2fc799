#include "nammo/identities.h"

#include "support/deliveries.h"

#include <doctest/doctest.h>

#include <map>

using namespace nammo;
using namespace nammo::test;

namespace {

using Outcome = Judgement::Outcome;
using Values = std::map<std::string, const char*>;

RuleTerm term(const std::string& name) {
  const auto at = name.find('@');
  return {IndicatorId{name.substr(0, at)}, at != std::string::npos};
}

FigureRule rule(std::vector<const char*> sum, FigureRule::Relation relation, std::vector<const char*> other,
                WhenMissing when_missing = WhenMissing::skip) {
  FigureRule result;
  for (const char* name : sum) result.sum.push_back(term(name));
  for (const char* name : other) result.other.push_back(term(name));
  result.relation = relation;
  result.when_missing = when_missing;
  return result;
}

// Values under "indicator" or "indicator@previous", and with "/code" for a code.
FigureLookup lookup(const Values& values) {
  return [values](const RuleTerm& asked, const CodeId& code) -> std::optional<Decimal> {
    const auto found = values.find(asked.indicator.str() + (asked.previous ? "@previous" : "") +
                                   (code.empty() ? "" : "/" + code.str()));
    return found == values.end() ? std::nullopt : parse_decimal(found->second);
  };
}

// "6: pending@previous 2 + received 4 | 7: …"
std::string side(const std::vector<TermValue>& terms, const Decimal& total) {
  std::string text = to_string(total) + ":";
  for (const TermValue& item : terms) {
    text += " " + item.term.indicator.str() + (item.term.previous ? "@previous " : " ") +
            (item.value ? to_string(*item.value) : "-");
  }
  return text;
}

std::string numbers(const Judgement& judgement) {
  return side(judgement.sum, judgement.sum_total) + " | " + side(judgement.other, judgement.other_total);
}

const FigureRule kBalance = rule({"pending@previous", "received"}, FigureRule::Relation::equals, {"resolved", "pending"});
const FigureRule kWithin = rule({"resolved"}, FigureRule::Relation::at_most, {"pending@previous", "received"});

}  // namespace

TEST_CASE("identities: equal sums hold, others are violated with every number") {
  const auto good = judge(kBalance, {}, lookup({{"pending@previous", "2"}, {"received", "4"}, {"resolved", "5"}, {"pending", "1"}}));
  CHECK(good.outcome == Outcome::holds);
  const auto bad = judge(kBalance, {}, lookup({{"pending@previous", "2"}, {"received", "4"}, {"resolved", "5"}, {"pending", "2"}}));
  CHECK(bad.outcome == Outcome::violated);
  CHECK(numbers(bad) == "6: pending@previous 2 received 4 | 7: resolved 5 pending 2");
}

TEST_CASE("identities: at most includes equal, and decimals compare by value") {
  const auto outcome = [](const char* resolved) {
    return judge(kWithin, {}, lookup({{"resolved", resolved}, {"pending@previous", "0.5"}, {"received", "1.00"}})).outcome;
  };
  CHECK(outcome("1.4") == Outcome::holds);
  CHECK(outcome("1.5") == Outcome::holds);
  CHECK(outcome("1.500") == Outcome::holds);
  CHECK(outcome("1.501") == Outcome::violated);
}

TEST_CASE("identities: a missing figure is skipped, zero or an error, as the rule says") {
  const Values partial = {{"received", "4"}, {"resolved", "5"}};
  FigureRule asked = kWithin;
  CHECK(judge(asked, {}, lookup(partial)).outcome == Outcome::skipped);
  asked.when_missing = WhenMissing::zero;
  const auto zero = judge(asked, {}, lookup(partial));
  CHECK(zero.outcome == Outcome::violated);
  CHECK(numbers(zero) == "5: resolved 5 | 4: pending@previous - received 4");
  CHECK(judge(asked, {}, lookup({})).outcome == Outcome::skipped);  // nothing at all
  asked.when_missing = WhenMissing::error;
  CHECK(judge(asked, {}, lookup(partial)).outcome == Outcome::missing);
  CHECK(judge(asked, {}, lookup({{"resolved", "5"}, {"received", "4"}, {"pending@previous", "1"}})).outcome == Outcome::holds);
}

TEST_CASE("identities: a code is judged by its own figures") {
  const auto values = lookup({{"resolved", "1"}, {"pending@previous", "1"}, {"received", "1"},
                              {"resolved/complaint", "3"}, {"pending@previous/complaint", "1"}, {"received/complaint", "1"}});
  CHECK(judge(kWithin, {}, values).outcome == Outcome::holds);
  const auto code = judge(kWithin, CodeId{"complaint"}, values);
  CHECK(code.outcome == Outcome::violated);
  CHECK(numbers(code) == "3: resolved 3 | 2: pending@previous 1 received 1");
}

TEST_CASE("identities: a total is judged only over areas that gave every figure") {
  std::vector<FigureLookup> areas = {
      lookup({{"resolved", "2"}, {"pending@previous", "1"}, {"received", "2"}}),
      lookup({{"resolved", "9"}, {"received", "2"}}),  // has no figure of the month before
      lookup({{"resolved", "3"}, {"pending@previous", "0.5"}, {"received", "1"}})};
  const auto total = judge_total(kWithin, {}, areas);
  CHECK(total.outcome == Outcome::violated);  // 2 + 3 > 1 + 2 + 0.5 + 1
  CHECK(numbers(total) == "5: resolved 5 | 4.5: pending@previous 1.5 received 3");
  areas.pop_back();
  CHECK(judge_total(kWithin, {}, areas).outcome == Outcome::holds);  // 2 ≤ 3
  areas.erase(areas.begin());
  CHECK(judge_total(kWithin, {}, areas).outcome == Outcome::skipped);
}

TEST_CASE("identities: judged by codes when all their indicators go by the same list") {
  Store store = figure_store({});
  const Indicator plain = indicator("plain", IndicatorKind::flow, AreaRule::add);
  store.indicators.items = {petitions("resolved"), petitions("received"), petitions("pending"), plain};
  CHECK(codes_of(kWithin, store) == std::vector{CodeId{}, CodeId{"complaint"}, CodeId{"denunciation"}, CodeId{"recommendation"}});
  CHECK(codes_of(rule({"resolved"}, FigureRule::Relation::at_most, {"plain"}), store) == std::vector{CodeId{}});
  CHECK(codes_of(rule({"plain"}, FigureRule::Relation::at_most, {"resolved"}), store) == std::vector{CodeId{}});
  CHECK(codes_of(rule({"plain"}, FigureRule::Relation::at_most, {"plain@previous"}), store) == std::vector{CodeId{}});
  CHECK(codes_of(rule({"unknown"}, FigureRule::Relation::at_most, {"received"}), store) == std::vector{CodeId{}});
}
