#pragma once

#include <span>
#include <vector>

#include "nammo/ids.h"
#include "nammo/report.h"
#include "nammo/schedule.h"

namespace nammo {

// An entry of a report, with the delivery in which it stands.
template <typename Entry>
struct Told {
  const Entry* entry = nullptr;
  const Delivery* by = nullptr;
};

// speaking: a level's own report speaks for its subtree (DESIGN 6, "Texts on the
// way up"); every: each level's own, from the top down.
enum class TextDepth { speaking, every };

// Whose texts a consolidated report prints. Everything points into the
// deliveries that it was made from.
struct Texts {
  // The asked area's own report counts. When it does not, the reports of its
  // children stand in, and theirs where a child's is missing too.
  bool own = false;
  // The reports that are printed whole, the asked area's first, the others in
  // natural order of their areas.
  std::vector<const Delivery*> speakers;
  // The speakers' matters and proposals in their order, then those marked `up`
  // from below that no report on their way to the asked area cites in `from`. It
  // cites by naming the area of the entry, or all the areas that this one names;
  // which of their entries is told by the id, else the topic, else the field (of a
  // proposal: the kind).
  std::vector<Told<Situation>> situation;
  std::vector<Told<Proposal>> proposals;
};

// `deliveries`: one organisation, report type and period, the subtree of `root`.
// Only those that count (nammo/schedule.h) give texts.
[[nodiscard]] Texts select_texts(std::span<const Delivery> deliveries, const AreaId& root, TextDepth depth);
// Of an organisation for which another one's report speaks: only what is marked `up`.
void keep_carried_up(Texts& texts);

}  // namespace nammo
