#include "tally/figure_index.h"

#include "tally/area_order.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace nammo {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

bool in_tree_order(const AreaId& a, const AreaId& b) { return tree_less(a.str(), b.str()); }

bool is_report(const Delivery& delivery) { return delivery.obligation.kind == ObligationKind::report; }

bool has_confidential(const CodeList* list) {
  return list != nullptr &&
         std::any_of(list->codes.begin(), list->codes.end(), [](const Code& code) { return code.confidential; });
}

void append_value(FigureIndex::Column& column, const std::optional<Decimal>& value, std::uint32_t slot, bool estimate) {
  if (value) column.push_back({value->digits, slot, static_cast<std::uint8_t>(value->scale), estimate});
}

}  // namespace

FigureIndex::FigureIndex(const Store& store, std::span<const Delivery> deliveries) {
  const auto filed = number(deliveries);
  lay_out(filed);
  open_series(store);
  given_.resize(series_.size());
  for (std::size_t i = 0; i < filed.size(); ++i) {
    const Delivery& delivery = *filed[i].delivery;
    if (!delivery.standing.counts || !delivery.filing.report) continue;
    read(*delivery.filing.report, static_cast<std::uint32_t>(i));
  }
}

// The deliveries by area and period, one for each pair.
std::vector<FigureIndex::Filed> FigureIndex::number(std::span<const Delivery> deliveries) {
  std::unordered_map<AreaId, std::uint32_t> number_of_area;
  for (const Delivery& delivery : deliveries) {
    if (!is_report(delivery)) continue;
    const auto& obligation = delivery.obligation;
    if (!type_) type_ = obligation.report;
    if (number_of_area.emplace(obligation.area, 0).second) areas_.push_back(obligation.area);
    if (periods_.empty() || periods_.back() != obligation.period) periods_.push_back(obligation.period);
  }
  std::sort(areas_.begin(), areas_.end(), in_tree_order);
  for (std::size_t i = 0; i < areas_.size(); ++i) number_of_area[areas_[i]] = static_cast<std::uint32_t>(i);
  std::sort(periods_.begin(), periods_.end());
  periods_.erase(std::unique(periods_.begin(), periods_.end()), periods_.end());

  std::vector<Filed> filed;
  filed.reserve(deliveries.size());
  for (const Delivery& delivery : deliveries) {
    if (!is_report(delivery)) continue;
    const auto& obligation = delivery.obligation;
    filed.push_back({number_of_area.at(obligation.area), *number_of(obligation.period), &delivery});
  }
  std::stable_sort(filed.begin(), filed.end(), [](const Filed& a, const Filed& b) {
    return std::tuple(a.area, a.period, !a.delivery->standing.counts) <
           std::tuple(b.area, b.period, !b.delivery->standing.counts);
  });
  const auto same = [](const Filed& a, const Filed& b) { return a.area == b.area && a.period == b.period; };
  filed.erase(std::unique(filed.begin(), filed.end(), same), filed.end());
  return filed;
}

void FigureIndex::lay_out(const std::vector<Filed>& filed) {
  std::vector<std::uint32_t> before(periods_.size(), kNone);  // the slot before in each period
  slots_.reserve(filed.size());
  for (std::size_t i = 0; i < filed.size(); ++i) {
    const auto [area, period, delivery] = filed[i];
    if (first_slot_.size() == area) first_slot_.push_back(i);
    // What lies below an area follows it at once, so the next one of the period tells.
    if (before[period] != kNone && is_within(areas_[area], areas_[slots_[before[period]].area])) {
      slots_[before[period]].lowest = false;
    }
    before[period] = static_cast<std::uint32_t>(i);
    slots_.push_back({area, period, true});
  }
  first_slot_.push_back(filed.size());
}

void FigureIndex::open_series(const Store& store) {
  for (const Indicator& indicator : store.indicators.items) {
    if (indicator.kind == IndicatorKind::ratio || !asks_for(indicator)) continue;
    if (!series_by_id_.emplace(indicator.id, series_.size()).second) continue;
    Series series;
    series.indicator = &indicator;
    series.list = list_of(indicator, store.codes);
    series.confidential = has_confidential(series.list);
    if (series.list != nullptr) series.codes.resize(series.list->codes.size());
    series_.push_back(std::move(series));
  }
}

void FigureIndex::read(const Report& report, std::uint32_t slot) {
  std::fill(given_.begin(), given_.end(), nullptr);
  for (const Figure& figure : report.figures) {
    const auto found = series_by_id_.find(figure.indicator);
    if (found != series_by_id_.end() && given_[found->second] == nullptr) given_[found->second] = &figure;
  }
  for (std::size_t i = 0; i < series_.size(); ++i) {
    Series& series = series_[i];
    if (given_[i] == nullptr && !speaks_unasked(*series.indicator, report)) continue;
    read_values(report, given_[i], *series.indicator, series.list, values_);
    append(series, values_, slot);
  }
}

void FigureIndex::append(Series& series, const ReportValues& values, std::uint32_t slot) {
  append_value(series.all, values.all, slot, values.estimate);
  if (series.confidential) append_value(series.open, values.open, slot, values.estimate);
  for (std::size_t i = 0; i < series.codes.size(); ++i) {
    append_value(series.codes[i], values.codes[i], slot, values.estimate);
  }
}

const FigureIndex::Series* FigureIndex::series(const IndicatorId& id) const {
  const auto found = series_by_id_.find(id);
  return found == series_by_id_.end() ? nullptr : &series_[found->second];
}

bool FigureIndex::asks_for(const Indicator& indicator) const { return type_ && indicator.belongs_to(*type_); }

FigureIndex::Range FigureIndex::subtree(const AreaId& root) const {
  const auto begin = std::lower_bound(areas_.begin(), areas_.end(), root, in_tree_order);
  const auto end = std::partition_point(begin, areas_.end(), [&](const AreaId& area) { return is_within(area, root); });
  Range range;
  range.areas_begin = static_cast<std::size_t>(begin - areas_.begin());
  range.areas_end = static_cast<std::size_t>(end - areas_.begin());
  range.begin = first_slot_[range.areas_begin];
  range.end = first_slot_[range.areas_end];
  return range;
}

std::optional<std::uint32_t> FigureIndex::number_of(const Period& period) const {
  const auto found = std::lower_bound(periods_.begin(), periods_.end(), period);
  if (found == periods_.end() || *found != period) return std::nullopt;
  return static_cast<std::uint32_t>(found - periods_.begin());
}

std::optional<std::size_t> FigureIndex::find(const AreaId& area, const Period& period) const {
  const auto number = number_of(period);
  const Range range = subtree(area);
  if (!number || range.areas_begin == range.areas_end || areas_[range.areas_begin] != area) return std::nullopt;
  for (auto i = range.begin; i < first_slot_[range.areas_begin + 1]; ++i) {
    if (slots_[i].period == *number) return i;
  }
  return std::nullopt;
}

FigureIndex::Column::const_iterator first_from(const FigureIndex::Column& column, std::size_t slot) {
  return std::partition_point(column.begin(), column.end(),
                              [slot](const FigureIndex::Entry& entry) { return entry.slot < slot; });
}

const FigureIndex::Entry* entry_at(const FigureIndex::Column& column, std::size_t slot) {
  const auto found = first_from(column, slot);
  return found != column.end() && found->slot == slot ? &*found : nullptr;
}

}  // namespace nammo
