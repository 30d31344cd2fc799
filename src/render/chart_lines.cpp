#include <algorithm>
#include <array>
#include <cmath>

#include "render/chart_sheet.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr double kPlot = 180;
constexpr double kSwatch = 44;
constexpr int kMostSteps = 5;

// The scale from 0 (or below, where a value is) in round steps.
struct Scale {
  Decimal step{1, 0};
  int first = 0;  // in steps
  int last = 1;

  [[nodiscard]] double size() const { return static_cast<double>(step.digits) * std::pow(10.0, -step.scale); }
  [[nodiscard]] double height_of(double value) const {
    return kPlot * (value / size() - first) / static_cast<double>(last - first);
  }
};

Scale scale_for(double low, double high, bool whole) {
  for (int exponent = whole ? 0 : -4;; ++exponent) {
    for (const std::int64_t digit : {1, 2, 5}) {
      Scale scale;
      scale.step = exponent < 0 ? Decimal{digit, -exponent}
                                : Decimal{digit * static_cast<std::int64_t>(std::llround(std::pow(10.0, exponent))), 0};
      const double first = std::floor(low / scale.size() + 1e-9);
      const double last = std::max(first + 1, std::ceil(high / scale.size() - 1e-9));
      if (last - first > kMostSteps) continue;
      scale.first = static_cast<int>(first);
      scale.last = static_cast<int>(last);
      return scale;
    }
  }
}

Scale scale_of(const LineChart& chart) {
  double low = 0;
  double high = 0;
  bool whole = true;
  for (const auto& line : chart.lines) {
    for (const auto& value : line.values) {
      if (!value.value) continue;
      low = std::min(low, *value.value);
      high = std::max(high, *value.value);
      whole = whole && *value.value == std::floor(*value.value);
    }
  }
  return scale_for(low, high, whole);
}

class LineDrawing {
 public:
  LineDrawing(const LineChart& chart, const ChartWords& words)
      : chart_(chart), columns_(columns_of(chart)), scale_(scale_of(chart)), sheet_(words, columns_), language_(words.language) {}

  std::string drawn() {
    top_ = sheet_.y;
    put_scale();
    for (std::size_t i = 0; i < chart_.lines.size(); ++i) put_line(chart_.lines[i], look_of(i));
    sheet_.y = top_ + kPlot + 6;
    sheet_.put_axis(chart_.axis);
    for (std::size_t i = 0; i < chart_.lines.size(); ++i) put_row(chart_.lines[i], look_of(i));
    return sheet_.finish();
  }

 private:
  static Columns columns_of(const LineChart& chart) {
    std::vector<std::string> labels{chart.axis.kind};
    std::vector<std::string> cells = chart.axis.periods;
    for (const auto& line : chart.lines) {
      labels.push_back(line.label);
      for (const auto& value : line.values) cells.insert(cells.end(), {value.text, value.share});
    }
    return columns_for(labels, kSwatch + 8, std::max(40.0, widest(cells, kChartFont) + 10), chart.axis.periods.size());
  }

  [[nodiscard]] Spot spot(std::size_t column, double value) const {
    return {columns_.middle(column), top_ + kPlot - scale_.height_of(value)};
  }

  void put_scale() {
    for (int step = scale_.first; step <= scale_.last; ++step) {
      const double y = top_ + kPlot - scale_.height_of(step * scale_.size());
      sheet_.svg.line({columns_.left, y}, {columns_.end(), y}, step == 0 ? "#000" : "#ccc");
      const Decimal tick{scale_.step.digits * step, scale_.step.scale};
      sheet_.svg.text({columns_.left - 8, y + 4}, number_text(tick, language_), kChartSmall, Align::right);
    }
  }

  // A stretch between two gaps is one line; a value alone is a mark.
  void put_line(const LineChart::Line& line, const Look& look) {
    std::vector<Spot> stretch;
    for (std::size_t i = 0; i <= line.values.size(); ++i) {
      if (i < line.values.size() && line.values[i].value) {
        stretch.push_back(spot(i, *line.values[i].value));
        continue;
      }
      if (stretch.size() > 1) sheet_.svg.path(stretch, look);
      stretch.clear();
    }
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      const auto& value = line.values[i];
      if (value.value) sheet_.svg.mark(spot(i, *value.value), look, value.share.empty() ? Fill::full : Fill::hollow);
    }
  }

  void put_row(const LineChart::Line& line, const Look& look) {
    auto& svg = sheet_.svg;
    const bool shares = std::any_of(line.values.begin(), line.values.end(), [](const auto& v) { return !v.share.empty(); });
    svg.line({kChartEdge, sheet_.y}, {columns_.end(), sheet_.y}, "#ccc");
    const double base = sheet_.y + kChartFont + 2;
    const double middle = base - 4.5;
    svg.path({{kChartEdge, middle}, {kChartEdge + kSwatch - 10, middle}}, look);
    svg.mark({kChartEdge + (kSwatch - 10) / 2, middle}, look, Fill::full);
    svg.label({kChartEdge + kSwatch, base}, line.label, columns_.left - kChartEdge - kSwatch - 6, kChartFont);
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      svg.text({columns_.middle(i), base}, line.values[i].text, kChartFont, Align::middle);
      if (!line.values[i].share.empty()) svg.text({columns_.middle(i), base + 14}, line.values[i].share, kChartSmall, Align::middle);
    }
    sheet_.y += kChartLine + 3 + (shares ? 13 : 0);
  }

  const LineChart& chart_;
  Columns columns_;
  Scale scale_;
  ChartSheet sheet_;
  Language language_;
  double top_ = 0;
};

}  // namespace

std::string draw(const LineChart& chart, const ChartWords& words) { return LineDrawing(chart, words).drawn(); }

}  // namespace nammo
