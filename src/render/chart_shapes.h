#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nammo/text.h"

namespace nammo {

// Charts as values, and how they are drawn: what is in them is reckoned elsewhere
// (render/chart_values.h).

// What is written around a chart.
struct ChartWords {
  std::string name;
  std::string title;
  std::string subtitle;
  std::string description;         // the text alternative: what the chart shows, with its values
  std::vector<std::string> notes;  // the key, below
  Language language = Language::vi;
};

// The periods from left to right.
struct PeriodAxis {
  std::string kind;                  // "Tuần": stands before them
  std::vector<std::string> periods;  // "19"
  std::vector<std::string> years;    // "2024" where a year begins; else empty
};

// A value of a period. Without one there is a gap, and `text` says why ("…").
struct ChartValue {
  std::optional<double> value;
  std::string text;
  std::string share;  // "6/7" where not all gave it; empty otherwise
};

// Lines over periods, with a table of their values below: no scale is read off.
struct LineChart {
  PeriodAxis axis;
  struct Line {
    std::string label;
    std::vector<ChartValue> values;
  };
  std::vector<Line> lines;
};
[[nodiscard]] std::string draw(const LineChart& chart, const ChartWords& words);

// A column for each period between 0 and 100 %; `text` above it, `share` below.
struct ShareChart {
  PeriodAxis axis;
  std::string share_label;  // what n/N counts
  std::vector<ChartValue> values;
};
[[nodiscard]] std::string draw(const ShareChart& chart, const ChartWords& words);

// A heat grid: a row for each unit, a cell for each period.
enum class Heat : std::uint8_t { not_expected, missing, nothing, normal, watch, complex, hotspot };
struct HeatGrid {
  PeriodAxis axis;
  struct Cell {
    Heat heat = Heat::not_expected;
    std::string share;  // as above
  };
  struct Row {
    std::string label;
    std::vector<Cell> cells;
  };
  std::vector<Row> rows;
  struct Key {
    Heat heat;
    std::string means;
  };
  std::vector<Key> keys;
};
[[nodiscard]] std::string draw(const HeatGrid& chart, const ChartWords& words);

// A small bar in each cell: `counts` of `whole`, a column for each head.
struct BarGrid {
  std::vector<std::string> heads;
  int whole = 0;
  struct Row {
    std::string label;
    std::vector<int> counts;  // one a head
  };
  std::vector<Row> rows;
};
[[nodiscard]] std::string draw(const BarGrid& chart, const ChartWords& words);

}  // namespace nammo
