#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "cli/call.h"
#include "nammo/schedule.h"

namespace nammo::cli {

// What several commands ask for in the same way.

// Fills an empty `format` from the extension of `output`, or with the first of
// `known` where the result goes to stdout. The exit status when it is none of them.
[[nodiscard]] std::optional<int> choose_format(Call& call, std::string& format, const std::string& output,
                                               std::initializer_list<std::string_view> known);
// False after an error message: nammo.yaml has no such organisation. None is fine.
[[nodiscard]] bool knows_organisation(Call& call, const Store& store, const std::string& org);
// Likewise of an officer's id, by the files of officers that were listed.
[[nodiscard]] bool knows_officer(Call& call, const Store& store, const std::string& officer);
// "nammo report W19" asks about the top area: the one word that was typed is no
// area, so it stands for the period. True when it was taken so.
bool take_lone_period(Call& call, std::string& area, std::string& period);
// The years that finding and reckoning the period that was typed, or a range from
// one to another, may need calendars of.
[[nodiscard]] std::set<int> years_around(std::string_view typed, Instant now, const Zone& zone);
// Loads the calendars of these years that are not loaded yet.
void load_calendars(Call& call, Store& store, const std::set<int>& years, Diagnostics& findings);
// Adds the years in which the dues of that report fall nominally.
void add_due_years(const Store& store, const Obligation& obligation, std::set<int>& years);
// Says which of these years have no calendar, or one that is not confirmed.
void warn_of_calendars(Call& call, const Store& store, const std::set<int>& years);

}  // namespace nammo::cli
