#include "nammo/tally.h"

#include "tally/column_for.h"
#include "tally/exact.h"
#include "tally/figure_index.h"
#include "tally/ratio.h"

#include <algorithm>
#include <cstddef>

namespace nammo {
namespace {

using Index = FigureIndex;
using Range = Index::Range;

using Columns = std::vector<const Index::Column*>;

// What a total of last values adds up: each code that counts by itself.
Columns columns_for(const Index::Series& series, const CodeId& code, Sight sight) {
  if (!code.empty() || series.list == nullptr) return {&column_for(series, code, sight)};
  Columns columns;
  for (const Code& each : series.list->codes) columns.push_back(&column_for(series, each.id, sight));
  return columns;
}

Total sum_over_periods(const Index& index, const Range& range, const Index::Column& column, bool lowest) {
  Total total;
  for (auto i = range.begin; i < range.end; ++i) total.expected += !lowest || index.slot(i).lowest ? 1 : 0;
  ExactSum sum;
  auto entry = first_from(column, range.begin);
  for (; entry != column.end() && entry->slot < range.end; ++entry) {
    if (lowest && !index.slot(entry->slot).lowest) continue;
    sum.add(entry->value());
    ++total.reported;
    total.estimate |= entry->estimate;
  }
  if (total.reported > 0) total.value = sum.value();
  return total;
}

// The latest entry of a run of slots, where one must be the lowest in its period.
const Index::Entry* latest_of(const Index& index, const Index::Column& column, std::size_t begin, std::size_t end,
                              bool lowest) {
  const Index::Entry* latest = nullptr;
  for (auto entry = first_from(column, begin); entry != column.end() && entry->slot < end; ++entry) {
    if (!lowest || index.slot(entry->slot).lowest) latest = &*entry;
  }
  return latest;
}

// Only areas with an obligation in the last period of all have a value at the end. Each of `columns` has its own last
// value, so that a total is what its codes add up to.
Total sum_of_last(const Index& index, const Range& range, const Columns& columns, bool lowest) {
  Total total;
  ExactSum sum;
  const std::uint32_t last = index.last_period();
  std::uint32_t oldest = last;
  for (auto area = range.areas_begin; area < range.areas_end; ++area) {
    const std::size_t end = index.first_slot(area + 1);
    const Index::Slot& closing = index.slot(end - 1);
    if (closing.period != last || (lowest && !closing.lowest)) continue;
    ++total.expected;
    bool gave = false;
    for (const Index::Column* column : columns) {
      const Index::Entry* latest = latest_of(index, *column, index.first_slot(area), end, lowest);
      if (latest == nullptr) continue;
      gave = true;
      sum.add(latest->value());
      total.estimate |= latest->estimate;
      oldest = std::min(oldest, index.slot(latest->slot).period);
    }
    total.reported += gave ? 1 : 0;
  }
  if (total.reported > 0) total.value = sum.value();
  if (oldest != last) total.as_of = index.period(oldest);
  return total;
}

// True when an area below has an obligation for that period.
bool asked_below(const Index& index, const AreaId& area, const Period& period) {
  if (const auto slot = index.find(area, period)) return !index.slot(*slot).lowest;
  const auto number = index.number_of(period);
  if (!number) return false;
  const Range range = index.subtree(area);
  for (auto i = range.begin; i < range.end; ++i) {
    if (index.slot(i).period == *number) return true;
  }
  return false;
}

std::optional<Period> older(const std::optional<Period>& a, const std::optional<Period>& b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace

Tally::Tally(const Store& store, std::span<const Delivery> deliveries)
    : store_(&store), index_(std::make_unique<const FigureIndex>(store, deliveries)) {}

Tally::~Tally() = default;
Tally::Tally(Tally&&) noexcept = default;

bool Tally::withheld(const AreaId& area, const Code& code) const {
  return code.confidential && sight_of(*store_, area) == Sight::open;
}

Total Tally::total(const AreaId& area, const Indicator& indicator, const CodeId& code) const {
  if (indicator.kind == IndicatorKind::ratio) return ratio_total(area, indicator, code);
  const Index::Series* series = index_->series(indicator.id);
  if (series == nullptr) return {};
  const Range range = index_->subtree(area);
  const bool lowest = only_lowest(indicator);
  const Sight sight = sight_of(*store_, area);
  return indicator.kind == IndicatorKind::flow ? sum_over_periods(*index_, range, column_for(*series, code, sight), lowest)
                                               : sum_of_last(*index_, range, columns_for(*series, code, sight), lowest);
}

Total Tally::ratio_total(const AreaId& area, const Indicator& ratio, const CodeId& code) const {
  const Indicator* numerator = part_of(*store_, ratio.numerator);
  const Indicator* denominator = part_of(*store_, ratio.denominator);
  if (numerator == nullptr || denominator == nullptr) return {};
  Total result = total(area, *numerator, code_in(*numerator, ratio, code));
  const Total below = total(area, *denominator, code_in(*denominator, ratio, code));
  result.value = ratio_of(ratio, result.value, below.value);
  result.as_of = older(result.as_of, below.as_of);
  result.estimate |= below.estimate;
  return result;
}

OwnValue Tally::own(const AreaId& area, const Period& period, const Indicator& indicator, const CodeId& code) const {
  using Status = OwnValue::Status;
  if (indicator.kind == IndicatorKind::ratio) return own_ratio(area, period, indicator, code);
  const Index::Series* series = index_->series(indicator.id);
  if (series == nullptr) return {Status::not_collected, {}, false};
  const bool above = only_lowest(indicator) && asked_below(*index_, area, period);
  if (above && indicator.areas == AreaRule::lowest) return {Status::not_collected, {}, false};
  const auto slot = index_->find(area, period);
  const auto* entry = slot ? entry_at(column_for(*series, code, sight_of(*store_, area)), *slot) : nullptr;
  if (entry != nullptr) return {Status::given, entry->value(), entry->estimate};
  return {above ? Status::not_collected : Status::missing, {}, false};
}

OwnValue Tally::own_ratio(const AreaId& area, const Period& period, const Indicator& ratio, const CodeId& code) const {
  using Status = OwnValue::Status;
  const Indicator* numerator = part_of(*store_, ratio.numerator);
  const Indicator* denominator = part_of(*store_, ratio.denominator);
  if (numerator == nullptr || denominator == nullptr || !index_->asks_for(ratio)) {
    return {Status::not_collected, {}, false};
  }
  const OwnValue above = own(area, period, *numerator, code_in(*numerator, ratio, code));
  const OwnValue below = own(area, period, *denominator, code_in(*denominator, ratio, code));
  for (const OwnValue& part : {above, below}) {
    if (part.status == Status::not_collected) return {Status::not_collected, {}, false};
  }
  const auto value = ratio_of(ratio, above.value, below.value);
  if (!value) return {};
  return {Status::given, value, above.estimate || below.estimate};
}

std::optional<Claim> Tally::claim(const AreaId& area, const Period& period, const Indicator& indicator,
                                  const CodeId& code) const {
  const Index::Series* series = index_->series(indicator.id);
  const auto slot = index_->find(area, period);
  if (indicator.areas != AreaRule::reconcile || series == nullptr || !slot || index_->slot(*slot).lowest) {
    return std::nullopt;
  }
  const auto& column = column_for(*series, code, sight_of(*store_, area));
  const Index::Entry* claimed = entry_at(column, *slot);
  if (claimed == nullptr) return std::nullopt;
  ExactSum below;
  const Range range = index_->subtree(area);
  for (auto i = range.begin; i < range.end; ++i) {
    if (index_->slot(i).period != index_->slot(*slot).period || !index_->slot(i).lowest) continue;
    const Index::Entry* entry = entry_at(column, i);
    if (entry == nullptr) return std::nullopt;
    below.add(entry->value());
  }
  const auto sum = below.value();
  if (!sum) return std::nullopt;
  return Claim{claimed->value(), *sum};
}

}  // namespace nammo
