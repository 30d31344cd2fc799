#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "nammo/period.h"
#include "nammo/regime.h"
#include "nammo/schedule.h"
#include "nammo/store.h"

namespace nammo::rules {

// What all areas' reports of one type and period share.
struct PeriodFacts {
  std::vector<std::optional<Due>> dues;  // of the type's steps, in their order
  // The days that a report may speak of: from the first of the window before to
  // the last of its own. Empty without a window.
  std::optional<std::pair<Date, Date>> days;
  std::optional<std::pair<Date, Date>> own_days;  // of its own window alone

  [[nodiscard]] const std::optional<Due>& due_of_step(const ReportType& type, const Step& step) const {
    return dues[static_cast<std::size_t>(&step - type.steps.data())];
  }
};

// They are reckoned once for each period. For one thread.
class PeriodCache {
 public:
  explicit PeriodCache(const Store& store) : store_(store) {}
  [[nodiscard]] const PeriodFacts& of(const ReportType& type, const Period& period);

 private:
  const Store& store_;
  std::map<std::pair<const ReportType*, Period>, PeriodFacts> known_;
};

}  // namespace nammo::rules
