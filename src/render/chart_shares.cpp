#include <algorithm>

#include "base/catalogue/render.h"
#include "render/chart_sheet.h"

namespace nammo {
namespace {

constexpr double kPlot = 140;
constexpr double kHead = 16;  // above 100 %, for the text of a whole column

Columns columns_of(const ShareChart& chart) {
  std::vector<std::string> cells = chart.axis.periods;
  for (const auto& value : chart.values) cells.insert(cells.end(), {value.text, value.share});
  return columns_for({chart.axis.kind, chart.share_label}, 10, std::max(40.0, widest(cells, kChartFont) + 10), chart.axis.periods.size());
}

void put_scale(ChartSheet& sheet, const Columns& columns, double floor, Language language) {
  for (const int percent : {0, 50, 100}) {
    const double y = floor - kPlot * percent / 100;
    sheet.svg.line({columns.left, y}, {columns.end(), y}, percent == 0 ? "#000" : "#ccc");
    sheet.svg.text({columns.left - 8, y + 4}, say_in(language, msg::chart_percent, percent), kChartSmall, Align::right);
  }
}

void put_column(ChartSheet& sheet, const Columns& columns, std::size_t i, const ChartValue& value, double floor) {
  const double height = value.value ? kPlot * *value.value : 0;
  const double width = std::min(columns.width * 0.6, 40.0);
  if (height > 0) sheet.svg.box({columns.middle(i) - width / 2, floor - height, width, height}, "#56B4E9", "#000");
  sheet.svg.text({columns.middle(i), floor - height - 4}, value.text, kChartFont, Align::middle);
}

}  // namespace

std::string draw(const ShareChart& chart, const ChartWords& words) {
  const Columns columns = columns_of(chart);
  ChartSheet sheet(words, columns);
  const double floor = sheet.y + kHead + kPlot;
  put_scale(sheet, columns, floor, words.language);
  for (std::size_t i = 0; i < chart.values.size(); ++i) put_column(sheet, columns, i, chart.values[i], floor);
  sheet.y = floor + 6;
  sheet.put_axis(chart.axis);
  sheet.svg.line({kChartEdge, sheet.y}, {columns.end(), sheet.y}, "#ccc");
  const double base = sheet.y + kChartFont + 2;
  sheet.svg.label({columns.left - 8, base}, chart.share_label, columns.left - kChartEdge - 8, kChartFont, Align::right);
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    sheet.svg.text({columns.middle(i), base}, chart.values[i].share, kChartFont, Align::middle);
  }
  sheet.y += kChartLine + 2;
  return sheet.finish();
}

}  // namespace nammo
