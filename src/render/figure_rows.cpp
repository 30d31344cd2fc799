#include "render/figure_rows.h"

#include <algorithm>
#include <tuple>

namespace nammo {
namespace {

bool has_obligation(const Consolidated& report, const AreaId& root) {
  const auto& basis = report.figure_deliveries();
  return std::any_of(basis.begin(), basis.end(), [&](const Delivery& d) { return is_within(d.obligation.area, root); });
}

void add_below(const Store& store, const Consolidated& report, const AreaId& parent, int depth,
               std::vector<const Area*>& areas) {
  if (depth <= 0) return;
  for (const Area* child : store.areas.children(parent)) {
    if (!has_obligation(report, child->id)) continue;
    areas.push_back(child);
    add_below(store, report, child->id, depth - 1, areas);
  }
}

void add_rows(const Store& store, const Consolidated& report, const FigureOptions& options, std::vector<FigureRow>& rows) {
  const Tally tally(store, report.figure_deliveries());
  std::optional<Comparer> comparer;
  if (const Consolidated* then = compared_with(report, options)) comparer.emplace(store, report, *then);
  const auto indicators = indicators_of(store, report, options);
  for (const Area* area : areas_of_rows(store, report, options.depth.value_or(1))) {
    const auto add = [&](const Indicator& indicator, const CodeId& code) {
      FigureRow row{&report.question, area, &indicator, code, tally.total(area->id, indicator, code)};
      if (comparer) row.comparison = comparer->compare(area->id, indicator, code);
      rows.push_back(std::move(row));
    };
    for (const Indicator* indicator : indicators) {
      add(*indicator, {});
      const CodeList* list = breakdown_of(store, *indicator);
      if (list == nullptr) continue;
      for (const auto& code : list->codes) {
        if (!tally.withheld(area->id, code)) add(*indicator, code.id);
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

std::vector<const Indicator*> indicators_of(const Store& store, const Consolidated& report, const FigureOptions& options) {
  auto indicators = indicators_of(store, report);
  const auto& asked = options.indicators;
  std::erase_if(indicators, [&](const Indicator* indicator) {
    return !asked.empty() && std::find(asked.begin(), asked.end(), indicator->id) == asked.end();
  });
  return indicators;
}

const Consolidated* compared_with(const Consolidated& source, const FigureOptions& options) {
  if (options.compared == nullptr) return nullptr;
  for (const Consolidated* then : sources_of(*options.compared)) {
    if (then->question.org == source.question.org) return then;
  }
  return nullptr;
}

const CodeList* breakdown_of(const Store& store, const Indicator& indicator) {
  const auto list = store.codes.find(indicator.by);
  return indicator.by.empty() || list == store.codes.end() ? nullptr : &list->second;
}

std::vector<const Area*> areas_of_rows(const Store& store, const Consolidated& report, int depth) {
  std::vector<const Area*> areas;
  if (const Area* asked = store.areas.find(report.question.area)) areas.push_back(asked);
  add_below(store, report, report.question.area, depth, areas);
  return areas;
}

std::vector<FigureRow> figure_rows(const Store& store, const Consolidated& report, const FigureOptions& options) {
  std::vector<FigureRow> rows;
  for (const Consolidated* source : sources_of(report)) add_rows(store, *source, options, rows);
  const auto key = [](const FigureRow& row) { return std::tie(row.area->id, row.indicator->id, row.breakdown); };
  std::stable_sort(rows.begin(), rows.end(), [&](const FigureRow& a, const FigureRow& b) { return key(a) < key(b); });
  return rows;
}

}  // namespace nammo
