#pragma once

#include <span>
#include <string>

#include "nammo/due.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

enum class Reasons { hidden, shown };       // why each due is when it is
enum class RangeOrigin { chosen, assumed };  // typed, or today and the days after it

// What is due within some days, for a view of it. `deliveries` are those of
// load_due, in that order.
struct DueView {
  std::span<const Delivery> deliveries;
  AreaId root;
  DayRange days;
  RangeOrigin origin = RangeOrigin::chosen;
  Instant now{};
  Reasons reasons = Reasons::hidden;
  Language language = Language::vi;
};

// For a person: by day, hour and report, units in natural order, states in words;
// at most 80 columns wide. The same as a Markdown list.
[[nodiscard]] std::string due_text(const Store& store, const DueView& view);
[[nodiscard]] std::string due_markdown(const Store& store, const DueView& view);
// One row an obligation, in the order given, with the columns of DESIGN 8. A post
// has a state once it was made: submitted or late.
[[nodiscard]] std::string due_csv(const Store& store, std::span<const Delivery> deliveries);
[[nodiscard]] std::string due_json(const Store& store, std::span<const Delivery> deliveries);

}  // namespace nammo
