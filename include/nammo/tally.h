#pragma once

#include <optional>
#include <span>
#include <vector>

#include "nammo/catalog.h"
#include "nammo/ids.h"
#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"

namespace nammo {

// A figure with what it rests on. `value` is empty when nothing was given, and
// `reported` of `expected` says how many of those that should give it did
// (DESIGN section 6). A ratio's value is in its unit, exact to 6 decimals.
struct Total {
  std::optional<Decimal> value;
  int reported = 0;
  int expected = 0;
  std::optional<Period> as_of;  // the oldest period that contributed, when not the last
  bool estimate = false;        // some part of it is "ước"

  friend bool operator==(const Total&, const Total&) = default;
};

// What one area itself gave.
struct OwnValue {
  enum class Status { given, missing, not_collected };  // not_collected: not asked at this level
  Status status = Status::missing;
  std::optional<Decimal> value;  // when given
  bool estimate = false;
};

// The figures of one organisation and report type over a set of deliveries.
class Tally {
 public:
  // `deliveries`: those of one organisation and type, of one period or more, for
  // the whole subtree that will be asked about. They and `store` must outlive it.
  Tally(const Store& store, std::span<const Delivery> deliveries);

  // The total of `indicator` over the subtree of `area`: of all its codes, or of
  // one code when `code` is not empty.
  [[nodiscard]] Total total(const AreaId& area, const Indicator& indicator,
                            const CodeId& code = {}) const;
  // What the report of `area` for `period` itself gives; missing without a report
  // that counts.
  [[nodiscard]] OwnValue own(const AreaId& area, const Period& period, const Indicator& indicator,
                             const CodeId& code = {}) const;
  // True when `code` may not be shown for `area` because it is confidential
  // below the level that the store says.
  [[nodiscard]] bool withheld(const AreaId& area, const Code& code) const;

 private:
  const Store& store_;
  std::span<const Delivery> deliveries_;
};

// One count for an area and (topic or field, stance), at its highest breadth,
// over the lowest areas that reported (DESIGN 6, "Texts on the way up").
struct OpinionRow {
  CodeId topic;  // empty: the opinions gave none, `field` stands for it
  CodeId field;
  Stance stance = Stance::unclear;
  std::vector<int> by_breadth;  // number of areas, one for each Breadth, `unknown` last
  int areas = 0;                // with this topic and stance
};
struct OpinionTable {
  std::vector<OpinionRow> rows;  // topics in the order of first mention by stance, best first
  int reporting_areas = 0;       // lowest areas whose report counts
};
[[nodiscard]] OpinionTable tally_opinions(const Store& store, std::span<const Delivery> deliveries);

}  // namespace nammo
