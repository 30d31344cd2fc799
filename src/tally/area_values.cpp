#include "tally/area_values.h"

#include <algorithm>
#include <cstddef>

#include "tally/area_order.h"
#include "tally/exact.h"

namespace nammo {
namespace {

std::optional<Decimal> whole_sum(const FigureIndex& index, const FigureIndex::Column& column, std::size_t area, bool lowest) {
  ExactSum sum;
  bool any = false;
  auto entry = first_from(column, index.first_slot(area));
  for (auto i = index.first_slot(area); i < index.first_slot(area + 1); ++i) {
    while (entry != column.end() && entry->slot < i) ++entry;
    if (lowest && !index.slot(i).lowest) continue;
    if (entry == column.end() || entry->slot != i) return std::nullopt;
    sum.add(entry->value());
    any = true;
  }
  return any ? sum.value() : std::nullopt;
}

std::optional<Decimal> last_value(const FigureIndex& index, const FigureIndex::Column& column, std::size_t area, bool lowest) {
  const std::size_t closing = index.first_slot(area + 1) - 1;
  const FigureIndex::Slot& slot = index.slot(closing);
  if (slot.period != index.last_period() || (lowest && !slot.lowest)) return std::nullopt;
  const FigureIndex::Entry* entry = entry_at(column, closing);
  return entry == nullptr ? std::nullopt : std::optional{entry->value()};
}

}  // namespace

AreaValues area_values(const FigureIndex& index, const FigureIndex::Series& series, const CodeId& code, Sight sight) {
  const FigureIndex::Column& column = column_for(series, code, sight);
  const bool lowest = only_lowest(*series.indicator);
  const bool flow = series.indicator->kind == IndicatorKind::flow;
  AreaValues values(index.areas().size());
  for (std::size_t area = 0; area < values.size(); ++area) {
    values[area] = flow ? whole_sum(index, column, area, lowest) : last_value(index, column, area, lowest);
  }
  return values;
}

AreaValues for_areas(const FigureIndex& now, const FigureIndex& before, const AreaValues& values) {
  const auto& known = before.areas();
  const auto less = [](const AreaId& a, const AreaId& b) { return tree_less(a.str(), b.str()); };
  AreaValues result(now.areas().size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto found = std::lower_bound(known.begin(), known.end(), now.areas()[i], less);
    if (found != known.end() && *found == now.areas()[i]) result[i] = values[static_cast<std::size_t>(found - known.begin())];
  }
  return result;
}

}  // namespace nammo
