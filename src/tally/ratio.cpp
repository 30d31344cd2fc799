#include "tally/ratio.h"

#include "tally/exact.h"

namespace nammo {

const Indicator* part_of(const Store& store, const IndicatorId& id) {
  const Indicator* part = store.indicators.find(id);
  return part == nullptr || part->kind == IndicatorKind::ratio ? nullptr : part;
}

CodeId code_in(const Indicator& part, const Indicator& ratio, const CodeId& code) {
  return part.by == ratio.by ? code : CodeId{};
}

std::optional<Decimal> ratio_of(const Indicator& ratio, const std::optional<Decimal>& numerator,
                                const std::optional<Decimal>& denominator) {
  if (!numerator || !denominator) return std::nullopt;
  return divide(*numerator, *denominator, ratio.unit.vi == "%" ? 2 : 0);
}

}  // namespace nammo
