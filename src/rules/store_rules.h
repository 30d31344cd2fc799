#pragma once

#include "rules/judged.h"
#include "rules/rule.h"

namespace nammo::rules {

// One function for each rule that looks at more than one report, or at none.
void judge_cascade(const JudgedStore& judged, const Finder& finder);
void judge_calendars(const JudgedStore& judged, const Finder& finder);
void judge_assignment_gaps(const JudgedStore& judged, const Finder& finder);
void judge_assignment_overlaps(const JudgedStore& judged, const Finder& finder);
void judge_reconcile(const JudgedStore& judged, const Finder& finder);
void judge_published(const JudgedStore& judged, const Finder& finder);

}  // namespace nammo::rules
