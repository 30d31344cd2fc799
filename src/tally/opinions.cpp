#include "nammo/tally.h"
#include "tally/area_order.h"

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

// What an opinion is about: its topic, else its field.
using Subject = std::pair<CodeId, CodeId>;

Subject subject_of(const Opinion& opinion) {
  return {opinion.topic, opinion.topic.empty() ? opinion.field : CodeId{}};
}

// In the order of the tree, so that what lies below an area follows it.
std::vector<const Delivery*> in_order(std::span<const Delivery> deliveries) {
  std::vector<const Delivery*> result;
  for (const Delivery& delivery : deliveries) {
    if (delivery.obligation.kind == ObligationKind::report) result.push_back(&delivery);
  }
  std::stable_sort(result.begin(), result.end(), [](const Delivery* a, const Delivery* b) {
    const auto& x = a->obligation;
    const auto& y = b->obligation;
    if (x.period != y.period) return x.period < y.period;
    return tree_less(x.area.str(), y.area.str());
  });
  return result;
}

bool same_place(const Delivery& a, const Delivery& b) {
  return a.obligation.period == b.obligation.period && a.obligation.area == b.obligation.area;
}

bool is_below(const Delivery& delivery, const Delivery& above) {
  return delivery.obligation.period == above.obligation.period &&
         is_within(delivery.obligation.area, above.obligation.area);
}

// The reports that count of the lowest areas.
std::vector<const Delivery*> lowest_reports(std::span<const Delivery> deliveries) {
  const auto ordered = in_order(deliveries);
  std::vector<const Delivery*> result;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const Delivery& here = *ordered[i];
    if (!here.standing.counts || !here.filing.report) continue;
    std::size_t next = i + 1;
    while (next < ordered.size() && same_place(*ordered[next], here)) ++next;
    if (next == ordered.size() || !is_below(*ordered[next], here)) result.push_back(&here);
  }
  return result;
}

// The first mention of each subject, and the highest breadth of each area.
struct Mentions {
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
  Mentions mentions;
  std::set<AreaId> reporting;
  for (const Delivery* delivery : lowest_reports(deliveries)) {
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
    row.topic = about.first.first;
    row.field = about.second;
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace nammo
