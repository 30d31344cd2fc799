#include "render/chart_sheet.h"

#include <algorithm>

namespace nammo {
namespace {

constexpr double kTitle = 16;

}  // namespace

double widest(const std::vector<std::string>& texts, double size) {
  double width = 0;
  for (const auto& text : texts) width = std::max(width, text_width(text, size));
  return width;
}

Columns columns_for(const std::vector<std::string>& labels, double more, double narrowest, std::size_t count) {
  Columns columns;
  columns.left = kChartEdge + std::min(widest(labels, kChartFont), kWidestLabel) + more;
  columns.count = count;
  const double room = kLeastWidth - kChartEdge - columns.left;
  columns.width = std::max(narrowest, std::min(2 * narrowest, room / static_cast<double>(std::max<std::size_t>(count, 1))));
  return columns;
}

ChartSheet::ChartSheet(const ChartWords& words, const Columns& columns)
    : svg(words.name), y(kChartEdge), words_(words), columns_(columns),
      width_(std::max(kLeastWidth, columns.end() + kChartEdge)) {
  put_lines(words.title, kTitle, Weight::bold);
  put_lines(words.subtitle, kChartFont, Weight::plain);
  y += kChartLine / 2;
}

void ChartSheet::put_lines(std::string_view text, double size, Weight weight) {
  for (const auto& line : folded(printable(text), (width_ - 2 * kChartEdge) * (weight == Weight::bold ? 0.93 : 1), size)) {
    svg.text({kChartEdge, y + size}, line, size, Align::left, weight);
    y += size + 6;
  }
}

void ChartSheet::put_axis(const PeriodAxis& axis) {
  svg.label({columns_.left - 8, y + kChartFont}, axis.kind, columns_.left - kChartEdge - 8, kChartFont, Align::right);
  bool years = false;
  for (std::size_t i = 0; i < axis.periods.size(); ++i) {
    svg.text({columns_.middle(i), y + kChartFont}, axis.periods[i], kChartFont, Align::middle, Weight::bold);
    if (axis.years[i].empty()) continue;
    svg.text({columns_.middle(i), y + kChartFont + kChartLine - 4}, axis.years[i], kChartSmall, Align::middle);
    years = true;
  }
  y += kChartLine + (years ? kChartLine - 4 : 0);
}

std::string ChartSheet::finish() {
  y += kChartLine / 3;
  for (const auto& note : words_.notes) put_lines(note, kChartSmall, Weight::plain);
  return svg.finish(width_, y + kChartEdge / 2, words_.title, words_.description, words_.language);
}

}  // namespace nammo
