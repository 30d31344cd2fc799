#pragma once

#include <vector>

#include "nammo/store.h"
#include "rules/judge_area.h"
#include "rules/selection.h"
#include "rules/walk.h"

namespace nammo::rules {

// Which reports and reviews a check must read: those that were selected, and what
// judging them needs. One list for each of files.areas.
[[nodiscard]] std::vector<std::vector<Use>> decide_uses(const StoreFiles& files, const Selection& selection,
                                                        const Store& store);

}  // namespace nammo::rules
