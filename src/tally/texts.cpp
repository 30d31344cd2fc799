#include "nammo/texts.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include "nammo/consolidated.h"
#include "tally/area_order.h"
#include "tally/entries_of.h"
#include "tally/same_entry.h"

namespace nammo {
namespace {

bool speaks(const Delivery& delivery, const AreaId& root) {
  return delivery.standing.counts && delivery.filing.report && delivery.obligation.kind == ObligationKind::report &&
         is_within(delivery.obligation.area, root);
}

// Those that count, an area before what lies below it, siblings in natural order.
std::vector<const Delivery*> counting(std::span<const Delivery> deliveries, const AreaId& root) {
  std::vector<const Delivery*> result;
  for (const Delivery& delivery : deliveries) {
    if (speaks(delivery, root)) result.push_back(&delivery);
  }
  std::stable_sort(result.begin(), result.end(), [](const Delivery* a, const Delivery* b) {
    return tree_less(a->obligation.area.str(), b->obligation.area.str());
  });
  return result;
}

// Those with no other above them: the asked area's, or what stands in for it.
std::vector<const Delivery*> topmost(const std::vector<const Delivery*>& ordered) {
  std::vector<const Delivery*> result;
  for (const Delivery* delivery : ordered) {
    const AreaId& area = delivery->obligation.area;
    if (result.empty() || !is_within(area, result.back()->obligation.area)) result.push_back(delivery);
  }
  return result;
}

bool same_subject(const Situation& above, const Situation& below) {
  if (!above.topic.empty() || !below.topic.empty()) return above.topic == below.topic;
  return above.field == below.field;
}

// A proposal has no topic; of what kind it is tells, where both say it.
bool same_subject(const Proposal& above, const Proposal& below) {
  return above.kind == ProposalKind::none || below.kind == ProposalKind::none || above.kind == below.kind;
}

// `above` retells `below`, an entry of `area`. When that one itself retells the
// matter of others, naming all of those is naming it.
template <typename Entry>
bool cites(const Entry& above, const Entry& below, const AreaId& area) {
  const bool sources = !below.from.empty() && std::all_of(below.from.begin(), below.from.end(),
                                                          [&](const AreaId& source) { return lists(above.from, source); });
  if (!sources && !lists(above.from, area)) return false;
  return !above.id.empty() && !below.id.empty() ? above.id == below.id : same_subject(above, below);
}

// The reports that count, the asked area's and those below it.
using ByArea = std::unordered_map<AreaId, const Delivery*>;

template <typename Entry>
bool cited_above(const Entry& entry, const AreaId& area, const ByArea& by_area) {
  for (AreaId above = parent_of(area); !above.empty(); above = parent_of(above)) {
    const auto found = by_area.find(above);
    if (found == by_area.end()) continue;
    const auto& entries = entries_of<Entry>(*found->second->filing.report);
    const auto taken_up = [&](const Entry& other) { return cites(other, entry, area); };
    if (std::any_of(entries.begin(), entries.end(), taken_up)) return true;
  }
  return false;
}

template <typename Entry>
void tell_whole(const std::vector<const Delivery*>& speakers, std::vector<Told<Entry>>& told) {
  for (const Delivery* speaker : speakers) {
    for (const Entry& entry : entries_of<Entry>(*speaker->filing.report)) told.push_back({&entry, speaker});
  }
}

// What was marked to go up from below the speakers, and that nobody took up.
template <typename Entry>
void tell_rising(const std::vector<const Delivery*>& ordered, const std::vector<const Delivery*>& speakers,
                 const ByArea& by_area, std::vector<Told<Entry>>& told) {
  for (const Delivery* delivery : ordered) {
    if (std::find(speakers.begin(), speakers.end(), delivery) != speakers.end()) continue;
    const AreaId& area = delivery->obligation.area;
    for (const Entry& entry : entries_of<Entry>(*delivery->filing.report)) {
      if (entry.up && !cited_above(entry, area, by_area)) told.push_back({&entry, delivery});
    }
  }
}

}  // namespace

Texts select_texts(std::span<const Delivery> deliveries, const AreaId& root, TextDepth depth) {
  const auto ordered = counting(deliveries, root);
  Texts texts;
  texts.own = !ordered.empty() && ordered.front()->obligation.area == root;
  texts.speakers = depth == TextDepth::every ? ordered : topmost(ordered);
  tell_whole(texts.speakers, texts.situation);
  tell_whole(texts.speakers, texts.proposals);
  tell_whole(texts.speakers, texts.directives);
  tell_whole(texts.speakers, texts.models);
  tell_whole(texts.speakers, texts.dialogues);
  if (depth == TextDepth::every) return texts;

  ByArea by_area;
  for (const Delivery* delivery : ordered) by_area.emplace(delivery->obligation.area, delivery);
  tell_rising(ordered, texts.speakers, by_area, texts.situation);
  tell_rising(ordered, texts.speakers, by_area, texts.proposals);
  return texts;
}

Untold find_untold(const Consolidated& report) {
  const AreaId& root = report.question.area;
  const Texts texts = select_texts(report.deliveries, root, TextDepth::speaking);
  Untold untold;
  if (!texts.own) return untold;
  for (const Delivery* below : counting(report.deliveries, root)) {
    const Report& told = *below->filing.report;
    const std::size_t matters = texts.situation.empty() ? told.situation.size() : 0;
    const std::size_t proposals = texts.proposals.empty() ? told.proposals.size() : 0;
    untold.matters += static_cast<int>(matters);
    untold.proposals += static_cast<int>(proposals);
    if (matters + proposals > 0) untold.areas.push_back(below->obligation.area);
  }
  return untold;
}

void keep_carried_up(Texts& texts) {
  texts.speakers.clear();
  texts.directives.clear();
  texts.models.clear();
  texts.dialogues.clear();
  std::erase_if(texts.situation, [](const Told<Situation>& told) { return !told.entry->up; });
  std::erase_if(texts.proposals, [](const Told<Proposal>& told) { return !told.entry->up; });
}

}  // namespace nammo
