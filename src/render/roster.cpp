#include "render/roster.h"

#include <algorithm>
#include <set>

#include "base/catalogue/render.h"

namespace nammo {
namespace {

bool holds(const Assignment& one, const OfficerView& view) {
  const bool there = one.since <= view.day && (!one.until || view.day <= *one.until);
  return there && (view.org.empty() || one.org == view.org);
}

std::vector<const Area*> valid_areas(const Store& store, const OfficerView& view) {
  std::vector<const Area*> areas;
  for (const Area& area : store.areas.all()) {
    if (area.valid_on(view.day) && (view.root.empty() || is_within(area.id, view.root))) areas.push_back(&area);
  }
  std::sort(areas.begin(), areas.end(), [](const Area* a, const Area* b) { return natural_less(a->id.str(), b->id.str()); });
  return areas;
}

}  // namespace

std::vector<Placement> placements(const Store& store, const OfficerView& view) {
  std::vector<Placement> list;
  for (const Area* area : valid_areas(store, view)) {
    for (const Role role : {Role::lead, Role::deputy}) {
      for (const Assignment& one : area->officers) {
        if (one.role == role && holds(one, view)) list.push_back({area, &one});
      }
    }
  }
  return list;
}

std::vector<AreaId> areas_without_officer(const Store& store, const OfficerView& view) {
  auto areas = valid_areas(store, view);
  const auto beside_pilot = [&](const Area* area) { return !area->in_pilot_on(view.day); };
  if (!std::all_of(areas.begin(), areas.end(), beside_pilot)) std::erase_if(areas, beside_pilot);
  if (!view.org.empty()) {
    std::set<LevelId> levels;
    for (const Placement& one : placements(store, view)) levels.insert(one.area->level);
    std::erase_if(areas, [&](const Area* area) { return !levels.contains(area->level); });
  }
  std::vector<AreaId> list;
  for (const Area* area : areas) {
    const bool somebody = std::any_of(area->officers.begin(), area->officers.end(), [&](const Assignment& one) { return holds(one, view); });
    if (!somebody) list.push_back(area->id);
  }
  return list;
}

std::vector<RosterRow> roster_rows(const Store& store, const OfficerView& view) {
  const auto everywhere = placements(store, {{}, view.day, view.org});
  const auto topmost_of = [&](const OfficerId& id) {
    return *std::find_if(everywhere.begin(), everywhere.end(), [&](const Placement& one) { return one.assignment->officer == id; });
  };
  std::vector<RosterRow> rows;
  for (const auto& [area, assignment] : placements(store, view)) {
    auto row = std::find_if(rows.begin(), rows.end(), [&id = assignment->officer](const RosterRow& one) { return one.officer.id == id; });
    if (row == rows.end()) {
      const Placement top = topmost_of(assignment->officer);
      rows.push_back({officer_of(store, assignment->officer), top.assignment->org, top.area->id, {}, {}, assignment->since});
      row = rows.end() - 1;
    }
    auto& areas = assignment->role == Role::lead ? row->leads : row->deputies;
    if (areas.empty() || areas.back() != area->id) areas.push_back(area->id);
    row->since = std::min(row->since, assignment->since);
  }
  return rows;
}

std::string word(AccountState state, Language language) {
  switch (state) {
    case AccountState::none: return say_in(language, msg::account_none);
    case AccountState::requested: return say_in(language, msg::account_requested);
    case AccountState::issued: return say_in(language, msg::account_issued);
  }
  return {};
}

Officer officer_of(const Store& store, const OfficerId& id) {
  const auto found = store.officers.find(id);
  if (found != store.officers.end()) return found->second;
  Officer officer;
  officer.id = id;
  officer.name = id.str();
  return officer;
}

}  // namespace nammo
