#pragma once

#include <span>
#include <vector>

#include "nammo/ids.h"
#include "nammo/report.h"
#include "nammo/schedule.h"

namespace nammo {

struct Consolidated;

// An entry of a report, with the delivery in which it stands.
template <typename Entry>
struct Told {
  const Entry* entry = nullptr;
  const Delivery* by = nullptr;
  // The same matter as reports of shorter periods told it, the oldest first.
  std::vector<Told> earlier{};
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
  // The speakers' own, in their order.
  std::vector<Told<Directive>> directives;
  std::vector<Told<Model>> models;
  std::vector<Told<Dialogue>> dialogues;
};

// `deliveries`: one organisation, report type and period, the subtree of `root`.
// Only those that count (nammo/schedule.h) give texts.
[[nodiscard]] Texts select_texts(std::span<const Delivery> deliveries, const AreaId& root, TextDepth depth);
// The same for a report that may go over shorter ones: those of `figures_from`, whose
// entries stand after its own, and `steps`, which only say how its matters went. An
// entry stands once for one case or one id of an area (a directive for its ref, a model
// for its title, a dialogue for its topic): as the report itself tells it, else as the
// latest does. Where no report of the period itself counts, those of `figures_from`
// speak.
[[nodiscard]] Texts select_texts(const Consolidated& report, TextDepth depth);

// What the areas below tell of while the asked area's own report, which speaks for them,
// tells of nothing of that kind, nor does anything rise.
struct Untold {
  int matters = 0;
  int proposals = 0;
  std::vector<AreaId> areas;  // whose they are, in the order of `deliveries`
};
[[nodiscard]] Untold find_untold(const Consolidated& report);

// How a matter went over the reports that told it: closed; less grave than it once was;
// graver than at first; new; else open.
enum class Turn { fresh, worse, better, closed, open };
[[nodiscard]] Turn turn_of(const Told<Situation>& told);
// The gravest that it was told to be.
[[nodiscard]] MatterSeverity gravest(const Told<Situation>& told);

// The days from what happened to the first report of it, in the store's zone; a day's
// own report counts 0. Of the matters that name their day.
struct Delay {
  int matters = 0;
  int median = 0;  // of an even number the lower of the two in the middle
  int longest = 0;
  const Situation* slowest = nullptr;  // the matter of `longest`, the first such
};
[[nodiscard]] Delay delay_of(const std::vector<Told<Situation>>& matters, const Zone& zone);

// Of an organisation for which another one's report speaks: only what is marked `up`.
void keep_carried_up(Texts& texts);

}  // namespace nammo
