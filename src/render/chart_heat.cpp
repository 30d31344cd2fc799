#include <algorithm>
#include <array>

#include "render/chart_sheet.h"

namespace nammo {
namespace {

constexpr double kCell = 24;

// Darker is worse, on paper without colour too; the mark says the same once more.
struct Shade {
  std::string_view ground;
  Look mark;
  Fill fill;
};
constexpr std::array<Shade, 4> kShades = {
    Shade{"#EAF3FA", {"#0072B2", "", 0}, Fill::hollow},
    Shade{"#F7E27A", {"#000000", "", 2}, Fill::hollow},
    Shade{"#E08A2E", {"#000000", "", 3}, Fill::full},
    Shade{"#8C1C13", {"#FFFFFF", "", 5}, Fill::full},
};

void put_cell(Svg& svg, const Box& box, const HeatGrid::Cell& cell) {
  if (cell.heat == Heat::not_expected) return;
  if (cell.heat == Heat::missing) return svg.hatched(box);
  const double middle = box.y + box.height / 2;
  const double mark_x = box.x + box.width * (cell.share.empty() ? 0.5 : 0.25);
  if (cell.heat == Heat::nothing) {
    svg.box(box, "#fff", "#999");
    svg.text({mark_x, middle + 4}, "-", kChartFont, Align::middle);
  } else {
    const Shade& shade = kShades.at(static_cast<std::size_t>(cell.heat) - static_cast<std::size_t>(Heat::normal));
    svg.box(box, shade.ground, "#555");
    svg.mark({mark_x, middle}, shade.mark, shade.fill, 4.5);
  }
  if (cell.share.empty()) return;
  const Spot base{box.x + box.width * 0.65, middle + 4};
  if (cell.heat == Heat::hotspot) svg.light_text(base, cell.share, kChartSmall);
  else svg.text(base, cell.share, kChartSmall, Align::middle);
}

Columns columns_of(const HeatGrid& chart) {
  std::vector<std::string> labels{chart.axis.kind};
  std::vector<std::string> shares;
  for (const auto& row : chart.rows) {
    labels.push_back(row.label);
    for (const auto& cell : row.cells) shares.push_back(cell.share);
  }
  const double share = widest(shares, kChartSmall);
  return columns_for(labels, 10, std::max(32.0, share == 0 ? 0 : 1.6 * share + 16), chart.axis.periods.size());
}

// One key a line: the words may be long.
void put_keys(ChartSheet& sheet, const HeatGrid& chart) {
  for (const auto& key : chart.keys) {
    put_cell(sheet.svg, {kChartEdge, sheet.y, 32, 18}, {key.heat, {}});
    sheet.svg.label({kChartEdge + 42, sheet.y + 13}, key.means, kLeastWidth - 2 * kChartEdge - 42, kChartSmall);
    sheet.y += 22;
  }
}

}  // namespace

std::string draw(const HeatGrid& chart, const ChartWords& words) {
  const Columns columns = columns_of(chart);
  ChartSheet sheet(words, columns);
  sheet.put_axis(chart.axis);
  for (const auto& row : chart.rows) {
    sheet.svg.label({kChartEdge, sheet.y + 16}, row.label, columns.left - kChartEdge - 8, kChartFont);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      put_cell(sheet.svg, {columns.start(i) + 1, sheet.y + 1, columns.width - 2, kCell - 2}, row.cells[i]);
    }
    sheet.y += kCell;
  }
  sheet.y += 10;
  put_keys(sheet, chart);
  return sheet.finish();
}

}  // namespace nammo
