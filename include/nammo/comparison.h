#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "nammo/consolidated.h"
#include "nammo/tally.h"

namespace nammo {

// A period beside an earlier one.
enum class Against : std::uint8_t {
  previous,   // the period before
  last_year   // the same period a year earlier
};

// The earlier period; empty for ad hoc and once types, and for week 53 of a year
// after one with 52.
[[nodiscard]] std::optional<Period> period_against(const Period& period, Against against);

// A figure in two periods. Where more or fewer areas reported, the totals differ for
// that reason alone: only those that gave it both times tell how it changed (trap T5).
struct Comparison {
  Total now;
  Total then;
  std::optional<Decimal> difference;  // now - then, where both are there; of a ratio in points
  int common = 0;                     // areas that gave the whole of it both times
  std::optional<Decimal> common_now;  // their totals
  std::optional<Decimal> common_then;
  std::optional<Decimal> change;      // of these: now - then
  std::optional<Decimal> percent;     // the change as a share of then; empty for a ratio, and where then is not above 0

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

// Compares the figures of two consolidated reports of one type and organisation. Both
// and the store must outlive it.
class Comparer {
 public:
  Comparer(const Store& store, const Consolidated& now, const Consolidated& then);

  // Of the subtree of `area`; for all codes of the indicator, or for one.
  [[nodiscard]] Comparison compare(const AreaId& area, const Indicator& indicator, const CodeId& code = {}) const;

  ~Comparer();
  Comparer(const Comparer&) = delete;
  Comparer& operator=(const Comparer&) = delete;

 private:
  struct Common;  // what the same areas gave, in both periods
  [[nodiscard]] const Common& common_of(const std::set<AreaId>& areas) const;

  const Store& store_;
  const Consolidated& now_;
  const Consolidated& then_;
  Tally tally_now_;
  Tally tally_then_;
  // Nearly every figure is given by the same areas: each set of them is reckoned once.
  mutable std::map<std::set<AreaId>, std::unique_ptr<const Common>> common_;
};

}  // namespace nammo
