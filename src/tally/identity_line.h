#pragma once

#include <cstddef>
#include <vector>

#include "nammo/identities.h"
#include "tally/area_values.h"
#include "tally/exact.h"

namespace nammo {

// One identity for one code over all areas of an index: which of them gave every
// figure that it names, and by how much the two sides differ over any run of areas.
class IdentityLine {
 public:
  // `sum` and `other`: the values of the rule's terms, in their order, for each of
  // `areas`.
  IdentityLine(const FigureRule& rule, std::size_t areas, std::vector<AreaValues> sum, std::vector<AreaValues> other);

  // Over the areas [begin, end) that gave every figure.
  [[nodiscard]] bool is_broken(std::size_t begin, std::size_t end) const;
  [[nodiscard]] int count_whole(std::size_t begin, std::size_t end) const;
  // Those of them whose own figures break it.
  [[nodiscard]] std::vector<std::size_t> broken_areas(std::size_t begin, std::size_t end) const;
  [[nodiscard]] Judgement judge(const CodeId& code, std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] FigureLookup lookup(std::size_t area) const;

  const FigureRule& rule_;
  std::vector<AreaValues> sum_;
  std::vector<AreaValues> other_;
  std::vector<Wide> difference_;  // before each area and at the end, of sum minus other over all before
  std::vector<int> whole_;        // likewise how many gave every figure
};

}  // namespace nammo
