#include <algorithm>

#include "render/chart_sheet.h"

namespace nammo {
namespace {

constexpr double kRow = 22;
constexpr double kBar = 11;
constexpr double kColumn = 104;
constexpr double kHeadWidth = kColumn - 8;
constexpr double kNumber = 30;  // right of a bar

Columns columns_of(const BarGrid& chart) {
  std::vector<std::string> labels;
  for (const auto& row : chart.rows) labels.push_back(row.label);
  return columns_for(labels, 12, kColumn, chart.heads.size());
}

void put_heads(ChartSheet& sheet, const Columns& columns, const BarGrid& chart) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < chart.heads.size(); ++i) {
    const auto parts = folded(chart.heads[i], kHeadWidth, kChartFont);
    for (std::size_t line = 0; line < parts.size(); ++line) {
      sheet.svg.text({columns.start(i), sheet.y + kChartFont + static_cast<double>(line) * 16}, parts[line], kChartFont);
    }
    lines = std::max(lines, parts.size());
  }
  sheet.y += static_cast<double>(lines) * 16 + 6;
}

// The pale ground is all areas that reported, the bar those with this opinion.
void put_bar(ChartSheet& sheet, const Columns& columns, std::size_t i, int count, int whole) {
  const double room = columns.width - 10 - kNumber;
  const double x = columns.start(i);
  const double y = sheet.y + (kRow - kBar) / 2;
  sheet.svg.box({x, y, room, kBar}, "#eee");
  const double bar = whole > 0 ? room * std::min(1.0, static_cast<double>(count) / whole) : 0;
  if (count > 0) sheet.svg.box({x, y, bar, kBar}, "#0072B2");
  sheet.svg.text({x + room + 5, y + kBar - 1}, count > 0 ? std::to_string(count) : "-", kChartFont);
}

}  // namespace

std::string draw(const BarGrid& chart, const ChartWords& words) {
  const Columns columns = columns_of(chart);
  ChartSheet sheet(words, columns);
  put_heads(sheet, columns, chart);
  for (const auto& row : chart.rows) {
    sheet.svg.line({kChartEdge, sheet.y}, {columns.end(), sheet.y}, "#ccc");
    sheet.svg.label({kChartEdge, sheet.y + 15}, row.label, columns.left - kChartEdge - 8, kChartFont);
    for (std::size_t i = 0; i < row.counts.size(); ++i) put_bar(sheet, columns, i, row.counts[i], chart.whole);
    sheet.y += kRow;
  }
  return sheet.finish();
}

}  // namespace nammo
