#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "nammo/catalog.h"
#include "nammo/ids.h"
#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"

namespace nammo {

class FigureIndex;

// A figure with what it rests on. `value` is empty when nothing was given, and
// `reported` of `expected` says how many of those that should give it did
// (DESIGN section 6). A ratio's value is in its unit, exact to 6 decimals, half
// away from zero; `as_of` and `estimate` are then those of either of its parts.
struct Total {
  std::optional<Decimal> value;
  int reported = 0;
  int expected = 0;
  std::optional<Period> as_of;  // the oldest period that contributed to a stock or ytd, when not the last
  bool estimate = false;        // some part of it is "ước"

  friend bool operator==(const Total&, const Total&) = default;
};

// What one area itself gave.
struct OwnValue {
  // not_collected: not asked at this level. So is a `lowest` figure above the
  // lowest areas, a claim of `reconcile` there that nobody made, and a figure
  // that does not belong to the report type.
  enum class Status { given, missing, not_collected };
  Status status = Status::missing;
  std::optional<Decimal> value;  // when given
  bool estimate = false;
};

// A figure that the report of an area should give, or a claim that it makes.
struct OwnFigure {
  const Indicator* indicator = nullptr;  // into the store, like `code`
  const Code* code = nullptr;            // null: not by codes
  std::optional<Decimal> value;          // empty: missing, claimed or withheld
  std::optional<Decimal> claim;          // of `reconcile` above the lowest areas; never added up
  bool estimate = false;                 // of either
  bool withheld = false;                 // its code may not be shown for this area
};

// A `reconcile` value above the lowest areas, against the sum of those below.
struct Claim {
  Decimal claimed;
  Decimal below;
};

// The figures of one organisation and report type over a set of deliveries. Each
// `indicator` that it is asked for is one of the store's.
class Tally {
 public:
  // `deliveries`: those of one organisation and type, of one period or more, for
  // the whole subtree of the asked area, in any order; the last of their periods is
  // the range's last. They and `store` must outlive it. Posts, and a second delivery
  // for the same area and period, are passed over.
  Tally(const Store& store, std::span<const Delivery> deliveries);
  ~Tally();
  Tally(Tally&&) noexcept;

  // The total of `indicator` over the subtree of `area`: of all its codes, or of
  // one code when `code` is not empty. All of it is empty for an indicator that
  // does not belong to the report type.
  [[nodiscard]] Total total(const AreaId& area, const Indicator& indicator,
                            const CodeId& code = {}) const;
  // What the report of `area` for `period` itself gives; missing without a report
  // that counts, and for a code that is withheld.
  [[nodiscard]] OwnValue own(const AreaId& area, const Period& period, const Indicator& indicator,
                             const CodeId& code = {}) const;
  // All of these one by one, with each code by itself: indicators in the order of the
  // file, codes in that of their list. What is not collected there and ratios are
  // left out. None for an area without an obligation for that period.
  [[nodiscard]] std::vector<OwnFigure> own_figures(const AreaId& area, const Period& period) const;
  // The claim of `area` for a `reconcile` indicator; empty when it made none or
  // when not all of the lowest areas below it gave the figure for that period.
  [[nodiscard]] std::optional<Claim> claim(const AreaId& area, const Period& period,
                                           const Indicator& indicator, const CodeId& code = {}) const;
  // True when `code` may not be shown for `area` because it is confidential
  // below the level that the store says. So it is for an area that is not known.
  [[nodiscard]] bool withheld(const AreaId& area, const Code& code) const;

 private:
  [[nodiscard]] Total ratio_total(const AreaId& area, const Indicator& ratio, const CodeId& code) const;
  [[nodiscard]] OwnValue own_ratio(const AreaId& area, const Period& period, const Indicator& ratio,
                                   const CodeId& code) const;

  const Store* store_;
  std::unique_ptr<const FigureIndex> index_;
};

// What a report by itself says of `indicator`, of all its codes or of one: what
// it gives, what is reckoned from its entries, the zero of a nil report.
// Confidential codes are included: for checking a report, not for printing.
[[nodiscard]] std::optional<Decimal> figure_in(const Report& report, const Indicator& indicator,
                                               const CodeId& code, const Store& store);

// One count for an area and (topic or field, stance), at its highest breadth,
// over the lowest areas that reported (DESIGN 6, "Texts on the way up").
struct OpinionRow {
  CodeId topic;  // empty: the opinions gave none, `field` stands for it
  CodeId field;  // of the first mention
  Stance stance = Stance::unclear;
  std::vector<int> by_breadth;  // number of areas, one for each Breadth, `unknown` last
  int areas = 0;                // with this topic and stance
};
struct OpinionTable {
  // By stance, best first; with the same stance in the order in which the topics
  // are first mentioned at all, area by area in natural order.
  std::vector<OpinionRow> rows;
  int reporting_areas = 0;  // lowest areas whose report counts
};
[[nodiscard]] OpinionTable tally_opinions(const Store& store, std::span<const Delivery> deliveries);

}  // namespace nammo
