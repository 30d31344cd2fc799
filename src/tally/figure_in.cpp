#include "nammo/tally.h"
#include "tally/ratio.h"
#include "tally/report_values.h"

#include <cstddef>

namespace nammo {

std::optional<Decimal> figure_in(const Report& report, const Indicator& indicator, const CodeId& code,
                                 const Store& store) {
  if (!indicator.belongs_to(report.type)) return std::nullopt;
  if (indicator.kind == IndicatorKind::ratio) {
    const Indicator* numerator = part_of(store, indicator.numerator);
    const Indicator* denominator = part_of(store, indicator.denominator);
    if (numerator == nullptr || denominator == nullptr) return std::nullopt;
    return ratio_of(indicator, figure_in(report, *numerator, code_in(*numerator, indicator, code), store),
                    figure_in(report, *denominator, code_in(*denominator, indicator, code), store));
  }
  ReportValues values;
  const CodeList* list = list_of(indicator, store.codes);
  read_values(report, report.figure(indicator.id), indicator, list, values);
  if (code.empty()) return values.all;
  const Code* known = list == nullptr ? nullptr : list->find(code);
  if (known == nullptr) return std::nullopt;
  return values.codes[static_cast<std::size_t>(known - list->codes.data())];
}

}  // namespace nammo
