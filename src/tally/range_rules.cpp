#include "tally/range_rules.h"

#include <algorithm>

namespace nammo {
namespace {

using Terms = std::vector<RuleTerm>;

bool is_flow(const RuleTerm& term, const Indicators& indicators) {
  const Indicator* indicator = indicators.find(term.indicator);
  return indicator != nullptr && indicator->kind == IndicatorKind::flow;
}

// The other end of what is carried over stands on the other side.
bool is_carried(const RuleTerm& term, const Terms& opposite) {
  return std::any_of(opposite.begin(), opposite.end(), [&](const RuleTerm& other) {
    return other.indicator == term.indicator && other.previous != term.previous;
  });
}

}  // namespace

bool holds_over_periods(const FigureRule& rule, const Indicators& indicators) {
  const auto flow = [&](const RuleTerm& term) { return is_flow(term, indicators); };
  const auto earlier_flow = [&](const RuleTerm& term) { return term.previous && flow(term); };
  bool any_flow = false;
  bool any_stock = false;
  for (const Terms* side : {&rule.sum, &rule.other}) {
    if (std::any_of(side->begin(), side->end(), earlier_flow)) return false;
    any_flow |= std::any_of(side->begin(), side->end(), flow);
    any_stock |= !std::all_of(side->begin(), side->end(), flow);
  }
  if (!any_flow || !any_stock) return true;
  // At most what was there before and came in since: so it is over any time.
  const bool at_most = rule.relation == FigureRule::Relation::at_most;
  const auto sound = [&](const RuleTerm& term, const Terms& opposite, bool limit) {
    return flow(term) || is_carried(term, opposite) || (at_most && limit && term.previous);
  };
  return std::all_of(rule.sum.begin(), rule.sum.end(), [&](const RuleTerm& t) { return sound(t, rule.other, false); }) &&
         std::all_of(rule.other.begin(), rule.other.end(), [&](const RuleTerm& t) { return sound(t, rule.sum, true); });
}

}  // namespace nammo
