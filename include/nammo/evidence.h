#pragma once

#include <map>
#include <optional>
#include <string>

#include "nammo/time.h"

namespace nammo {

// When git had the files of a store: a second word beside the times in them, which
// their writers give themselves (trap T22).
struct GitEvidence {
  struct Times {
    std::optional<Instant> first;    // the earliest commit of any branch that has the file
    std::optional<Instant> reached;  // when the branch got it: the time of the commit or merge on the branch itself
  };
  std::string branch;
  std::map<std::string, Times> files;  // by path; one that is not here was never committed

  [[nodiscard]] Times of(const std::string& file) const {
    const auto found = files.find(file);
    return found == files.end() ? Times{} : found->second;
  }
};

// How long a report may lie before it is committed without a word.
inline constexpr std::chrono::hours kCommitDelay{24};

// True for a report that claims to have been sent more than that before git first had it.
[[nodiscard]] inline bool is_claimed_early(Instant claimed, const GitEvidence::Times& times) {
  return times.first && claimed + kCommitDelay < *times.first;
}

}  // namespace nammo
