#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "nammo/report.h"

namespace nammo::rules {

// The runs of three words that stand in a report's texts, as hashes: enough to
// say how much of one report stands in another, without keeping either. Keys,
// codes, dates and figures are no texts. Punctuation and line breaks do not
// matter; a run does not go on from one text to the next.
class WordRuns {
 public:
  WordRuns() = default;
  explicit WordRuns(const Report& report);

  // How many runs there are, repeated ones each time.
  [[nodiscard]] std::size_t size() const noexcept { return runs_.size(); }
  // True when at least 90 % of these runs stand in `earlier`.
  [[nodiscard]] bool repeats(const WordRuns& earlier) const;

 private:
  void add_text(std::string_view text);
  void build_table();
  [[nodiscard]] bool holds(std::uint32_t run) const;

  std::vector<std::uint32_t> runs_;   // in the order of the texts
  std::vector<std::uint32_t> table_;  // open addressing, 0 is free; its size is a power of two
};

}  // namespace nammo::rules
