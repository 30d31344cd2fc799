#pragma once

#include "rules/judged.h"
#include "rules/rule.h"

namespace nammo::rules {

// One function for each rule that looks at one report; the codes stand in the
// table of rules.
void judge_area_closed(const JudgedReport& judged, const Finder& finder);
void judge_unexpected(const JudgedReport& judged, const Finder& finder);
void judge_nil_with_entries(const JudgedReport& judged, const Finder& finder);
void judge_dates(const JudgedReport& judged, const Finder& finder);
void judge_copy(const JudgedReport& judged, const Finder& finder);
void judge_hotspots(const JudgedReport& judged, const Finder& finder);
void judge_figure_level(const JudgedReport& judged, const Finder& finder);
void judge_figure_derived(const JudgedReport& judged, const Finder& finder);
void judge_figure_rules(const JudgedReport& judged, const Finder& finder);
void judge_magnitude(const JudgedReport& judged, const Finder& finder);

// The step of a report, the day for which it counts and whether it is expected.
void decide_expectation(JudgedReport& judged);

// "Khu phố 1" and the like; the id of an area that cannot be read.
[[nodiscard]] std::string name_of(const JudgedReport& judged);

}  // namespace nammo::rules
