#include "render/figure_rows.h"

#include <algorithm>
#include <tuple>

namespace nammo {
namespace {

bool has_obligation(const Consolidated& report, const AreaId& root) {
  const auto& basis = report.figure_deliveries();
  return std::any_of(basis.begin(), basis.end(), [&](const Delivery& d) { return is_within(d.obligation.area, root); });
}

void add_rows(const Store& store, const Consolidated& report, std::vector<FigureRow>& rows) {
  const Tally tally(store, report.figure_deliveries());
  const auto indicators = indicators_of(store, report);
  for (const Area* area : areas_of_rows(store, report)) {
    for (const Indicator* indicator : indicators) {
      rows.push_back({&report.question, area, indicator, {}, tally.total(area->id, *indicator)});
      const CodeList* list = breakdown_of(store, *indicator);
      if (list == nullptr) continue;
      for (const auto& code : list->codes) {
        if (tally.withheld(area->id, code)) continue;
        rows.push_back({&report.question, area, indicator, code.id, tally.total(area->id, *indicator, code.id)});
      }
    }
  }
}

}  // namespace

std::vector<const Consolidated*> sources_of(const Consolidated& report) {
  std::vector<const Consolidated*> sources{&report};
  for (const auto& gathered : report.gathered) sources.push_back(&gathered);
  return sources;
}

std::vector<const Indicator*> indicators_of(const Store& store, const Consolidated& report) {
  std::vector<const Indicator*> indicators;
  for (const auto& indicator : store.indicators.items) {
    if (indicator.belongs_to(report.question.type->id)) indicators.push_back(&indicator);
  }
  return indicators;
}

const CodeList* breakdown_of(const Store& store, const Indicator& indicator) {
  const auto list = store.codes.find(indicator.by);
  return indicator.by.empty() || list == store.codes.end() ? nullptr : &list->second;
}

std::vector<const Area*> areas_of_rows(const Store& store, const Consolidated& report) {
  std::vector<const Area*> areas;
  if (const Area* asked = store.areas.find(report.question.area)) areas.push_back(asked);
  for (const Area* child : store.areas.children(report.question.area)) {
    if (has_obligation(report, child->id)) areas.push_back(child);
  }
  return areas;
}

std::vector<FigureRow> figure_rows(const Store& store, const Consolidated& report) {
  std::vector<FigureRow> rows;
  for (const Consolidated* source : sources_of(report)) add_rows(store, *source, rows);
  const auto key = [](const FigureRow& row) { return std::tie(row.area->id, row.indicator->id, row.breakdown); };
  std::stable_sort(rows.begin(), rows.end(), [&](const FigureRow& a, const FigureRow& b) { return key(a) < key(b); });
  return rows;
}

}  // namespace nammo
