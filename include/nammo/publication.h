#pragma once

#include <string>

#include "nammo/consolidated.h"
#include "nammo/late_changes.h"
#include "nammo/published.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// A consolidated report as it is frozen when it is published (DESIGN 4).

// What the document says in numbers: its report type, figures, what did not count and
// what came late, at the moment of `report`. Key, files and facts of the paper are left
// to the caller.
[[nodiscard]] Published published_facts(const Store& store, const Consolidated& report);

// The annex that a later version carries: what changed since `before` was sent, where,
// from what to what, since when. Markdown, for the end of the document.
[[nodiscard]] std::string late_changes_annex(const Store& store, const Consolidated& report, const Published& before,
                                             const Published& now, const LateChanges& changes, Language language);

}  // namespace nammo
