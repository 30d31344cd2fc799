#include "tally/shed_texts.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "nammo/texts.h"

namespace nammo {
namespace {

// Not remove_if, which would move them while their addresses are asked for.
template <typename Entry, typename Wanted>
void keep(std::vector<Entry>& entries, const Wanted& wanted) {
  std::vector<Entry> kept;
  for (Entry& entry : entries) {
    if (wanted(entry)) kept.push_back(std::move(entry));
  }
  entries = std::move(kept);
}

using Entries = std::unordered_set<const void*>;

// What is not told loses its texts; it stays where something still asks for it: the
// gravest matter, and what retells an entry from below, which would rise without it.
template <typename Entry>
void keep_wanted(std::vector<Entry>& entries, const Entries& told, const Entry* gravest) {
  for (Entry& entry : entries) {
    if (!told.contains(&entry)) abridge(entry);
  }
  keep(entries, [&](const Entry& one) { return &one == gravest || !one.from.empty() || told.contains(&one); });
}

void shed(Report& report, const Entries& told) {
  const auto gravest = std::max_element(report.situation.begin(), report.situation.end(),
                                        [](const Situation& a, const Situation& b) { return a.severity < b.severity; });
  keep_wanted(report.situation, told, gravest == report.situation.end() ? nullptr : &*gravest);
  keep_wanted<Proposal>(report.proposals, told, nullptr);
  auto situation = std::move(report.situation);
  auto proposals = std::move(report.proposals);
  abridge(report);
  report.situation = std::move(situation);
  report.proposals = std::move(proposals);
}

}  // namespace

void shed_texts(std::span<Delivery> deliveries, const AreaId& root) {
  const Texts texts = select_texts(deliveries, root, TextDepth::speaking);
  const std::unordered_set<const Delivery*> speaking(texts.speakers.begin(), texts.speakers.end());
  Entries told;
  for (const auto& one : texts.situation) told.insert(one.entry);
  for (const auto& one : texts.proposals) told.insert(one.entry);
  for (Delivery& delivery : deliveries) {
    if (delivery.filing.report && !speaking.contains(&delivery)) shed(*delivery.filing.report, told);
  }
}

}  // namespace nammo
