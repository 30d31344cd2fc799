#pragma once

#include <string>
#include <vector>

#include "nammo/officer_views.h"

namespace nammo {

// An assignment that a view shows.
struct Placement {
  const Area* area = nullptr;
  const Assignment* assignment = nullptr;
};
// Areas in natural order, parents first; leads before deputies.
[[nodiscard]] std::vector<Placement> placements(const Store& store, const OfficerView& view);
// The areas of the view that are valid on its day and have nobody: of the pilot, where
// any of them is in it; of one organisation, at the levels at which it has somebody.
[[nodiscard]] std::vector<AreaId> areas_without_officer(const Store& store, const OfficerView& view);

// A person in the list.
struct RosterRow {
  Officer officer;  // of an id alone, where the file cannot be read
  OrgId org;        // of the topmost assignment on that day, in the view or above it
  AreaId top;       // its area
  std::vector<AreaId> leads;
  std::vector<AreaId> deputies;
  Date since{};
};
[[nodiscard]] std::vector<RosterRow> roster_rows(const Store& store, const OfficerView& view);

// "đã cấp"
[[nodiscard]] std::string word(AccountState state, Language language);
// The officer's own file, or one of that id alone.
[[nodiscard]] Officer officer_of(const Store& store, const OfficerId& id);

}  // namespace nammo
