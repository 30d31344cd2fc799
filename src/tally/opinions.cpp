#include "nammo/tally.h"
#include "tally/lowest_reports.h"
#include "tally/subject.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace nammo {
namespace {

constexpr std::size_t kBreadths = static_cast<std::size_t>(Breadth::unknown) + 1;

// The first mention of each subject, and the highest breadth of each area.
struct FirstMentions {
  std::map<Subject, std::pair<std::size_t, CodeId>> first;  // its place in the order, the field given there
  std::map<std::tuple<Stance, std::size_t>, std::map<AreaId, Breadth>> areas;

  void add(const AreaId& area, const Opinion& opinion) {
    const auto entry = first.try_emplace(subject_of(opinion), first.size(), opinion.field).first;
    const auto [slot, added] = areas[{opinion.stance, entry->second.first}].try_emplace(area, opinion.breadth);
    if (!added) slot->second = std::min(slot->second, opinion.breadth);
  }
};

OpinionRow make_row(Stance stance, const std::map<AreaId, Breadth>& areas) {
  OpinionRow row;
  row.stance = stance;
  row.by_breadth.assign(kBreadths, 0);
  for (const auto& [area, breadth] : areas) ++row.by_breadth[static_cast<std::size_t>(breadth)];
  row.areas = static_cast<int>(areas.size());
  return row;
}

}  // namespace

OpinionTable tally_opinions(const Store&, std::span<const Delivery> deliveries) {
  FirstMentions mentions;
  std::set<AreaId> reporting;
  for (const Delivery* delivery : lowest_reports(deliveries).reports) {
    const AreaId& area = delivery->obligation.area;
    reporting.insert(area);
    for (const Opinion& opinion : delivery->filing.report->opinions) mentions.add(area, opinion);
  }
  std::map<std::size_t, std::pair<Subject, CodeId>> subjects;
  for (const auto& [subject, mention] : mentions.first) subjects[mention.first] = {subject, mention.second};

  OpinionTable table;
  table.reporting_areas = static_cast<int>(reporting.size());
  for (const auto& [key, areas] : mentions.areas) {
    OpinionRow row = make_row(std::get<Stance>(key), areas);
    const auto& about = subjects.at(std::get<std::size_t>(key));
    row.topic = about.first.topic;
    row.field = about.second;
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace nammo
