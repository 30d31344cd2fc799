#include "nammo/comparison.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "tally/exact.h"
#include "tally/lowest_reports.h"
#include "tally/ratio.h"

namespace nammo {
namespace {

std::optional<Decimal> difference_of(const std::optional<Decimal>& now, const std::optional<Decimal>& then) {
  if (!now || !then) return std::nullopt;
  ExactSum sum;
  sum.add(*now);
  sum.subtract(*then);
  return sum.value();
}

// Whether an area gave an indicator, or both parts of a ratio, for a period.
bool gave(const Store& store, const Tally& tally, const Obligation& o, const Indicator& indicator, const CodeId& code) {
  if (indicator.kind != IndicatorKind::ratio) {
    return tally.own(o.area, o.period, indicator, code).status == OwnValue::Status::given;
  }
  for (const IndicatorId& id : {indicator.numerator, indicator.denominator}) {
    const Indicator* part = part_of(store, id);
    if (part == nullptr || !gave(store, tally, o, *part, code_in(*part, indicator, code))) return false;
  }
  return true;
}

// The areas of a subtree that gave the figure for every period that they owed.
std::set<AreaId> whole_givers(const Store& store, const Consolidated& report, const Tally& tally, const AreaId& root,
                              const Indicator& indicator, const CodeId& code) {
  std::map<AreaId, bool> given;
  for (const Delivery& delivery : report.figure_deliveries()) {
    const Obligation& o = delivery.obligation;
    if (!is_within(o.area, root)) continue;
    const bool here = gave(store, tally, o, indicator, code);
    const auto [entry, fresh] = given.emplace(o.area, here);
    if (!fresh) entry->second = entry->second && here;
  }
  std::set<AreaId> areas;
  for (const auto& [area, whole] : given) {
    if (whole) areas.insert(area);
  }
  return areas;
}

// A figure that is counted at the lowest areas alone is a claim above them.
void keep_lowest(const Consolidated& report, std::set<AreaId>& areas) {
  const auto lowest = lowest_areas(report.figure_deliveries());
  std::erase_if(areas, [&](const AreaId& area) { return !std::binary_search(lowest.begin(), lowest.end(), area); });
}

std::vector<Delivery> deliveries_of(const Consolidated& report, const std::set<AreaId>& areas) {
  std::vector<Delivery> common;
  const auto& all = report.figure_deliveries();
  std::copy_if(all.begin(), all.end(), std::back_inserter(common),
               [&](const Delivery& delivery) { return areas.contains(delivery.obligation.area); });
  return common;
}

}  // namespace

std::optional<Period> period_against(const Period& period, Against against) {
  if (period.kind == PeriodKind::adhoc || period.kind == PeriodKind::once) return std::nullopt;
  if (against == Against::previous) return advance(period, -1);
  Period earlier = period;
  --earlier.year;
  if (period.kind == PeriodKind::week && period.number > weeks_in_iso_year(earlier.year)) return std::nullopt;
  return earlier;
}

Comparer::Comparer(const Store& store, const Consolidated& now, const Consolidated& then)
    : store_(store),
      now_(now),
      then_(then),
      tally_now_(store, now.figure_deliveries()),
      tally_then_(store, then.figure_deliveries()) {}

struct Comparer::Common {
  Common(const Store& store, std::vector<Delivery> of_now, std::vector<Delivery> of_then)
      : now_deliveries(std::move(of_now)),
        then_deliveries(std::move(of_then)),
        now(store, now_deliveries),
        then(store, then_deliveries) {}

  std::vector<Delivery> now_deliveries;  // the tallies look into these
  std::vector<Delivery> then_deliveries;
  Tally now;
  Tally then;
};

Comparer::~Comparer() = default;

const Comparer::Common& Comparer::common_of(const std::set<AreaId>& areas) const {
  auto& common = common_[areas];
  if (common == nullptr) {
    common = std::make_unique<const Common>(store_, deliveries_of(now_, areas), deliveries_of(then_, areas));
  }
  return *common;
}

Comparison Comparer::compare(const AreaId& area, const Indicator& indicator, const CodeId& code) const {
  Comparison result;
  result.now = tally_now_.total(area, indicator, code);
  result.then = tally_then_.total(area, indicator, code);
  result.difference = difference_of(result.now.value, result.then.value);
  std::set<AreaId> common = whole_givers(store_, now_, tally_now_, area, indicator, code);
  const auto before = whole_givers(store_, then_, tally_then_, area, indicator, code);
  std::erase_if(common, [&](const AreaId& one) { return !before.contains(one); });
  if (indicator.areas != AreaRule::add) keep_lowest(now_, common);
  result.common = static_cast<int>(common.size());
  if (common.empty()) return result;
  const Common& both = common_of(common);
  result.common_now = both.now.total(area, indicator, code).value;
  result.common_then = both.then.total(area, indicator, code).value;
  result.change = difference_of(result.common_now, result.common_then);
  if (result.change && indicator.kind != IndicatorKind::ratio && Decimal{} < *result.common_then) {
    result.percent = divide(*result.change, *result.common_then, 2);
  }
  return result;
}

}  // namespace nammo
