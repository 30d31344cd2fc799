#pragma once

#include <vector>

#include "nammo/consolidated.h"
#include "nammo/tally.h"
#include "nammo/texts.h"

namespace nammo {

// One organisation of a consolidated report, with its figures and with the texts
// that are printed of it.
struct Source {
  const Consolidated* report = nullptr;
  Tally tally;
  Texts texts;
};

// The reporting organisation first, then those that it gathers. Its own report
// speaks for the gathered ones too: of them stand only the entries marked `up`.
[[nodiscard]] std::vector<Source> read_sources(const Store& store, const Consolidated& report, TextDepth depth);

// The deliveries of a source that are not in it, or late, or have nothing new.
struct Absences {
  std::vector<const Delivery*> missing;
  std::vector<const Delivery*> late;  // and counted all the same
  std::vector<const Delivery*> returned;
  std::vector<const Delivery*> drafts;
  std::vector<const Delivery*> unreadable;
  std::vector<const Delivery*> nil;
  std::vector<const Delivery*> upcoming;
};
[[nodiscard]] Absences absences_of(const Consolidated& report);

}  // namespace nammo
