#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/area.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// A store that is not there yet.

// An id with the label that is printed for it.
struct NamedId {
  std::string id;
  std::string label;
};

// What the people of an office say of the store that they want.
struct NewStore {
  std::string name;  // of the office
  Language language = Language::vi;
  std::string timezone;                // of the IANA
  std::vector<NamedId> levels;         // top first; at least one
  std::vector<NamedId> organisations;  // at least one
  OrgId gathers;                       // of these the one that gathers the others' reports at the top; may be empty
  std::string parent;                  // who stands above the first organisation, printed at the head; may be empty
  std::vector<Area> areas;             // id, name and level; the first is the top one, and no other has no parent
  std::optional<Officer> officer;      // leads the first organisation in the top area
  Date since{};                        // the day from which areas and reports count
};

// Its files: path and text. Reports are due at the hours of the plan at the top level
// (Kế hoạch II.5.1, III.1, III.2); those of the levels below lie before them. Calendars
// are of the year of `since` and the next.
[[nodiscard]] std::map<std::string, std::string> new_store_files(const NewStore& store);

// The levels and the organisation of the plan.
[[nodiscard]] std::vector<NamedId> usual_levels(Language language);
[[nodiscard]] NamedId usual_organisation();
// The label of an organisation that is known by its id: "ccb", "mttq"; empty for others.
[[nodiscard]] std::string_view known_organisation(std::string_view id);

// The id of an area below a level's label: "phường Hồ" -> "ho", but "phường 1" -> "phuong-1".
[[nodiscard]] std::string area_id_from(std::string_view name, std::string_view level_label);

// The hook of git that keeps a commit out which `check --staged` refuses. `folder`: from
// the root of the working tree to the store; empty where it is the root.
[[nodiscard]] std::string pre_commit_hook(std::string_view folder, Language language);

}  // namespace nammo
