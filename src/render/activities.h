#pragma once

#include <set>
#include <string>
#include <vector>

#include "render/document.h"

namespace nammo {

// The activities of one kind in the reports that count, together.
struct ActivitySum {
  CodeId kind;
  long long count = 0;  // an entry without `count` counts one
  long long people = 0;
  std::vector<std::string> titles;  // each once
  std::set<std::string> known;      // the same, to look up
};
// In the order of the list of kinds; kinds that it does not have stand last.
[[nodiscard]] std::vector<ActivitySum> sum_activities(const Store& store, std::span<const Delivery* const> deliveries);
// "4 buổi", and the label of the kind.
[[nodiscard]] std::string activity_count_text(const Store& store, const ActivitySum& sum, Language language);
[[nodiscard]] std::string activity_label(const Store& store, const ActivitySum& sum, Language language);
// One line for each kind, with the share of the units that reported.
[[nodiscard]] std::vector<Tree> activity_lines(const Document& document);

}  // namespace nammo
