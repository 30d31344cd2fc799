#pragma once

#include "nammo/catalog.h"
#include "nammo/report.h"

#include <optional>
#include <vector>

namespace nammo {

// What one report says of one indicator that is no ratio.
struct ReportValues {
  std::optional<Decimal> all;   // all codes that it gives
  std::optional<Decimal> open;  // the same without the confidential ones
  std::vector<std::optional<Decimal>> codes;  // for each code of the list
  bool estimate = false;
};

// `given`: the figure as it stands in the report; null where there is none.
// `list`: the codes of the indicator's `by`; null where it has none. The result is
// in `values`, whose memory is used again.
void read_values(const Report& report, const Figure* given, const Indicator& indicator, const CodeList* list,
                 ReportValues& values);

// The list that the indicator goes by; null where it has none.
[[nodiscard]] const CodeList* list_of(const Indicator& indicator, const CodeLists& lists);

// True when the figure may stand in a report that does not give it: reckoned from
// entries, or zero when nil.
[[nodiscard]] bool speaks_unasked(const Indicator& indicator, const Report& report);

}  // namespace nammo
