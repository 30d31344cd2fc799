#pragma once

#include <span>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/diagnostic.h"
#include "nammo/identities.h"
#include "nammo/ids.h"
#include "nammo/store.h"

namespace nammo {

// An area whose own figures break an identity, and so the totals above it.
struct BrokenPart {
  AreaId area;
  Location where;  // the figure in its report; of several periods in the last that gives one
  Location before;  // likewise of a figure of the period before; without a file where there is none
  Judgement judgement;
};

// A total over the subtree of an area that breaks an identity.
struct BrokenTotal {
  const FigureRule* rule = nullptr;  // into the store
  OrgId org;
  AreaId area;
  CodeId code;          // empty: all codes
  Judgement judgement;  // over the areas that gave every figure that the rule names
  int areas = 0;        // how many these are
  int broken = 0;       // those of them whose own figures break it: never none
  std::vector<BrokenPart> parts;  // the first few of those that may be shown there, in the order of the tree
};

// Judges the totals of the asked area and of every area below it (DESIGN 6), for the
// organisation and those that it gathers, by every rule that names one of
// `indicators` (none: every rule) and whose figures all belong to the report type. A
// total below one that is broken by the same rule is not named again, nor that of all
// codes beside one of its codes. What is withheld at an area is neither judged nor
// shown there.
//
// `before` is the report of the period before, for `@previous`; null, or of any other
// period: rules with `@previous` are passed over. Over several periods
// (`figures_from`) a flow is the sum of all of them, a stock the last, and
// `@previous` what stood before the first; a rule that says nothing of such sums is
// passed over.
[[nodiscard]] std::vector<BrokenTotal> find_broken_totals(const Store& store, const Consolidated& report,
                                                          const Consolidated* before,
                                                          std::span<const IndicatorId> indicators = {});

}  // namespace nammo
