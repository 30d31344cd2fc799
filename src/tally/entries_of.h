#pragma once

#include <type_traits>
#include <vector>

#include "nammo/report.h"

namespace nammo {

// The entries of that kind in a report.
template <typename Entry>
[[nodiscard]] const std::vector<Entry>& entries_of(const Report& report) {
  if constexpr (std::is_same_v<Entry, Situation>) {
    return report.situation;
  } else if constexpr (std::is_same_v<Entry, Proposal>) {
    return report.proposals;
  } else if constexpr (std::is_same_v<Entry, Directive>) {
    return report.directives;
  } else if constexpr (std::is_same_v<Entry, Model>) {
    return report.models;
  } else {
    static_assert(std::is_same_v<Entry, Dialogue>);
    return report.dialogues;
  }
}

}  // namespace nammo
