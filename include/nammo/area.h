#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/ids.h"
#include "nammo/time.h"

namespace nammo {

enum class Role { lead, deputy };

// An officer's assignment to an area, with dates. `until` is the last day.
struct Assignment {
  OfficerId officer;
  OrgId org;
  Role role = Role::lead;
  Date since{};
  std::optional<Date> until;
  Place place;
};

// The time in which an area belongs to the pilot.
struct PilotTime {
  Date since{};
  std::optional<Date> until;
  std::string decision;
};

// The area that this one goes on from.
struct Succession {
  enum class How { merged, split, moved, renamed };
  AreaId area;
  Date date{};
  How how = How::renamed;
  Place place;
};

// A place in the tree of areas (areas/…/area.yaml).
struct Area {
  AreaId id;
  std::string name;   // as inside a sentence: "phường Hồ"
  std::string brief;  // `short`, for table heads; the name where it is absent
  LevelId level;
  Date since{};
  std::optional<Date> until;  // the last valid day
  std::string code;
  std::optional<PilotTime> pilot;
  std::vector<Succession> continues;
  std::vector<Assignment> officers;
  std::string file;  // "areas/thuan-thanh/ho/area.yaml"
  Place place;       // of the whole file; for findings about the area itself

  [[nodiscard]] bool valid_on(Date day) const;
  [[nodiscard]] bool in_pilot_on(Date day) const;
  // The officer of `org` with this role on that day; null when there is none.
  [[nodiscard]] const Assignment* assigned(const OrgId& org, Role role, Date day) const;
};

// The areas that were loaded, sorted by id as bytes, so that an area stands
// directly before what lies below it or shares its prefix.
class AreaTree {
 public:
  AreaTree() = default;
  explicit AreaTree(std::vector<Area> areas);  // in any order, ids distinct

  [[nodiscard]] const std::vector<Area>& all() const noexcept { return areas_; }
  [[nodiscard]] const Area* find(const AreaId& id) const;
  // `root` itself and every area below it, in the order of all().
  [[nodiscard]] std::vector<const Area*> subtree(const AreaId& root) const;
  // Direct children only.
  [[nodiscard]] std::vector<const Area*> children(const AreaId& parent) const;
  // Areas whose id is `tail` or ends in "/" + tail; an exact id comes alone.
  [[nodiscard]] std::vector<const Area*> by_tail(std::string_view tail) const;

 private:
  std::vector<Area> areas_;
};

// Numbers inside ids compare as numbers: khu-pho-2 before khu-pho-10. The order
// in which areas are printed for people.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

}  // namespace nammo
