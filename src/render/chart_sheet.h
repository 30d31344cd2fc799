#pragma once

#include <string>
#include <vector>

#include "render/chart_shapes.h"
#include "render/svg.h"

namespace nammo {

inline constexpr double kChartFont = 13;
inline constexpr double kChartSmall = 11;
inline constexpr double kChartEdge = 12;       // around everything
inline constexpr double kChartLine = 19;       // from one line of text to the next
inline constexpr double kLeastWidth = 560;     // so that titles find room
inline constexpr double kWidestLabel = 250;

// Where the columns of a chart stand: labels on the left, then one column of one
// width after the other.
struct Columns {
  double left = 0;
  double width = 0;
  std::size_t count = 0;

  [[nodiscard]] double start(std::size_t column) const { return left + static_cast<double>(column) * width; }
  [[nodiscard]] double middle(std::size_t column) const { return start(column) + width / 2; }
  [[nodiscard]] double end() const { return start(count); }
};
// `labels`: the widest of them sets `left`, with `more` beside it.
[[nodiscard]] Columns columns_for(const std::vector<std::string>& labels, double more, double narrowest, std::size_t count);
// What the widest of these takes.
[[nodiscard]] double widest(const std::vector<std::string>& texts, double size);

// A chart on its sheet: the title above, the drawing, the notes below.
class ChartSheet {
 public:
  ChartSheet(const ChartWords& words, const Columns& columns);

  Svg svg;
  double y = 0;  // where the next thing goes: its upper edge

  // Heads of the columns, in two lines where a year begins.
  void put_axis(const PeriodAxis& axis);
  [[nodiscard]] std::string finish();

 private:
  void put_lines(std::string_view text, double size, Weight weight);

  const ChartWords& words_;
  Columns columns_;
  double width_;
};

}  // namespace nammo
