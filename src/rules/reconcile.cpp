#include <algorithm>
#include <tuple>

#include "base/catalogue/rules.h"
#include "nammo/tally.h"
#include "rules/store_rules.h"

namespace nammo::rules {
namespace {

using Filings = std::span<const Filing>;

auto key_of(const Filing& filing) { return std::tie(filing.report->org, filing.report->type, filing.report->period); }

// What every obligation of that organisation, type and period gave.
std::vector<Delivery> deliver(const Store& store, const ReportType& type, Filings filings) {
  std::vector<Delivery> deliveries;
  const Report& first = *filings.front().report;
  for (Obligation& obligation : expand(type, first.period, AreaId{}, store)) {
    if (obligation.kind != ObligationKind::report || obligation.org != first.org) continue;
    const auto found = std::lower_bound(filings.begin(), filings.end(), obligation.area,
                                        [](const Filing& f, const AreaId& area) { return f.report->area < area; });
    const bool filed = found != filings.end() && found->report->area == obligation.area;
    Delivery delivery{std::move(obligation), filed ? *found : Filing{}, {}};
    // `check` does not depend on the present: whatever was sent has been sent.
    delivery.standing = standing_of(delivery.obligation, delivery.filing, kNeverDue);
    deliveries.push_back(std::move(delivery));
  }
  return deliveries;
}

void compare(const Store& store, const Tally& tally, const Report& report, const Figure& figure, const Finder& finder) {
  const Indicator* indicator = store.indicators.find(figure.indicator);
  if (indicator == nullptr || indicator->areas != AreaRule::reconcile) return;
  std::vector<CodeId> codes;
  for (const auto& given : figure.codes) codes.push_back(given.first);
  if (codes.empty()) codes.emplace_back();
  for (const CodeId& code : codes) {
    const auto claim = tally.claim(report.area, report.period, *indicator, code);
    if (!claim || claim->claimed == claim->below) continue;
    const auto name = code.empty() ? figure.indicator.str() : figure.indicator.str() + "." + code.str();
    finder.add({report.file, figure.place},
               say(msg::figure_reconcile, name, to_string(claim->claimed), to_string(claim->below)),
               say(msg::figure_reconcile_help));
  }
}

void judge_period(const Store& store, Filings filings, const Finder& finder) {
  const ReportType* type = store.regime.find(filings.front().report->type);
  const bool claimed = std::any_of(filings.begin(), filings.end(), [&](const Filing& filing) {
    return store.areas.subtree(filing.report->area).size() > 1;
  });
  if (type == nullptr || !claimed) return;
  const auto deliveries = deliver(store, *type, filings);
  const Tally tally(store, deliveries);
  for (const Filing& filing : filings) {
    for (const Figure& figure : filing.report->figures) compare(store, tally, *filing.report, figure, finder);
  }
}

}  // namespace

void judge_reconcile(const JudgedStore& judged, const Finder& finder) {
  Filings rest(judged.claims);
  while (!rest.empty()) {
    const auto end = std::find_if(rest.begin(), rest.end(), [&](const Filing& f) { return key_of(f) != key_of(rest.front()); });
    const auto size = static_cast<std::size_t>(end - rest.begin());
    judge_period(judged.background.store, rest.first(size), finder);
    rest = rest.subspan(size);
  }
}

}  // namespace nammo::rules
