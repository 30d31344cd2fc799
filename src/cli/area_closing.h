#pragma once

#include <string>
#include <vector>

#include "cli/change.h"

namespace nammo::cli {

// The areas of a subtree that are valid on some day after `last`, the root first.
[[nodiscard]] std::vector<const Area*> open_after(const Store& store, const AreaId& root, Date last);
// Of these the ones below `area`; and how people read several.
[[nodiscard]] std::vector<const Area*> areas_below(const Area& area, const std::vector<const Area*>& areas);
[[nodiscard]] std::string named(const std::vector<const Area*>& areas);
// What becomes of assignments that begin after the last day: an error, or they leave
// the file because another area takes them.
enum class Later { refuse, remove };
// Ends an area, and its assignments that would go on, with that day. False after an
// error message.
[[nodiscard]] bool close_area(Change& change, const Area& area, Date last, Later later);
// The exit status when reports of these areas are there that are due after they end, as
// the change stands now: `check` would call each an error (area-closed).
[[nodiscard]] std::optional<int> refuse_reports_after(Change& change, const std::vector<const Area*>& closed, Date last);

}  // namespace nammo::cli
