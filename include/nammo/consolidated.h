#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/filing_index.h"
#include "nammo/ids.h"
#include "nammo/progress.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/texts.h"

namespace nammo {

// What a consolidated report is asked about.
struct Question {
  const ReportType* type = nullptr;  // into the store's regime
  OrgId org;
  AreaId area;
  Period period;
};

// Everything that a consolidated report of one organisation rests on: each
// obligation of the subtree with what came in for it, as it stands at `now`.
struct Consolidated {
  Question question;
  Instant now{};
  Window window;
  // Reports (no posts) of question.org and question.type; parents before their
  // children, siblings in natural order.
  std::vector<Delivery> deliveries;
  // Where the figures are those of another type (`figures_from`): the deliveries of
  // that type for all its periods within the window, period by period. Else empty.
  std::vector<Delivery> figures;
  // What read_steps added.
  std::vector<Delivery> steps;
  // The same for each organisation that question.org gathers (DESIGN 4,
  // `gathers`), in the order of the regime.
  std::vector<Consolidated> gathered;

  // The delivery of that area for that period; null where none is expected.
  [[nodiscard]] const Delivery* find(const AreaId& area) const;
  // What the figures rest on (DESIGN 6): `figures` where the type takes them from
  // another, else `deliveries`.
  [[nodiscard]] const std::vector<Delivery>& figure_deliveries() const;
};

// Reads the reports that the question needs, and no other file. What cannot be
// read is in `diagnostics` and marked in its delivery.
[[nodiscard]] Consolidated consolidate(const FileReader& files, const Store& store, const Question& question,
                                       Instant now, Diagnostics& diagnostics);

struct ReadingOptions {
  // speaking: the reports in `figures` are without the texts that select_texts() never
  // gives of them, which for the year of a province is most of the memory. What is
  // reckoned from them is the same.
  TextDepth texts = TextDepth::every;
  Progress* progress = nullptr;  // told of each reading; null: nobody is
  // Where `texts` is speaking, and for many reports alone; null: every file is read.
  const FilingIndex* index = nullptr;
};
[[nodiscard]] Consolidated consolidate(const FileReader& files, const Store& store, const Question& question,
                                       Instant now, const ReadingOptions& options, Diagnostics& diagnostics);

// Adds to `report`, and to those that it gathers, what the asked area itself reported
// in shorter regular periods within the window, the earliest first; not what `figures`
// has. From it a longer document tells how a matter went. One file each.
void read_steps(const FileReader& files, const Store& store, Consolidated& report, Diagnostics& diagnostics);

// The reports and reviews that could not be read: of the question, of what its
// figures are derived from, of its steps, and of the organisations that it gathers.
[[nodiscard]] int count_unreadable(const Consolidated& report);

}  // namespace nammo
