#pragma once

#include <string>
#include <vector>

#include "nammo/comparison.h"
#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "nammo/tally.h"

namespace nammo {

// A line of the figures for machines: the total of an area's subtree.
struct FigureRow {
  const Question* question = nullptr;
  const Area* area = nullptr;
  const Indicator* indicator = nullptr;
  CodeId breakdown;  // empty: the indicator's own total
  Total total;
  std::optional<Comparison> comparison{};  // where an earlier period stands beside it
};

// The consolidated report itself and those of the organisations that it gathers.
[[nodiscard]] std::vector<const Consolidated*> sources_of(const Consolidated& report);
// The indicators that belong to the report's type, in the order of the file.
[[nodiscard]] std::vector<const Indicator*> indicators_of(const Store& store, const Consolidated& report);
// Of these the ones that are asked for.
[[nodiscard]] std::vector<const Indicator*> indicators_of(const Store& store, const Consolidated& report,
                                                          const FigureOptions& options);
// What `source`, a part of a consolidated report, is compared with; null for nothing.
[[nodiscard]] const Consolidated* compared_with(const Consolidated& source, const FigureOptions& options);
// The list that breaks the indicator down; null for one number.
[[nodiscard]] const CodeList* breakdown_of(const Store& store, const Indicator& indicator);
// The asked area and each area down to `depth` levels below it with an obligation in
// its subtree, by id.
[[nodiscard]] std::vector<const Area*> areas_of_rows(const Store& store, const Consolidated& report, int depth = 1);

// All of them, by area, indicator and breakdown as bytes; codes that are
// confidential at an area's level are left out there.
[[nodiscard]] std::vector<FigureRow> figure_rows(const Store& store, const Consolidated& report,
                                                 const FigureOptions& options = {});

}  // namespace nammo
