#include <algorithm>

#include "nammo/status.h"

namespace nammo {
namespace {

void count(const Delivery& delivery, StatusCounts& counts) {
  ++counts.expected;
  switch (delivery.standing.timeliness) {
    case Timeliness::on_time: ++counts.on_time; break;
    case Timeliness::late: ++counts.late; break;
    case Timeliness::missing: ++counts.missing; return;
    case Timeliness::not_yet_due: ++counts.not_yet_due; return;
  }
  ++counts.received;
  if (delivery.standing.state == State::returned) ++counts.returned;
  if (delivery.filing.report && delivery.filing.report->nil) ++counts.nil;
}

}  // namespace

StatusCounts count_status(std::span<const Delivery> deliveries) {
  StatusCounts counts;
  for (const Delivery& delivery : deliveries) count(delivery, counts);
  return counts;
}

std::vector<LevelCounts> count_by_level(const Store& store, std::span<const Delivery> deliveries) {
  std::vector<LevelCounts> levels;
  for (const Level& level : store.settings.levels) levels.push_back({level.id, {}});
  for (const Delivery& delivery : deliveries) {
    const Area* area = store.areas.find(delivery.obligation.area);
    if (area == nullptr) continue;
    const auto level = std::find_if(levels.begin(), levels.end(), [&](const LevelCounts& l) { return l.level == area->level; });
    if (level != levels.end()) count(delivery, level->counts);
  }
  std::erase_if(levels, [](const LevelCounts& level) { return level.counts.expected == 0; });
  return levels;
}

OfficerId responsible_officer(const Store& store, const Obligation& obligation) {
  const Area* area = store.areas.find(obligation.area);
  if (area == nullptr) return {};
  const Date day = obligation.due == kNeverDue ? obligation.period.day : day_of(store.zone.to_local(obligation.due));
  for (const Role role : {Role::lead, Role::deputy}) {
    if (const Assignment* one = area->assigned(obligation.org, role, day)) return one->officer;
  }
  return {};
}

}  // namespace nammo
