#pragma once

#include "nammo/period.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "tally/report_values.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace nammo {

// The figures of many deliveries, laid out so that a total reads one column.
//
// A slot is one obligation. Slots stand by area, in the order of the tree, then
// by period: what lies below an area is one run of them.
class FigureIndex {
 public:
  struct Slot {
    std::uint32_t area;
    std::uint32_t period;
    bool lowest;  // no obligation below it in the same period
  };
  // A value that a slot gave.
  struct Entry {
    std::int64_t digits;
    std::uint32_t slot;
    std::uint8_t scale;
    bool estimate;

    [[nodiscard]] Decimal value() const { return {digits, scale}; }
  };
  using Column = std::vector<Entry>;  // by slot
  struct Series {
    const Indicator* indicator = nullptr;
    const CodeList* list = nullptr;
    bool confidential = false;  // the list has such a code; else `open` is empty and `all` stands for it
    Column all;
    Column open;
    std::vector<Column> codes;  // as in the list
  };
  // Areas [areas_begin, areas_end) with their slots [begin, end).
  struct Range {
    std::size_t areas_begin = 0;
    std::size_t areas_end = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  FigureIndex(const Store& store, std::span<const Delivery> deliveries);

  // Null for a ratio and for what does not belong to the report type.
  [[nodiscard]] const Series* series(const IndicatorId& id) const;
  [[nodiscard]] bool asks_for(const Indicator& indicator) const;
  [[nodiscard]] Range subtree(const AreaId& root) const;
  [[nodiscard]] std::optional<std::size_t> find(const AreaId& area, const Period& period) const;
  [[nodiscard]] std::optional<std::uint32_t> number_of(const Period& period) const;

  // All areas of the deliveries, in the order of the tree.
  [[nodiscard]] const std::vector<AreaId>& areas() const { return areas_; }
  [[nodiscard]] const Slot& slot(std::size_t number) const { return slots_[number]; }
  [[nodiscard]] std::size_t first_slot(std::size_t area) const { return first_slot_[area]; }
  [[nodiscard]] const Period& period(std::size_t number) const { return periods_[number]; }
  // The last period in which any of the deliveries is owed; of no meaning without one.
  [[nodiscard]] std::uint32_t last_period() const { return static_cast<std::uint32_t>(periods_.size()) - 1; }

 private:
  struct Filed {
    std::uint32_t area;
    std::uint32_t period;
    const Delivery* delivery;
  };

  std::vector<Filed> number(std::span<const Delivery> deliveries);
  void lay_out(const std::vector<Filed>& filed);
  void open_series(const Store& store);
  void read(const Report& report, std::uint32_t slot);
  static void append(Series& series, const ReportValues& values, std::uint32_t slot);

  std::optional<ReportTypeId> type_;
  std::vector<AreaId> areas_;
  std::vector<Period> periods_;
  std::vector<Slot> slots_;
  std::vector<std::size_t> first_slot_;  // of each area, and the end
  std::vector<Series> series_;
  std::unordered_map<IndicatorId, std::size_t> series_by_id_;
  std::vector<const Figure*> given_;  // while reading one report: its figure for each series
  ReportValues values_;               // likewise
};

// The first entry of `slot` or of one after it.
[[nodiscard]] FigureIndex::Column::const_iterator first_from(const FigureIndex::Column& column, std::size_t slot);
// The entry of `slot`; null when it gave nothing.
[[nodiscard]] const FigureIndex::Entry* entry_at(const FigureIndex::Column& column, std::size_t slot);

}  // namespace nammo
